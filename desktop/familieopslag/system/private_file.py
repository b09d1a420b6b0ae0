"""Files for the user's own eyes that are whole or as they were before."""

import contextlib
import os
import secrets
from pathlib import Path


def write_private(file: Path, data: bytes) -> None:
    """All of `data` in `file`, also when the power goes, readable for nobody else. A link stays a link.

    Raises OSError; the file is then as it was before.
    """
    target = file.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(fresh, flags, 0o600), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
