"""settings.toml: what is understood, and that every fault names its file, line or key."""

import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain import faults
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system import settings as settings_module
from familieopslag.system.paths import SETTINGS_FILE, audit_dir, demo_dir, profile_dir
from familieopslag.system.settings import (
    ENDPOINTS,
    AuditSettings,
    Settings,
    read_audit_settings,
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
    )


def test_everything_optional_can_be_set(tmp_path: Path) -> None:
    text = GOOD.replace(
        "[certificate]",
        'paging_key = " AIA "\nrelatives_flag_delivered = false\n'
        "connect_timeout = 2\nread_timeout = 7.5\n[certificate]",
    )
    settings = _read(tmp_path, text)
    assert (settings.paging_key, settings.relatives_flag_delivered) == ("AIA", False)
    assert (settings.connect_timeout, settings.read_timeout) == (2.0, 7.5)


def test_the_audit_log_has_a_table(tmp_path: Path) -> None:
    text = '[audit]\nfolder = "log"\nkey_file = "~/nøgle"\nretention_months = 12\n'
    expected = AuditSettings(tmp_path / "log", Path.home() / "nøgle", 12)
    assert _read(tmp_path, text + GOOD).audit == expected
    assert _read(tmp_path, GOOD).audit == AuditSettings(None, None, 6)
    (tmp_path / SETTINGS_FILE).write_text(text, encoding="utf-8")
    assert read_audit_settings(tmp_path) == expected


def test_the_audit_log_needs_no_settings(tmp_path: Path) -> None:
    assert read_audit_settings(tmp_path) == AuditSettings()
    (tmp_path / SETTINGS_FILE).write_text("[audit]\nfolder = \n")
    with pytest.raises(FamilieopslagError) as caught:
        read_audit_settings(tmp_path)
    assert caught.value.fault is faults.SETTINGS_UNREADABLE


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
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INVALID, f"[service] {key}")


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
        ("[certificate]", "[certifikat]", "[certificate] file"),
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
        ("[service]", "service = 1\n[andet]", "[service] environment"),
        ("[service]", "audit = 1\n[service]", "[audit] folder"),
        ("[service]", "[audit]\nfolder = 1\n[service]", "[audit] folder"),
        ("[service]", "[audit]\nkey_file = []\n[service]", "[audit] key_file"),
        *(
            ("[service]", f"[audit]\nretention_months = {months}\n[service]", "[audit] retention_months")
            for months in ("0", "-1", "121", "6.0", "true", '"6"')
        ),
    ],
)
def test_every_other_fault_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in GOOD
    error = _fault(tmp_path, GOOD.replace(old, new))
    assert (error.fault, error.values["key"]) == (faults.SETTINGS_INVALID, key)


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


def test_the_profile_folder_is_the_user_s_own_and_not_roaming() -> None:
    assert profile_dir().is_relative_to(Path.home()) or "Familieopslag" in profile_dir().name


def test_no_environment_is_called_custom() -> None:
    assert settings_module._CUSTOM not in ENDPOINTS
