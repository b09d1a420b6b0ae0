"""Who is signed in to this computer."""

import os
import sys


def signed_in_user() -> str:
    r"""The operating system's own word for the user: `DOMAIN\name` on Windows, the account's name elsewhere.

    Not from the environment, which the user can set: the name goes into the authority's log.
    """
    if sys.platform == "win32":
        return _windows_user()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"


def _windows_user() -> str:
    import ctypes

    name_sam_compatible = 2
    size = ctypes.c_ulong(256)
    buffer = ctypes.create_unicode_buffer(size.value)
    secur32 = ctypes.WinDLL("secur32")  # type: ignore[attr-defined,unused-ignore]
    if secur32.GetUserNameExW(name_sam_compatible, buffer, ctypes.byref(size)):
        return buffer.value
    return os.getlogin()
