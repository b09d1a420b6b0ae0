"""The table of settings: nothing twice, nothing without words, and docs/indstillinger.md made of it."""

import pytest

from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import BY_PATH, KEYS, key
from tests.support.golden import assert_kept
from tests.support.settings_table import settings_table
from tests.support.shared_material import PROJECT_ROOT


def test_the_table_for_readers_is_the_table_in_code() -> None:
    assert_kept(PROJECT_ROOT / "docs" / "indstillinger.md", settings_table())


def test_no_key_is_there_twice_and_each_says_what_it_means() -> None:
    assert len(BY_PATH) == len(KEYS) == len({found.label for found in KEYS})
    assert all(found.meaning.endswith(".") for found in KEYS)
    assert len({found.meaning for found in KEYS}) == len(KEYS)


@pytest.mark.parametrize("of", KEYS, ids=[found.label for found in KEYS])
def test_what_is_built_in_is_a_value_of_its_kind_or_has_to_be_set(of: Key) -> None:
    assert (of.default is None) or of.kind.read(of.kind.plain(of.default)) == of.default
    assert not of.is_required or of.default is None


@pytest.mark.parametrize(
    ("table", "name", "strictness"),
    [
        ("service", "relatives_flag_delivered", Strictness.LOWER),
        ("service", "ca_file", Strictness.POLICY),
        ("audit", "folder", Strictness.POLICY),
        ("audit", "key_file", Strictness.POLICY),
        ("audit", "retention_months", Strictness.HIGHER),
        ("privacy", "idle_minutes", Strictness.LOWER),
        ("privacy", "reveal", Strictness.LOWER),
        ("privacy", "reveal_seconds", Strictness.LOWER),
        ("privacy", "reveal_case_number", Strictness.HIGHER),
        ("privacy", "mask_names", Strictness.HIGHER),
        ("privacy", "clipboard_seconds", Strictness.LOWER),
        ("privacy", "print", Strictness.LOWER),
        ("privacy", "history", Strictness.LOWER),
    ],
)
def test_masking_idle_time_trust_and_audit_have_a_direction(
    table: str, name: str, strictness: Strictness
) -> None:
    assert key(table, name).strictness is strictness


def test_nothing_about_privacy_or_audit_is_without_a_direction() -> None:
    free = {found.label for found in KEYS if found.strictness is Strictness.FREE}
    assert not {label for label in free if label.startswith(("[privacy]", "[audit]", "[[purposes]]"))}
