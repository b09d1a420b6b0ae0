"""Ways to spoil a reply: its bytes, its XML, its values. Each takes the chance it is given and nothing else."""

import random
from collections.abc import Callable

from lxml import etree

_NAMESPACE = "{http://www.cpr.dk}"
_VALUES = (
    "", " ", "0", "X", "*", "1", "00001", "00002", "00009", "0000000000", "99999999", "12345678", "123456789012",
    "19610907", "196100000000", "90", "80", "77", "Andet", "Barn", "Mor", "Ægtefælle", "²", "<b>&amp;</b>",
    "Skovvej 77 A,1 tv", "a" * 5000, "\N{RIGHT-TO-LEFT OVERRIDE}x", "{date}", "%s", "e\N{COMBINING ACUTE ACCENT}",
)  # fmt: skip
_CODES = (
    "PNR", "BESKYT", "CBSK_TYP", "FAMMRK", "PNR_FOEDDATO", "STADR", "FOEDDATO", "STATUS", "PNRGAELD", "KOMKOD",
    "POSTNR", "ZZ_UKENDT", "", "cbsk_typ", "CFMY_RELTYPA", "FORAELDRE_MYN_PNRA",
)  # fmt: skip
_NAMES = ("Row", "Field", "Table", "Rolle", "CprData", "Kvit", "Service", "System", "Gctp", "root", "Fremmed")

Mutation = Callable[[str, random.Random], str]


def bytes_changed(text: str, chance: random.Random) -> str:
    """A few bytes overwritten, left out, doubled or put in."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randint(1, 40)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 200)]
            case _:
                data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
        if not data:
            break
    return data.decode("utf-8", "ignore")


def structure_changed(text: str, chance: random.Random) -> str:
    """Elements left out, doubled, moved, renamed, emptied, put elsewhere; attributes renamed or left out."""
    root = etree.fromstring(text)
    for _ in range(chance.randint(1, 3)):
        elements = list(root.iter(etree.Element))
        element = chance.choice(elements)
        parent = element.getparent()
        match chance.randrange(8):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                parent.insert(chance.randint(0, len(parent)), _copy(element))
            case 2 if parent is not None:
                others = [other for other in elements if other not in element.iterdescendants()]
                chance.choice(others).append(_copy(element))
            case 3:
                element.tag = _NAMESPACE + chance.choice(_NAMES)
            case 4:
                element.tag = etree.QName(element).localname
            case 5:
                element[:] = chance.sample(list(element), len(element))
            case 6 if element.attrib:
                name = chance.choice(list(element.attrib))
                element.set(chance.choice(("r", "v", "t", "k", "x")), element.attrib.pop(name))
            case _:
                element.text = chance.choice(_VALUES).replace("\x00", "")
    return etree.tostring(root, encoding="unicode")


def values_changed(text: str, chance: random.Random) -> str:
    """Values and codes of fields, and the receipt, replaced by others that occur, or that never should."""
    root = etree.fromstring(text)
    fields = list(root.iter(f"{_NAMESPACE}Field"))
    for _ in range(chance.randint(1, 6)):
        match chance.randrange(6):
            case 0:
                kvit = root.find(f".//{_NAMESPACE}Kvit")
                if kvit is not None and chance.random() < 0.2:
                    kvit.set(chance.choice(("r", "v", "t")), chance.choice(_VALUES))
            case 1 if fields:
                chance.choice(fields).set("r", chance.choice(_CODES))
            case 2 if fields:
                chance.choice(fields).set("v", chance.choice(fields).get("v") or "")
            case _ if fields:
                chance.choice(fields).set("v", chance.choice(_VALUES))
            case _:
                pass
    return etree.tostring(root, encoding="unicode")


MUTATIONS: tuple[Mutation, ...] = (bytes_changed, structure_changed, values_changed)


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))
