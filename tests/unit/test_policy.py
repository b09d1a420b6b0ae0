"""Who decides: locked, the user's own, the policy's default, what is built in - for every key and both directions."""

import io
import os
import sys
from pathlib import Path

import pytest

from familieopslag.app import main
from familieopslag.domain import faults
from familieopslag.domain.errand import Purpose
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.configuration.kinds import InvalidValueError, Value
from familieopslag.system.configuration.layers import OriginKind, WarningKind
from familieopslag.system.configuration.policy import PolicyFile, machine_policy
from familieopslag.system.settings import ENDPOINTS, STEERED, Configuration, read_configuration
from tests.support.configurations import SAMPLES, configured, line_of, policy_of
from tests.support.replies import invented_number

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="there, the folder of a test is not the administrators'"
)

_IDLE, _FOLDER = key("privacy", "idle_minutes"), key("audit", "folder")
_STRICTER = [found for found in KEYS if found.strictness in (Strictness.LOWER, Strictness.HIGHER)]
_POLICY = [found for found in KEYS if found.strictness is Strictness.POLICY]
_FREE = [found for found in KEYS if found.strictness is Strictness.FREE]


def _labels(keys: list[Key]) -> list[str]:
    return [found.label for found in keys]


def _force(configuration: Configuration, of: Key) -> tuple[Value, OriginKind]:
    found = configuration.effective[of]
    return found.value, found.origin.kind


def _warned(configuration: Configuration) -> list[tuple[WarningKind, str]]:
    return [(warning.kind, warning.label) for warning in configuration.warnings]


def _environment(of: Key, table: str = "") -> str:
    """What an endpoint needs beside it."""
    return line_of(key("service", "environment"), "custom", table) if of.name == "endpoint" else ""


def test_there_is_a_sample_for_every_key_and_the_two_differ() -> None:
    assert set(SAMPLES) == {found.label for found in KEYS}
    assert all(first != second for first, second in SAMPLES.values())


@pytest.mark.parametrize("of", KEYS, ids=_labels(list(KEYS)))
def test_what_is_locked_no_user_changes(tmp_path: Path, of: Key) -> None:
    for locked, own in (SAMPLES[of.label], SAMPLES[of.label][::-1]):
        policy = line_of(of, locked, "locked") + _environment(of, "locked")
        configuration = configured(tmp_path, user=line_of(of, own), policy=policy)
        assert _force(configuration, of) == (locked, OriginKind.POLICY_LOCKED)
        assert configuration.effective[of].is_locked
        assert configuration.effective[of].origin.place == str(tmp_path / "etc" / "policy.toml")
        assert (WarningKind.LOCKED, of.label) in _warned(configuration)
        with pytest.raises(InvalidValueError) as refused:
            configuration.typed(of, of.kind.text(own))
        assert refused.value.demand == STEERED


@pytest.mark.parametrize("of", KEYS, ids=_labels(list(KEYS)))
def test_the_environment_and_the_arguments_change_nothing_that_is_locked(
    tmp_path: Path, of: Key, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    locked, own = SAMPLES[of.label]
    elsewhere = tmp_path / "andetsteds"
    elsewhere.mkdir()
    (elsewhere / "settings.toml").write_text(line_of(of, own), encoding="utf-8")
    words = (
        of.name,
        f"{of.table}_{of.name}",
        f"FAMILIEOPSLAG_{of.table}_{of.name}",
        f"FAMILIEOPSLAG_{of.name}",
    )
    for name in words:
        monkeypatch.setenv(name.upper(), of.kind.text(own) or "x")
    for name in (
        "FAMILIEOPSLAG_POLICY",
        "PROGRAMDATA",
        "WIN_PD_OVERRIDE_COMMON_APPDATA",
        "XDG_CONFIG_DIRS",
        "HOME",
    ):
        monkeypatch.setenv(name, str(elsewhere))
    source = policy_of(tmp_path / "etc", line_of(of, locked, "locked") + _environment(of, "locked"))
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    assert _force(read_configuration(elsewhere), of) == (locked, OriginKind.POLICY_LOCKED)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    main(["--profile-dir", str(elsewhere), "--print-policy"])
    said = capsys.readouterr().out
    assert "låst af administratoren" in said
    assert of.is_withheld or of is PURPOSES or f"{of.name} = {of.kind.toml(locked)}" in said


def test_the_policy_s_place_is_nobody_s_to_move(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "PROGRAMDATA", "FAMILIEOPSLAG_POLICY"):
        monkeypatch.setenv(name, str(tmp_path))
    (source,) = machine_policy()
    assert isinstance(source, PolicyFile)
    assert source._file == Path("/etc/familieopslag/policy.toml")
    assert set(source._owners) == {0}


@pytest.mark.parametrize("of", KEYS, ids=_labels(list(KEYS)))
def test_without_a_word_of_the_user_the_policy_s_default_is_in_force_and_else_what_is_built_in(
    tmp_path: Path, of: Key
) -> None:
    for default in SAMPLES[of.label]:
        policy = line_of(of, default, "defaults") + _environment(of, "defaults")
        assert _force(configured(tmp_path, policy=policy), of) == (default, OriginKind.POLICY_DEFAULTS)
    value, kind = _force(configured(tmp_path), of)
    assert kind is OriginKind.BUILT_IN
    assert value == (tmp_path / "profil" / "audit" if of is _FOLDER else of.default)


@pytest.mark.parametrize("of", _FREE, ids=_labels(_FREE))
def test_what_is_no_matter_of_strictness_is_the_user_s_own(tmp_path: Path, of: Key) -> None:
    for own, default in (SAMPLES[of.label], SAMPLES[of.label][::-1]):
        user, policy = line_of(of, own), line_of(of, default, "defaults")
        if of.name == "endpoint":
            user += _environment(of)
        configuration = configured(tmp_path, user=user, policy=policy)
        assert _force(configuration, of) == (own, OriginKind.USER)
        assert configuration.warnings == ()
        assert configuration.typed(of, of.kind.text(own)) == own


@pytest.mark.parametrize("of", _STRICTER, ids=_labels(_STRICTER))
def test_a_user_may_be_stricter_than_the_policy_s_default_and_never_looser(tmp_path: Path, of: Key) -> None:
    strict, loose = SAMPLES[of.label]
    stricter = configured(tmp_path, user=line_of(of, strict), policy=line_of(of, loose, "defaults"))
    assert _force(stricter, of) == (strict, OriginKind.USER)
    assert stricter.warnings == ()
    assert stricter.typed(of, of.kind.text(strict)) == strict
    looser = configured(tmp_path, user=line_of(of, loose), policy=line_of(of, strict, "defaults"))
    assert _force(looser, of) == (strict, OriginKind.POLICY_DEFAULTS)
    assert _warned(looser) == [(WarningKind.LOOSER, of.label)]
    with pytest.raises(InvalidValueError) as refused:
        looser.typed(of, of.kind.text(loose))
    assert refused.value.demand.format_map(refused.value.limits).endswith(f"{of.kind.text(strict)}.")


@pytest.mark.parametrize("of", _STRICTER, ids=_labels(_STRICTER))
def test_a_user_may_be_as_strict_as_what_is_built_in_and_never_looser(tmp_path: Path, of: Key) -> None:
    strict, loose = SAMPLES[of.label]
    assert _force(configured(tmp_path, user=line_of(of, strict)), of) == (strict, OriginKind.USER)
    assert _force(configured(tmp_path, user=line_of(of, of.default)), of) == (of.default, OriginKind.USER)
    with_loose = configured(tmp_path, user=line_of(of, loose))
    if loose == of.default or of.allows(loose, of.default):
        assert _force(with_loose, of) == (loose, OriginKind.USER)
        assert of.name in ("reveal", "print", "relatives_flag_delivered", "mask_names", "history")
    else:
        assert _force(with_loose, of) == (of.default, OriginKind.BUILT_IN)
        assert _warned(with_loose) == [(WarningKind.LOOSER, of.label)]


@pytest.mark.parametrize("of", _STRICTER, ids=_labels(_STRICTER))
def test_the_administrator_may_be_looser_than_what_is_built_in(tmp_path: Path, of: Key) -> None:
    _, loose = SAMPLES[of.label]
    for table, kind in (("locked", OriginKind.POLICY_LOCKED), ("defaults", OriginKind.POLICY_DEFAULTS)):
        assert _force(configured(tmp_path, policy=line_of(of, loose, table)), of) == (loose, kind)


@pytest.mark.parametrize(
    ("own", "in_force"), [(0, 5), (15, 5), (6, 5), (5, 5), (4, 4), (1, 1)], ids=lambda minutes: f"{minutes}"
)
def test_never_is_the_loosest_time_of_all(tmp_path: Path, own: int, in_force: int) -> None:
    assert configured(tmp_path, user=line_of(_IDLE, own)).privacy.idle_minutes == in_force


def test_the_administrator_alone_turns_the_idle_clock_off(tmp_path: Path) -> None:
    policy = line_of(_IDLE, 0, "defaults")
    assert configured(tmp_path, policy=policy).privacy.idle_minutes == 0
    assert configured(tmp_path, policy=policy, user=line_of(_IDLE, 15)).privacy.idle_minutes == 15


@pytest.mark.parametrize("of", _POLICY, ids=_labels(_POLICY))
def test_where_the_administrator_has_spoken_the_user_has_no_say_else_the_user_has(
    tmp_path: Path, of: Key
) -> None:
    decided, own = SAMPLES[of.label]
    spoken = configured(tmp_path, user=line_of(of, own), policy=line_of(of, decided, "defaults"))
    assert _force(spoken, of) == (decided, OriginKind.POLICY_DEFAULTS)
    assert _warned(spoken) == [(WarningKind.LOOSER, of.label)]
    with pytest.raises(InvalidValueError) as refused:
        spoken.typed(of, of.kind.text(own))
    assert refused.value.demand == STEERED
    assert _force(configured(tmp_path, user=line_of(of, own)), of) == (own, OriginKind.USER)


def test_no_purposes_is_no_list_of_the_user_s_own(tmp_path: Path) -> None:
    policy = line_of(PURPOSES, (Purpose("BØRN", "Børn og unge"),), "defaults")
    assert configured(tmp_path, user="purposes = []\n", policy=policy).purposes == (
        Purpose("BØRN", "Børn og unge"),
    )


def test_an_empty_folder_does_not_take_the_log_away_from_where_the_administrator_wants_it(
    tmp_path: Path,
) -> None:
    policy = line_of(_FOLDER, Path("/a/log"), "defaults")
    assert configured(tmp_path, user='audit.folder = ""\n', policy=policy).audit.folder == Path("/a/log")


@pytest.mark.parametrize("environment", ["prod", "exttest"])
def test_nobody_gets_past_a_locked_endpoint_by_the_name_of_another_environment(
    tmp_path: Path, environment: str
) -> None:
    policy = '[locked.service]\nendpoint = "https://gateway.example/cpr"\n'
    configuration = configured(tmp_path, user=f'[service]\nenvironment = "{environment}"\n', policy=policy)
    with pytest.raises(FamilieopslagError) as caught:
        configuration.settings()
    assert caught.value.fault is faults.SETTINGS_INVALID
    assert caught.value.values["key"] == "[service] environment"
    assert configuration.effective[key("service", "endpoint")].value == "https://gateway.example/cpr"


def test_a_known_environment_has_its_own_endpoint_whatever_the_policy_proposes(tmp_path: Path) -> None:
    policy = '[defaults.service]\nenvironment = "custom"\nendpoint = "https://gateway.example/cpr"\n'
    configuration = configured(tmp_path, user='[service]\nenvironment = "exttest"\n', policy=policy)
    assert configuration.effective[key("service", "endpoint")].value == ENDPOINTS["exttest"]
    assert _warned(configuration) == [(WarningKind.UNUSED, "[service] endpoint")]
    assert configuration.fault is None


def test_a_locked_environment_s_name_is_not_lent_to_the_user_s_address(tmp_path: Path) -> None:
    user = '[service]\nenvironment = "custom"\nendpoint = "https://a.example/x"\n'
    configuration = configured(tmp_path, user=user, policy='[locked.service]\nenvironment = "prod"\n')
    assert configuration.effective[key("service", "endpoint")].value == ENDPOINTS["prod"]


def test_the_first_source_is_the_stronger(tmp_path: Path) -> None:
    sources = (
        policy_of(tmp_path / "a", "[locked.privacy]\nidle_minutes = 2\n[defaults.view]\ntext_size = 110\n"),
        policy_of(
            tmp_path / "b",
            "[locked.privacy]\nidle_minutes = 3\nhistory = 9\n[defaults.view]\ntext_size = 90\n",
        ),
    )
    configuration = read_configuration(tmp_path / "profil", sources)
    assert (configuration.privacy.idle_minutes, configuration.privacy.history) == (2, 9)
    assert configuration.view.text_size == 110


def test_a_whole_connection_can_come_from_the_policy_and_a_broken_file_of_the_user_changes_nothing(
    tmp_path: Path,
) -> None:
    policy = "".join(
        line_of(of, SAMPLES[of.label][0], "locked") for of in KEYS if of.table in ("service", "certificate")
        if of.name != "endpoint"
    )  # fmt: skip
    for user in ("", "[service\n"):
        configuration = configured(tmp_path, user=user, policy=policy)
        assert configuration.settings().certificate_file == Path("/a/client.p12")
        assert (configuration.fault is None) == (user == "")


def test_a_path_counts_from_the_policy_s_folder_and_never_from_a_home(tmp_path: Path) -> None:
    policy = '[locked]\ncertificate.file = "client.p12"\n'
    assert configured(tmp_path, policy=policy).effective[key("certificate", "file")].value == (
        tmp_path / "etc" / "client.p12"
    )
    assert _refused(tmp_path, '[locked]\naudit.folder = "~/log"\n').values["key"] == "[locked.audit] folder"


def _refused(tmp_path: Path, policy: str) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        configured(tmp_path, policy=policy)
    error = caught.value
    assert error.fault.exit_code is ExitCode.CONFIGURATION
    assert error.values["file"] == str(tmp_path / "etc" / "policy.toml")
    assert "{" not in error.fault.text.format_map(error.values)
    return error


@pytest.mark.parametrize(
    ("policy", "label", "line"),
    [
        ("[locked.privacy]\nreveal = true\nidle_minutes = 99\n", "[locked.privacy] idle_minutes", "3"),
        ('[defaults.privacy]\nidle_minutes = "5"\n', "[defaults.privacy] idle_minutes", "2"),
        ("locked = 1\n", "[locked]", "1"),
        ("[locked]\nprivacy = 1\n", "[locked.privacy] idle_minutes", "2"),
        ("[[locked.purposes]]\ncode = 'x'\n", "[[locked.purposes]]", "1"),
        ("[locked.certificate]\nfile = ''\n", "[locked.certificate] file", "2"),
    ],
)
def test_a_policy_with_a_faulty_value_is_not_followed_in_part(
    tmp_path: Path, policy: str, label: str, line: str
) -> None:
    error = _refused(tmp_path, policy)
    assert error.fault is faults.POLICY_INVALID
    assert (error.values["key"], error.values["line"]) == (label, line)


@pytest.mark.parametrize(
    ("policy", "line"), [("[locked\n", "1"), ("[locked]\na = \n", "2"), ("x = " + "[" * 5000, "–")]
)
def test_a_policy_that_is_no_toml_is_told_with_its_line(tmp_path: Path, policy: str, line: str) -> None:
    error = _refused(tmp_path, policy)
    assert (error.fault, error.values["line"]) == (faults.POLICY_UNREADABLE, line)


def test_unknown_names_warn_and_change_nothing(tmp_path: Path) -> None:
    policy = "[lockd.privacy]\nidle_minutes = 1\n[locked.privat]\nx = 1\n[locked.privacy]\nidle = 1\n"
    user = "[privacy]\nidle = 1\n[gammelt]\nx = 1\n[[purposes]]\ncode = 'A'\ntext = 'B'\nikon = 'c'\n"
    configuration = configured(tmp_path, user=user, policy=policy)
    assert {(warning.label, Path(warning.origin.place).name) for warning in configuration.warnings} == {
        ("[lockd]", "policy.toml"),
        ("[locked.privat]", "policy.toml"),
        ("[locked.privacy] idle", "policy.toml"),
        ("[privacy] idle", "settings.toml"),
        ("[gammelt]", "settings.toml"),
        ("[[purposes]] ikon", "settings.toml"),
    }
    assert configuration.privacy.idle_minutes == 5
    assert configuration.purposes == (Purpose("A", "B"),)
    assert configuration.fault is None


def test_the_log_names_what_has_no_effect_without_values(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    number_like = invented_number()
    user = "[privacy]\nidle_minutes = 15\nhemmelig = 'værdi'\n"
    user += f"{number_like} = 1\n['{number_like[:6]} {number_like[6:]}']\n"
    configured(tmp_path, user=user).log_warnings()
    said = caplog.text
    assert "looser [privacy] idle_minutes" in said
    assert "unknown [privacy] hemmelig" in said
    for never in ("værdi", "15", number_like, number_like[6:], str(tmp_path)):
        assert never not in said


def test_a_folder_without_a_policy_is_no_policy(tmp_path: Path) -> None:
    assert PolicyFile(tmp_path / "policy.toml").read() is None
    assert PolicyFile(tmp_path / "ingen" / "mappe" / "policy.toml").read() is None
    (tmp_path / "fil").write_text("")
    assert PolicyFile(tmp_path / "fil" / "policy.toml").read() is None
