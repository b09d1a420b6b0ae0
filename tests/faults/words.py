"""What no user should read, whatever goes wrong."""

import re
import uuid

from tests.support.personal_data import PersonalData

FOREIGN = (
    *("traceback", "zeep", "requests", "urllib3", "ssl", "lxml", "errno", "exception", "error", "python"),
    *("none", "null", "nan", "object at 0x"),
)
"""Names of the parts that the program is made of, and what their errors are called."""
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
# OpenSSL's reasons ("TLSV1_ALERT_...", "SSLV3_ALERT_...") are for support, and stand in the details alone.
_OPENSSL = re.compile(r"\b(?:TLSV|SSLV)[0-9A-Z_]+\b")
_WORD = "(?<![a-zæøå]){}(?![a-zæøå])"


def foreign_words_in(text: str) -> list[str]:
    """Which of FOREIGN stand in `text` as words of their own."""
    plain = _OPENSSL.sub("", text).casefold()
    return [word for word in FOREIGN if re.search(_WORD.format(re.escape(word)), plain)]


def personal_data_in(text: str, known: PersonalData) -> set[str]:
    """Kinds of personal data in `text`; ids are no numbers."""
    return known.kinds_in(_UUID.sub("", text))


def id_in(text: str) -> str:
    """The one id in `text`, or ""."""
    found = {str(uuid.UUID(match)) for match in _UUID.findall(text)}
    return found.pop() if len(found) == 1 else ""
