"""`--print-policy`: every setting, who said so, and nothing that is not for others."""

import io
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from familieopslag.app import main
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.policy_command import policy_lines, print_policy
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.configuration.registry import RegistryPolicy
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.system.settings import Configuration, read_configuration
from tests.support.configurations import SAMPLES, configured, policy_of
from tests.support.fake_registry import REG_DWORD, FakeRegistry
from tests.support.golden import assert_kept
from tests.support.shared_material import PROJECT_ROOT

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="there, the folder of a test is not the administrators'"
)

_POLICY = """
[locked.service]
environment = "prod"
service_agreement_uuid = "11111111-2222-3333-4444-555555550001"
user_system_uuid = "11111111-2222-3333-4444-555555550002"

[locked.privacy]
reveal_seconds = 30
mask_names = true

[locked.audit]
retention_months = 12

[defaults.privacy]
idle_minutes = 10
clipboard_seconds = 30

[defaults.view]
text_size = 110

[[defaults.purposes]]
code = "BØRN"
text = "Børn og unge"

[[defaults.purposes]]
code = "BORGERSERVICE"
text = "Borgerservice"

[defaults.skrivefejl]
x = 1
"""
_USER = """
[service]
environment = "exttest"
user_uuid = "{11111111-2222-3333-4444-55555555000A}"
proxy = "http://proxy.example:8080"
proxy_user = "ab12"
ukendt = "værdi"

[privacy]
idle_minutes = 7
clipboard_seconds = 60
history = 10
reveal_case_number = false

[view]
text_size = 125
"""


def _layered(tmp_path: Path) -> Configuration:
    profile = tmp_path / "profil"
    profile.mkdir()
    (profile / "settings.toml").write_text(_USER, encoding="utf-8")
    registry = RegistryPolicy(FakeRegistry({"locked": {"privacy": {"reveal": (0, REG_DWORD)}}}))
    return read_configuration(profile, (registry, policy_of(tmp_path / "etc", _POLICY)))


def _text(configuration: Configuration) -> str:
    return "".join(f"{line}\n" for line in policy_lines(configuration))


def test_the_layers_as_they_are_printed_are_kept_for_review(tmp_path: Path) -> None:
    text = _text(_layered(tmp_path)).replace(str(tmp_path), "")
    _, _, text = text.partition("\n")  # the version
    assert_kept(PROJECT_ROOT / "tests" / "golden" / "indstillinger" / "lagene.toml", text)


def test_what_is_printed_is_toml_and_says_what_is_in_force(tmp_path: Path) -> None:
    configuration = _layered(tmp_path)
    printed = tomllib.loads(_text(configuration))
    for of in KEYS:
        found = configuration.effective[of]
        here: object = printed
        for step in of.path:
            assert isinstance(here, Mapping)
            here = here.get(step)
        is_told = found.value is not None and not of.is_withheld
        assert here == (of.kind.plain(found.value) if is_told else None), of.label


def test_every_key_is_named_also_where_nothing_is_set(tmp_path: Path) -> None:
    text = _text(configured(tmp_path))
    for of in KEYS:
        assert f"{of.name} " in text or f"# {of.name}:" in text
    assert text.count("mangler") == sum(of.is_required for of in KEYS)
    assert tomllib.loads(text)


@pytest.mark.parametrize("place", [0, 1])
def test_every_value_can_be_printed_and_read_again(tmp_path: Path, place: int) -> None:
    told = [of for of in KEYS if not of.is_withheld and of.name != "endpoint"]
    user = "".join(
        f"{'.'.join(of.path)} = {of.kind.toml(SAMPLES[of.label][place])}\n"
        for of in told
        if of is not PURPOSES
    )
    first = configured(tmp_path, user=user)
    again = configured(tmp_path, user=_text(first))
    assert {of: found.value for of, found in first.effective.items() if of in told} == {
        of: found.value for of, found in again.effective.items() if of in told
    }


def test_no_secret_and_nobody_s_name_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "adgangskoden-til-certifikatet")
    (tmp_path / "settings.toml").write_text(
        _USER + "[certificate]\npassphrase = 'hemmelig'\n", encoding="utf-8"
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert main(["--profile-dir", str(tmp_path), "--print-policy"]) == ExitCode.OK
    said = "".join(capsys.readouterr())
    for secret in ("adgangskoden", "hemmelig", "værdi", "ab12"):
        assert secret not in said
    assert "# proxy_user er sat, men vises ikke" in said
    assert "Ukendt nøgle: [certificate] passphrase" in said


def _printed(read: Configuration | FamilieopslagError) -> tuple[ExitCode, str, str]:
    def give() -> Configuration:
        if isinstance(read, FamilieopslagError):
            raise read
        return read

    out, err = io.StringIO(), io.StringIO()
    return print_policy(give, out, err), out.getvalue(), err.getvalue()


def test_a_faulty_file_of_the_user_is_told_with_line_and_key_beside_what_is_in_force(tmp_path: Path) -> None:
    code, out, err = _printed(configured(tmp_path, user="[view]\n# stort\ntext_size = 1000\n"))
    assert code == ExitCode.CONFIGURATION
    assert "text_size = 100 " in out
    path = tmp_path / "profil" / "settings.toml"
    assert f"Indstillingen [view] text_size i {path}, linje 3, er ikke gyldig." in err
    assert "FO-012" in err
    assert "1000" not in out + err


def test_a_policy_that_is_refused_is_exit_code_3_and_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = policy_of(tmp_path / "etc", _POLICY)
    (tmp_path / "etc" / "policy.toml").chmod(0o666)
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert main(["--profile-dir", str(tmp_path), "--print-policy"]) == ExitCode.CONFIGURATION
    said = capsys.readouterr()
    assert said.out == ""
    assert "andre end administratoren kan ændre filen eller mappen" in said.err
    assert "FO-015" in said.err
    assert str(tmp_path / "etc" / "policy.toml") in said.err
    assert "Traceback" not in said.err


def test_a_process_of_its_own_prints_without_qt(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom familieopslag.app import main\ncode = main(sys.argv[1:])\n"
        "print([n for n in sys.modules if n.startswith('PySide6')], file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--profile-dir", str(tmp_path), "--print-policy"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode in (ExitCode.OK, ExitCode.CONFIGURATION)  # this computer may have a policy
    assert done.stderr.splitlines()[-1] == "[]"
    if done.returncode == ExitCode.OK:
        assert set(tomllib.loads(done.stdout)) >= {"service", "privacy", "audit", "view"}


def test_the_audit_folder_that_is_printed_is_where_the_log_goes(tmp_path: Path) -> None:
    printed = tomllib.loads(_text(configured(tmp_path)))
    assert printed["audit"]["folder"] == str(tmp_path / "profil" / "audit")
    assert key("audit", "folder").default is None
