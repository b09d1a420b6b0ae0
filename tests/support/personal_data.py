"""What a log must never hold, and who finds it: numbers, names and addresses of the known test persons."""

import logging
import re
import tomllib
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from tests.support.shared_material import PROJECT_ROOT, Shared

TEST_REGISTER = PROJECT_ROOT / "resources" / "testregister"

# Ten digits, with or without the separator. Letters a-f around them mean a UUID or a hash, not a number.
_CPR_LIKE = re.compile(r"(?<![0-9a-fA-F.])\d{6}[-\u2010\u2011\u2013 ]?\d{4}(?![0-9a-fA-F])")
_WORD = re.compile(r"\w+")
_NAMES = frozenset({"ADRNVN", "CNVN_ADRNVN", "CNVN_EFTERNVN"})
_ADDRESSES = frozenset({"STADR", "CONVN", "LOKALITET", *(f"UDLANDSADR{line}" for line in range(1, 6))})
_SHORTEST_SINGLE_WORD = 5
"""A shorter surname or place name is also an ordinary word ("Dam", "Lund"), which a log may hold."""


class PersonalData:
    """Finds numbers, and the names and addresses it was given, in a text. Letter case does not matter."""

    def __init__(self, names: Iterable[str] = (), addresses: Iterable[str] = ()) -> None:
        # By first word, so that a text is read once whatever the number of persons.
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, phrases in (("name", names), ("address", addresses)):
            for phrase in set(phrases):
                self._add(kind, phrase)

    def kinds_in(self, text: str) -> set[str]:
        """Which of "number", "name", "address" the text holds. Never the data itself: it ends in a report."""
        kinds = {"number"} if _CPR_LIKE.search(text) else set()
        words = _words(text)
        for at, word in enumerate(words):
            for phrase, kind in self._phrases.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    kinds.add(kind)
        return kinds

    def _add(self, kind: str, phrase: str) -> None:
        words = tuple(_words(phrase))
        if not words or (len(words) == 1 and len(words[0]) < _SHORTEST_SINGLE_WORD):
            return
        self._phrases.setdefault(words[0], []).append((words, kind))


def of_known_test_persons() -> PersonalData:
    """The persons of the program's own test register and, where they are at hand, of the recorded replies."""
    register = [tomllib.loads(file.read_text("utf-8")) for file in sorted(TEST_REGISTER.glob("*.toml"))]
    recorded = list(_recorded_fields())
    return PersonalData(
        names=[
            *(name for household in register for name in _register_names(household)),
            *(value for field, value in recorded if field in _NAMES),
        ],
        addresses=[
            *(address for household in register for address in _register_addresses(household)),
            *(value for field, value in recorded if field in _ADDRESSES),
        ],
    )


@contextmanager
def watched_logs(data: PersonalData) -> Iterator[list[str]]:
    """Reads every log record that is made, at any level, of any logger; yields the list of what was wrong."""
    leaks: list[str] = []
    make_record = logging.getLogRecordFactory()
    root = logging.getLogger()
    level = root.level

    def watching(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make_record(*args, **kwargs)
        kinds = data.kinds_in(_text_of(record))
        if kinds:
            leaks.append(f"{record.name} logged a {' and a '.join(sorted(kinds))} at {record.levelname}")
        return record

    # A factory and not a handler: it also sees what a logger does not propagate.
    logging.setLogRecordFactory(watching)
    root.setLevel(logging.DEBUG)
    try:
        yield leaks
    finally:
        root.setLevel(level)
        logging.setLogRecordFactory(make_record)


def _text_of(record: logging.LogRecord) -> str:
    try:
        text = record.getMessage()
    except (TypeError, ValueError, KeyError):  # wrong arguments for the message: logging reports that itself
        text = f"{record.msg} {record.args}"
    if record.exc_info and record.exc_info[0] is not None:
        text += "\n" + "".join(traceback.format_exception(*record.exc_info))
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _register_names(household: dict[str, Any]) -> Iterator[str]:
    for person in household.get("person", []):
        parts = [person.get(part, "") for part in ("fornavn", "mellemnavn", "efternavn")]
        yield " ".join(parts)
        yield f"{parts[0]} {parts[-1]}"
        yield parts[-1]
        yield person.get("adresseringsnavn", "")


def _register_addresses(household: dict[str, Any]) -> Iterator[str]:
    for place in [*household.get("adresse", {}).values(), *household.get("person", [])]:
        for key in ("vej", "convn", "lokalitet"):
            yield place.get(key, "")
        yield from place.get("udland", [])


def _recorded_fields() -> Iterator[tuple[str, str]]:
    if Shared.RECORDED.value.is_dir():
        for file in sorted(Shared.RECORDED.value.glob("*.xml")):
            for element in etree.parse(str(file)).iter("{http://www.cpr.dk}Field"):
                yield str(element.get("r", "")), str(element.get("v", ""))
