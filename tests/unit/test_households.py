"""Who certainly lives together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.households import (
    certain_home,
    lives_certainly_at,
)
from tests.support.places import may_be_same_place
from tests.support.replies import TODAY, Row, invented_number, main_row, own_row, relative_row, result_of

# -- who certainly lives together

ME = invented_number()
CHILD = invented_number(born=TODAY.replace(year=2015))
Changes = dict[str, str | None]


def _live_together(main: Changes, own: Changes, relative: Changes) -> bool:
    """Whether a child is found to live with the person looked up; all three are the same but for the changes."""
    mine: Row = main_row(ME, **main)
    same: Changes = {"STADR": own.get("STADR", mine.get("STADR")), "CPST_POSTNR": mine.get("POSTNR")}
    result = result_of(mine, own_row(ME, **own), relative_row(CHILD, **{**same, **relative}))
    home = certain_home(result)
    return home is not None and lives_certainly_at(home, result.relatives[0])


FLAT: Changes = {"STADR": "Skovvej 77 A,1 tv"}
HOUSE: Changes = {"STADR": "Skovvej 77 A", "ETAGE": None, "SIDEDOER": None}


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (FLAT, "Skovvej 77 A,1 tv"),
        (FLAT, "Skovvej 77A, 1. tv"),
        (FLAT, "SKOVVEJ 077A,01 TV"),
        (HOUSE, "Skovvej 77A"),
        ({**HOUSE, "STADR": "Skovvej 4"}, "Skovvej 4"),
        ({"STADR": "Skovvej 4, st. th", "ETAGE": "st", "SIDEDOER": "th"}, "Skovvej 4,st th"),
        ({**HOUSE, "STADR": "B-1234", "KOMKOD": "0956"}, "B-1234"),
    ],
)
def test_the_same_address_in_the_old_and_the_new_format(mine: Changes, its: str) -> None:
    own: Changes = {"STADR": mine["STADR"]}
    assert _live_together(mine, own, {"STADR": its})
    assert _live_together({**mine, "STADR": its}, own, {"STADR": its})
    assert _live_together({**mine, "STADR": None}, own, {"STADR": its})


@pytest.mark.parametrize(
    ("main", "own", "relative"),
    [
        pytest.param(FLAT, FLAT, {"STADR": "Skovvej 77 A,1 th"}, id="next door"),
        pytest.param(FLAT, FLAT, {"STADR": "Skovvej 77 A,2 tv"}, id="upstairs"),
        pytest.param(FLAT, FLAT, {"STADR": "Skovvej 77 A"}, id="the relative's floor is not told"),
        pytest.param(
            {**HOUSE, "ETAGE": "01", "SIDEDOER": "tv"}, HOUSE, HOUSE, id="a floor in its own field only"
        ),
        pytest.param(FLAT, FLAT, {**FLAT, "CPST_POSTNR": "8000"}, id="another town"),
        pytest.param(FLAT, FLAT, {**FLAT, "CPST_POSTNR": None}, id="the relative's post code is not told"),
        pytest.param(FLAT, FLAT, {**FLAT, "CPST_POSTNR": "0"}, id="the relative has no post code"),
        pytest.param(
            {**FLAT, "POSTNR": "0"},
            {**FLAT, "CPST_POSTNR": "0"},
            {**FLAT, "CPST_POSTNR": "0"},
            id="nobody has a post code",
        ),
        pytest.param(FLAT, {**FLAT, "CPST_POSTNR": None}, FLAT, id="the own row has no post code"),
        pytest.param(
            {**FLAT, "POSTNR": None},
            {**FLAT, "CPST_POSTNR": None},
            {**FLAT, "CPST_POSTNR": None},
            id="nobody's post code is told",
        ),
        pytest.param(FLAT, {"STADR": None}, {"STADR": None}, id="nobody's street is told"),
        pytest.param(FLAT, FLAT, {"STADR": None}, id="the relative's street is not told"),
        pytest.param(FLAT, {"STADR": "Engvej 4"}, {"STADR": "Engvej 4"}, id="main and own row do not agree"),
        pytest.param(FLAT, {**FLAT, "CPST_POSTNR": "8000"}, FLAT, id="main and own post code do not agree"),
        pytest.param(HOUSE, {"STADR": "Skovvej"}, {"STADR": "Skovvej"}, id="no house number"),
        pytest.param(
            {**HOUSE, "STADR": "Uden fast bopæl"},
            {"STADR": "Uden fast bopæl"},
            {"STADR": "Uden fast bopæl"},
            id="no place at all",
        ),
        pytest.param({**FLAT, "VEJKOD": "9901"}, FLAT, FLAT, id="a special road code"),
        pytest.param(
            {**HOUSE, "STADR": "Opdigtet Prinsesseallé 123 A,12 1233"},
            {"STADR": "Opdigtet Prinsesseallé 123 A,12 1233"},
            {"STADR": "Opdigtet Prinsesseallé 123 A,12 1233"},
            id="a street that may have been cut",
        ),
    ],
)
def test_what_is_not_certain_is_not_the_same_address(main: Changes, own: Changes, relative: Changes) -> None:
    assert not _live_together(main, own, relative)


@pytest.mark.parametrize("status", ["03", "07", "20", "50", "60", "70", "80", "90", "77", None])
def test_who_is_not_registered_as_living_somewhere_lives_with_nobody(status: str | None) -> None:
    changed: Changes = {"STATUS": status, "CNVN_STATUS": status}
    assert _live_together({}, {}, {})
    assert not _live_together(changed, {}, {})
    assert not _live_together({}, {}, {"CNVN_STATUS": status})
    assert not _live_together({"CNVN_STATUS": status or "80"}, {}, {})


def test_without_an_own_row_nobody_lives_together() -> None:
    main = main_row(ME)
    assert certain_home(result_of(main, relative_row(CHILD, STADR=main["STADR"], CPST_POSTNR="9000"))) is None


def test_two_own_rows_that_do_not_agree_tell_no_home() -> None:
    agreeing = result_of(main_row(ME), own_row(ME), own_row(ME))
    differing = result_of(main_row(ME), own_row(ME), own_row(ME, STADR="Engvej 4"))
    assert certain_home(agreeing) is not None
    assert certain_home(differing) is None


_STREETS = st.builds(
    "{} {}{}{}".format,
    st.sampled_from(["Skovvej", "SKOVVEJ", "Engvej"]),
    st.sampled_from(["4", "004", "77 A", "77A"]),
    st.sampled_from(["", ",", ", "]),
    st.sampled_from(["", "1 tv", "1. tv", "01 TV", "1.", "tv", "st th"]),
) | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
_POSTAL_CODES = st.sampled_from(["9000", "8000", "0", ""])
_UNITS = st.sampled_from([("", ""), ("01", "tv"), ("01", ""), ("st", "  th")])


@given(main=_STREETS, own=_STREETS, its=_STREETS, codes=st.tuples(*[_POSTAL_CODES] * 3), unit=_UNITS)
def test_who_certainly_lives_together_would_be_hidden_together(
    main: str, own: str, its: str, codes: tuple[str, str, str], unit: tuple[str, str]
) -> None:
    result = result_of(
        main_row(ME, STADR=main, POSTNR=codes[0], ETAGE=unit[0], SIDEDOER=unit[1]),
        own_row(ME, STADR=own, CPST_POSTNR=codes[1]),
        relative_row(CHILD, STADR=its, CPST_POSTNR=codes[2]),
    )
    home = certain_home(result)
    if home is not None and lives_certainly_at(home, result.relatives[0]):
        assert may_be_same_place(result.person.address, result.relatives[0].address)
        assert "" not in (own.strip(), its.strip(), codes[1].strip("0"), codes[2].strip("0"))
