"""Coded values: a register code and, when the code list knows it, its Danish words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

_LONGEST = 20
"""Digits. No code is that long; Python refuses to read numbers that are very much longer."""


class CodeListName(Enum):
    """The code lists; the value is the list's file name without ending."""

    STATUS = "status"
    PROTECTION = "beskyttelse"
    GENDER = "koen"
    RELATION = "relation"
    CUSTODY = "foraeldremyndighed"
    MUNICIPALITY = "kommune"
    COUNTRY = "land"
    ROAD = "vejkode"


def code_number(text: str) -> int | None:
    """`text` as a number; None when it is no code of digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None


@dataclass(frozen=True, slots=True)
class CodedValue:
    """A code as the register sent it (blanks stripped) and its text; `text` None: the code is not in the list."""

    code: str = field(repr=False)
    text: str | None = field(default=None, repr=False)

    @property
    def number(self) -> int | None:
        """The code as a number, because services differ in leading zeros; None when it is none."""
        return code_number(self.code)


@dataclass(frozen=True, slots=True)
class CodeLists:
    """All code lists: list name -> code -> text."""

    texts: Mapping[CodeListName, Mapping[str, str]] = field(default_factory=dict, repr=False)

    def value(self, name: CodeListName, code: str) -> CodedValue:
        """`code` with its words. Codes differ in leading zeros between services, so they count as equal."""
        stripped = code.strip()
        known = self.texts.get(name, {})
        text = known.get(stripped)
        if text is None:
            text = next((words for key, words in known.items() if _same_code(key, stripped)), None)
        return CodedValue(stripped, text)


def _same_code(one: str, other: str) -> bool:
    # Not by int(), which refuses thousands of digits.
    return one.isdigit() and other.isdigit() and other.isascii() and one.lstrip("0") == other.lstrip("0")
