"""Files that are whole or not there: also when the power goes, or the disk is full."""

import contextlib
import os
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put `data` there, readable by us alone; what was there is in place until then. Raises OSError."""
    import secrets

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
