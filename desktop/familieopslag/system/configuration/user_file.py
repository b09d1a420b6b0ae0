"""The user's own settings.toml: read, and written back with everything that somebody else has put in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.system.configuration.documents import (
    Document,
    UnreadableError,
    parse_document,
    read_document,
)
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.configuration.layers import Layer, Origin, OriginKind, read_layer
from familieopslag.system.whole_file import write_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


class UserFile:
    """One settings.toml; it need not exist."""

    def __init__(self, file: Path) -> None:
        """A relative path in the file counts from its folder."""
        self._file = file

    def read(self) -> tuple[Layer, FamilieopslagError | None]:
        """What the file says, and what is wrong with it: the layer then lacks what is not understood.

        The error: SETTINGS_UNREADABLE (then the layer is empty) or SETTINGS_INVALID for the first faulty value,
        those that stop lookups before others. A missing file is an empty one.
        """
        origin = Origin(OriginKind.USER, str(self._file))
        try:
            document = read_document(self._file)
        except FileNotFoundError:
            return Layer(origin), None
        except UnreadableError as error:
            return Layer(origin), _error(faults.SETTINGS_UNREADABLE, file=str(self._file), line=error.line)
        layer = read_layer(document.values, origin, self.placed)
        if not layer.faulty:
            return layer, None
        key = min(layer.faulty, key=lambda found: not found.blocks_lookups)
        line = document.line_of(*layer.faulty[key])
        return layer, _error(faults.SETTINGS_INVALID, file=str(self._file), key=key.label, line=line)

    def write(self, changes: Mapping[Key, Value]) -> None:
        """Set every key of `changes`; None takes it out. Comments, order and unknown keys stay. Blocking.

        A path is written as it is given. The old file is in place until the new one is whole, also when the power
        goes. Raises FamilieopslagError: SETTINGS_UNREADABLE (a broken file is left as it is), SETTINGS_UNWRITABLE.
        """
        try:
            before = read_document(self._file)
        except FileNotFoundError:
            before = Document()
        except UnreadableError as error:
            self._fail(faults.SETTINGS_UNREADABLE, line=error.line)
        try:
            # A link to the file stays a link.
            write_whole(self._file.resolve(), _edited(before, changes).encode())
        except OSError as error:
            detail = type(error).__name__
        else:
            return
        raise FamilieopslagError(
            faults.SETTINGS_UNWRITABLE, _error_id(), values={"file": str(self._file)}, detail=detail
        )

    def placed(self, path: Path) -> Path | None:
        """The path that is meant by one that stands in the file; None: there is no such home folder."""
        try:
            return self._file.parent / path.expanduser()
        except RuntimeError:  # ~somebody who is not known here
            return None

    def _fail(self, fault: Fault, **values: str) -> NoReturn:
        raise _error(fault, file=str(self._file), **values) from None


def _edited(before: Document, changes: Mapping[Key, Value]) -> str:
    """The file's new text. Raises OSError when it would not say what it should: better not written than wrong."""
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    wanted = tomllib.loads(before.text)
    try:
        document = tomlkit.parse(before.text)
        for key, value in changes.items():
            _change_plain(wanted, key, value)
            _change(document, key, value)
        text = tomlkit.dumps(document)
        is_right = parse_document(text).values == wanted
    except (
        TOMLKitError,
        UnreadableError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        RecursionError,
    ):
        is_right, text = False, ""
    if not is_right:
        raise OSError("the file cannot be edited")
    return text


def _change(document: "TOMLDocument", key: Key, value: Value) -> None:
    import tomlkit

    if key.table:
        if key.table not in document:
            if value is None:
                return
            document[key.table] = tomlkit.table()
        table: Any = document[key.table]  # _change_plain has seen that it is one
        if value is None:
            table.pop(key.name, None)
        else:
            table[key.name] = key.kind.plain(value)
    elif value is None:
        document.pop(key.name, None)
    else:
        listed = tomlkit.aot()
        for item in key.kind.plain(value):
            listed.append(tomlkit.item(item))
        document[key.name] = listed


def _change_plain(values: dict[str, object], key: Key, value: Value) -> None:
    """The same for what tomllib has read."""
    table = values
    if key.table:
        if value is None and key.table not in values:
            return
        found = values.setdefault(key.table, {})
        if not isinstance(found, dict):
            raise TypeError("not a table")
        table = found
    if value is None:
        table.pop(key.name, None)
    else:
        table[key.name] = key.kind.plain(value)


def _error(fault: Fault, **values: str) -> FamilieopslagError:
    return FamilieopslagError(fault, _error_id(), values=values)


def _error_id() -> str:
    import uuid  # not needed when all is well

    return str(uuid.uuid4())
