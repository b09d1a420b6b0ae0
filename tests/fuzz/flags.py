"""What a spoiled reply still says of protection, read without the program's own code.

The program must never show what this finds: the address of somebody whose flag is in place.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_NAMESPACE = "{http://www.cpr.dk}"
_SHORTEST = 4
"""A shorter piece than this gives nothing away (and is in too many other words)."""


_Row = list[tuple[str, str]]


@dataclass(frozen=True)
class Flags:
    """`main_is_flagged`: a row about the person looked up carries a flag; `streets`: STADR of flagged rows.

    Left out of `streets` is what the reply tells elsewhere too: in a field that is no street, or as the street of
    a row with another post code, which is another place.
    """

    main_is_flagged: bool
    streets: frozenset[str]


def flags_in(text: str, number: str) -> Flags | None:
    """The flags in place in the rows of a reply about `number`; None when it is no XML, or has rows that are none."""
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ET.ParseError:
        return None
    service = root.find(f"{_NAMESPACE}Gctp/{_NAMESPACE}System/{_NAMESPACE}Service")
    if service is None:
        return None
    rows = [
        [
            ((field.get("r") or "").strip().upper(), (field.get("v") or "").strip())
            for field in row.findall(f"{_NAMESPACE}Field")
        ]
        for data in service.findall(f"{_NAMESPACE}CprData")
        for row in data.iter(f"{_NAMESPACE}Row")
    ]
    flagged = [row for row in rows if _is_flagged(row)]
    numbers = {"PNR", "PNR_FOEDDATO", "PNT_FOEDDATO"}
    return Flags(
        main_is_flagged=any((code, number) in row for row in flagged for code in numbers),
        streets=frozenset(
            street
            for row in flagged
            for street in _values(row, "STADR")
            if len(street) >= _SHORTEST and not any(_is_told_by(other, street, row) for other in rows)
        ),
    )


def _is_told_by(row: _Row, street: str, flagged: _Row) -> bool:
    if any(street in value for code, value in row if code != "STADR"):
        return True
    codes, others = _postal_codes(row), _postal_codes(flagged)
    return any(street in value for value in _values(row, "STADR")) and (
        len(_values(row, "STADR")) > 1 or bool(codes and others and codes != others)
    )


def _postal_codes(row: _Row) -> set[str]:
    return {value.lstrip("0") for code in ("CPST_POSTNR", "POSTNR") for value in _values(row, code)} - {""}


def _values(row: _Row, code: str) -> list[str]:
    return [value for known, value in row if known == code and value]


def _is_flagged(row: _Row) -> bool:
    return any(
        (code == "CBSK_TYP" and re.fullmatch(r"0*1", value)) or (code == "BESKYT" and value)
        for code, value in row
    )
