"""The question whether the agreement is accepted: about nobody, on record first, and believed only when it fits."""

import pytest

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.service.agreement import ask_for_nobody
from familieopslag.service.failures import HttpStatusError, SoapFaultError
from familieopslag.service.gctp import NOBODY
from tests.support.journal import MemoryJournal
from tests.support.replies import invented_number, key_of, main_row, reply_text

_ID = "an-id"


class _Wire:
    """Answers every call with one text, or raises."""

    def __init__(self, answer: str | Exception) -> None:
        self.sent: list[tuple[str, str, str]] = []
        self._answer = answer

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        self.sent.append((gctp_message, correlation_id, accounting_info))
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def close(self) -> None:
        """Nothing is open."""


def _receipt(code: str, word: str = "Fejl") -> str:
    kvit = f'<Kvit r="{word}" t="" v="{code}"/>'
    service = f'<Service r="Familie+"><CprServiceHeader r="Familie+"/>{kvit}</Service>'
    return (
        f'<root xmlns="http://www.cpr.dk"><Gctp v="1.0"><System r="CprSoeg">{service}</System></Gctp></root>'
    )


def _ask(wire: _Wire, journal: MemoryJournal | None = None) -> int:
    return ask_for_nobody(wire, journal or MemoryJournal(), read_timeout=20.0, new_id=lambda: _ID)


def _fault(answer: str | Exception, journal: MemoryJournal | None = None) -> Fault:
    with pytest.raises(FamilieopslagError) as caught:
        _ask(_Wire(answer), journal)
    assert caught.value.correlation_id == _ID
    return caught.value.fault


def test_nobody_s_number_could_not_be_looked_up() -> None:
    assert NOBODY == "0000000000"
    with pytest.raises(ValueError, match="not a personnummer"):
        Cpr(NOBODY)


def test_the_number_is_none_and_no_errand_goes_with_it() -> None:
    wire, journal = _Wire(_receipt("52")), MemoryJournal()
    assert _ask(wire, journal) == 52
    message, call_id, accounting = wire.sent[0]
    assert (key_of(message), call_id, accounting) == ({"PNR": NOBODY}, _ID, "")
    assert journal.told == [("forbindelsestest", "sendes"), ("forbindelsestest", "ok")]
    assert {(e.event, e.subject, e.correlation_id) for e in journal.entries} == {
        (AuditEvent.TESTED, None, _ID)
    }


@pytest.mark.parametrize(("code", "word"), [("52", "Fejl"), ("172", "Fejl"), ("0", "Ok")])
def test_a_receipt_that_judges_the_number_accepts_the_agreement(code: str, word: str) -> None:
    assert _ask(_Wire(_receipt(code, word))) == int(code)


@pytest.mark.parametrize("code", ["4", "5", "16", "184", "4599", "", "abc"])
def test_every_other_receipt_refuses_it(code: str) -> None:
    assert _fault(_receipt(code)) is faults.RECEIPT


def test_a_reply_about_somebody_is_not_read() -> None:
    assert _fault(reply_text(main_row(invented_number()))) is faults.REPLY_OF_ANOTHER


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (SoapFaultError(("SP-1",)), faults.SERVICE_FAULT),
        (HttpStatusError(403), faults.ACCESS_DENIED),
        (RuntimeError("whatever"), faults.UNEXPECTED),
        ("no xml", faults.REPLY_UNREADABLE),
    ],
)
def test_what_goes_wrong_is_a_fault_and_on_record(answer: str | Exception, fault: Fault) -> None:
    journal = MemoryJournal()
    assert _fault(answer, journal) is fault
    assert journal.told == [("forbindelsestest", "sendes"), ("forbindelsestest", fault.code)]


def test_what_cannot_be_recorded_is_not_asked() -> None:
    wire = _Wire(_receipt("52"))
    with pytest.raises(FamilieopslagError) as caught:
        _ask(wire, MemoryJournal(accepts=0))
    assert caught.value.fault is faults.AUDIT_UNWRITABLE
    assert wire.sent == []
