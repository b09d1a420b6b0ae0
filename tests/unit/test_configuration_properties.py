"""Whatever stands in the files: values that are in force, or an error that can be told, and never a looser rule."""

import math
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.policy_command import policy_lines
from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import KEYS, PURPOSES
from familieopslag.system.configuration.kinds import Value, WholeOrNever
from familieopslag.system.configuration.layers import OriginKind
from familieopslag.system.settings import Configuration
from tests.support.configurations import SAMPLES, configured

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="there, the folder of a test is not the administrators'"
)
_often = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

_NAMES = st.one_of(st.sampled_from([step for key in KEYS for step in key.path]), st.text(max_size=4))
_SCALARS = st.one_of(
    st.integers(-(10**20), 10**20),
    st.integers(-2, 400),
    st.floats(),
    st.booleans(),
    st.text(max_size=12),
    st.dates(),
    st.sampled_from(["~", "~ingen/x", "/", ".", "prod", "custom", "https://a.example"]),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_NAMES, inner, max_size=3)),
    max_leaves=6,
)


def _wild_table() -> st.SearchStrategy[dict[str, object]]:
    tables = st.dictionaries(
        _NAMES, st.one_of(st.dictionaries(_NAMES, _VALUES, max_size=5), _VALUES), max_size=5
    )
    return st.builds(lambda wild, tame: {**tame, **wild}, tables, _tame_table())


def _likely(key: Key) -> st.SearchStrategy[object]:
    """A value of the right kind, most often one that is understood."""
    samples = st.sampled_from([key.kind.plain(value) for value in SAMPLES[key.label]])
    if key.name in ("idle_minutes", "history", "retention_months", "text_size"):
        return st.one_of(samples, st.integers(0, 40))
    if key.name.endswith("_seconds"):
        return st.one_of(samples, st.integers(5, 300))
    return samples


@st.composite
def _tame_table(draw: st.DrawFn) -> dict[str, object]:
    chosen = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=14))
    tables: dict[str, object] = {}
    for key in chosen:
        value = draw(_likely(key))
        if key is PURPOSES:
            tables[key.name] = value
        else:
            table = tables.setdefault(key.table, {})
            assert isinstance(table, dict)
            table[key.name] = value
    return tables


def _toml(tables: Mapping[str, object]) -> str:
    return tomlkit.dumps(tables)


def _read(folder: Path, user: str, policy: str) -> Configuration | None:
    """What is in force, or None for a policy that cannot be used and says so."""
    try:
        return configured(folder, user=user, policy=policy)
    except FamilieopslagError as error:
        _assert_can_be_told(error, "FO-015", "FO-016", "FO-017")
        return None


def _assert_can_be_told(error: FamilieopslagError, *codes: str) -> None:
    assert error.fault.code in codes
    assert error.fault.exit_code is ExitCode.CONFIGURATION
    assert "{" not in error.fault.text.format_map(error.values)


def _looseness(key: Key, value: Value) -> float:
    """Worked out here from what each setting does, not from the table."""
    if isinstance(key.kind, WholeOrNever) and value == 0:
        return math.inf
    assert isinstance(value, int | float)
    tightens = {"retention_months", "reveal_case_number", "mask_names"}
    return -value if key.name in tightens else value


@_often
@given(_wild_table(), _wild_table(), _wild_table())
def test_any_documents_give_values_or_an_error_that_can_be_told(
    tmp_path_factory: pytest.TempPathFactory,
    user: dict[str, object],
    locked: dict[str, object],
    defaults: dict[str, object],
) -> None:
    folder = tmp_path_factory.mktemp("k")
    configuration = _read(folder, _toml(user), _toml({"locked": locked, "defaults": defaults}))
    if configuration is None:
        return
    assert set(configuration.effective) == set(KEYS)
    assert list(policy_lines(configuration))
    assert all((configuration.privacy, configuration.view, configuration.audit.folder))
    if configuration.fault is not None:
        _assert_can_be_told(configuration.fault, "FO-011", "FO-012")
    try:
        configuration.settings()
    except FamilieopslagError as error:
        _assert_can_be_told(error, "FO-010", "FO-011", "FO-012", "FO-013")


@_often
@given(st.one_of(st.text(max_size=200), st.text("[]{}=.\"'\\\n#ab1-:", max_size=60)))
def test_any_text_gives_values_or_an_error_that_can_be_told(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    text = text.encode(errors="replace").decode()
    folder = tmp_path_factory.mktemp("k")
    _read(folder, "", text)
    configuration = configured(folder, user=text)
    assert configuration.fault is None or configuration.fault.fault.code in ("FO-011", "FO-012")


@_often
@given(_tame_table(), _tame_table(), _tame_table())
def test_a_user_never_makes_anything_looser(
    tmp_path_factory: pytest.TempPathFactory,
    user: dict[str, object],
    locked: dict[str, object],
    defaults: dict[str, object],
) -> None:
    folder = tmp_path_factory.mktemp("k")
    policy = _toml({"locked": locked, "defaults": defaults})
    without, with_user = _read(folder, "", policy), _read(folder, _toml(user), policy)
    if without is None or with_user is None:
        assert without is with_user, "the user's file makes no difference to that"
        return
    for key in KEYS:
        before, after = without.effective[key], with_user.effective[key]
        if before.is_locked:
            assert after == before
        elif key.strictness in (Strictness.LOWER, Strictness.HIGHER):
            assert _looseness(key, after.value) <= _looseness(key, before.value), key.label
        elif key.label in ("[service] ca_file", "[audit] folder", "[audit] key_file", "[[purposes]]"):
            assert after.value == before.value or before.origin.kind is not OriginKind.POLICY_DEFAULTS
        else:
            assert key.strictness is Strictness.FREE
