"""settings.toml: what is understood, and that every fault names its file, line or key."""

import os
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain import faults
from familieopslag.domain.errand import Purpose
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.system.paths import SETTINGS_FILE, audit_dir, demo_dir, log_dir, profile_dir
from familieopslag.system.settings import (
    ENDPOINTS,
    AuditSettings,
    Settings,
    ViewSettings,
    built_in_configuration,
    read_audit_settings,
    read_configuration,
    read_settings,
)

AGREEMENT, SYSTEM, USER = (str(uuid.UUID(int=n << 100 | 0xABCDEF)) for n in (1, 2, 3))

GOOD = f"""
[service]
environment = "custom"
endpoint = "https://127.0.0.1:8443/service/CPRLookup/CPRLookup/2"
ca_file = "ca.pem"
service_agreement_uuid = "{AGREEMENT}"
user_system_uuid = "{SYSTEM}"
user_uuid = "{USER}"

[certificate]
file = "certifikat.p12"
"""


def _read(folder: Path, text: str | bytes) -> Settings:
    data = text.encode() if isinstance(text, str) else text
    (folder / SETTINGS_FILE).write_bytes(data)
    return read_settings(folder)


def _fault(folder: Path, text: str | bytes) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        _read(folder, text)
    error = caught.value
    assert error.fault.exit_code is ExitCode.CONFIGURATION
    assert (error.__cause__, error.__suppress_context__) == (None, True)
    assert "{" not in error.fault.text.format_map(error.values)
    assert error.values["file"] == str(folder / SETTINGS_FILE)
    return error


def test_a_whole_file_is_understood(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD) == Settings(
        environment="custom",
        endpoint="https://127.0.0.1:8443/service/CPRLookup/CPRLookup/2",
        ca_file=tmp_path / "ca.pem",
        service_agreement_uuid=AGREEMENT,
        user_system_uuid=SYSTEM,
        user_uuid=USER,
        certificate_file=tmp_path / "certifikat.p12",
        paging_key="REST",
        relatives_flag_delivered=True,
        connect_timeout=5.0,
        read_timeout=20.0,
        proxy="system",
        proxy_user="",
        audit=AuditSettings(folder=tmp_path / "audit"),
        privacy=PrivacySettings(),
        view=ViewSettings(),
        purposes=(),
    )


def test_everything_optional_can_be_set(tmp_path: Path) -> None:
    text = GOOD.replace(
        "[certificate]",
        'paging_key = " AIA "\nrelatives_flag_delivered = false\n'
        "connect_timeout = 2\nread_timeout = 7.5\n[certificate]",
    )
    settings = _read(
        tmp_path,
        f"""{text}
[audit]
folder = "log"
key_file = "audit.key"
retention_months = 12
[privacy]
idle_minutes = 3
reveal = false
reveal_seconds = 30
mask_names = true
clipboard_seconds = 20
print = false
history = 5
[view]
text_size = 120
language = "en"
theme = "dark"
[[purposes]]
code = "BØRN"
text = "Børn og unge"
[[purposes]]
code = "BORGERSERVICE"
text = "Borgerservice"
""",
    )
    assert (settings.paging_key, settings.relatives_flag_delivered) == ("AIA", False)
    assert (settings.connect_timeout, settings.read_timeout) == (2.0, 7.5)
    assert settings.audit == AuditSettings(tmp_path / "log", tmp_path / "audit.key", 12)
    assert settings.privacy == PrivacySettings(
        idle_minutes=3,
        reveal=False,
        reveal_seconds=30,
        reveal_case_number=True,
        mask_names=True,
        clipboard_seconds=20,
        printing=False,
        history=5,
    )
    assert settings.view == ViewSettings(120, "en", "dark")
    assert settings.purposes == (Purpose("BØRN", "Børn og unge"), Purpose("BORGERSERVICE", "Borgerservice"))


def test_what_is_built_in_is_what_the_rest_of_the_program_takes_for_granted(tmp_path: Path) -> None:
    built_in = built_in_configuration(tmp_path)
    assert built_in.privacy == PrivacySettings()
    assert built_in.view == ViewSettings()
    assert built_in.audit == AuditSettings(folder=tmp_path / "audit")
    assert (built_in.purposes, built_in.relatives_flag_delivered) == ((), True)


def test_the_audit_log_has_a_table(tmp_path: Path) -> None:
    text = '[audit]\nfolder = "log"\nkey_file = "~/nøgle"\nretention_months = 12\n'
    expected = AuditSettings(tmp_path / "log", Path.home() / "nøgle", 12)
    assert _read(tmp_path, text + GOOD).audit == expected
    assert _read(tmp_path, GOOD).audit == AuditSettings(tmp_path / "audit", None, 6)
    (tmp_path / SETTINGS_FILE).write_text(text, encoding="utf-8")
    assert read_audit_settings(tmp_path) == expected


def test_the_audit_log_needs_no_settings(tmp_path: Path) -> None:
    assert read_audit_settings(tmp_path) == AuditSettings(tmp_path / "audit")
    assert read_audit_settings().folder == audit_dir(None)
    (tmp_path / SETTINGS_FILE).write_text("[service]\nendpoint = 1\n[audit]\nretention_months = 12\n")
    assert read_audit_settings(tmp_path).retention_months == 12


@pytest.mark.parametrize("text", ["[audit]\nfolder = \n", "[audit]\nfolder = 1\n"])
def test_a_log_that_is_not_understood_is_not_looked_for_elsewhere(tmp_path: Path, text: str) -> None:
    (tmp_path / SETTINGS_FILE).write_text(text)
    with pytest.raises(FamilieopslagError) as caught:
        read_audit_settings(tmp_path)
    assert caught.value.fault in (faults.SETTINGS_UNREADABLE, faults.SETTINGS_INVALID)


def test_records_are_kept_with_the_profile_or_in_the_user_s_own_state() -> None:
    assert audit_dir(Path("/p")) == Path("/p/audit")
    assert demo_dir(Path("/p")) == Path("/p/demo")
    assert audit_dir(None).parts[-2:] == ("Familieopslag", "audit")
    assert demo_dir(None).parent == audit_dir(None).parent


def test_an_empty_paging_key_turns_paging_off(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD.replace("[certificate]", 'paging_key = ""\n[certificate]')).paging_key == ""


@pytest.mark.parametrize("environment", ["exttest", "prod"])
def test_the_two_environments_know_their_endpoint(tmp_path: Path, environment: str) -> None:
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith(("endpoint", "ca_file")))
    settings = _read(tmp_path, text.replace("custom", environment))
    assert settings.endpoint == f"https://{environment}.serviceplatformen.dk/service/CPRLookup/CPRLookup/2"
    assert settings.endpoint == ENDPOINTS[environment]
    assert settings.ca_file is None


@pytest.mark.parametrize("environment", ["exttest", "prod"])
def test_an_address_under_a_known_environment_s_name_is_refused(tmp_path: Path, environment: str) -> None:
    error = _fault(tmp_path, GOOD.replace("custom", environment))
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INVALID, "[service] endpoint")


@pytest.mark.parametrize(
    "spelling",
    ["{%s}", "{ %s }", "  %s  ", "%s", "\\n%s\\n"],
    ids=["braces", "both", "blanks", "plain", "lines"],
)
def test_uuids_are_normalised(tmp_path: Path, spelling: str) -> None:
    settings = _read(tmp_path, GOOD.replace(USER, spelling % USER.upper()))
    assert settings.user_uuid == USER


@pytest.mark.parametrize("key", ["service_agreement_uuid", "user_system_uuid", "user_uuid"])
@pytest.mark.parametrize(
    "value", ['""', '"ikke en uuid"', f'"{USER[:-1]}"', f'"{USER}0"', "17", "true", None]
)
def test_a_faulty_uuid_is_named(tmp_path: Path, key: str, value: str | None) -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"{key} =")]
    if value is not None:
        lines.insert(lines.index("[service]") + 1, f"{key} = {value}")
    error = _fault(tmp_path, "\n".join(lines))
    fault = faults.SETTINGS_INCOMPLETE if value is None else faults.SETTINGS_INVALID
    assert (error.fault, error.values["key"]) == (fault, f"[service] {key}")
    if value is not None:
        assert error.values["line"] == str(lines.index(f"{key} = {value}") + 1)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"custom"', '"test"', "[service] environment"),
        ('"custom"', '""', "[service] environment"),
        ('"custom"', "1", "[service] environment"),
        ("https://127", "http://127", "[service] endpoint"),
        ("https://127.0.0.1:8443", "https://", "[service] endpoint"),
        ("https://127", "https://navn:kode@127", "[service] endpoint"),
        ("127.0.0.1:8443", "127.0.0.1:havn", "[service] endpoint"),
        ("127.0.0.1:8443", "[::1", "[service] endpoint"),
        ('"ca.pem"', "1", "[service] ca_file"),
        ('"certifikat.p12"', '" "', "[certificate] file"),
        ('"certifikat.p12"', "[]", "[certificate] file"),
        ("[certificate]", "paging_key = 1\n[certificate]", "[service] paging_key"),
        (
            "[certificate]",
            'relatives_flag_delivered = "nej"\n[certificate]',
            "[service] relatives_flag_delivered",
        ),
        ("[certificate]", "connect_timeout = 0\n[certificate]", "[service] connect_timeout"),
        ("[certificate]", "read_timeout = -1\n[certificate]", "[service] read_timeout"),
        ("[certificate]", "read_timeout = 301\n[certificate]", "[service] read_timeout"),
        ("[certificate]", "read_timeout = nan\n[certificate]", "[service] read_timeout"),
        ("[certificate]", "read_timeout = inf\n[certificate]", "[service] read_timeout"),
        ("[certificate]", "read_timeout = true\n[certificate]", "[service] read_timeout"),
        ("[certificate]", 'read_timeout = "20"\n[certificate]', "[service] read_timeout"),
        ("[certificate]", 'proxy = "https://proxy:8080"\n[certificate]', "[service] proxy"),
        ("[certificate]", 'proxy = "http://navn:kode@proxy:80"\n[certificate]', "[service] proxy"),
        ("[service]", "service = 1\n[andet]", "[service] environment"),
        ("[service]", "audit = 1\n[service]", "[audit] folder"),
        ("[service]", "[audit]\nfolder = 1\n[service]", "[audit] folder"),
        ("[service]", "[audit]\nkey_file = []\n[service]", "[audit] key_file"),
        *(
            ("[service]", f"[audit]\nretention_months = {months}\n[service]", "[audit] retention_months")
            for months in ("0", "-1", "121", "6.0", "true", '"6"')
        ),
        ("[service]", "[privacy]\nidle_minutes = 16\n[service]", "[privacy] idle_minutes"),
        ("[service]", 'purposes = "BØRN"\n[service]', "[[purposes]]"),
        ("[service]", '[[purposes]]\ncode = "børn"\ntext = "Børn"\n[service]', "[[purposes]]"),
    ],
)
def test_every_other_fault_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in GOOD
    error = _fault(tmp_path, GOOD.replace(old, new))
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INVALID, key)


def test_a_table_under_another_name_is_missed(tmp_path: Path) -> None:
    error = _fault(tmp_path, GOOD.replace("[certificate]", "[certifikat]"))
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INCOMPLETE, "[certificate] file")


def test_a_custom_environment_needs_its_endpoint(tmp_path: Path) -> None:
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith("endpoint"))
    assert _fault(tmp_path, text).values["key"] == "[service] endpoint"


def test_a_final_slash_is_dropped(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD.replace('Lookup/2"', 'Lookup/2/"')).endpoint.endswith("Lookup/2")


def test_a_relative_path_counts_from_the_profile_an_absolute_one_stays(tmp_path: Path) -> None:
    absolute = (tmp_path / "andetsteds" / "ca.pem").as_posix()
    settings = _read(tmp_path, GOOD.replace('"ca.pem"', f'"{absolute}"').replace("certifikat.p12", "a/b.p12"))
    assert settings.ca_file == Path(absolute)
    assert settings.certificate_file == tmp_path / "a" / "b.p12"


def test_a_tilde_is_the_user_s_home(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD.replace('"ca.pem"', '"~/ca.pem"')).ca_file == Path.home() / "ca.pem"


def test_a_home_of_nobody_is_told(tmp_path: Path) -> None:
    error = _fault(tmp_path, GOOD.replace('"certifikat.p12"', '"~ingen-hedder-saadan/c.p12"'))
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INVALID, "[certificate] file")


def test_the_line_is_that_of_the_value_and_not_of_a_word(tmp_path: Path) -> None:
    text = "# idle_minutes = 3\n[view]\n# om idle_minutes\n[privacy]\nidle_minutes = [\n 1,\n]\n"
    assert _fault(tmp_path, text).values["line"] == "–", "a value of several lines has none"
    text = text.replace("[\n 1,\n]", "99")
    assert _fault(tmp_path, text).values["line"] == "5"
    assert _fault(tmp_path, text.replace("\n", "\r\n").replace("# om", "# \u2028")).values["line"] == "5"


def test_a_file_with_byte_order_mark_and_windows_lines_is_read(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert _read(tmp_path, data).user_uuid == USER


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FamilieopslagError) as caught:
        read_settings(tmp_path)
    assert caught.value.fault is faults.SETTINGS_MISSING
    assert caught.value.values == {"file": str(tmp_path / SETTINGS_FILE)}


def test_a_syntax_fault_names_its_line(tmp_path: Path) -> None:
    error = _fault(tmp_path, "# en\n# to\nenvironment = \n")
    assert (error.fault, error.values["line"]) == (faults.SETTINGS_UNREADABLE, "3")


@pytest.mark.parametrize(
    "data", ["[service]\nb = '".encode("utf-16"), b"[service]\n# \xe6\xf8\xe5 latin-1\n"]
)
def test_a_file_in_another_encoding_is_told(tmp_path: Path, data: bytes) -> None:
    assert _fault(tmp_path, data).fault is faults.SETTINGS_UNREADABLE


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).mkdir()
    with pytest.raises(FamilieopslagError) as caught:
        read_settings(tmp_path)
    assert caught.value.fault is faults.SETTINGS_UNREADABLE


@given(st.text(max_size=60))
def test_any_text_is_a_fault_of_its_own(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("profil", numbered=True)
    with pytest.raises(FamilieopslagError) as caught:
        _read(folder, text.encode("utf-8", "surrogatepass"))
    assert caught.value.fault.exit_code is ExitCode.CONFIGURATION


@pytest.mark.parametrize("folder", [profile_dir, audit_dir, log_dir])
def test_every_folder_is_the_user_s_own_and_not_roaming(
    folder: Callable[[Path | None], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert folder(tmp_path).is_relative_to(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    own = folder(None)
    assert "Familieopslag" in own.parts
    assert own.is_relative_to(Path.home()) or sys.platform == "win32"
    assert "Roaming" not in own.parts


def test_no_fault_stops_the_window_from_being_configured(tmp_path: Path) -> None:
    text = GOOD + "[privacy]\nidle_minutes = 99\nreveal = false\n[view]\ntext_size = 150\n"
    (tmp_path / SETTINGS_FILE).write_text(text)
    configuration = read_configuration(tmp_path)
    assert configuration.fault is not None
    assert configuration.fault.values["key"] == "[privacy] idle_minutes"
    assert configuration.fault.values["line"] == str(text.splitlines().index("idle_minutes = 99") + 1)
    assert configuration.privacy == PrivacySettings(reveal=False)
    assert configuration.view.text_size == 150
    assert configuration.settings().user_uuid == USER, "the rest is understood"
    with pytest.raises(FamilieopslagError) as caught:
        read_settings(tmp_path)
    assert caught.value is configuration.fault or caught.value.fault is configuration.fault.fault


@pytest.mark.parametrize(
    ("old", "new"),
    [('"ca.pem"', "1"), ('"custom"', '"prod"'), ("[certificate]", "[audit]\nfolder = 1\n[certificate]")],
)
def test_whom_to_trust_and_what_to_record_is_not_guessed(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / SETTINGS_FILE).write_text("[privacy]\nhistory = 99\n" + GOOD.replace(old, new))
    configuration = read_configuration(tmp_path)
    assert configuration.blocks_lookups
    with pytest.raises(FamilieopslagError) as caught:
        configuration.settings()
    assert caught.value.values["key"] != "[privacy] history", "what stops the lookups is told first"


def test_a_broken_file_is_left_as_it_is(tmp_path: Path) -> None:
    broken = "[service\n# min egen kommentar\n"
    (tmp_path / SETTINGS_FILE).write_text(broken)
    configuration = read_configuration(tmp_path)
    assert configuration.fault is not None
    assert configuration.fault.fault is faults.SETTINGS_UNREADABLE
    assert configuration.effective == built_in_configuration(tmp_path).effective
    with pytest.raises(FamilieopslagError) as caught:
        configuration.settings()
    assert caught.value is configuration.fault
    assert (tmp_path / SETTINGS_FILE).read_text() == broken


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_place_of_the_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / SETTINGS_FILE)
    with pytest.raises(FamilieopslagError) as caught:
        read_settings(tmp_path)
    assert caught.value.fault is faults.SETTINGS_UNREADABLE
