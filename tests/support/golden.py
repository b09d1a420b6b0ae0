"""Texts kept in files that a person reads in review: compared, and written anew when somebody asks for it."""

import os
from pathlib import Path

REWRITE = "FAMILIEOPSLAG_REWRITE"
"""Set to 1, the environment variable of this name lets the tests write what they would have compared."""


def assert_kept(file: Path, text: str) -> None:
    """Fails when `file` does not hold `text`. With REWRITE the file is written instead, for `git diff` to show."""
    if os.environ.get(REWRITE) == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    assert kept == text.splitlines(), (
        f"{file.name} differs; run once with {REWRITE}=1 and read the difference"
    )
