"""The code lists in resources/codes: CSV files with a header row; `#` lines give source and date."""

import csv
from pathlib import Path

from familieopslag.domain.codes import CodeListName, CodeLists


def read_code_lists(folder: Path) -> CodeLists:
    """Every list, read from `folder`. Raises FileNotFoundError for an incomplete installation."""
    return CodeLists({name: _read(folder / f"{name.value}.csv") for name in CodeListName})


def _read(file: Path) -> dict[str, str]:
    with file.open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        return {row["code"]: row["text"] for row in csv.DictReader(lines)}
