"""GCTP inside a SOAP reply that is as it should be: receipts that refuse, other persons, pages without end."""

import itertools
from collections.abc import Callable, Iterator
from typing import Protocol

from lxml import etree

from familieopslag.testservice import gctp, soap
from familieopslag.testservice.exchange import Delivery, ReceivedRequest, Reply
from familieopslag.testservice.faults.kinds import InjectedFault, OnRequest
from familieopslag.testservice.personnummer import may_have_been_issued
from familieopslag.testservice.rows import Row
from familieopslag.testservice.xmltools import parse

_CPR = "{http://www.cpr.dk}"
_DATE_OF_NOBODY = "311299"
"""31 December 1999: numbers of it that fail modulus 11 have not been given to anybody."""


class Change(Protocol):
    """Changes the root of a reply's GCTP in place."""

    def __call__(self, root: etree._Element, request: ReceivedRequest, /) -> None:
        """Do it."""


def _with(change: Change) -> OnRequest:
    """The usual reply with its GCTP changed; a reply that has no GCTP stays as it is."""

    def changed(request: ReceivedRequest, usual: Reply) -> Reply:
        text = soap.result_of(usual.body)
        if text is None:
            return usual
        root = parse(text.encode())
        change(root, request)
        return Reply(soap.response(etree.tostring(root, encoding="unicode")))

    return OnRequest(changed)


def _with_text(change: Callable[[str], str]) -> OnRequest:
    """The same with its text."""

    def changed(_request: ReceivedRequest, usual: Reply) -> Reply:
        text = soap.result_of(usual.body)
        return usual if text is None else Reply(soap.response(change(text)))

    return OnRequest(changed)


def _on_later_pages(effect: OnRequest) -> OnRequest:
    def changed(request: ReceivedRequest, usual: Reply) -> Delivery:
        return effect.treatment(request, usual) if gctp.PAGING_KEY in request.key else usual

    return OnRequest(changed)


def _receipt(code: int, text: str) -> OnRequest:
    return OnRequest(lambda _request, _usual: Reply(soap.response(gctp.receipt_text(code, text))))


def _nested(_request: ReceivedRequest, usual: Reply) -> Reply:
    text = soap.result_of(usual.body)
    return usual if text is None else Reply(soap.nested_response(parse(text.encode())))


def _without(tag: str) -> Change:
    def remove(root: etree._Element, _request: ReceivedRequest) -> None:
        for element in list(root.iter(f"{_CPR}{tag}")):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)

    return remove


def _refuse_with_lines(root: etree._Element, request: ReceivedRequest) -> None:
    """As CPR's own endpoint words a refusal: a table of lines inside the receipt."""
    _without("CprData")(root, request)
    for kvit in root.iter(f"{_CPR}Kvit"):
        kvit.attrib.update({"r": "Fejl", "v": "4599", "t": f"Fejl ved {request.pnr}"})
        table = etree.SubElement(kvit, f"{_CPR}Table", r="Kvittxt")
        for place, line in enumerate((f"Opslag på {request.pnr} blev afvist.", "Kontakt CPR-kontoret.")):
            row = etree.SubElement(table, f"{_CPR}Row", k=str(place))
            etree.SubElement(row, f"{_CPR}Field", r="Kvittxt", v=line)


def _name_it_ok_with_an_error(root: etree._Element, _request: ReceivedRequest) -> None:
    for kvit in root.iter(f"{_CPR}Kvit"):
        kvit.set("v", "184")


def _of_another(root: etree._Element, request: ReceivedRequest) -> None:
    another = next(number for number in _numbers_of_nobody() if number != request.pnr)
    for field in root.iter(f"{_CPR}Field"):
        if field.get("r") == "PNR":
            field.set("v", another)


def _say_everything_twice(root: etree._Element, _request: ReceivedRequest) -> None:
    for row in root.iter(f"{_CPR}Row"):
        row.extend([etree.fromstring(etree.tostring(field)) for field in row])


def _always_another_page(request: ReceivedRequest, usual: Reply) -> Reply:
    """Row 0 of the usual reply, and the twenty nobodies that follow the last one that the client has."""
    text = soap.result_of(usual.body)
    rows = gctp.read_rows(text) if text is not None else ()
    if not rows:
        return usual
    last = request.key.get(gctp.PAGING_KEY, "")
    relatives = itertools.islice(
        (_nobody(number) for number in _numbers_of_nobody() if number > last), gctp.PAGE_SIZE
    )
    return Reply(soap.response(gctp.answer_text(rows[0], relatives)))


def _nobody(number: str) -> Row:
    return {"ADRNVN": "Ingen Opdigtet", "CNVN_STATUS": "01", "FAMMRK": "Barn", "PNR_FOEDDATO": number}


def _numbers_of_nobody() -> Iterator[str]:
    numbers = (f"{_DATE_OF_NOBODY}{serial:04}" for serial in range(10_000))
    return (number for number in numbers if not may_have_been_issued(number))


FAULTS = (
    InjectedFault("kvit-52", "Kvittering 52: nummeret er ikke gyldigt.", _receipt(52, "Skal være gyldigt")),
    InjectedFault("kvit-172", "Kvittering 172: personen findes ikke.", _receipt(172, "Findes ikke i CPR")),
    InjectedFault("kvit-4", "Kvittering 4: ukendt myndighed.", _receipt(4, "Ukendt myndighed")),
    InjectedFault("kvit-5", "Kvittering 5: ingen ret til opslaget.", _receipt(5, "Ingen ret")),
    InjectedFault("kvit-16", "Kvittering 16: forkert feltreference.", _receipt(16, "Forkert feltreference")),
    InjectedFault("kvit-184", "Kvittering 184: ingen adgang.", _receipt(184, "Ingen adgang")),
    InjectedFault(
        "kvit-with-lines", "Kvittering 4599 med tekstlinjer, som nævner nummeret.", _with(_refuse_with_lines)
    ),
    InjectedFault("kvit-ok-184", "Kvitteringen siger Ok og 184 samtidig.", _with(_name_it_ok_with_an_error)),
    InjectedFault("kvit-missing", "Svaret har ingen kvittering.", _with(_without("Kvit"))),
    InjectedFault("no-rows", "Kvitteringen er Ok, men der er ingen person i svaret.", _with(_without("Row"))),
    InjectedFault("another-person", "Svaret handler om en anden person.", _with(_of_another)),
    InjectedFault(
        "inner-malformed", "Indholdet i svaret er afbrudt XML.", _with_text(lambda text: text[:-20])
    ),
    InjectedFault(
        "inner-dtd",
        "Indholdet i svaret har en dokumenttype (DTD).",
        _with_text(lambda text: f'<!DOCTYPE root [<!ENTITY a "b">]>{text}'),
    ),
    InjectedFault(
        "inner-declaration",
        "Indholdet begynder med en XML-erklæring. Ingen fejl.",
        _with_text(lambda text: f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'),
    ),
    InjectedFault("nested-result", "Indholdet er elementer og ikke tekst. Ingen fejl.", OnRequest(_nested)),
    InjectedFault(
        "duplicate-fields", "Hvert felt kommer to gange. Ingen fejl.", _with(_say_everything_twice)
    ),
    InjectedFault(
        "always-another-page",
        "Der er altid en side mere med nye personer. Programmet stopper selv.",
        OnRequest(_always_another_page),
    ),
    InjectedFault(
        "page-2-of-another",
        "Side 2 handler om en anden person: kun side 1 vises.",
        _on_later_pages(_with(_of_another)),
    ),
    InjectedFault(
        "page-2-refused", "Side 2 afvises: kun side 1 vises.", _on_later_pages(_receipt(184, "Ingen adgang"))
    ),
)
