"""What may be said to a caller: name, address and whether somebody is dead, missing or gone - or nothing at all."""

from datetime import date

import pytest

from familieopslag.domain.person import Extent
from familieopslag.domain.protection import decide
from familieopslag.presentation.telephone import present_for_telephone
from familieopslag.presentation.view_models import TelephoneView
from tests.support.replies import (
    STREET,
    TODAY,
    Row,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

ME = invented_number()
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)


def _said(*rows: Row, extent: Extent | None = None, reveal: bool = False) -> TelephoneView:
    result = result_of(*rows, extent=extent)
    visibility = decide(result, TODAY)
    return present_for_telephone(result, visibility.revealing(None) if reveal else visibility)


def _rows(view: TelephoneView) -> dict[str, str]:
    return {row.label: row.text for row in view.rows}


def test_name_and_address_of_an_unprotected_person_may_be_told() -> None:
    view = _said(main_row(ME), own_row(ME), relative_row(SPOUSE, "Ægtefælle"))
    assert _rows(view) == {
        "Navn": "Opdigt Testesen",
        "Adresse": f"{STREET}, Påfund, 9000 Aalborg",
        "Status": "–",
    }
    assert (view.sentence, view.warning) == ("", "")


def test_neither_number_nor_family_is_told() -> None:
    view = _said(main_row(ME), own_row(ME), relative_row(SPOUSE, "Ægtefælle"))
    told = str([row.text for row in view.rows])
    assert ME[:6] not in told
    assert "Slægt" not in told


@pytest.mark.parametrize(
    ("status", "told"),
    [("90", "Død 30.06.2000"), ("70", "Forsvundet 30.06.2000"), ("80", "Udrejst 30.06.2000"), ("03", "–")],
)
def test_death_absence_and_emigration_may_be_told(status: str, told: str) -> None:
    main = main_row(ME, STATUS=status, STARTDATOSTATUS="20000630")
    assert _rows(_said(main, own_row(ME)))["Status"] == told


@pytest.mark.parametrize("reveal", [False, True])
@pytest.mark.parametrize(
    "rows", [protected_main(ME), (main_row(ME, BESKYT="X"), own_row(ME)), (main_row(ME),)]
)
def test_of_a_protected_or_unknown_person_nothing_is_told(rows: tuple[Row, ...], reveal: bool) -> None:  # noqa: FBT001
    view = _said(*rows, reveal=reveal)
    assert view.rows == ()
    assert "Jeg kan ikke give oplysninger om personen" in view.sentence
    assert view.warning == "Sig ikke, at der er en beskyttelse."


@pytest.mark.parametrize("reveal", [False, True])
def test_an_address_that_gives_a_protected_one_away_is_not_told(reveal: bool) -> None:  # noqa: FBT001
    spouse = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001", STADR=STREET, CPST_POSTNR="9000")
    view = _said(main_row(ME), own_row(ME), spouse, reveal=reveal)
    assert _rows(view)["Adresse"] == "–"
    assert view.warning == "Oplys ikke adressen, og sig ikke hvorfor."


def test_while_the_family_is_not_whole_the_address_is_not_told() -> None:
    view = _said(main_row(ME), own_row(ME), extent=Extent.PARTIAL)
    assert _rows(view)["Adresse"] == "–"


def test_where_no_address_is_registered_none_is_told_and_nothing_is_warned_of() -> None:
    main = main_row(ME, STADR=None, VEJKOD=None, HUSNR=None, POSTNR="0", KOMKOD=None, BYNVN=None)
    view = _said(main, own_row(ME, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None))
    assert (_rows(view)["Adresse"], view.warning) == ("–", "")
