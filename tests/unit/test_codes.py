"""Code lists: codes meet their words whatever their zeros, and the program's own lists are whole."""

from pathlib import Path

import pytest

from familieopslag import resources
from familieopslag.domain.codes import CodedValue, CodeListName, CodeLists
from familieopslag.domain.fields import FIELDS, Kind, Panel, Secrecy, spec_of
from familieopslag.system.code_lists import read_code_lists

LISTS = CodeLists({CodeListName.MUNICIPALITY: {"0851": "Aalborg"}, CodeListName.GENDER: {"M": "mand"}})


@pytest.mark.parametrize("code", ["0851", "851", " 0851 ", "00851"])
def test_leading_zeros_and_blanks_do_not_count(code: str) -> None:
    assert LISTS.value(CodeListName.MUNICIPALITY, code) == CodedValue(code.strip(), "Aalborg")


@pytest.mark.parametrize("code", ["852", "8510", "x", "", "²", "٨٥١"])
def test_an_unknown_code_has_no_words(code: str) -> None:
    assert LISTS.value(CodeListName.MUNICIPALITY, code) == CodedValue(code, None)


def test_letters_are_compared_as_they_are() -> None:
    assert LISTS.value(CodeListName.GENDER, "M").text == "mand"
    assert LISTS.value(CodeListName.GENDER, "m").text is None


def test_a_list_that_is_not_there_knows_nothing() -> None:
    assert CodeLists().value(CodeListName.STATUS, "01") == CodedValue("01", None)


def test_a_file_s_comments_are_skipped(tmp_path: Path) -> None:
    for name in CodeListName:
        text = '# kilde: ingen\ncode,text,note\n01,"Et, to",\n# midt i\n02,Tre,x\n'
        (tmp_path / f"{name.value}.csv").write_text(text, encoding="utf-8")
    texts = read_code_lists(tmp_path).texts
    assert texts[CodeListName.ROAD] == {"01": "Et, to", "02": "Tre"}


def test_a_missing_list_is_an_incomplete_installation(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_code_lists(tmp_path)


def test_the_program_s_own_lists_hold_words_for_what_it_decides_on() -> None:
    lists = read_code_lists(resources.root() / "codes")
    for code in ("01", "03", "05", "07", "20", "30", "50", "60", "70", "80", "90"):
        assert lists.value(CodeListName.STATUS, code).text, code
    for code in ("00001", "00002", "00003", "00004"):
        assert lists.value(CodeListName.PROTECTION, code).text, code
    for code in ("00003", "00004", "00005", "00006"):
        assert lists.value(CodeListName.CUSTODY, code).text, code
    assert lists.value(CodeListName.MUNICIPALITY, "0851").text == "Aalborg"
    assert lists.value(CodeListName.COUNTRY, "5180").text == "Tyskland"
    assert {code.lower() for code in ("M", "K")} == {
        code.lower() for code in lists.texts[CodeListName.GENDER] if code in {"M", "K"}
    }


def test_every_field_of_a_place_and_every_number_is_secret() -> None:
    for spec in FIELDS.values():
        if spec.panel is Panel.ADDRESS or spec.code_list in {CodeListName.MUNICIPALITY, CodeListName.COUNTRY}:
            assert spec.secrecy is Secrecy.LOCATION, spec.code
        assert (spec.kind in {Kind.CPR, Kind.CPR_OR_BIRTH}) is (
            spec.secrecy in {Secrecy.OWN_NUMBER, Secrecy.OTHERS_NUMBER}
        ), spec.code


def test_a_field_nobody_knows_may_tell_a_place() -> None:
    spec = spec_of("NYT_FELT")
    assert (spec.label, spec.panel, spec.secrecy) == ("NYT_FELT", Panel.OTHER, Secrecy.LOCATION)


def test_every_uncertainty_marker_of_a_date_is_a_known_field() -> None:
    for spec in FIELDS.values():
        if spec.uncertainty is not None:
            assert FIELDS[spec.uncertainty].kind is Kind.UNCERTAINTY
