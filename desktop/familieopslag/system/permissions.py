"""Who besides us may use a file. What cannot be found out counts as everybody."""

import os
import stat
import sys
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def readable_by_others(path: Path) -> bool:
    """Whether `path` is no ordinary file of ours that only we (and the computer's administrators) can read.

    A link is followed. Raises OSError (FileNotFoundError) when the file cannot be asked about.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return True
    if sys.platform == "win32":
        from familieopslag.system.windows_security import own_sid, security_of

        return security_of(path).is_open_to_others_than(own_sid())
    else:  # noqa: RET505 - type checkers leave out the branch of another system
        return status.st_uid != os.geteuid() or bool(status.st_mode & _OTHERS)


def make_private(path: Path) -> None:
    """Let nobody but us (and the computer's administrators) use `path`, whatever umask or folder say."""
    if sys.platform == "win32":
        from familieopslag.system.windows_security import own_sid, protect

        protect(path, own_sid())
    else:
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
