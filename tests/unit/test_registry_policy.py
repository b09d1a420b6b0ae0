"""Policy from the Windows registry: the types that templates write, and every other one refused."""

import sys
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.errand import Purpose
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.configuration.layers import OriginKind
from familieopslag.system.configuration.policy import PolicyFile, PolicySource, machine_policy
from familieopslag.system.configuration.registry import PLACE, RegistryPolicy, open_registry
from familieopslag.system.settings import read_configuration
from tests.support.configurations import SAMPLES, policy_of
from tests.support.fake_registry import (
    REG_BINARY,
    REG_DWORD,
    REG_EXPAND_SZ,
    REG_MULTI_SZ,
    REG_SZ,
    FakeRegistry,
    Tree,
)


def _written(of: Key, value: Value) -> tuple[object, int]:
    """As a template (ADMX) writes it."""
    if isinstance(value, bool | int):
        return int(value), REG_DWORD
    if of is PURPOSES:
        return of.kind.text(value).splitlines(), REG_MULTI_SZ
    return of.kind.text(value), REG_SZ


def _tree(section: str, of: Key, value: Value) -> Tree:
    written = _written(of, value)
    return {section: {of.table: {of.name: written}} if of.table else {of.name: written}}


def _refused(tree: Tree, error: OSError | None = None) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        RegistryPolicy(FakeRegistry(tree, error)).read()
    assert caught.value.values["file"] == PLACE
    assert caught.value.fault.exit_code is ExitCode.CONFIGURATION
    return caught.value


@pytest.mark.skipif(sys.platform == "win32", reason="a full path looks otherwise there")
@pytest.mark.parametrize("of", KEYS, ids=[found.label for found in KEYS])
def test_every_key_can_be_locked_and_proposed(of: Key) -> None:
    for value in SAMPLES[of.label]:
        policy = RegistryPolicy(FakeRegistry(_tree("locked", of, value))).read()
        assert policy is not None
        assert policy.locked.values == {of: value}
        assert (policy.locked.origin.kind, policy.locked.origin.place) == (OriginKind.POLICY_LOCKED, PLACE)
        policy = RegistryPolicy(FakeRegistry(_tree("defaults", of, value))).read()
        assert policy is not None
        assert policy.defaults.values == {of: value}


def test_names_are_the_same_in_capitals() -> None:
    policy = RegistryPolicy(FakeRegistry({"Locked": {"Privacy": {"Idle_Minutes": (3, REG_DWORD)}}})).read()
    assert policy is not None
    assert policy.locked.values == {key("privacy", "idle_minutes"): 3}


def test_without_the_key_there_is_no_policy_and_only_the_one_key_is_asked_for() -> None:
    registry = FakeRegistry(None)
    assert RegistryPolicy(registry).read() is None
    assert registry.opened == [r"SOFTWARE\Policies\Familieopslag"]


@pytest.mark.parametrize(
    ("tree", "label"),
    [
        ({"locked": {"privacy": {"idle_minutes": ("3", REG_EXPAND_SZ)}}}, "[locked.privacy] idle_minutes"),
        ({"locked": {"privacy": {"idle_minutes": (b"3", REG_BINARY)}}}, "[locked.privacy] idle_minutes"),
        ({"locked": {"privacy": {"idle_minutes": (None, REG_DWORD)}}}, "[locked.privacy] idle_minutes"),
        ({"locked": {"privacy": {"idle_minutes": (99, REG_DWORD)}}}, "[locked.privacy] idle_minutes"),
        ({"locked": {"privacy": {"reveal": (2, REG_DWORD)}}}, "[locked.privacy] reveal"),
        ({"defaults": {"view": {"language": (1, REG_DWORD)}}}, "[defaults.view] language"),
        ({"locked": {"audit": {"folder": (r"%TEMP%\log", REG_EXPAND_SZ)}}}, "[locked.audit] folder"),
        ({"locked": {"audit": {"folder": ("log", REG_SZ)}}}, "[locked.audit] folder"),
        ({"locked": {"audit": {"folder": ("~/log", REG_SZ)}}}, "[locked.audit] folder"),
        ({"locked": {"purposes": (["BØRN"], REG_MULTI_SZ)}}, "[[locked.purposes]]"),
        ({"locked": {"purposes": {"a": ("B", REG_SZ)}}}, "[[locked.purposes]]"),
        ({"locked": {"privacy": (1, REG_DWORD)}}, "[locked.privacy] idle_minutes"),
        ({"locked": (1, REG_DWORD)}, "[locked]"),
        ({"locked": {"privacy": {"idle_minutes": {"dybere": {}}}}}, "[locked.privacy] idle_minutes"),
    ],
)
def test_another_type_and_a_faulty_value_are_refused(tree: Tree, label: str) -> None:
    error = _refused(tree)
    assert (error.fault, error.values["key"]) == (faults.POLICY_INVALID, label)


@pytest.mark.parametrize(
    ("text", "flag"),
    [("true", True), ("0", False), ("ja", True), ("nej", False)],
    ids=lambda given: f"{given}",
)
def test_a_flag_may_be_written_as_a_word(text: str, flag: bool) -> None:  # noqa: FBT001
    policy = RegistryPolicy(FakeRegistry({"locked": {"privacy": {"reveal": (text, REG_SZ)}}})).read()
    assert policy is not None
    assert policy.locked.values == {key("privacy", "reveal"): flag}


def test_a_registry_that_cannot_be_read_is_not_taken_for_none() -> None:
    error = _refused({"locked": {"view": {"theme": ("dark", REG_SZ)}}}, PermissionError(5, "no"))
    assert error.fault is faults.POLICY_UNREADABLE


def test_purposes_are_lines() -> None:
    lines = ["BØRN = Børn og unge", "", "YDELSE=Ydelser, a = b"]
    policy = RegistryPolicy(FakeRegistry({"defaults": {"purposes": (lines, REG_MULTI_SZ)}})).read()
    assert policy is not None
    assert policy.defaults.values == {
        PURPOSES: (Purpose("BØRN", "Børn og unge"), Purpose("YDELSE", "Ydelser, a = b"))
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there, the folder of a test is not the administrators'")
def test_the_registry_goes_before_the_file(tmp_path: Path) -> None:
    tree = {"locked": {"privacy": {"idle_minutes": (2, REG_DWORD)}}, "andet": {}}
    sources: tuple[PolicySource, ...] = (
        RegistryPolicy(FakeRegistry(tree)),
        policy_of(tmp_path / "etc", "[locked.privacy]\nidle_minutes = 4\nhistory = 8\n"),
    )
    configuration = read_configuration(tmp_path, sources)
    idle = configuration.effective[key("privacy", "idle_minutes")]
    assert (idle.value, idle.origin.place) == (2, PLACE)
    assert configuration.privacy.history == 8
    assert [warning.label for warning in configuration.warnings] == ["[andet]"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is one there")
def test_off_windows_no_registry_is_looked_for() -> None:
    assert all(isinstance(source, PolicyFile) for source in machine_policy())
    with pytest.raises(ModuleNotFoundError):
        open_registry()
