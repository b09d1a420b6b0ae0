"""Asks Windows about the access control list of a file. Only ever imported there; judged in access_list."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path
from typing import Any

from familieopslag.system.access_list import SecurityDescriptor, read_descriptor

_SE_FILE_OBJECT = 1
_OWNER, _DACL, _PROTECTED_DACL = 0x1, 0x4, 0x80000000
_SDDL_REVISION = 1
_TOKEN_QUERY, _TOKEN_USER = 0x8, 1


class _Windows:
    """The libraries, loaded at first use: this module can be imported anywhere."""

    def __init__(self) -> None:
        load = ctypes.WinDLL  # type: ignore[attr-defined,unused-ignore]
        self.advapi32: Any = load("advapi32", use_last_error=True)
        self.kernel32: Any = load("kernel32", use_last_error=True)
        self.kernel32.GetCurrentProcess.restype = wintypes.HANDLE

    @contextmanager
    def freed(self, memory: ctypes.c_void_p) -> Iterator[None]:
        """Gives memory back that Windows has allocated."""
        try:
            yield
        finally:
            self.kernel32.LocalFree(memory)

    @staticmethod
    def check(succeeded: int) -> None:
        """Raises OSError when a call has not succeeded."""
        if not succeeded:
            raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]


def security_of(path: Path) -> SecurityDescriptor:
    """Owner and access list of a file. Raises OSError, also for a list that is not understood."""
    windows = _Windows()
    descriptor, text = ctypes.c_void_p(), ctypes.c_void_p()
    code = windows.advapi32.GetNamedSecurityInfoW(
        ctypes.c_wchar_p(str(path)),
        _SE_FILE_OBJECT,
        wintypes.DWORD(_OWNER | _DACL),
        None,
        None,
        None,
        None,
        ctypes.byref(descriptor),
    )
    if code:
        raise ctypes.WinError(code)  # type: ignore[attr-defined,unused-ignore]
    with windows.freed(descriptor):
        windows.check(
            windows.advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor,
                wintypes.DWORD(_SDDL_REVISION),
                wintypes.DWORD(_OWNER | _DACL),
                ctypes.byref(text),
                None,
            )
        )
    with windows.freed(text):
        spelled = ctypes.wstring_at(text.value or 0)
    try:
        return read_descriptor(spelled)
    except ValueError:
        unknown = OSError("the access list is not understood")
    raise unknown


def protect(path: Path, sid: str) -> None:
    """Let `sid`, SYSTEM and the administrators use `path` and nobody else, whatever its folder passes on."""
    windows = _Windows()
    descriptor = ctypes.c_void_p()
    windows.check(
        windows.advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            ctypes.c_wchar_p(f"D:P(A;;FA;;;{sid})(A;;FA;;;SY)(A;;FA;;;BA)"),
            wintypes.DWORD(_SDDL_REVISION),
            ctypes.byref(descriptor),
            None,
        )
    )
    with windows.freed(descriptor):
        windows.check(
            windows.advapi32.SetFileSecurityW(
                ctypes.c_wchar_p(str(path)), wintypes.DWORD(_DACL | _PROTECTED_DACL), descriptor
            )
        )


def own_sid() -> str:
    """The SID of the user whose process this is. Raises OSError."""
    windows = _Windows()
    token, size, text = wintypes.HANDLE(), wintypes.DWORD(), ctypes.c_void_p()
    process = wintypes.HANDLE(windows.kernel32.GetCurrentProcess())
    windows.check(
        windows.advapi32.OpenProcessToken(process, wintypes.DWORD(_TOKEN_QUERY), ctypes.byref(token))
    )
    ask = windows.advapi32.GetTokenInformation
    try:
        ask(token, _TOKEN_USER, None, wintypes.DWORD(), ctypes.byref(size))  # fails, and tells the size
        buffer = ctypes.create_string_buffer(size.value)
        windows.check(ask(token, _TOKEN_USER, buffer, size, ctypes.byref(size)))
    finally:
        windows.kernel32.CloseHandle(token)
    # TOKEN_USER begins with a pointer to the SID, which lies further on in the buffer.
    sid = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p)).contents
    windows.check(windows.advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)))
    with windows.freed(text):
        return ctypes.wstring_at(text.value or 0)
