r"""Policy in the Windows registry, as Group Policy and Intune write it.

Below HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Familieopslag are the keys `locked` and `defaults`, and in each a key for
every table (`service`, `privacy` ...) whose values are the settings of that table; the list `purposes` is a value of
`locked` or `defaults` itself. Types, for templates (ADMX): a text, a path or a choice is REG_SZ; a number or a flag
(0, 1) REG_DWORD, and seconds with a fraction REG_SZ; purposes are REG_MULTI_SZ with lines `CODE = text`. REG_EXPAND_SZ
is refused: it would be expanded from variables that the user can set.

Only administrators can write below that key, which is what the branch `Policies` is for.
"""

import importlib
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.configuration.documents import NO_LINE
from familieopslag.system.configuration.kinds import Kind, Value
from familieopslag.system.configuration.policy import Policy, read_policy

KEY = r"SOFTWARE\Policies\Familieopslag"
PLACE = rf"HKLM\{KEY}"


class Registry(Protocol):
    """As much of the standard library's `winreg` as is needed here."""

    HKEY_LOCAL_MACHINE: int
    KEY_READ: int
    KEY_WOW64_64KEY: int
    REG_SZ: int
    REG_MULTI_SZ: int
    REG_DWORD: int

    def OpenKey(self, key: Any, sub_key: str, reserved: int, access: int, /) -> Any: ...  # noqa: ANN401,D102,N802
    def QueryInfoKey(self, key: Any, /) -> tuple[int, int, int]: ...  # noqa: ANN401,D102,N802
    def EnumKey(self, key: Any, index: int, /) -> str: ...  # noqa: ANN401,D102,N802
    def EnumValue(self, key: Any, index: int, /) -> tuple[str, Any, int]: ...  # noqa: ANN401,D102,N802


def open_registry() -> Registry:
    """The computer's registry. Raises ModuleNotFoundError where there is none."""
    return cast("Registry", importlib.import_module("winreg"))


class RegistryPolicy:
    """A PolicySource."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def read(self) -> Policy | None:
        """See PolicySource."""
        try:
            values = self._tables(KEY)
        except FileNotFoundError:
            return None
        except OSError:
            self._fail(faults.POLICY_UNREADABLE, line=NO_LINE)

        def refuse(label: str, path: tuple[str, ...]) -> NoReturn:
            del path
            self._fail(faults.POLICY_INVALID, key=label, line=NO_LINE)

        return read_policy(values, PLACE, _placed, refuse, self._spelled)

    def _tables(self, path: str) -> dict[str, object]:
        """The values of a key by name, and the keys below it as tables. Names are the same in capitals."""
        registry = self._registry
        access = registry.KEY_READ | registry.KEY_WOW64_64KEY
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path, 0, access) as key:
            keys, values, _ = registry.QueryInfoKey(key)
            named = [registry.EnumValue(key, index) for index in range(values)]
            names = [registry.EnumKey(key, index) for index in range(keys)]
        found: dict[str, object] = {name.lower(): (content, kind) for name, content, kind in named}
        for name in names:
            found[name.lower()] = self._tables(f"{path}\\{name}")
        return found

    def _spelled(self, kind: Kind, raw: object) -> Value:
        """A value as the registry holds it: the content and its type."""
        registry = self._registry
        content, of_type = raw if isinstance(raw, tuple) else (None, None)
        if of_type == registry.REG_DWORD and isinstance(content, int):
            return kind.read_number(content)
        if of_type == registry.REG_SZ and isinstance(content, str):
            return kind.read_text(content)
        if of_type == registry.REG_MULTI_SZ and isinstance(content, list):
            return kind.read_text("\n".join(content))
        raise kind.refusal()

    @staticmethod
    def _fail(fault: faults.Fault, **values: str) -> NoReturn:
        import uuid  # not needed when all is well

        raise FamilieopslagError(fault, str(uuid.uuid4()), values={"file": PLACE, **values}) from None


def _placed(path: Path) -> Path | None:
    """There is no folder from which a path in the registry could count."""
    return path if path.is_absolute() else None
