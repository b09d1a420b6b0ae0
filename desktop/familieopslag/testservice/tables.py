"""Reading TOML tables strictly: every value has its type, no key goes unread, every complaint says where."""

from typing import Any


class RegisterError(ValueError):
    """The register cannot be used; the text names the file, the place in it and the key."""


class Table:
    """One TOML table whose keys are taken out one by one; `finish` complains about those nobody asked for."""

    def __init__(self, content: Any, where: str) -> None:  # noqa: ANN401 - whatever tomllib found there
        if not isinstance(content, dict):
            raise RegisterError(f"{where}: expected a table")
        self._content: dict[str, Any] = dict(content)
        self.where = where

    def text(self, key: str, default: str | None = "") -> str:
        """A string; a `default` of None makes the key compulsory."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be a text")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when missing."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one, a missing key as an empty list."""
        value = self._take(key, default=[])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(item, str) and item for item in values):
            raise self.error(key, "must be a text or a list of texts")
        return tuple(values)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables; empty when missing."""
        value = self._take(key, default=[])
        if not isinstance(value, list):
            raise self.error(key, "must be a list of tables")
        return tuple(Table(item, f"{self.where}: {key} {place}") for place, item in enumerate(value, start=1))

    def named_tables(self, key: str) -> dict[str, "Table"]:
        """A table of tables by name; empty when missing."""
        content = Table(self._take(key, default={}), f"{self.where}: {key}")
        return {name: Table(item, f"{content.where}.{name}") for name, item in content._content.items()}

    def mapping(self, key: str) -> dict[str, str]:
        """A table of strings, in the file's order; empty when missing."""
        content = Table(self._take(key, default={}), f"{self.where}: {key}")
        return {name: content.text(name) for name in list(content._content)}

    def finish(self) -> None:
        """Raise RegisterError when keys are left that nobody asked for."""
        for key in self._content:
            raise self.error(key, "is not a key of this table")

    def error(self, key: str, complaint: str) -> RegisterError:
        """The complaint about `key`, ready to be raised."""
        return RegisterError(f"{self.where}: key {key!r} {complaint}")

    def _take(self, key: str, default: Any) -> Any:  # noqa: ANN401 - the callers check the type
        if key not in self._content and default is None:
            raise self.error(key, "is missing")
        return self._content.pop(key, default)
