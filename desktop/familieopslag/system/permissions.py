"""Who besides us, or besides the administrators, may use a file. What cannot be found out counts as everybody."""

import os
import stat
import sys
from collections.abc import Collection
from pathlib import Path

ROOT = frozenset({0})
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = (
    stat.S_IWGRP | stat.S_IWOTH
)  # the group's bit also stands for every named entry of a POSIX ACL
_REPARSE_POINT = 0x400


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


def writable_by_others(path: Path, owners: Collection[int] = ROOT) -> bool:
    """Whether anybody but the computer's administrators could have written `path`, or put it there.

    True for a link, and for what is no ordinary file. Asks about the folder too, and on POSIX about every folder
    above it. `owners`: the user ids that are trusted (POSIX). Raises OSError (FileNotFoundError) when the file cannot
    be asked about.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        return True
    if sys.platform == "win32":
        return any(map(_is_open_on_windows, (path, path.parent)))
    else:  # noqa: RET505 - type checkers leave out the branch of another system
        own_folder = path.absolute().parent
        folders = {*path.absolute().parents, *path.resolve().parents}
        return _is_open(path, owners) or any(
            _is_open(folder, owners, may_be_shared=folder != own_folder) for folder in folders
        )


def make_private(path: Path) -> None:
    """Let nobody but us (and the computer's administrators) use `path`, whatever umask or folder say."""
    if sys.platform == "win32":
        from familieopslag.system.windows_security import own_sid, protect

        protect(path, own_sid())
    else:
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def _is_open(path: Path, owners: Collection[int], *, may_be_shared: bool = False) -> bool:
    """`may_be_shared`: a folder like /tmp will do, in which nobody can rename what is somebody else's."""
    status = path.lstat()
    if status.st_uid not in owners:
        return True
    if stat.S_ISLNK(status.st_mode):  # has no mode of its own; where it leads is asked about as well
        return not may_be_shared
    is_sticky = bool(status.st_mode & stat.S_ISVTX)
    return bool(status.st_mode & _OTHERS_WRITE) and not (may_be_shared and is_sticky)


def _is_open_on_windows(path: Path) -> bool:
    from familieopslag.system.windows_security import security_of

    attributes = getattr(path.lstat(), "st_file_attributes", 0)
    return bool(attributes & _REPARSE_POINT) or security_of(path).lets_others_write
