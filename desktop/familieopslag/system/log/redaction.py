"""The second net under every log line: the first is that nobody logs whom something is about.

Numbers are taken out in any spelling. Of an exception only its kind and the way through the code are kept: its
message, its arguments and the values of variables may be about somebody.
"""

import logging
import re
from collections.abc import Callable, Iterator

from familieopslag.domain.correlation import current_id
from familieopslag.domain.cpr import looks_like_number, without_numbers
from familieopslag.system.log.trace import trace_of

REMOVED = "[nummer fjernet]"
_UNREADABLE = "a message that does not fit its values"
_NO_NUMBERS = re.compile(
    r"(?<![0-9a-z-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z-])"  # a UUID
    r"|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])",  # an IPv4 address
    re.IGNORECASE,
)
"""What has digits and is no number: without the ids that others have in their logs, a log is of no use."""


def redacted(text: str) -> str:
    """`text` without anything that could be taken for a personnummer. UUIDs and IP addresses stay."""
    return "".join(_pieces(text, lambda piece: without_numbers(piece, REMOVED)))


def holds_number(text: str) -> bool:
    """Whether `redacted` would change anything."""
    found: list[bool] = []

    def look(piece: str) -> str:
        found.append(looks_like_number(piece))
        return piece

    list(_pieces(text, look))
    return any(found)


def _pieces(text: str, change: Callable[[str], str]) -> Iterator[str]:
    at = 0
    for kept in _NO_NUMBERS.finditer(text):
        yield change(text[at : kept.start()])
        yield kept[0]
        at = kept.end()
    yield change(text[at:])


class Redaction(logging.Filter):
    """On every handler. Changes the record itself, so that nothing of what it takes out gets to a later handler."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without what is about anybody, and with the id of its call."""
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 - whatever a value's own str() raises
            message = _UNREADABLE
        record.msg = redacted(message.replace("\n", " ").replace("\r", " "))
        record.args = None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = trace_of(record.exc_info[1])
        elif record.exc_text:
            record.exc_text = redacted(record.exc_text)
        record.exc_info = None
        record.stack_info = None
        record.correlation_id = getattr(record, "correlation_id", "") or current_id() or "-"
        return True
