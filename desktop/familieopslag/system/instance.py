"""One window a user and session: the lock that says there is one, and the name by which it hears of a second start.

The lock belongs to the process and goes with it, however that ends, so there is no such thing as a stale one.
"""

import os
import sys
from pathlib import Path

_LONGEST_PATH = 100
"""Of a local socket; the system's limit is 108 with its end."""


class Instance:
    """Whoever holds it is the only one with this name.

    The name is made of user, session, profile folder and kind, so that the demo does not stand in the way of the
    real program, nor one session on a terminal server in that of another.
    """

    def __init__(self, profile: Path | None, kind: str, folder: Path) -> None:
        """`folder`: the user's own, for lock and socket. `kind`: "demo" or "real"."""
        from zlib import crc32  # hashlib would bring OpenSSL along before the first paint

        from familieopslag.system.user import signed_in_user

        told = "\0".join(
            (signed_in_user(), _host(), _session(), str(profile.resolve()) if profile else "", kind)
        )
        self._folder = folder
        self._name = f"familieopslag-{crc32(told.encode()):08x}"
        self._lock: int | None = None

    @property
    def address(self) -> str:
        """Where the window listens: a pipe's name on Windows, a socket's path elsewhere. Says nothing of anybody."""
        if sys.platform == "win32":
            return self._name
        path = str(self._folder / self._name)
        # Qt puts a plain name in the temp folder.
        return path if len(os.fsencode(path)) <= _LONGEST_PATH else self._name

    def take(self) -> bool:
        """Hold it until the process ends. False: somebody else does. Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._folder / f"{self._name}.lock", flags, 0o600)
        if _locked(descriptor):
            self._lock = descriptor
            return True
        os.close(descriptor)
        return False

    def release(self) -> None:
        """Let others have it; happens by itself when the process ends. The file stays: it is what is locked."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _session() -> str:
        import ctypes

        session = ctypes.c_ulong()
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(session))  # type: ignore[attr-defined,unused-ignore]
        return str(session.value)

    def _host() -> str:
        return ""  # the lock never leaves the computer

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _session() -> str:
        # Without logind a display is what tells one session from another.
        given = (os.environ.get(name, "") for name in ("XDG_SESSION_ID", "WAYLAND_DISPLAY", "DISPLAY"))
        return next(filter(None, given), "")

    def _host() -> str:
        return os.uname().nodename  # a home folder may be shared between computers
