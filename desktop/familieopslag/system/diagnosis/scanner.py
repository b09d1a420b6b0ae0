"""Whether a text is about somebody: the last gate before it may leave the computer."""

import re
from collections.abc import Iterator

from familieopslag.domain.seen_words import SeenWords
from familieopslag.system.log.redaction import holds_number

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([rnt\\\"']))")


def tells_of_somebody(text: str, seen: SeenWords) -> bool:
    """Whether a number in any spelling, or words of the names and addresses `seen`, are in `text`.

    Also where they are written as addresses of the web, XML, JSON and Python write them.
    """
    return any(holds_number(reading) or seen.are_in(reading) for reading in _readings(text))


def _readings(text: str) -> Iterator[str]:
    """The text as it is, and once more without its escapes where it has any."""
    import html  # in the worker, when a package is made
    from urllib.parse import unquote

    yield text
    plain = html.unescape(unquote(_ESCAPE.sub(_unescaped, text)))
    if plain != text:
        yield plain


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return " "
    try:
        return chr(int(code, 16))
    except ValueError:
        return found[0]
