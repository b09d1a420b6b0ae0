"""The keyring for real: a Secret Service stores the passphrase and gives it back; what does not encrypt is refused."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.support.certificates import NAME, PHRASE
from tests.support.secret_service import can_keep_secrets, secret_service
from tests.support.setups import source_in

_IMPORT = """
imported = setup.import_certificate(Path(sys.argv[2]), sys.stdin.read())
print(imported.keyring or "session", imported.file)
"""
_READ = """
print(setup.certificate(Path(sys.argv[2]), "prod").facts.subject)
"""
_FORGET = """
setup.discard([Path(sys.argv[2])])
"""
_START = """
import sys
from pathlib import Path
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.passphrases import Passphrases
from familieopslag.system.setup import Setup
sys.stdout.reconfigure(encoding="utf-8")
sys.stdin.reconfigure(encoding="utf-8")
setup = Setup(Path(sys.argv[1]), Passphrases(), policy=())
try:
{work}
except FamilieopslagError as error:
    print(error.fault.code)
"""


def _run(work: str, environment: Mapping[str, str], profile: Path, file: Path, typed: str = "") -> str:
    """What a process of its own says that does `work`."""
    program = _START.format(work="".join(f"    {line}\n" for line in work.strip().splitlines()))
    kept = {name: value for name, value in environment.items() if name != PASSPHRASE_VARIABLE}
    done = subprocess.run(
        [sys.executable, "-c", program, str(profile), str(file)],
        input=typed.encode(),
        env=kept,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert PHRASE.encode() not in done.stdout + done.stderr
    return done.stdout.decode().strip()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[dict[str, str]]:
    if not can_keep_secrets():
        pytest.skip("needs dbus-daemon and gnome-keyring (tools/setup.sh)")
    (tmp_path / "keyring").mkdir()
    with secret_service(tmp_path / "keyring") as environment:
        yield environment


def test_the_passphrase_is_kept_encrypted_and_read_by_the_next_process(
    service: dict[str, str], tmp_path: Path
) -> None:
    profile = tmp_path / "profil"
    said = _run(_IMPORT, service, profile, source_in(tmp_path), PHRASE)
    keyring, _, copy = said.partition(" ")
    assert keyring == "SecretService"
    assert _run(_READ, service, profile, Path(copy)) == f"{NAME}, Prøvekommune"
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".keyring" for file in files)
    assert not [file for file in files if PHRASE.encode() in file.read_bytes()]
    # What is taken away is not there for anybody.
    data = Path(copy).read_bytes()
    _run(_FORGET, service, profile, Path(copy))
    Path(copy).write_bytes(data)
    assert _run(_READ, service, profile, Path(copy)) == faults.PASSPHRASE_MISSING.code


_PLAINTEXT = """
from keyring.backend import KeyringBackend
from keyring.compat import properties
class PlaintextKeyring(KeyringBackend):
    @properties.classproperty
    def priority(cls): return 99
    def get_password(self, service, username): return open(__file__ + ".secret").read()
    def set_password(self, service, username, password): open(__file__ + ".secret", "w").write(password)
    def delete_password(self, service, username): pass
"""


@pytest.mark.parametrize("backend", ["null", "plaintext", "none"])
def test_what_does_not_encrypt_gets_no_passphrase(tmp_path: Path, backend: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    if backend == "null":
        environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    if backend == "plaintext":
        package = tmp_path / "path" / "keyrings" / "alt"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "file.py").write_text(_PLAINTEXT, encoding="utf-8")
        environment["PYTHONPATH"] = str(tmp_path / "path")
        environment["PYTHON_KEYRING_BACKEND"] = "keyrings.alt.file.PlaintextKeyring"
    profile = tmp_path / "profil"
    said = _run(_IMPORT, environment, profile, source_in(tmp_path), PHRASE)
    kept, _, copy = said.partition(" ")
    assert kept == "session"
    assert _run(_READ, environment, profile, Path(copy)) == faults.KEYRING_UNAVAILABLE.code
    assert not [f for f in tmp_path.rglob("*") if f.is_file() and PHRASE.encode() in f.read_bytes()]
