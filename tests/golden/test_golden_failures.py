"""What a reader sees when a reply brings nobody, for each kind of such a reply, in files that are read in review.

The replies are the test service's, over mutual TLS; only the id is left out. After a change that is meant, write them
anew with FAMILIEOPSLAG_REWRITE=1 and read the difference.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from familieopslag.assembly import open_lookup
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, report_of
from familieopslag.domain.ports import LookupRequest
from familieopslag.presentation.failures import present_failure
from familieopslag.presentation.view_models import FailureView
from familieopslag.system.settings import read_settings
from familieopslag.testservice.faults.catalogue import FAULTS
from familieopslag.testservice.server import LocalService
from tests.support.golden import assert_kept
from tests.support.journal import MemoryJournal
from tests.support.persons import PERSON

AT = datetime(2026, 11, 23, 14, 2, 31, tzinfo=ZoneInfo("UTC"))
FOLDER = Path(__file__).parent / "fejl"

KINDS = {
    "kvit_172": "kvit-172",
    "kvit_52": "kvit-52",
    "kvit_med_tekstlinjer": "kvit-with-lines",
    "soap_fault_uden_detail": "fault-plain",
    "soap_fault_med_detail": "fault-error-list",
    "html_403": "html-403",
    "ingen_kvittering": "kvit-missing",
    "ingen_raekker": "no-rows",
    "en_anden_person": "another-person",
}
"""By the name of the fault that the test service is told to commit."""


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    with LocalService() as service:
        yield service


@pytest.mark.parametrize("name", KINDS)
def test_a_failure_reads_as_kept(name: str, service: LocalService) -> None:
    lookup = open_lookup(read_settings(service.profile_dir), MemoryJournal(), service.passphrase)
    service.inject(FAULTS[KINDS[name]])
    try:
        with pytest.raises(FamilieopslagError) as caught:
            lookup.lookup(LookupRequest(Cpr(PERSON)), lambda _partial: None, lambda: False)
    finally:
        service.behave()
        lookup.close()
    text = _text(present_failure(report_of(caught.value), AT))
    assert PERSON not in text
    assert_kept(FOLDER / f"{name}.txt", text)


def test_every_kept_failure_has_its_kind() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(KINDS)


def _text(view: FailureView) -> str:
    lines = (
        view.title,
        f"  {view.text}",
        f"  {view.action}",
        f"  Knap: {'Prøv igen' if view.can_retry else '–'}",
        f"  {view.code} · {view.time}",
        "",
        "Tekniske detaljer",
        *(f"  {line}" for line in view.details.splitlines()),
    )
    return "".join(f"{line}\n" for line in lines).replace(view.correlation_id, "‹fejl-id›")
