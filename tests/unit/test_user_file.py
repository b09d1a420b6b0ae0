"""settings.toml written back: what is changed is changed, everything else stays, and nothing is ever half there."""

import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familieopslag.domain import faults
from familieopslag.domain.errand import Purpose
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.configuration.layers import OriginKind
from familieopslag.system.configuration.user_file import UserFile
from familieopslag.system.settings import read_configuration
from tests.support.configurations import SAMPLES

_BEFORE = """\
# Opsat af it-support
andet = 1

[service]  # forbindelsen
environment = "exttest"   # ikke prod endnu
user_uuid = "01234567-89ab-cdef-0123-456789abcdef"
hemmelighed = "bliver stående"

[fremtid]
noget = [1, 2]   # kendes ikke af denne udgave
"""
_IDLE, _ENVIRONMENT, _SIZE = (
    key("privacy", "idle_minutes"),
    key("service", "environment"),
    key("view", "text_size"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text(_BEFORE, encoding="utf-8", newline="\n")
    return file


def test_only_what_is_changed_changes(file: Path) -> None:
    UserFile(file).write({_ENVIRONMENT: "prod", _IDLE: 3})
    text = file.read_text(encoding="utf-8")
    expected = _BEFORE.replace('environment = "exttest"', 'environment = "prod"')
    assert text.startswith(expected)
    assert text.removeprefix(expected).split() == ["[privacy]", "idle_minutes", "=", "3"]


def test_what_is_taken_out_is_gone_and_its_neighbours_stay(file: Path) -> None:
    UserFile(file).write({_ENVIRONMENT: None, _IDLE: None, PURPOSES: None})
    text = file.read_text(encoding="utf-8")
    assert text == "".join(line for line in _BEFORE.splitlines(keepends=True) if "environment" not in line)


def test_no_change_changes_nothing(file: Path) -> None:
    UserFile(file).write({})
    assert file.read_bytes() == _BEFORE.encode()


@pytest.mark.parametrize("of", KEYS, ids=[found.label for found in KEYS])
def test_every_key_can_be_written_changed_and_taken_out(tmp_path: Path, of: Key) -> None:
    file = tmp_path / "ny" / "profil" / "settings.toml"
    for value in SAMPLES[of.label]:
        UserFile(file).write({of: value})
        layer, error = UserFile(file).read()
        assert (layer.values, error) == ({of: value}, None)
    UserFile(file).write({of: None})
    assert UserFile(file).read()[0].values == {}


def test_purposes_are_written_as_tables_that_people_write(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    UserFile(file).write({PURPOSES: (Purpose("BØRN", "Børn og unge"),), _IDLE: 2})
    UserFile(file).write({PURPOSES: (Purpose("A", "Et"), Purpose("B", "To"))})
    text = file.read_text(encoding="utf-8")
    assert '[[purposes]]\ncode = "A"\ntext = "Et"\n' in text
    assert read_configuration(tmp_path).purposes == (Purpose("A", "Et"), Purpose("B", "To"))
    assert read_configuration(tmp_path).privacy.idle_minutes == 2


def test_what_is_written_is_in_force_next_time(file: Path) -> None:
    UserFile(file).write({_SIZE: 150})
    found = read_configuration(file.parent).effective[_SIZE]
    assert (found.value, found.origin.kind) == (150, OriginKind.USER)


def test_a_broken_file_is_never_written_over(file: Path) -> None:
    file.write_text("[service\nenvironment = 1\n")
    with pytest.raises(FamilieopslagError) as caught:
        UserFile(file).write({_IDLE: 3})
    assert caught.value.fault is faults.SETTINGS_UNREADABLE
    assert caught.value.values == {"file": str(file), "line": "1"}
    assert file.read_text() == "[service\nenvironment = 1\n"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("service = 1\n", {_ENVIRONMENT: "prod"}),  # no table to write into
        ("privacy = 1\n", {_IDLE: None}),
        ("[[service]]\n[[service]]\n", {_ENVIRONMENT: "prod"}),
    ],
)
def test_a_file_that_cannot_be_edited_is_left_as_it_is(
    file: Path, text: str, changes: Mapping[Key, Value]
) -> None:
    file.write_text(text)
    with pytest.raises(FamilieopslagError) as caught:
        UserFile(file).write(changes)
    assert caught.value.fault is faults.SETTINGS_UNWRITABLE
    assert caught.value.fault.exit_code is ExitCode.CONFIGURATION
    assert file.read_text() == text


def test_an_edit_that_went_wrong_is_found_out(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tomlkit

    monkeypatch.setattr(tomlkit, "dumps", lambda _: _BEFORE.replace("bliver stående", "blev væk"))
    with pytest.raises(FamilieopslagError) as caught:
        UserFile(file).write({_ENVIRONMENT: "prod"})
    assert caught.value.fault is faults.SETTINGS_UNWRITABLE
    assert file.read_text(encoding="utf-8") == _BEFORE


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FamilieopslagError) as caught:
        UserFile(file).write({_IDLE: 3})
    assert caught.value.fault is faults.SETTINGS_UNWRITABLE
    assert file.read_text(encoding="utf-8") == _BEFORE
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(FamilieopslagError) as caught:
        UserFile(tmp_path / "fil" / "settings.toml").write({_IDLE: 3})
    assert caught.value.fault in (faults.SETTINGS_UNWRITABLE, faults.SETTINGS_UNREADABLE)


@pytest.mark.skipif(os.name == "nt", reason="asks about POSIX modes and links")
def test_the_file_is_the_user_s_alone_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles" / "min.toml", tmp_path / "profil" / "settings.toml"
    for folder in (real.parent, link.parent):
        folder.mkdir()
    link.symlink_to(real)
    UserFile(link).write({_IDLE: 3})
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert tomllib.loads(real.read_text()) == {"privacy": {"idle_minutes": 3}}


_NAMES = st.sampled_from(
    ["service", "privacy", "view", "purposes", "environment", "idle_minutes", "x", "a b"]
)
_PLAIN = st.one_of(st.integers(-5, 20), st.booleans(), st.text("ab\n\"'#[]=", max_size=5))
_TABLES = st.dictionaries(
    _NAMES, st.recursive(_PLAIN, lambda inner: st.dictionaries(_NAMES, inner, max_size=3))
)


@settings(max_examples=60, deadline=None)
@given(_TABLES, st.dictionaries(st.sampled_from(KEYS), st.sampled_from([0, 1, None]), max_size=5))
def test_any_file_is_edited_rightly_or_left_alone(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, object], chosen: dict[Key, int | None]
) -> None:
    import tomlkit

    file = tmp_path_factory.mktemp("profil") / "settings.toml"
    file.write_text(tomlkit.dumps(tables), encoding="utf-8", newline="\n")
    before = file.read_bytes()
    changes = {of: None if which is None else SAMPLES[of.label][which] for of, which in chosen.items()}
    try:
        UserFile(file).write(changes)
    except FamilieopslagError:
        assert file.read_bytes() == before
        return
    after = tomllib.loads(file.read_text(encoding="utf-8"))
    layer, _ = UserFile(file).read()
    for of, value in changes.items():
        assert layer.values.get(of) == value
    for name in set(tables) - {name for of in changes for name in of.path[:1]}:
        assert after[name] == tables[name]
