"""What is said across the window: all that has to be, the most important first, and nothing that gives a place away."""

import pytest

from familieopslag.domain.person import Extent
from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import BannerAction, BannerView, Tone
from tests.support.replies import (
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
OTHER = invented_number(7)
SPOUSE = invented_number(born=TODAY.replace(year=1960), male=True)
SPECIAL_ROAD = "Registreret på særlig vejkode (vejkode {code})"
BIRTH = "Fødselsdatoen i CPR afviger fra personnummeret."
GENDER = "Kønnet i CPR afviger fra personnummeret."


def _banners(*rows: Row, extent: Extent | None = None) -> tuple[BannerView, ...]:
    result = result_of(*rows, extent=extent)
    return present(result, decide(result, TODAY), TODAY).banners


def _titles(*rows: Row, extent: Extent | None = None) -> list[str]:
    return [banner.title for banner in _banners(*rows, extent=extent)]


def test_all_come_and_the_most_important_first() -> None:
    main = main_row(ME, STATUS="77", PNRGAELD=OTHER, VEJKOD="9901", FOEDDATO="19600314", KOEN="M")
    assert _titles(main, own_row(ME), extent=Extent.DOUBTFUL) == [
        "Ukendt statuskode 77",
        "CPR oplyser et andet gældende nummer.",
        SPECIAL_ROAD.format(code="9901"),
        "Familien kan være ufuldstændig.",
        "Fødselsdato og køn i CPR afviger fra personnummeret.",
    ]


def test_protection_comes_before_everything() -> None:
    rows = protected_main(ME, STATUS="90", PNRGAELD=OTHER)
    assert _titles(*rows, extent=Extent.DOUBTFUL) == [
        "NAVNE- OG ADRESSEBESKYTTELSE",
        "Død (90)",
        "CPR oplyser et andet gældende nummer.",
        "Familien kan være ufuldstændig.",
    ]


@pytest.mark.parametrize("code", ["9900", "9901", "9947", "9999"])
@pytest.mark.parametrize("status", ["01", "05", "20", "90"])
def test_a_special_road_code_is_told_whatever_the_status(status: str, code: str) -> None:
    (banner,) = [
        b for b in _banners(main_row(ME, STATUS=status, VEJKOD=code), own_row(ME)) if b.icon == "house"
    ]
    assert (banner.title, banner.tone, banner.text) == (SPECIAL_ROAD.format(code=code), Tone.INFO, "")
    assert banner.action is None


@pytest.mark.parametrize("code", ["9899", "8511", "0001", "", "99A0", None])
def test_an_ordinary_road_code_is_not_worth_a_word(code: str | None) -> None:
    assert _titles(main_row(ME, VEJKOD=code), own_row(ME)) == []


@pytest.mark.parametrize("code", ["9901", "8511", None])
def test_a_status_that_tells_of_a_special_road_is_told_once(code: str | None) -> None:
    assert _titles(main_row(ME, STATUS="03", VEJKOD=code), own_row(ME)) == [
        "Registreret på særlig vejkode (03)"
    ]


@pytest.mark.parametrize("status", ["01", "03"])
def test_nothing_more_is_said_of_somebody_without_an_ordinary_road(status: str) -> None:
    result = result_of(
        main_row(ME, STATUS=status, VEJKOD="9901", STADR=None, POSTNR="0", BYNVN=None, HUSNR=None),
        own_row(ME, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None),
    )
    view = present(result, decide(result, TODAY), TODAY)
    assert view.address.notice == "Ingen adresse i CPR"
    words = " ".join(f"{banner.title} {banner.text}" for banner in view.banners).casefold()
    for prompt in ("mangler", "søg", "find", "ukendt", "hjemløs", "fast bopæl"):
        assert prompt not in words


def test_a_hidden_address_hides_that_its_road_code_is_special() -> None:
    with_code, without = (
        [_titles(*rows) for rows in (_protected(code), _unmarked(code), _household(code))]
        for code in ("9901", "1234")
    )
    assert with_code == without
    assert _titles(main_row(ME, VEJKOD="9901"), own_row(ME)) == [SPECIAL_ROAD.format(code="9901")]


def _protected(code: str) -> tuple[Row, ...]:
    return protected_main(ME, VEJKOD=code)


def _unmarked(code: str) -> tuple[Row, ...]:
    """Unknown protection: the own row is missing."""
    return (main_row(ME, VEJKOD=code),)


def _household(code: str) -> tuple[Row, ...]:
    main = main_row(ME, VEJKOD=code)
    spouse = relative_row(SPOUSE, "Ægtefælle", STADR=main["STADR"], CPST_POSTNR="9000", CBSK_TYP="00001")
    return main, own_row(ME), spouse


def test_an_address_that_waits_waits_with_its_road_code() -> None:
    rows = (main_row(ME, VEJKOD="9901"), own_row(ME))
    assert _titles(*rows, extent=Extent.PARTIAL) == []
    assert _titles(*rows, extent=Extent.INTERRUPTED) == ["Familien er ikke hentet helt."]
    assert _titles(*rows, extent=Extent.WHOLE) == [SPECIAL_ROAD.format(code="9901")]


@pytest.mark.parametrize("status", ["01", "03", "20", "30", "80", "90", "77", None])
def test_another_current_number_leads_on_whatever_the_status(status: str | None) -> None:
    banners = _banners(main_row(ME, STATUS=status, CNVN_STATUS=status, PNRGAELD=OTHER), own_row(ME))
    (banner,) = [b for b in banners if b.action is BannerAction.GO_TO_CURRENT_NUMBER]
    assert (banner.title, banner.action_label) == (
        "CPR oplyser et andet gældende nummer.",
        "Gå til gældende nummer",
    )
    assert OTHER[6:] not in repr(banner)


@pytest.mark.parametrize(
    ("current", "text"),
    [
        (OTHER, "Gældende nummer findes."),
        (None, "Der er ikke oplyst et andet gældende nummer."),
        (ME, "Der er ikke oplyst et andet gældende nummer."),
        ("12345", "Det gældende nummer kan ikke læses."),
    ],
)
@pytest.mark.parametrize("status", ["50", "60"])
def test_a_replaced_number_says_whether_it_leads_on(status: str, current: str | None, text: str) -> None:
    (banner,) = _banners(main_row(ME, STATUS=status, PNRGAELD=current), own_row(ME))
    assert banner.text == text
    assert (banner.action is not None) is (current == OTHER)


def test_the_own_number_as_the_current_one_is_nothing_to_tell() -> None:
    assert _titles(main_row(ME, PNRGAELD=ME), own_row(ME)) == []


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"FOEDDATO": "19620314"}, None),
        ({"FOEDDATO": "19620315"}, BIRTH),
        ({"FOEDDATO": "18620314"}, BIRTH),
        ({"FOEDDATO": "19620300"}, None),
        ({"FOEDDATO": "19620000"}, None),
        ({"FOEDDATO": "19620400"}, BIRTH),
        ({"FOEDDATO": "12345678"}, None),
        ({"FOEDDATO": None}, None),
        ({"KOEN": "M"}, GENDER),
        ({"KOEN": "K"}, None),
        ({"KOEN": "?"}, None),
        ({"KOEN": None, "CNVN_KOEN": None}, None),
    ],
)
def test_cpr_is_right_where_the_number_says_otherwise(
    changes: dict[str, str | None], title: str | None
) -> None:
    banners = _banners(main_row(ME, **changes), own_row(ME))
    assert [(b.title, b.tone, b.text) for b in banners] == (
        [(title, Tone.INFO, "Det er CPR's oplysning, der vises.")] if title else []
    )


def test_what_differs_from_a_hidden_number_is_not_told() -> None:
    for changes in ({"KOEN": "M"}, {"FOEDDATO": "18620314"}):
        assert _titles(*protected_main(ME, **changes)) == ["NAVNE- OG ADRESSEBESKYTTELSE"]


def test_a_replaced_number_may_differ_without_a_word() -> None:
    rows = (main_row(ME, STATUS="60", PNRGAELD=OTHER, KOEN="M", FOEDDATO="19620315"), own_row(ME))
    assert _titles(*rows) == ["Personnummeret er ændret (60)."]


@pytest.mark.parametrize(
    ("extent", "titles"),
    [
        (Extent.WHOLE, []),
        (Extent.PARTIAL, []),
        (Extent.DOUBTFUL, ["Familien kan være ufuldstændig."]),
        (Extent.INTERRUPTED, ["Familien er ikke hentet helt."]),
    ],
)
def test_a_family_that_is_not_whole_is_told(extent: Extent, titles: list[str]) -> None:
    assert _titles(main_row(ME), own_row(ME), extent=extent) == titles
