"""Address labels against labels written by hand: every kind of address that the register holds."""

from collections.abc import Mapping

import pytest

from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import AddressView
from tests.support.replies import TODAY, Row, invented_number, main_row, own_row, result_of

ME = invented_number()
NOWHERE: Mapping[str, str | None] = dict.fromkeys(
    ("BYNVN", "ETAGE", "HUSNR", "KOMKOD", "POSTNR", "SIDEDOER", "STADR", "VEJKOD")
)
VILLAGE: Mapping[str, str | None] = {
    **NOWHERE, "STADR": "Påfundsvej 12", "VEJKOD": "1234", "HUSNR": "012 ", "POSTNR": "9000"
}  # fmt: skip
FLAT: Mapping[str, str | None] = {**VILLAGE, "ETAGE": "02", "SIDEDOER": "  tv"}
ABROAD: Mapping[str, str | None] = {
    "UDLANDSADR1": "Erfundene Straße 7",
    "UDLANDSADR3": "24937 Flensburg",
    "UDRLANDEKOD": "5180",
}
FOREIGN_LABEL = ("Erfundene Straße 7", "24937 Flensburg", "Tyskland")
NOT_IN_FORCE_ABROAD = "Udenlandsk adresse (ikke gældende)"
NOT_IN_FORCE_AT_HOME = "Tidligere dansk adresse (ikke gældende)"


def _address(changes: Mapping[str, str | None], district: str | None = "Aalborg") -> AddressView:
    main: Row = main_row(ME, **changes)
    own = own_row(ME, STADR=main.get("STADR"), CPST_POSTNR=main.get("POSTNR"), CPSN_POSTDISTTXT=district)
    result = result_of(main, own)
    return present(result, decide(result, TODAY), TODAY).address


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        pytest.param(VILLAGE, ("Påfundsvej 12", "9000 Aalborg"), id="house"),
        pytest.param(
            {**FLAT, "STADR": "Påfundsvej 12,2 tv"}, ("Påfundsvej 12,2 tv", "9000 Aalborg"), id="flat, old"
        ),
        pytest.param(
            {**FLAT, "STADR": "Påfundsvej 12, 2. tv"},
            ("Påfundsvej 12, 2. tv", "9000 Aalborg"),
            id="flat, 2023",
        ),
        pytest.param(
            {**VILLAGE, "STADR": "Påfundsvej 77 A", "HUSNR": "077A"},
            ("Påfundsvej 77 A", "9000 Aalborg"),
            id="letter, old",
        ),
        pytest.param(
            {**VILLAGE, "STADR": "Påfundsvej 77A", "HUSNR": "077A"},
            ("Påfundsvej 77A", "9000 Aalborg"),
            id="letter, 2023",
        ),
        pytest.param(FLAT, ("Påfundsvej 12, 2. tv", "9000 Aalborg"), id="flat left out of STADR"),
        pytest.param(
            {**VILLAGE, "ETAGE": "st"}, ("Påfundsvej 12, st.", "9000 Aalborg"), id="floor without door"
        ),
        pytest.param(
            {**VILLAGE, "SIDEDOER": "0112"}, ("Påfundsvej 12, 112", "9000 Aalborg"), id="door without floor"
        ),
        pytest.param(
            {**VILLAGE, "CONVN": "c/o Opdigt"},
            ("c/o Opdigt", "Påfundsvej 12", "9000 Aalborg"),
            id="c/o in small letters",
        ),
        pytest.param(
            {**VILLAGE, "CONVN": "C/O Opdigt"},
            ("C/O Opdigt", "Påfundsvej 12", "9000 Aalborg"),
            id="c/o in capitals",
        ),
        pytest.param(
            {**VILLAGE, "LOKALITET": "Digtergården"},
            ("Digtergården", "Påfundsvej 12", "9000 Aalborg"),
            id="locality",
        ),
        pytest.param(
            {**VILLAGE, "CONVN": "c/o Opdigt", "LOKALITET": "Digtergården"},
            ("c/o Opdigt", "Digtergården", "Påfundsvej 12", "9000 Aalborg"),
            id="c/o and locality",
        ),
        pytest.param(
            {**VILLAGE, "BYNVN": "Påfund"}, ("Påfundsvej 12", "Påfund", "9000 Aalborg"), id="town of its own"
        ),
        pytest.param(
            {**VILLAGE, "BYNVN": "Aalborg"}, ("Påfundsvej 12", "9000 Aalborg"), id="town is the district"
        ),
        pytest.param({**VILLAGE, "POSTNR": "800"}, ("Påfundsvej 12", "0800 Aalborg"), id="post code 800"),
    ],
)
def test_a_danish_label(changes: Mapping[str, str | None], label: tuple[str, ...]) -> None:
    address = _address(changes)
    assert (address.lines, address.notice, address.other_lines) == (label, "", ())


@pytest.mark.parametrize("code", ["0", "0000", None])
def test_a_post_code_of_zero_is_none(code: str | None) -> None:
    assert _address({**VILLAGE, "POSTNR": code}, district=None).lines == ("Påfundsvej 12",)


def test_the_post_code_may_be_in_the_own_row_only() -> None:
    result = result_of(main_row(ME, **{**VILLAGE, "POSTNR": "0"}), own_row(ME, STADR="Påfundsvej 12"))
    lines = present(result, decide(result, TODAY), TODAY).address.lines
    assert lines == ("Påfundsvej 12", "9000 Aalborg")


@pytest.mark.parametrize(
    ("changes", "street"),
    [
        pytest.param(
            {"STADR": "Opdigtsip Aqq. 9", "HUSNR": "009 ", "BNR": "3172"},
            "Opdigtsip Aqq. 9",
            id="house number",
        ),
        pytest.param({"STADR": "Opdigtsip Aqq.", "BNR": "77"}, "Opdigtsip Aqq., B-77", id="building number"),
        pytest.param(
            {"STADR": "Opdigtsip Aqq.", "HUSNR": "000", "BNR": "77"}, "Opdigtsip Aqq., B-77", id="house zero"
        ),
        pytest.param({"BNR": "77"}, "B-77", id="building number alone"),
        pytest.param({"STADR": "B-77", "BNR": "77"}, "B-77", id="building number is the address"),
        pytest.param({"STADR": "B-771", "BNR": "77"}, "B-771, B-77", id="another building number"),
    ],
)
def test_a_greenlandic_label(changes: Mapping[str, str], street: str) -> None:
    address = _address(
        {**NOWHERE, "STATUS": "05", "KOMKOD": "0956", "POSTNR": "3900", **changes}, district="Nuuk"
    )
    assert address.lines == (street, "3900 Nuuk")


def test_a_foreign_label_ends_with_the_country() -> None:
    address = _address({**NOWHERE, **ABROAD, "STATUS": "80"}, district=None)
    assert (address.lines, address.other_lines) == (FOREIGN_LABEL, ())


def test_a_country_that_the_lines_end_with_is_told_once() -> None:
    address = _address({**NOWHERE, **ABROAD, "UDLANDSADR5": "TYSKLAND", "STATUS": "80"}, district=None)
    assert address.lines == (*FOREIGN_LABEL[:-1], "TYSKLAND")


def test_an_unknown_country_is_told_by_its_code() -> None:
    address = _address({**NOWHERE, **ABROAD, "UDRLANDEKOD": "5998", "STATUS": "80"}, district=None)
    assert address.lines[-1] == "5998"


@pytest.mark.parametrize(
    ("status", "lines", "title", "others"),
    [
        ("01", ("Påfundsvej 12", "9000 Aalborg"), NOT_IN_FORCE_ABROAD, FOREIGN_LABEL),
        ("80", FOREIGN_LABEL, NOT_IN_FORCE_AT_HOME, ("Påfundsvej 12", "9000 Aalborg")),
    ],
)
def test_the_status_tells_which_of_two_addresses_is_in_force(
    status: str, lines: tuple[str, ...], title: str, others: tuple[str, ...]
) -> None:
    address = _address({**VILLAGE, **ABROAD, "STATUS": status})
    assert (address.lines, address.other_title, address.other_lines) == (lines, title, others)


def test_no_address_is_told_in_words() -> None:
    address = _address(NOWHERE, district=None)
    assert (address.lines, address.notice, address.is_hidden) == ((), "Ingen adresse i CPR", False)


def test_a_special_road_code_alone_is_no_street() -> None:
    special = {**NOWHERE, "STATUS": "03", "KOMKOD": "0851", "VEJKOD": "9947"}
    address = _address(special, district=None)
    assert (address.lines, address.notice) == ((), "Ingen adresse i CPR")
    assert {item.code: item.text for item in address.fields} == {"KOMKOD": "0851 Aalborg", "VEJKOD": "9947"}


def test_a_special_road_with_words_is_told_as_registered() -> None:
    special = {**NOWHERE, "STATUS": "03", "VEJKOD": "9901", "STADR": "Uden Fast Bopæl", "POSTNR": "9000"}
    assert _address(special).lines == ("Uden Fast Bopæl", "9000 Aalborg")
