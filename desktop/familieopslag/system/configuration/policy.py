"""The administrator's word: what is locked, and what holds where the user says nothing (ADR 13).

A source is believed only if nobody but an administrator can write it. Where that is not so, or where it cannot be
understood, nothing is looked up: a rule that cannot be read may have been the one that mattered.
"""

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn, Protocol

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.system.configuration.documents import NO_LINE, Document, UnreadableError, read_document
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.layers import (
    Layer,
    Origin,
    OriginKind,
    Placed,
    Spelling,
    as_toml,
    nameable,
    read_layer,
)
from familieopslag.system.permissions import ROOT, writable_by_others

LOCKED, DEFAULTS = "locked", "defaults"
_KINDS = {LOCKED: OriginKind.POLICY_LOCKED, DEFAULTS: OriginKind.POLICY_DEFAULTS}
_FOLDER, _FILE = "Familieopslag", "policy.toml"
_POSIX_FILE = Path("/etc/familieopslag/policy.toml")


class Policy(NamedTuple):
    """What one source says."""

    locked: Layer
    defaults: Layer


class PolicySource(Protocol):
    """A place in which an administrator sets policy."""

    def read(self) -> Policy | None:
        """What it says; None when there is no policy there.

        Raises FamilieopslagError (POLICY_REFUSED, POLICY_UNREADABLE, POLICY_INVALID).
        """


class PolicyFile:
    """A policy.toml with the tables `[locked]` and `[defaults]`, each with the tables of a settings.toml in it."""

    def __init__(self, file: Path, owners: Collection[int] = ROOT) -> None:
        """`file` need not exist; a relative path in it counts from its folder. `owners`: see writable_by_others."""
        self._file = file
        self._owners = owners

    def read(self) -> Policy | None:
        """See PolicySource."""
        refused = False
        try:
            refused = writable_by_others(self._file, self._owners)
            document = Document() if refused else read_document(self._file)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except UnreadableError as error:
            _fail(faults.POLICY_UNREADABLE, file=str(self._file), line=error.line)
        except OSError:
            _fail(faults.POLICY_UNREADABLE, file=str(self._file), line=NO_LINE)
        if refused:
            _fail(faults.POLICY_REFUSED, file=str(self._file))

        def refuse(label: str, path: tuple[str, ...]) -> NoReturn:
            line = document.line_of(*path)
            _fail(faults.POLICY_INVALID, file=str(self._file), key=label, line=line)

        return read_policy(document.values, str(self._file), self._placed, refuse)

    def _placed(self, path: Path) -> Path | None:
        """Never under a home: where that is, the environment says, and so the user."""
        return None if str(path).startswith("~") else self._file.parent / path


class _Refuse(Protocol):
    def __call__(self, label: str, path: tuple[str, ...]) -> NoReturn: ...


def read_policy(
    values: Mapping[str, object],
    place: str,
    placed: Placed,
    refuse: _Refuse,
    spelled: Spelling = as_toml,
) -> Policy:
    """The policy in the tables `locked` and `defaults` of `values`; `refuse` raises for what is not understood."""
    layers = {name: Layer(Origin(kind, place)) for name, kind in _KINDS.items()}
    unknown = []
    for name, content in values.items():
        if name not in _KINDS:
            unknown.append(f"[{nameable(name)}]")
            continue
        if not isinstance(content, dict):
            refuse(f"[{name}]", (name,))
        layer = read_layer(content, Origin(_KINDS[name], place), placed, prefix=f"{name}.", spelled=spelled)
        for key, path in layer.faulty.items():
            refuse(policy_label(name, key), (name, *path))
        layers[name] = layer
    if unknown:
        layers[LOCKED] = layers[LOCKED]._replace(unknown=(*unknown, *layers[LOCKED].unknown))
    return Policy(layers[LOCKED], layers[DEFAULTS])


def policy_label(table: str, key: Key) -> str:
    """How a key is called in a policy."""
    return f"[{table}.{key.table}] {key.name}" if key.table else f"[[{table}.{key.name}]]"


def machine_policy() -> tuple[PolicySource, ...]:
    """Where this computer's administrator sets policy, the strongest first. No variable and no argument moves it."""
    if sys.platform == "win32":
        return _windows_policy()
    return (PolicyFile(_POSIX_FILE),)


def _windows_policy() -> tuple[PolicySource, ...]:
    from familieopslag.system.configuration.registry import RegistryPolicy, open_registry

    return (RegistryPolicy(open_registry()), PolicyFile(_program_data() / _FOLDER / _FILE))


def _program_data() -> Path:
    """%ProgramData% as Windows itself says it; the variable of that name is the user's to change."""
    import ctypes
    import uuid

    folder_id = uuid.UUID("62ab5d82-fdc1-4dc3-a9dd-070d1d495d97").bytes_le
    text = ctypes.c_void_p()
    shell32 = ctypes.WinDLL("shell32")  # type: ignore[attr-defined,unused-ignore]
    ole32 = ctypes.WinDLL("ole32")  # type: ignore[attr-defined,unused-ignore]
    try:
        if shell32.SHGetKnownFolderPath(folder_id, 0, None, ctypes.byref(text)) or not text.value:
            _fail(faults.POLICY_UNREADABLE, file=_FILE, line=NO_LINE)
        return Path(ctypes.wstring_at(text.value))
    finally:
        ole32.CoTaskMemFree(text)


def _fail(fault: Fault, **values: str) -> NoReturn:
    import uuid  # not needed when all is well

    raise FamilieopslagError(fault, str(uuid.uuid4()), values=values) from None
