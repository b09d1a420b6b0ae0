"""GCTP: the question inside gctpMessage, and the answers that go into result as text.

The text of an answer has no XML declaration, everything in it is in the namespace http://www.cpr.dk, and the
receipt (Kvit) stands under Service, after the data.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from familieopslag.testservice.rows import Row
from familieopslag.testservice.xmltools import UnreadableXmlError, parse

PAGE_SIZE = 20
"""Persons a reply at most: rows k>=1, the main person's own row among them. Row 0 comes in addition, every time."""

PERSON_KEY = "PNR"
PAGING_KEY = "REST"

_NAMESPACE = "http://www.cpr.dk"
_SYSTEM = "CprSoeg"
_SERVICE = "Familie+"
_ENVELOPE = (("Gctp", "v", "1.0"), ("System", "r", _SYSTEM), ("Service", "r", _SERVICE))
_EMPTY_REPLY = (
    f'<root xmlns="{_NAMESPACE}"><Gctp v="1.0"><System r="{_SYSTEM}"><Service r="{_SERVICE}">'
    f'<CprServiceHeader r="{_SERVICE}"/></Service></System></Gctp></root>'
).encode()


class GctpError(ValueError):
    """gctpMessage is not the request of the contract. The text says why, without quoting it."""


def read_key(message: str) -> Mapping[str, str]:
    """The Key fields of a request, code -> value, PNR among them; raises GctpError."""
    try:
        element = parse(message.strip().encode())
    except UnreadableXmlError as error:
        raise GctpError(f"gctpMessage: {error}") from None
    for depth, (tag, attribute, value) in enumerate(_ENVELOPE):
        if depth:
            element = _only_child(element)
        _expect(element, tag, {attribute: value})
    element = _only_child(element)
    _expect(element, "CprServiceHeader", {"r": _SERVICE})
    element = _only_child(element)
    _expect(element, "Key", {})
    return _fields(element)


def answer_text(main: Row, relatives: Iterable[Row]) -> str:
    """The text of `result` for a person: row 0, the given rows as k=1.., and a receipt that says Ok."""
    root, service = _reply()
    data = etree.SubElement(service, _tag("CprData"), u="O")
    role = etree.SubElement(data, _tag("Rolle"), r="HovedRolle")
    table = etree.SubElement(role, _tag("Table"), r=_SERVICE)
    for place, fields in enumerate((main, *relatives)):
        row = etree.SubElement(table, _tag("Row"), k=str(place))
        for code, value in fields.items():
            etree.SubElement(row, _tag("Field"), r=code, v=value)
    etree.SubElement(service, _tag("Kvit"), r="Ok", t="", v="0")
    return etree.tostring(root, encoding="unicode")


def receipt_text(code: int, text: str) -> str:
    """The text of `result` for a refusal: a receipt with its code and sentence, and no data."""
    root, service = _reply()
    etree.SubElement(service, _tag("Kvit"), r="Fejl", t=text, v=str(code))
    return etree.tostring(root, encoding="unicode")


def following_rows(rows: Sequence[Row], after: str | None) -> Sequence[Row]:
    """One page of `rows`, which are sorted by PNR_FOEDDATO: those beyond `after`, or the first ones."""
    remaining = [row for row in rows if after is None or row["PNR_FOEDDATO"] > after]
    return remaining[:PAGE_SIZE]


def read_rows(text: str) -> tuple[Row, ...]:
    """The rows of a recorded answer, row 0 first; raises UnreadableXmlError when `text` is no answer."""
    root = parse(text.encode())
    if root.tag != _tag("root") or root.find(f".//{_tag('Kvit')}") is None:
        raise UnreadableXmlError("not the text of a Familie+ reply")
    return tuple(
        {str(field.get("r")): str(field.get("v")) for field in row.iterchildren(_tag("Field"))}
        for row in root.iter(_tag("Row"))
    )


def _reply() -> tuple[etree._Element, etree._Element]:
    root = parse(_EMPTY_REPLY)
    return root, root[0][0][0]


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _only_child(element: etree._Element) -> etree._Element:
    if len(element) != 1:
        raise GctpError(f"gctpMessage: {element.tag} must hold exactly one element")
    return element[0]


def _expect(element: etree._Element, tag: str, attributes: Mapping[str, str]) -> None:
    if element.tag != tag:
        raise GctpError(f"gctpMessage: {tag} expected")
    if sorted(element.items()) != sorted(attributes.items()):
        raise GctpError(f"gctpMessage: {tag} must have the attributes {dict(attributes)} and no others")


def _fields(key: etree._Element) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    for field in key:
        code, value = field.get("r"), field.get("v")
        if field.tag != "Field" or code is None or value is None or not re.fullmatch(r"[A-Z0-9_]+", code):
            raise GctpError("gctpMessage: Key holds Fields with r and v only")
        if code in fields:
            raise GctpError("gctpMessage: Key names a field twice")
        fields[code] = value
    if PERSON_KEY not in fields:
        raise GctpError("gctpMessage: Key lacks the field PNR")
    return fields
