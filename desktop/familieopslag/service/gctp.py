"""GCTP: the request text inside gctpMessage, and the reply text inside result (service.md §1.3-1.4)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from familieopslag.domain.cpr import Cpr
from familieopslag.service.failures import UnreadableReplyError

_SERVICE = "Familie+"
_SYSTEM = "CprSoeg"
_NAMESPACE = "{http://www.cpr.dk}"
NOBODY = "0" * 10
"""No number at all: day 0 of month 0. CPR's own update services write it for "unknown" (service.md §6.2)."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as it came: code `r` and value `v`."""

    code: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Kvit: 0 is success. `code` None: no number. `is_ok`: the lookup succeeded."""

    code: int | None
    is_ok: bool


@dataclass(frozen=True, slots=True)
class GctpReply:
    """The rows of a reply in the order in which they came, and the receipt."""

    rows: tuple[tuple[RawField, ...], ...]
    receipt: Receipt


def request_text(cpr: Cpr, extra_keys: Mapping[str, str]) -> str:
    """The request for `cpr`, without namespace and root as four independent clients send it."""
    return _request_text({"PNR": cpr.digits, **extra_keys})


def request_for_nobody() -> str:
    """A request that is well formed and about no person: see NOBODY."""
    return _request_text({"PNR": NOBODY})


def _request_text(keys: Mapping[str, str]) -> str:
    gctp = etree.Element("Gctp", v="1.0")
    service = etree.SubElement(etree.SubElement(gctp, "System", r=_SYSTEM), "Service", r=_SERVICE)
    key = etree.SubElement(etree.SubElement(service, "CprServiceHeader", r=_SERVICE), "Key")
    for code, value in keys.items():
        etree.SubElement(key, "Field", r=code, v=value)
    return etree.tostring(gctp, encoding="unicode")


def read_reply(text: str) -> GctpReply:
    """The rows and the receipt in the text of `result`.

    Raises UnreadableReplyError when it is not GCTP, holds a DTD, or lacks its receipt.
    """
    service = _parsed(text).find(f"{_NAMESPACE}Gctp/{_NAMESPACE}System/{_NAMESPACE}Service")
    if service is None:
        raise UnreadableReplyError("gctp structure")
    receipt = service.find(f"{_NAMESPACE}Kvit")
    if receipt is None:
        raise UnreadableReplyError("no receipt")
    data = service.findall(f"{_NAMESPACE}CprData")
    rows = tuple(
        tuple(RawField(*_code_and_value(item)) for item in row.iterchildren(f"{_NAMESPACE}Field"))
        for block in data
        for row in block.iter(f"{_NAMESPACE}Row")
    )
    return GctpReply(rows, _receipt(receipt))


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        # The text has been decoded already: an encoding declaration in it is history, and lxml refuses it.
        root = etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        raise UnreadableReplyError("gctp syntax") from None
    if root.getroottree().docinfo.internalDTD is not None or root.tag != f"{_NAMESPACE}root":
        raise UnreadableReplyError("gctp root")
    return root


def _code_and_value(item: etree._Element) -> tuple[str, str]:
    code = item.get("r")
    if not code:
        raise UnreadableReplyError("field without code")
    return code.strip().upper(), item.get("v") or ""


def _receipt(kvit: etree._Element) -> Receipt:
    text = (kvit.get("v") or "").strip()
    code = int(text) if text.isascii() and text.isdigit() else None
    # A number outranks the word beside it: what says "Ok" with an error number is no success.
    friendly = (kvit.get("r") or "").strip().casefold() == "ok"
    return Receipt(code, is_ok=code == 0 or (not text and friendly))
