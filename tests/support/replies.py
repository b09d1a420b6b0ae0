"""Made-up replies of Familie+ and wires that give them: the habits of the real service, about nobody.

Shape of a reply: the person looked up first, then everybody in the family and that person again, sorted by number;
fields without a value are left out; `result` is text in the namespace http://www.cpr.dk.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, islice

from lxml import etree
from stdnum.dk import cpr as stdnum_cpr

from familieopslag.domain.accountability import Journal
from familieopslag.domain.codes import CodeListName, CodeLists
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.service.paging import PAGE_SIZE, FamilyLookup, GctpCall
from tests.support.journal import MemoryJournal

NAMESPACE = "http://www.cpr.dk"
STREET = "Opdigtet Allé 4, 1. tv"
OTHER_STREET = "Påfundsvej 77A"
TODAY = date(2026, 11, 23)

CODE_LISTS = CodeLists(
    {
        CodeListName.STATUS: {"01": "Bopæl i Danmark", "80": "Udrejst", "90": "Død"},
        CodeListName.PROTECTION: {"00001": "Navne- og adressebeskyttelse", "00002": "Lokalvejviser"},
        CodeListName.GENDER: {"M": "mand", "K": "kvinde"},
        CodeListName.RELATION: {"Barn": "Barn", "Mor": "Mor"},
        CodeListName.CUSTODY: {"00003": "Mor", "00004": "Far eller medmor"},
        CodeListName.MUNICIPALITY: {"0851": "Aalborg"},
        CodeListName.COUNTRY: {"5180": "Tyskland"},
        CodeListName.ROAD: {},
    }
)

Row = dict[str, str]
"""Field code -> value, in the order in which the fields are sent."""


def invented_number(place: int = 0, *, born: date = date(1962, 3, 14), male: bool = False) -> str:
    """The `place`-th of `invented_numbers`."""
    return next(islice(invented_numbers(born, male=male), place, None))


def invented_numbers(born: date, *, male: bool = False) -> Iterator[str]:
    """The numbers of that birthday which were never given to anybody.

    They fail modulus 11, and such numbers have so far been given to people born on a 1 January only.
    """
    first, end = {18: (5000, 9000), 19: (1000, 4000), 20: (5000, 9000)}[born.year // 100]
    numbers = (f"{born:%d%m%y}{serial}" for serial in range(first + male, end, 2))
    return (number for number in numbers if stdnum_cpr.checksum(number) != 0)


def main_row(number: str, **changes: str | None) -> Row:
    """Row k=0 about `number`, who lives in STREET and is not protected; a change to None leaves a field out."""
    born = Cpr(number).birth_date
    gender = "M" if Cpr(number).is_male_number else "K"
    return _changed(
        {
            "ADRNVN": "Opdigt Testesen",
            "BYNVN": "Påfund",
            "ETAGE": "01",
            "FOEDDATO": f"{born:%Y%m%d}",
            "HUSNR": "004 ",
            "KOEN": gender,
            "KOMKOD": "0851",
            "PNR": number,
            "POSTNR": "9000",
            "SIDEDOER": "tv",
            "STADR": STREET,
            "STATUS": "01",
            "VEJKOD": "1234",
            "CNVN_ADRNVN": "Opdigt Testesen",
            "CNVN_EFTERNVN": "Testesen",
            "CNVN_FORNVN": "Opdigt",
            "CNVN_KOEN": gender,
            "CNVN_STARTDATO": "198702031200",
            "CNVN_STATUS": "01",
        },
        changes,
    )


def own_row(number: str, **changes: str | None) -> Row:
    """The repetition of the person looked up in the family list, which alone has post district and type."""
    return _changed(
        {
            "ADRNVN": "Opdigt Testesen",
            "CNVN_STATUS": "01",
            "CPSN_POSTDISTTXT": "Aalborg",
            "CPST_POSTNR": "9000",
            "FAMMRK": "Andet",
            "PNR_FOEDDATO": number,
            "STADR": STREET,
        },
        changes,
    )


def relative_row(number: str, relation: str = "Barn", **changes: str | None) -> Row:
    """Somebody of the family, who lives in OTHER_STREET and is not protected."""
    return _changed(
        {
            "ADRNVN": "Slægt Testesen",
            "CNVN_STATUS": "01",
            "CPSN_POSTDISTTXT": "Nørresundby",
            "CPST_POSTNR": "9400",
            "FAMMRK": relation,
            "PNR_FOEDDATO": number,
            "STADR": OTHER_STREET,
        },
        changes,
    )


def protected_main(number: str, **changes: str | None) -> tuple[Row, Row]:
    """Main row and own row of a protected person."""
    return main_row(number, BESKYT="X", **changes), own_row(number, CBSK_TYP="00001")


def reply_text(
    *rows: Mapping[str, str],
    receipt: str | None = "0",
    word: str = "Ok",
    receipt_lines: Sequence[str] = (),
) -> str:
    """The text of `result`. `receipt` None: no Kvit at all; `receipt_lines`: rows with Kvittxt inside it."""
    root = etree.fromstring(f'<root xmlns="{NAMESPACE}"/>')
    system = _child(_child(root, "Gctp", v="1.0"), "System", r="CprSoeg")
    service = _child(system, "Service", r="Familie+")
    _child(service, "CprServiceHeader", r="Familie+")
    if rows:
        data = _child(_child(service, "CprData", u="O"), "Rolle", r="HovedRolle")
        _add_rows(_child(data, "Table", r="Familie+"), rows)
    if receipt is not None:
        kvit = _child(service, "Kvit", r=word, t="", v=receipt)
        if receipt_lines:
            _add_rows(_child(kvit, "Table", r="Kvit"), [{"Kvittxt": line} for line in receipt_lines])
    return etree.tostring(root, encoding="unicode")


def key_of(gctp_message: str) -> dict[str, str]:
    """The Key fields of a request: what was asked for."""
    fields = etree.fromstring(gctp_message).iterfind("System/Service/CprServiceHeader/Key/Field")
    return {str(item.get("r")): str(item.get("v")) for item in fields}


@dataclass
class ScriptedWire:
    """A wire that gives one answer after another and keeps what it was asked. An exception is raised."""

    answers: Sequence[str | Exception]
    asked: list[dict[str, str]] = field(default_factory=list)
    correlation_ids: list[str] = field(default_factory=list)
    is_closed: bool = False

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The next answer. An AssertionError when more is asked for than was scripted."""
        del accounting_info
        if len(self.asked) >= len(self.answers):
            raise AssertionError("one call too many")
        answer = self.answers[len(self.asked)]
        self.asked.append(key_of(gctp_message))
        self.correlation_ids.append(correlation_id)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """Remember it."""
        self.is_closed = True


@dataclass
class PagingWire:
    """A wire with one family behind it, at most `page_size` listed rows a reply.

    `honours_key` False: the paging key is ignored, so that the first page comes again and again.
    """

    main: Row
    listed: Sequence[Row]
    page_size: int = PAGE_SIZE
    honours_key: bool = True
    asked: list[dict[str, str]] = field(default_factory=list)

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The page after the row whose number the REST key names."""
        del correlation_id, accounting_info
        key = key_of(gctp_message)
        self.asked.append(key)
        after = key.get("REST", "") if self.honours_key else ""
        rows = sorted(self.listed, key=lambda row: row["PNR_FOEDDATO"])
        page = [row for row in rows if row["PNR_FOEDDATO"] > after][: self.page_size]
        return reply_text(self.main, *page)

    def close(self) -> None:
        """Nothing to close."""


def family_of(number: str, size: int) -> tuple[Row, list[Row]]:
    """Main row and `size` listed rows, the person's own among them."""
    others = islice(invented_numbers(date(2009, 5, 17)), size - 1)
    return main_row(number), [own_row(number), *(relative_row(other) for other in others)]


def lookup_over(
    wire: GctpCall,
    *,
    paging_key: str = "REST",
    new_id: Callable[[], str] | None = None,
    journal: Journal | None = None,
) -> FamilyLookup:
    """The real lookup on a made-up wire."""
    ids = _numbered_ids()
    return FamilyLookup(
        wire,
        CODE_LISTS,
        journal if journal is not None else MemoryJournal(),
        paging_key=paging_key,
        read_timeout=20.0,
        new_id=new_id or (lambda: next(ids)),
    )


def result_of(*rows: Row, extent: Extent | None = None, declaration: str = "") -> LookupResult:
    """The result of looking up the person whose main row is in `rows`; `extent` in place of the true one.

    `declaration`: an XML declaration to stand before the reply, as CPR's own endpoint sends one.
    """
    lookup = lookup_over(ScriptedWire([declaration + reply_text(*rows)]), paging_key="")
    number = next(row["PNR"] for row in rows if "PNR" in row)
    result = lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)
    return result if extent is None else replace(result, extent=extent)


def _numbered_ids() -> Iterator[str]:
    return (f"id-{number}" for number in count(1))


def _changed(row: Row, changes: Mapping[str, str | None]) -> Row:
    merged = {**row, **changes}
    return {code: value for code, value in merged.items() if value is not None}


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for attribute, value in attributes.items():
        element.set(attribute, value)
    return element


def _add_rows(table: etree._Element, rows: Sequence[Mapping[str, str]]) -> None:
    for number, row in enumerate(rows):
        element = _child(table, "Row", k=str(number))
        for code, value in row.items():
            _child(element, "Field", r=code, v=value)
