"""Views of the recorded replies, one for each kind of reply, with placeholders for every name and address.

After a change that is meant, write them anew with FAMILIEOPSLAG_REWRITE=1 and read the difference. Numbers are those
of CPR's official test persons.
"""

import re
from pathlib import Path

import pytest

from tests.support.golden import assert_kept, view_text
from tests.support.personal_data import of_known_test_persons
from tests.support.placeholders import with_placeholders
from tests.support.recorded import NAMES, PLACES, rows_of
from tests.support.recorded_views import recorded_result, recorded_text, view_of
from tests.support.shared_material import Shared, requires_shared

FOLDER = Path(__file__).parent / "recorded"
SHORTEST_TO_LOOK_FOR = 3

KINDS = {
    "uden_navn": "0101005038",
    "egen_raekke_sidst": "1306814172",
    "alle_adressefelter": "0101965058",
    "aendret_nummer": "0108610069",
    "foraeldremyndighed_uden_mor": "2906980013",
    "beskyttet_aegtefaelle_paa_adressen": "0108610018",
    "lokalvejviserbeskyttelse": "0709614169",
    "udrejst_beskyttet_aegtefaelle": "0707614234",
    "begge_beskyttede": "0701614011",
    "begge_beskyttede_den_anden": "0709614118",
    "registrerede_partnere": "0709614037",
    "registrerede_partnere_den_anden": "0709614045",
    "doed": "0708614327",
    "afdoed_aegtefaelle": "0905414143",
    "udrejst": "0709614258",
    "datoer_med_00": "1307610015",
    "ingen_paaroerende": "0101429059",
}


WITHOUT_MARKS = {"alle_adressefelter_uden_beskyttelse": "0101965058"}
"""Replies as they would read without the marks of protection, for where everything stands that is hidden."""
_MARK = re.compile(r'<Field r="(?:BESKYT|CBSK_TYP)" v="[^"]*" />')


@requires_shared(Shared.RECORDED)
@pytest.mark.parametrize("name", KINDS)
def test_a_recorded_reply_reads_as_kept(name: str) -> None:
    _assert_kept(name, KINDS[name], recorded_text(KINDS[name]))


@requires_shared(Shared.RECORDED)
@pytest.mark.parametrize("name", WITHOUT_MARKS)
def test_a_recorded_reply_without_protection_reads_as_kept(name: str) -> None:
    number = WITHOUT_MARKS[name]
    text, removed = _MARK.subn("", recorded_text(number))
    assert removed == 2
    _assert_kept(name, number, text)


def test_every_kept_text_is_of_a_kind() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == {*KINDS, *WITHOUT_MARKS, "counts"}


def _assert_kept(name: str, number: str, reply: str) -> None:
    rows = rows_of(number)
    text = view_text(with_placeholders(view_of(recorded_result(number, reply)), rows))
    told = {value.strip() for row in rows for code, value in row.items() if code in NAMES | PLACES}
    assert not [value for value in told if _is_telling(value) and re.search(rf"\b{re.escape(value)}\b", text)]
    assert not of_known_test_persons().kinds_in(text) & {"name", "address"}
    assert_kept(FOLDER / f"{name}.txt", text)


def _is_telling(value: str) -> bool:
    """Whether a value can be told from the numbers and abbreviations that stand in any text."""
    return len(value) >= SHORTEST_TO_LOOK_FOR and any(letter.isalpha() for letter in value)
