"""As much of Windows' registry as a policy needs: nested dicts behind the functions of winreg."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

REG_SZ, REG_EXPAND_SZ, REG_DWORD, REG_MULTI_SZ, REG_BINARY = 1, 2, 4, 7, 3

Tree = dict[str, Any]
"""Keys are dicts; values are pairs of content and type."""


class FakeRegistry:
    """HKEY_LOCAL_MACHINE with `tree` below the policy's key; None: the key is not there."""

    HKEY_LOCAL_MACHINE = 0x80000002
    KEY_READ = 0x20019
    KEY_WOW64_64KEY = 0x100
    REG_SZ = REG_SZ
    REG_DWORD = REG_DWORD
    REG_MULTI_SZ = REG_MULTI_SZ

    def __init__(self, tree: Tree | None, error: OSError | None = None) -> None:
        """`error` is raised by whoever asks for a value."""
        self._tree = tree
        self._error = error
        self.opened: list[str] = []

    @contextmanager
    def _handle(self, tree: Tree) -> Iterator[Tree]:
        yield tree

    def OpenKey(self, key: Any, sub_key: str, reserved: int, access: int, /) -> Any:  # noqa: ANN401,N802 - as winreg
        """A context manager whose value stands for the key."""
        assert (key, reserved) == (self.HKEY_LOCAL_MACHINE, 0)
        assert access == self.KEY_READ | self.KEY_WOW64_64KEY, "a 32-bit program looks elsewhere"
        self.opened.append(sub_key)
        root, *below = sub_key.removeprefix("SOFTWARE\\Policies\\").split("\\")
        assert root == "Familieopslag"
        here = self._tree
        for name in below:
            here = None if here is None else here[name]
        if here is None:
            raise FileNotFoundError(2, "not there")
        return self._handle(here)

    def QueryInfoKey(self, key: Any, /) -> tuple[int, int, int]:  # noqa: ANN401,N802 - as winreg
        """How many keys and values there are."""
        return len(self._keys(key)), len(key) - len(self._keys(key)), 0

    def EnumKey(self, key: Any, index: int, /) -> str:  # noqa: ANN401,N802 - as winreg
        """The name of a key."""
        return self._keys(key)[index]

    def EnumValue(self, key: Any, index: int, /) -> tuple[str, Any, int]:  # noqa: ANN401,N802 - as winreg
        """Name, content and type of a value."""
        if self._error is not None:
            raise self._error
        name = [name for name in key if name not in self._keys(key)][index]
        content, kind = key[name]
        return name, content, kind

    @staticmethod
    def _keys(tree: Tree) -> list[str]:
        return [name for name, content in tree.items() if isinstance(content, dict)]
