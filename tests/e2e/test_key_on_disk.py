"""No file ever gets the key in the open: every write of a process that imports a certificate and looks up with it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.certificates import PHRASE, key_in_the_open, leaf, p12, triple_des
from tests.support.setups import source_in

_LONGEST = 1 << 20
_PROGRAM = """
import os, sys
from pathlib import Path
from familieopslag.service.transport import client_context
from familieopslag.system.certificate import read_certificate
from familieopslag.system.passphrases import Passphrases
from familieopslag.system.setup import Setup
phrase = sys.stdin.buffer.read().decode()
if sys.argv[3] == "file":
    del os.memfd_create
setup = Setup(Path(sys.argv[1]), Passphrases(), policy=())
imported = setup.import_certificate(Path(sys.argv[2]), phrase)
client_context(read_certificate(imported.file, phrase), None)
print("done")
"""
_STRACE = (
    "strace",
    "-f",
    "-xx",
    "-s",
    str(_LONGEST),
    "-e",
    "trace=write,pwrite64,writev,pwritev,pwritev2,sendto",
)


def _written(trace: str) -> bytes:
    """Every byte of every write, in order; between two calls a byte that is in no key."""
    texts = re.findall(r'"((?:\\x[0-9a-f]{2})*)"', trace)
    return b"\n".join(bytes.fromhex(text.replace("\\x", "")) for text in texts)


def _traced(tmp_path: Path, data: bytes, way: str) -> bytes:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace (tools/setup.sh)")
    log = tmp_path / "trace.txt"
    profile = tmp_path / "profil"
    command = [*_STRACE, "-o", str(log), sys.executable, "-c", _PROGRAM]
    done = subprocess.run(
        [*command, str(profile), str(source_in(tmp_path, data)), way],
        input=PHRASE.encode(),
        capture_output=True,
        check=False,
        timeout=120,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        },
    )
    if b"ptrace" in done.stderr and done.returncode:
        pytest.skip("this computer lets nobody trace")
    assert done.stdout.strip() == b"done", done.stderr.decode()
    return _written(log.read_text(encoding="ascii", errors="replace"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")
@pytest.mark.parametrize("way", ["memory", "file"], ids=["as on Linux", "as on Windows"])
@pytest.mark.parametrize("old", [False, True], ids=["aes", "3des"])
def test_no_key_is_written_in_the_open(tmp_path: Path, way: str, *, old: bool) -> None:
    data = p12(encryption=triple_des() if old else None)
    written = _traced(tmp_path, data, way)
    assert data in written, "the copy, as it came"
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in written, "what OpenSSL is given"
    assert b"BEGIN PRIVATE KEY" not in written
    assert b"BEGIN EC PRIVATE KEY" not in written
    assert key_in_the_open() not in written
    assert PHRASE.encode() not in written
    left = [file.name for file in (tmp_path / "profil").rglob("*")]
    assert len(left) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")
def test_the_watch_would_see_a_key(tmp_path: Path) -> None:
    """What the test above looks for is found where it is."""
    open_file = tmp_path / "open.pem"
    open_file.write_bytes(leaf().private_key_pem.bytes())
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace (tools/setup.sh)")
    log = tmp_path / "trace.txt"
    program = "import sys; open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read())"
    done = subprocess.run(
        [*_STRACE, "-o", str(log), sys.executable, "-c", program, str(open_file), str(tmp_path / "copy")],
        check=False,
        capture_output=True,
        timeout=60,
    )
    if done.returncode:
        pytest.skip("this computer lets nobody trace")
    assert b"PRIVATE KEY" in _written(log.read_text(encoding="ascii", errors="replace"))
