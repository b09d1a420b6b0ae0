"""Every fault has its own stable code, words of its own, and a line in docs/fejl.md."""

import re

import pytest

from familieopslag.domain.faults import ExitCode, Fault
from tests.support.fault_table import catalogue, fault_table
from tests.support.golden import assert_kept
from tests.support.shared_material import PROJECT_ROOT

KNOWN = catalogue()


def test_the_table_for_readers_is_the_catalogue_in_code() -> None:
    assert_kept(PROJECT_ROOT / "docs" / "fejl.md", fault_table())


def test_no_two_faults_share_a_code_or_say_the_same() -> None:
    assert len({fault.code for fault in KNOWN}) == len(KNOWN)
    assert len({fault.text for fault in KNOWN}) == len(KNOWN)
    assert len(KNOWN) > 35


@pytest.mark.parametrize("fault", KNOWN, ids=lambda fault: fault.code)
def test_every_fault_says_what_where_from_and_how_it_ends(fault: Fault) -> None:
    assert re.fullmatch(r"FO-\d{3}", fault.code)
    assert not fault.title.endswith(".")
    for sentence in (fault.text, fault.origin, *filter(None, [fault.action])):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence.startswith(("settings.toml", "[service]"))
        assert "|" not in sentence
    assert fault.exit_code is not ExitCode.OK


@pytest.mark.parametrize("fault", KNOWN, ids=lambda fault: fault.code)
def test_no_fault_speaks_of_the_parts_that_the_program_is_made_of(fault: Fault) -> None:
    said = f"{fault.title} {fault.text} {fault.action}".casefold()
    for word in ("exception", "traceback", "zeep", "requests", "urllib", "openssl", "lxml", "errno"):
        assert word not in said
