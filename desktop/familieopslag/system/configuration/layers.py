"""Who has said what, and what is in force: each source is a layer, and the layers are merged key by key (ADR 13)."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from familieopslag.system.configuration.connection_kinds import FilePath
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import BY_PATH, KEYS, PURPOSES
from familieopslag.system.configuration.kinds import InvalidValueError, Kind, Value, holds_number

_LONGEST_NAME = 60
_UNNAMEABLE = "…"


class OriginKind(Enum):
    """From whom a value is. The order is that of precedence, the weakest first."""

    BUILT_IN = "built_in"
    POLICY_DEFAULTS = "policy_defaults"
    USER = "user"
    POLICY_LOCKED = "policy_locked"


class Origin(NamedTuple):
    """Where a value is from; `place`: the file or registry key, "" for what is built in."""

    kind: OriginKind
    place: str = ""


class WarningKind(Enum):
    """Something in a source that has no effect."""

    UNKNOWN = "unknown"
    """No setting has that name."""
    LOOSER = "looser"
    """A user's value that is less strict than what the administrator has decided, or than what is built in."""
    LOCKED = "locked"
    """A user's value for what the administrator has locked."""
    UNUSED = "unused"
    """An endpoint beside an environment that knows its own."""


class ConfigurationWarning(NamedTuple):
    """`label` names what has no effect, `origin` where it stands; never with a value."""

    kind: WarningKind
    label: str
    origin: Origin

    def __str__(self) -> str:
        return f"{self.kind.value} {self.label} ({self.origin.kind.value})"


class Layer(NamedTuple):
    """What one source says: `values` that are understood; `unknown` labels; `faulty` paths in the file."""

    origin: Origin
    values: Mapping[Key, Value] = MappingProxyType({})
    unknown: tuple[str, ...] = ()
    faulty: Mapping[Key, tuple[str, ...]] = MappingProxyType({})


class Effective(NamedTuple):
    """What is in force for `key`, and who said so. `decided`: what would be, if the user said nothing."""

    key: Key
    value: Value
    origin: Origin
    decided: Value

    @property
    def is_locked(self) -> bool:
        """Whether nobody but the administrator can change it."""
        return self.origin.kind is OriginKind.POLICY_LOCKED


Placed = Callable[[Path], Path | None]
"""Makes a path as written one to be used; None: such a path may not stand there."""
Spelling = Callable[[Kind, object], Value]
"""Reads a value as its source spells it. Raises InvalidValueError."""
_BUILT_IN = Origin(OriginKind.BUILT_IN)


def as_toml(kind: Kind, raw: object) -> Value:
    """A Spelling: that of a TOML file."""
    return kind.read(raw)


def read_layer(
    values: Mapping[str, object],
    origin: Origin,
    placed: Placed,
    *,
    prefix: str = "",
    spelled: Spelling = as_toml,
) -> Layer:
    """The layer that tables of values make. `prefix`: of a table that they themselves stand in, with a dot."""
    reader = _Reader(placed, prefix, spelled)
    for name, content in values.items():
        if name == PURPOSES.name:
            reader.take(PURPOSES, content)
        elif any(key.table == name for key in KEYS):
            reader.take_table(name, content)
        else:
            reader.unknown.append(f"[{nameable(prefix + name)}]")
    return Layer(origin, reader.values, tuple(reader.unknown), reader.faulty)


class _Reader:
    """Sorts values into what is understood, unknown or faulty."""

    def __init__(self, placed: Placed, prefix: str, spelled: Spelling) -> None:
        self._placed = placed
        self._spelled = spelled
        self._prefix = prefix
        self.values: dict[Key, Value] = {}
        self.unknown: list[str] = []
        self.faulty: dict[Key, tuple[str, ...]] = {}

    def take_table(self, table: str, content: object) -> None:
        if not isinstance(content, dict):
            # Whatever was meant, it was meant for these.
            self.faulty.update({key: (table,) for key in KEYS if key.table == table})
            return
        for name, raw in content.items():
            key = BY_PATH.get((table, name))
            if key is None:
                self.unknown.append(f"[{self._prefix}{table}] {nameable(name)}")
            else:
                self.take(key, raw)

    def take(self, key: Key, raw: object) -> None:
        if key is PURPOSES and isinstance(raw, list):
            names = dict.fromkeys(name for item in raw if isinstance(item, dict) for name in item)
            self.unknown += [
                f"[[{self._prefix}purposes]] {nameable(name)}"
                for name in names
                if name not in ("code", "text")
            ]
        try:
            value = self._spelled(key.kind, raw)
        except InvalidValueError:
            self.faulty[key] = key.path
            return
        self._take_value(key, value)

    def _take_value(self, key: Key, value: Value) -> None:
        if isinstance(key.kind, FilePath) and isinstance(value, Path):
            value = self._placed(value)
            if value is None:
                self.faulty[key] = key.path
                return
        if value is None and key.is_required:
            self.faulty[key] = key.path
            return
        self.values[key] = value


def merge(
    locked: Iterable[Layer], user: Layer, defaults: Iterable[Layer]
) -> tuple[dict[Key, Effective], list[ConfigurationWarning]]:
    """What is in force for each key, and what has no effect. `locked` and `defaults`: the strongest layer first."""
    locked, defaults = tuple(locked), tuple(defaults)
    warnings = [
        ConfigurationWarning(WarningKind.UNKNOWN, label, layer.origin)
        for layer in (*locked, *defaults, user)
        for label in layer.unknown
    ]
    effective: dict[Key, Effective] = {}
    for key in KEYS:
        in_force = _said(key, locked)
        decided = _said(key, defaults) or Effective(key, key.default, _BUILT_IN, key.default)
        own = _said(key, (user,))
        if own is None:
            effective[key] = in_force or decided
        elif in_force is not None:
            effective[key] = in_force
            if own.value != in_force.value:
                warnings.append(ConfigurationWarning(WarningKind.LOCKED, key.label, user.origin))
        elif key.allows(own.value, decided.value):
            effective[key] = own._replace(decided=decided.value)
        else:
            effective[key] = decided
            warnings.append(ConfigurationWarning(WarningKind.LOOSER, key.label, user.origin))
    return effective, warnings


def nameable(name: str) -> str:
    """`name` if it may be shown and logged: a stranger's key may be anything, a person number too."""
    is_plain = name.isprintable() and len(name) <= _LONGEST_NAME and not any(map(str.isspace, name))
    return name if is_plain and not holds_number(name) else _UNNAMEABLE


def _said(key: Key, layers: Iterable[Layer]) -> Effective | None:
    """What the strongest of `layers` that says anything about `key` says."""
    for layer in layers:
        if key in layer.values:
            value = layer.values[key]
            return Effective(key, value, layer.origin, value)
    return None
