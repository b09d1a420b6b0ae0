"""What no user should read, whatever goes wrong."""

import re
import uuid

from tests.support.personal_data import PersonalData

_PARTS = ("traceback", "zeep", "requests", "urllib3", "ssl", "lxml", "errno", "exception", "object at 0x")
"""What the program is made of, and what its errors are called: not even as a part of a word."""
_WORDS = ("error", "python", "none", "null", "nan")
"""These as words of their own only: "kanon" is Danish."""
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
_LETTERS = re.compile(r"[a-zæøå]+")


def foreign_words_in(text: str) -> list[str]:
    """What stands in `text` and should not."""
    plain = text.casefold()
    words = set(_LETTERS.findall(plain))
    return [part for part in _PARTS if part in plain] + [word for word in _WORDS if word in words]


def personal_data_in(text: str, known: PersonalData) -> set[str]:
    """Kinds of personal data in `text`; ids are no numbers."""
    return known.kinds_in(_UUID.sub("", text))


def id_in(text: str) -> str:
    """The one id in `text`, or ""."""
    found = {str(uuid.UUID(match)) for match in _UUID.findall(text)}
    return found.pop() if len(found) == 1 else ""
