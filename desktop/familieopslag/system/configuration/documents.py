"""TOML files as people write them: read whole or not at all, with the line in which something stands."""

import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path

_LARGEST = 256 * 1024
_MOST_LINES = 2000
_ERROR_LINE = re.compile(r"at line (\d+)")
NO_LINE = "–"
"""In place of a line that is not known."""


class UnreadableError(Exception):
    """The file is no TOML that can be read; `line` as text, or NO_LINE."""

    def __init__(self, line: str = NO_LINE) -> None:
        super().__init__("not readable as TOML")
        self.line = line


class Document:
    """What is in a file: its text, and the values as tomllib gives them."""

    def __init__(self, text: str = "", values: Mapping[str, object] | None = None) -> None:
        self.text = text
        self.values = values or {}

    def line_of(self, *path: str) -> str:
        """The line, counted from 1, of the value at `path`; NO_LINE for a value of several lines.

        tomllib tells no places. But the first beginning of the file that is TOML and holds the value ends with it.
        """
        lines = [f"{line}\n" for line in self.text.split("\n")]
        if len(lines) > _MOST_LINES:
            return NO_LINE
        for number, line in enumerate(lines, start=1):
            if path[-1] in line and _holds("".join(lines[:number]), path):
                return str(number)
        return NO_LINE


def read_document(file: Path) -> Document:
    """The file's content. Raises FileNotFoundError and UnreadableError."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            raise UnreadableError
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError):
        raise UnreadableError from None
    return parse_document(text)


def parse_document(text: str) -> Document:
    """The content of a file with that text. Raises UnreadableError."""
    try:
        return Document(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = _ERROR_LINE.search(str(error))
        found = line.group(1) if line else NO_LINE
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets within brackets
        found = NO_LINE
    raise UnreadableError(found)


def _holds(text: str, path: tuple[str, ...]) -> bool:
    """Whether `text` is TOML with something at `path`."""
    try:
        here: object = tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    for step in path:
        if not isinstance(here, dict) or step not in here:
            return False
        here = here[step]
    return True
