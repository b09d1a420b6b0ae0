"""The code lists in resources/codes: readable, complete, and the same facts as the register's own lists."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from familieopslag import resources
from tests.support.shared_material import Shared, requires_shared

_FOLDER = resources.root() / "codes"
_WIDTHS = {
    "status": 2,
    "beskyttelse": 5,
    "foraeldremyndighed": 5,
    "kommune": 4,
    "land": 4,
    "vejkode": 4,
}
_LISTS = [*_WIDTHS, "koen", "relation"]


def _lines(name: str) -> list[str]:
    return (_FOLDER / f"{name}.csv").read_text("utf-8").splitlines()


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in _lines(name) if not line.startswith("#")))


def _texts(name: str) -> dict[str, str]:
    return {row["code"]: row["text"] for row in _rows(name)}


def _given_out(name: str) -> Iterator[dict[str, str]]:
    with (Path(Shared.CODES.value) / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def test_these_lists_and_no_others() -> None:
    assert {file.stem for file in _FOLDER.glob("*.csv")} == set(_LISTS)


@pytest.mark.parametrize("name", _LISTS)
def test_list_names_its_source_and_date(name: str) -> None:
    header = [line for line in _lines(name) if line.startswith("#")]

    assert any("Kilde:" in line for line in header)
    assert any("2026" in line for line in header)


@pytest.mark.parametrize("name", _LISTS)
def test_rows_are_whole(name: str) -> None:
    rows = _rows(name)
    codes = [row["code"] for row in rows]

    assert len(set(codes)) == len(codes)
    for row in rows:
        assert None not in row
        assert None not in row.values()
        assert row["text"].strip() == row["text"] != ""


@pytest.mark.parametrize(("name", "width"), _WIDTHS.items())
def test_codes_keep_their_leading_zeros_and_order(name: str, width: int) -> None:
    codes = [row["code"] for row in _rows(name)]

    assert all(len(code) == width and code.isdigit() for code in codes)
    assert codes == sorted(codes)


def test_every_status_and_protection_is_named() -> None:
    assert list(_texts("status")) == ["01", "03", "05", "07", "10", "20", "30", "50", "60", "70", "80", "90"]
    assert list(_texts("beskyttelse")) == ["00001", "00002", "00003", "00004", "00005"]
    assert [row["code"] for row in _rows("beskyttelse") if row["masks"] == "yes"] == ["00001"]
    assert {row["active"] for row in _rows("status")} == {"yes", "no"}


def test_special_road_codes_are_all_there() -> None:
    assert [int(code) for code in _texts("vejkode")] == list(range(9900, 10_000))


@requires_shared(Shared.CODES)
def test_municipalities_are_those_of_the_register() -> None:
    theirs = {row["code"]: row["name"].partition(" (")[0] for row in _given_out("municipalities")}
    ours = _texts("kommune")
    spelled_out = {"Cpr-Kontoret": "CPR-kontoret", "Sømandskattekontoret": "Sømandsskattekontoret"}

    assert ours == {code: spelled_out.get(name, name) for code, name in theirs.items()}


@requires_shared(Shared.CODES)
def test_countries_are_those_of_the_register() -> None:
    theirs = {row["code"]: row["ended"] for row in _given_out("countries")}
    ours = {row["code"]: row["ended"].replace("-", "") for row in _rows("land")}

    assert ours == theirs


@requires_shared(Shared.CODES)
def test_country_names_differ_from_the_register_only_where_it_abbreviates_or_is_old() -> None:
    theirs = {row["code"]: row["name"] for row in _given_out("countries")}
    ours = _texts("land")
    differing = {code for code, text in ours.items() if text != theirs[code]}

    assert differing <= _REWRITTEN
    assert ours["5180"] == "Tyskland"
    assert ours["5756"] == "Nordmakedonien"
    assert ours["5259"] == "Eswatini"


_REWRITTEN = frozenset(
    re.findall(
        r"\d+",
        """
    5105 5180 5230 5231 5233 5242 5248 5259 5262 5276 5278 5303 5311 5326 5347 5398 5402 5403 5412 5414 5416 5466
    5478 5484 5534 5599 5621 5623 5625 5710 5714 5716 5720 5722 5756 5758 5776 5779 5999
    """,
    )
)
"""Codes whose name is written out, renamed since 2012, or spelled as Danish is today."""
