"""Register values as a reader sees them."""

import pytest

from familieopslag.domain.codes import CodedValue
from familieopslag.domain.dates import read_date
from familieopslag.domain.fields import spec_of
from familieopslag.domain.person import Field, Row
from familieopslag.presentation.formatting import (
    EMPTY,
    age_text,
    coded_text,
    date_text,
    field_text,
    is_birth_date,
    number_text,
    postal_code_text,
    unpadded,
)
from familieopslag.presentation.texts import danish
from tests.support.replies import TODAY, invented_number

NUMBER = invented_number()


@pytest.mark.parametrize(
    ("raw", "uncertain", "text"),
    [
        ("19610907", False, "07.09.1961"),
        ("196109071745", False, "07.09.1961 17:45"),
        ("196109071299", False, "07.09.1961"),
        ("19610907", True, "07.09.1961 (usikker)"),
        ("196109002000", False, "september 1961"),
        ("19611200", True, "december 1961 (usikker)"),
        ("196100000000", False, "1961"),
        ("12345678", False, "ugyldig dato i CPR: 12345678"),
        ("12345678", True, "ugyldig dato i CPR: 12345678"),
        ("", False, EMPTY),
        ("00000000", False, EMPTY),
    ],
)
def test_dates(raw: str, uncertain: bool, text: str) -> None:  # noqa: FBT001
    assert date_text(read_date(raw, uncertain=uncertain), danish) == text


@pytest.mark.parametrize(
    ("born", "uncertain", "text"),
    [
        ("19610907", False, "65 år"),
        ("19610907", True, "65 år (usikker)"),
        ("20241123", False, "2 år"),
        ("20241124", False, "23 mdr."),
        ("20261123", False, "0 mdr."),
        ("20270101", False, ""),
        ("19610900", False, "65 år (usikker)"),
        ("19610000", False, "64–65 år (usikker)"),
        ("19610000", True, "64–65 år (usikker)"),
        ("20260000", False, ""),
        ("12345678", False, ""),
        ("", False, ""),
    ],
)
def test_ages(born: str, uncertain: bool, text: str) -> None:  # noqa: FBT001
    assert age_text(read_date(born, uncertain=uncertain), TODAY, danish) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(CodedValue("0851", "Aalborg"), "0851 Aalborg"), (CodedValue("77"), "77"), (None, EMPTY)],
)
def test_codes(value: CodedValue | None, text: str) -> None:
    assert coded_text(value) == text


@pytest.mark.parametrize(
    ("code", "text"), [("9000", "9000"), (" 800", "0800"), ("0", ""), ("0000", ""), ("", ""), (" ", "")]
)
def test_postal_codes(code: str, text: str) -> None:
    assert postal_code_text(code) == text


@pytest.mark.parametrize(
    ("padded", "plain"),
    [("002 ", "2"), ("077A", "77A"), ("  tv", "tv"), ("01", "1"), ("st", "st"), ("000", "000"), ("", "")],
)
def test_padding_is_taken_off(padded: str, plain: str) -> None:
    assert unpadded(padded) == plain


@pytest.mark.parametrize("text", [NUMBER, f" {NUMBER} "])
def test_a_number_is_written_whole_or_without_its_last_four(text: str) -> None:
    assert number_text(text, masked=False) == f"{NUMBER[:6]}-{NUMBER[6:]}"
    assert number_text(text, masked=True) == f"{NUMBER[:6]}-••••"


@pytest.mark.parametrize("text", ["noget andet", NUMBER + "0", "9999999999", "Testesen"])
def test_what_should_be_a_number_and_is_not_is_masked_whole(text: str) -> None:
    assert number_text(text, masked=True) == "••••••-••••"
    assert number_text(text, masked=False) == text


@pytest.mark.parametrize(
    ("text", "is_date"), [("20150409", True), ("20150400", True), (NUMBER, False), ("0", False), ("x", False)]
)
def test_a_birth_date_in_the_number_s_place(text: str, is_date: bool) -> None:  # noqa: FBT001
    assert is_birth_date(text) is is_date


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (Field("ADRNVN", " Opdigt Testesen "), "Opdigt Testesen"),
        (Field("CFMY_STARTDATOUSMA", " "), EMPTY),
        (Field("KOMKOD", "0851", "Aalborg"), "0851 Aalborg"),
        (Field("STATUS", "77"), "77"),
        (Field("PNR", NUMBER), f"{NUMBER[:6]}-{NUMBER[6:]}"),
        (Field("PNR_FOEDDATO", "20150409"), "09.04.2015"),
        (Field("POSTNR", "0"), EMPTY),
        (Field("POSTNR", "800"), "0800"),
        (Field("HUSNR", "016 "), "16"),
        (Field("BESKYT", "X"), "Ja (X)"),
        (Field("FOEDDATOUSM", "*"), "Ja (*)"),
        (Field("FOEDDATO", "19610907"), "07.09.1961 (usikker)"),
        (Field("CNVN_STARTDATO", "196109071745"), "07.09.1961 17:45"),
        (Field("NYT_FELT", "<b>råt</b>"), "<b>råt</b>"),
    ],
)
def test_a_field_is_written_by_its_kind(item: Field, text: str) -> None:
    row = Row((item, Field("FOEDDATOUSM", "*")))
    assert field_text(item, spec_of(item.code), row, danish) == text
