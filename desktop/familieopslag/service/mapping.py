"""From rows to persons (service.md §1.5, §2). Rows are told apart by number, never by position."""

import unicodedata
from dataclasses import dataclass

from familieopslag.domain.codes import CodedValue, CodeListName, CodeLists
from familieopslag.domain.cpr import Cpr, from_register
from familieopslag.domain.dates import RegisterDate, read_date
from familieopslag.domain.fields import Kind, spec_of
from familieopslag.domain.person import Address, Custody, Field, Holder, Person, Relation, Relative, Row
from familieopslag.service.failures import UnreadableReplyError
from familieopslag.service.gctp import GctpReply, RawField

_NUMBER_CODES = ("PNR_FOEDDATO", "PNT_FOEDDATO")
_AUTHORITIES = (CodeListName.MUNICIPALITY, CodeListName.COUNTRY)
_RELATIONS = {relation.value: relation for relation in Relation if relation.value}
_HOLDERS = {holder.value: holder for holder in Holder}


class ReplyOfAnotherError(Exception):
    """The reply's main row is about somebody else than was asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """One reply, read. `person` None: a further page without main row. `row_count` counts every row."""

    person: Person | None
    own_row: Row | None
    relatives: tuple[Relative, ...]
    row_count: int
    last_key: str


def read_page(reply: GctpReply, asked: Cpr, code_lists: CodeLists) -> Page:
    """The persons in a reply to a lookup of `asked`.

    Raises UnreadableReplyError when rows cannot be told apart, ReplyOfAnotherError when the main row is not about
    `asked`.
    """
    rows = [_row(fields, code_lists) for fields in reply.rows]
    mains = [row for row in rows if row.get("PNR") or row.get("FOEDDATO")]
    if len(mains) > 1 or any(not row.fields or _is_about_several(row) for row in rows):
        raise UnreadableReplyError("rows")
    if mains and mains[0].get("PNR") != asked.digits:
        raise ReplyOfAnotherError
    listed = [row for row in rows if row not in mains]
    own = [row for row in listed if row.get(*_NUMBER_CODES) == asked.digits]
    others = [row for row in listed if row.get(*_NUMBER_CODES) != asked.digits]
    # Should the own row come twice, no flag of either may get lost.
    own_row = Row(tuple(item for row in own for item in row.fields)) if own else None
    return Page(
        person=_person(mains[0], own_row, asked) if mains else None,
        own_row=own_row,
        relatives=tuple(_relative(row) for row in others),
        row_count=len(rows),
        last_key=listed[-1].get(*_NUMBER_CODES) if listed else "",
    )


def with_own_row(person: Person, own_row: Row | None) -> Person:
    """`person` again, now that a later page has brought the own row and with it the post district."""
    return _person(person.row, own_row, person.cpr)


def _is_about_several(row: Row) -> bool:
    """Whether a row names two numbers: whose flags it then holds cannot be known."""
    codes = ("PNR",) if row.get("PNR") else _NUMBER_CODES
    return len({number for code in codes for number in row.values(code)}) > 1


def _row(fields: tuple[RawField, ...], code_lists: CodeLists) -> Row:
    return Row(tuple(Field(raw.code, raw.value, _words(raw, code_lists)) for raw in fields))


def _words(raw: RawField, code_lists: CodeLists) -> str | None:
    spec = spec_of(raw.code)
    if not raw.value.strip():
        return None
    if spec.kind is Kind.AUTHORITY:
        # One number space: municipalities below, countries above (service.md §5.6).
        found = (code_lists.value(name, raw.value).text for name in _AUTHORITIES)
        return next((text for text in found if text is not None), None)
    return code_lists.value(spec.code_list, raw.value).text if spec.code_list else None


def _person(row: Row, own_row: Row | None, cpr: Cpr) -> Person:
    return Person(
        cpr=cpr,
        row=row,
        name=row.get("ADRNVN", "CNVN_ADRNVN") or None,
        birth=_date(row, "FOEDDATO", "FOEDDATOUSM"),
        gender=row.coded("KOEN", "CNVN_KOEN"),
        status=row.coded("STATUS", "CNVN_STATUS"),
        status_date=_date(row, "STARTDATOSTATUS", "CNVN_STATUSDATOUSM"),
        current_cpr=_another(row.get("PNRGAELD"), cpr),
        address=_main_address(row, own_row or Row()),
        custody=tuple(custody for side in "AB" if (custody := _custody(row, side)) is not None),
        has_former_names=bool(row.get("HISTORIKMRK")),
    )


def _another(text: str, cpr: Cpr) -> Cpr | None:
    number = from_register(text)
    return number if number != cpr else None


def _main_address(row: Row, own: Row) -> Address:
    return Address(
        standard=row.get("STADR") or own.get("STADR"),
        postal_code=_postal_code(row.get("POSTNR")) or _postal_code(own.get("CPST_POSTNR")),
        postal_district=own.get("CPSN_POSTDISTTXT") or row.get("CPSN_POSTDISTTXT"),
        town=row.get("BYNVN"),
        care_of=row.get("CONVN"),
        locality=row.get("LOKALITET"),
        municipality=row.coded("KOMKOD"),
        road_code=row.get("VEJKOD"),
        house_number=row.get("HUSNR"),
        floor=row.get("ETAGE"),
        door=row.get("SIDEDOER"),
        building_number=row.get("BNR"),
        foreign_lines=tuple(line for n in range(1, 6) if (line := row.get(f"UDLANDSADR{n}"))),
        foreign_country=row.coded("UDRLANDEKOD", "UDR_LANDEKOD"),
    )


def _postal_code(text: str) -> str:
    """A zero is how the register says that there is none."""
    return text if text.strip("0") else ""


def _custody(row: Row, side: str) -> Custody | None:
    code = row.coded(f"CFMY_RELTYP{side}")
    if code is None:
        return None
    number = code.number
    holder = _HOLDERS.get(number) if number is not None else None
    return Custody(
        CodedValue(code.code, code.text),
        holder,
        _date(row, f"CFMY_STARTDATO{side}", f"CFMY_STARTDATOUSM{side}"),
        from_register(row.get(f"FORAELDRE_MYN_PNR{side}")),
    )


def _relative(row: Row) -> Relative:
    number = row.get(*_NUMBER_CODES)
    cpr = from_register(number)
    word = unicodedata.normalize("NFC", row.get("FAMMRK")).casefold()
    return Relative(
        row=row,
        relation=_RELATIONS.get(word, Relation.UNKNOWN),
        cpr=cpr,
        birth=read_date(f"{cpr.birth_date:%Y%m%d}") if cpr is not None else read_date(number),
        name=row.get("ADRNVN") or None,
        status=row.coded("CNVN_STATUS", "STATUS"),
        address=Address(
            standard=row.get("STADR"),
            postal_code=_postal_code(row.get("CPST_POSTNR", "POSTNR")),
            postal_district=row.get("CPSN_POSTDISTTXT"),
        ),
    )


def _date(row: Row, code: str, uncertainty: str) -> RegisterDate | None:
    return read_date(row.get(code), uncertain=bool(row.get(uncertainty)))
