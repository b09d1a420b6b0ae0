"""Refuses personnumre in the repository: `cpr_scan.py [FILE ...]`, without files all that git knows or would add.

Allowed are the invented persons of the test register and the official test persons, and in tests also numbers
that cannot belong to anybody: they fail modulus 11 on another date than 1 January, the only date on which such
numbers have been given out (cpr.dk, "Personnumre uden kontrolciffer"). Prints places, never numbers.

Exit code: 0 nothing found, 1 something found, 2 the files could not be listed.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REGISTER = ROOT / "resources" / "testregister"
OFFICIAL = ROOT / "tests" / "support" / "official_test_numbers.txt"
TESTS = ROOT / "tests"

_CANDIDATE = re.compile(r"(?<![0-9a-fA-F.])(\d{6})[-\u2010\u2011\u2013\u00a0 ]?(\d{4})(?![0-9a-fA-F])")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_SUBSTITUTE_DAY_OFFSET = 60


def main(arguments: list[str]) -> int:
    """Scan the files named, or all. See the module."""
    try:
        files = [Path(name).resolve() for name in arguments] or list(_files_of_git())
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"cpr_scan: git could not list the files: {error}", file=sys.stderr)
        return 2
    known = _numbers_in(OFFICIAL) | {
        number for file in REGISTER.glob("*.toml") for number in _numbers_in(file)
    }
    places = [place for file in sorted(files) for place in _places(file, known)]
    for place in places:
        print(f"{place}: a personnummer that is not on the list of test numbers")
    return 1 if places else 0


def _files_of_git() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file():
            yield ROOT / name


def _places(file: Path, known: Iterable[str]) -> Iterator[str]:
    for row, line in enumerate(_text(file).splitlines(), start=1):
        for number in _numbers(line):
            if number not in known and not (file.is_relative_to(TESTS) and _never_given_out(number)):
                yield f"{file.relative_to(ROOT) if file.is_relative_to(ROOT) else file}:{row}"


def _numbers_in(file: Path) -> set[str]:
    return set(_numbers(_text(file)))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        return file.read_text("latin-1")


def _numbers(text: str) -> Iterator[str]:
    for found in _CANDIDATE.finditer(text):
        number = found[1] + found[2]
        if _starts_with_a_date(number):
            yield number


def _starts_with_a_date(number: str) -> bool:
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    if day > _SUBSTITUTE_DAY_OFFSET:
        day -= _SUBSTITUTE_DAY_OFFSET
    try:
        # 2000 + a multiple of four keeps 29 February: which century it is does not matter here.
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def _never_given_out(number: str) -> bool:
    checksum = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=True))
    return checksum % 11 != 0 and not number.startswith("0101")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
