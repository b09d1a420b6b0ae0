"""Kinds of values: what may stand in a file or be typed, what it becomes, and how it is written again.

Each kind reads three spellings: a TOML value (`read`), a text (`read_text`: typed, or from a REG_SZ or REG_MULTI_SZ)
and a number (`read_number`: from a REG_DWORD). A faulty value is never quoted in what is said about it.

This package is read before the window is painted. So it has tuples and plain classes where the rest of the program has
dataclasses, which take their time to be made, and it imports late what few settings need.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from familieopslag.domain.errand import Purpose

Value: TypeAlias = "str | int | float | Path | tuple[Purpose, ...] | None"
"""None: not set, where a key has no default. A bool is an int."""
_YES, _NO = ("true", "ja", "yes", "1"), ("false", "nej", "no", "0")
_NUMBER_LENGTH = 10


def translate(_context: str, text: str) -> str:
    """Mark `text` for the translation files; the words themselves are looked up where they are shown."""
    return text


def holds_number(text: str) -> bool:
    """Whether a person number is, or may be, in `text`: settings are printed and logged."""
    if sum(map(str.isdigit, text)) < _NUMBER_LENGTH:
        return False
    from familieopslag.domain.cpr import looks_like_number

    return looks_like_number(text)


class InvalidValueError(ValueError):
    """The value must not be used. `demand`: what is wanted, in Danish, context "settings"; `limits` fill it."""

    def __init__(self, demand: str, limits: dict[str, str]) -> None:
        super().__init__("not a value of this kind")
        self.demand = demand
        self.limits = limits


class Kind:
    """What a value has to be. As it stands, it takes texts only, and refuses each."""

    demand = ""
    """What is wanted, in a Danish sentence; placeholders are filled from `limits`."""

    @property
    def limits(self) -> dict[str, str]:
        """What fills the placeholders of `demand`."""
        return {}

    def read(self, raw: object) -> Value:
        """The value of what stood in a TOML file. Raises InvalidValueError."""
        if not isinstance(raw, str):
            raise self.refusal()
        return self.read_text(raw)

    def read_text(self, text: str) -> Value:
        """The value of what was typed. Raises InvalidValueError."""
        del text
        raise self.refusal()

    def read_number(self, number: int) -> Value:
        """The value of what stood in the registry as a number. Raises InvalidValueError."""
        del number
        raise self.refusal()

    def text(self, value: Value) -> str:
        """`value` as `read_text` takes it."""
        return "" if value is None else str(value)

    def plain(self, value: Value) -> Any:  # noqa: ANN401 - whatever TOML knows
        """`value` as a TOML file has it: a text, a number, a flag, or a list of tables."""
        return self.text(value)

    def toml(self, value: Value) -> str:
        """`value` in TOML's spelling, for which that of JSON will do."""
        import json

        return json.dumps(self.plain(value), ensure_ascii=False)

    def refusal(self) -> InvalidValueError:
        """What to raise for a value that is none of this kind."""
        return InvalidValueError(self.demand, self.limits)


class Text(Kind):
    """A line of at most `longest` characters; blanks around it are dropped."""

    demand = translate("settings", "Skriv højst {longest} tegn på én linje, og ikke et CPR-nummer.")

    def __init__(self, longest: int = 100) -> None:
        self.longest = longest

    @property
    def limits(self) -> dict[str, str]:
        return {"longest": str(self.longest)}

    def read_text(self, text: str) -> Value:
        plain = text.strip()
        if not plain.isprintable() or len(plain) > self.longest or holds_number(plain):
            raise self.refusal()
        return plain


class Choice(Kind):
    """One of a few words; each comes with what it is called in a window, in Danish, context "settings"."""

    demand = translate("settings", "Vælg en af disse: {options}.")

    def __init__(self, **words: str) -> None:
        self.words = words
        self.options = tuple(words)

    @property
    def limits(self) -> dict[str, str]:
        return {"options": ", ".join(self.options)}

    def read_text(self, text: str) -> Value:
        if text not in self.options:
            raise self.refusal()
        return text


class Flag(Kind):
    """True or false."""

    demand = translate("settings", "Skriv true for ja eller false for nej.")

    def read(self, raw: object) -> Value:
        if not isinstance(raw, bool):
            raise self.refusal()
        return raw

    def read_text(self, text: str) -> Value:
        word = text.strip().lower()
        if word not in (*_YES, *_NO):
            raise self.refusal()
        return word in _YES

    def read_number(self, number: int) -> Value:
        if number not in (0, 1):
            raise self.refusal()
        return bool(number)

    def text(self, value: Value) -> str:
        return "true" if value else "false"

    def plain(self, value: Value) -> object:
        return value


class Whole(Kind):
    """A whole number from `low` to `high`."""

    demand = translate("settings", "Skriv et helt tal fra {low} til {high}.")

    def __init__(self, low: int, high: int) -> None:
        self.low = low
        self.high = high

    @property
    def limits(self) -> dict[str, str]:
        return {"low": str(self.low), "high": str(self.high)}

    def read(self, raw: object) -> Value:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise self.refusal()
        return self.read_number(raw)

    def read_text(self, text: str) -> Value:
        plain = text.strip()
        if not plain.isascii() or not plain.isdigit() or len(plain) > len(str(self.high)):
            raise self.refusal()
        return self.read_number(int(plain))

    def read_number(self, number: int) -> Value:
        if not self.low <= number <= self.high:
            raise self.refusal()
        return number

    def plain(self, value: Value) -> object:
        return value


class WholeOrNever(Whole):
    """The same, or 0 for "never"."""

    demand = translate("settings", "Skriv et helt tal fra {low} til {high}, eller 0 for aldrig.")

    def read_number(self, number: int) -> Value:
        return number if number == 0 else super().read_number(number)


class Seconds(Kind):
    """More than 0 seconds, `high` at most; parts of a second are welcome, with a comma or a point."""

    demand = translate("settings", "Skriv et antal sekunder over 0 og højst {high}.")
    _longest = 12

    def __init__(self, high: float) -> None:
        self.high = high

    @property
    def limits(self) -> dict[str, str]:
        return {"high": f"{self.high:g}"}

    def read(self, raw: object) -> Value:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise self.refusal()
        return self._in_range(raw)

    def read_text(self, text: str) -> Value:
        plain = text.strip().replace(",", ".")
        if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > self._longest:
            raise self.refusal()
        return self._in_range(float(plain))

    def read_number(self, number: int) -> Value:
        return self._in_range(number)

    def text(self, value: Value) -> str:
        return f"{value:g}" if isinstance(value, int | float) else ""

    def plain(self, value: Value) -> object:
        return value

    def _in_range(self, number: float) -> Value:
        # Not made a float before: a whole number in the file may be longer than a float can be.
        if not 0 < number <= self.high:
            raise self.refusal()
        return float(number)
