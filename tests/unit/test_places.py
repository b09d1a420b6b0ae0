"""Which spellings are, or may be, one place."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.codes import CodedValue
from familieopslag.domain.person import Address
from familieopslag.domain.places import Place, Places
from tests.support.places import may_be_same_place


def _standard(text: str, postal_code: str = "9000") -> Address:
    return Address(standard=text, postal_code=postal_code)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skovvej 77 A", "Skovvej 77A"),
        ("Skovvej 77 A,1 tv", "Skovvej 77A, 1. tv"),
        ("Strandvejen 123A,st tv", "Strandvejen 123A, st. tv"),
        ("Ahlefeldtsgade 22,2", "Ahlefeldtsgade 22, 2."),
        ("Ahlefeldtsgade 22,02", "Ahlefeldtsgade 22, 2."),
        ("SKOVVEJ 77A", "skovvej 77a"),
        ("ÅBRINKEN 4", "åbrinken 4"),
        ("A\u030abrinken 4", "Åbrinken 4"),
        ("Skovvej  4 ", " Skovvej 4"),
        ("Skovvej\u00a04", "Skovvej 4"),
        ("Skovvej 004", "Skovvej 4"),
        ("Skovvej 077A", "Skovvej 77A"),
        ("Pr. Caroline Amlg 2", "Pr Caroline Amlg 2"),
        ("Skovvej 4, kl. 3", "Skovvej 4,kl 3"),
    ],
)
def test_two_spellings_of_one_place(one: str, other: str) -> None:
    assert may_be_same_place(_standard(one), _standard(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skovvej 4, 1. tv", "Skovvej 4, 1. th"),
        ("Skovvej 4, 1.", "Skovvej 4, 2."),
        ("Skovvej 4", "Skovvej 40"),
        ("Skovvej 4", "Skovvej 4A"),
        ("Skovvej 4", "Skovvejen 4"),
        ("Skovvej 4", "Engvej 4"),
    ],
)
def test_two_different_places(one: str, other: str) -> None:
    assert not may_be_same_place(_standard(one), _standard(other))


@pytest.mark.parametrize("unit", ["", ", 1. tv", ",st th"])
def test_a_missing_floor_may_be_any_floor(unit: str) -> None:
    assert may_be_same_place(_standard("Skovvej 4"), _standard(f"Skovvej 4{unit}"))


def test_floor_and_door_of_their_own_fields_count_where_the_text_has_none() -> None:
    spelled = Address(standard="Skovvej 4", floor="01", door="tv", postal_code="9000")
    assert may_be_same_place(spelled, _standard("Skovvej 4, 1. tv"))
    assert not may_be_same_place(spelled, _standard("Skovvej 4, 2. tv"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grosserer Langenæs Plads 112 B,12 1", "Grosserer Langenæs Plads 112B, 12. 1"),
        ("Kommandør Christensens Allé 112 B,", "Kommandør Christensens Allé 112B, "),
        ("Kammerherreinde Sofie Lassens Vej 1", "Kammerherreinde Sofie Lassens Vej 12"),
        ("Provst  Fabulandsens  Plads  199  K", "Provst Fabulandsens Plads 199K, 2"),
        (" Provst Fabulandsens Plads 9, 12. 3", "Provst Fabulandsens Plads 9,12 3"),
    ],
)
def test_a_text_that_fills_its_field_may_lack_its_end(one: str, other: str) -> None:
    assert may_be_same_place(_standard(one[:34]), _standard(other[:34]))
    assert may_be_same_place(_standard(other), _standard(one[:34]))


def test_a_full_field_is_no_reason_to_hide_another_street() -> None:
    full = "Kammerherreinde Sofie Lassens Vej 1"[:34]
    assert not may_be_same_place(_standard(full), _standard("Skovvej 4"))


def test_the_same_street_in_another_town_is_another_place() -> None:
    assert not may_be_same_place(_standard("Skovvej 4"), _standard("Skovvej 4", "8000"))


@pytest.mark.parametrize(
    ("one", "other"), [("", "9000"), ("9000", ""), ("", ""), ("0800", "800"), ("0", "9000"), ("0000", "9000")]
)
def test_a_missing_or_unpadded_postal_code_does_not_tell_places_apart(one: str, other: str) -> None:
    assert may_be_same_place(_standard("Skovvej 4", one), _standard("Skovvej 4", other))


def test_unknown_addresses_are_nobody_s_household() -> None:
    assert not may_be_same_place(Address(), Address())
    assert not may_be_same_place(_standard(""), _standard("Skovvej 4"))
    assert not may_be_same_place(_standard(""), _standard(""))


def _coded(
    house: str = "004 ", floor: str = "", door: str = "", municipality: str | None = "0851"
) -> Address:
    return Address(
        road_code="1234",
        house_number=house,
        floor=floor,
        door=door,
        municipality=CodedValue(municipality) if municipality else None,
    )


@pytest.mark.parametrize(
    "other",
    [_coded("4"), _coded(floor="01", door="  tv"), _coded(municipality=None), _coded(municipality="851")],
)
def test_road_codes_tell_a_place_without_its_street(other: Address) -> None:
    assert may_be_same_place(_coded(), other)


@pytest.mark.parametrize("other", [_coded("004A"), _coded("014 "), _coded(municipality="0101")])
def test_road_codes_tell_places_apart(other: Address) -> None:
    assert not may_be_same_place(_coded(), other)


def test_two_flats_by_their_codes() -> None:
    assert not may_be_same_place(_coded(floor="01", door="tv"), _coded(floor="01", door="th"))


_SPELLINGS = [
    "",
    "Skovvej 4",
    "Skovvej 4, 1. tv",
    "Skovvej 4,1 tv",
    "Skovvej 4,01 th",
    "Engvej 4",
    ",1 tv",
    "0,01,001",
    "Grosserer Langenæs Plads 112 B,12 ",
    "Grosserer Langenæs Plads 112B, 12.",
    "Grosserer Langenæs Plads 112B, 12. 1. tv",
    "Grosserer Langenæs Plads 112",
    "Grosserer Langenæs og Hustrus Plad",
    "Grosserer Langenæs og Hustrus Plads",
    ",Grosserer Langenæs og Hustrus Pla",
    "-" * 34,
]
_SENT_POST_CODES = ["", "9000", "8000", "0", "0000"]
_ANY = st.builds(
    Address,
    standard=st.text(max_size=20) | st.sampled_from(_SPELLINGS),
    postal_code=st.sampled_from(_SENT_POST_CODES),
    municipality=st.sampled_from([None, CodedValue("0851"), CodedValue("851"), CodedValue("0101")]),
    road_code=st.sampled_from(["", "1234", "0055"]),
    house_number=st.sampled_from(["", "004 ", "4"]),
    floor=st.sampled_from(["", "01"]),
    door=st.sampled_from(["", "tv", "th"]),
)


@given(_ANY, _ANY)
def test_the_comparison_is_the_same_both_ways(one: Address, other: Address) -> None:
    assert may_be_same_place(one, other) == may_be_same_place(other, one)


@given(_ANY)
def test_a_known_street_is_its_own_place(address: Address) -> None:
    if address.place.whole:
        assert may_be_same_place(address, address)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _may_be(one: Place, other: Place) -> bool:
    """The rule between two places, told part by part: what a part lacks, it may be."""
    by_street = (
        bool(one.whole and other.whole)
        and _agree(one.postal_code, other.postal_code)
        and (
            one.whole == other.whole
            or (one.house == other.house and _agree(one.unit, other.unit))
            or (one.is_cut and other.whole.startswith(one.house))
            or (other.is_cut and one.whole.startswith(other.house))
        )
    )
    if by_street or one.coded is None or other.coded is None:
        return by_street
    (municipality, road, house, unit), (its_municipality, its_road, its_house, its_unit) = (
        one.coded,
        other.coded,
    )
    return (
        (road, house) == (its_road, its_house)
        and _agree(municipality, its_municipality)
        and _agree(unit, its_unit)
    )


@given(_ANY, st.lists(_ANY, max_size=6))
def test_one_question_to_many_places_is_answered_as_if_each_were_asked(
    asked: Address, kept: list[Address]
) -> None:
    place, places = asked.place, [address.place for address in kept]
    assert Places(places).may_hold(place) is any(_may_be(place, other) for other in places)
    assert [may_be_same_place(asked, other) for other in kept] == [_may_be(place, other) for other in places]


def test_each_of_these_addresses_is_compared_with_each_as_the_rule_says() -> None:
    places = [_standard(*told).place for told in product(_SPELLINGS, _SENT_POST_CODES)]
    for asked in places:
        for kept in places:
            assert Places([kept]).may_hold(asked) is _may_be(asked, kept), (asked.whole, kept.whole)


@given(st.text(max_size=20) | st.text("0123 ,.aÅ", max_size=12))
def test_a_comma_is_no_part_of_the_whole_address(text: str) -> None:
    assert _standard(text).place.whole == _standard(text.replace(",", " ")).place.whole


@pytest.mark.parametrize("is_cut", [False, True])
def test_a_question_is_as_short_among_a_thousand_places_as_among_ten(is_cut: bool) -> None:  # noqa: FBT001
    asked = 0

    class Counted(str):
        """A part of a place that counts how often it is compared."""

        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal asked
            asked += 1
            return str.__eq__(self, other)

        def __gt__(self, other: str) -> bool:
            nonlocal asked
            asked += 1
            return str.__gt__(self, other)

    places = Places(_standard(f"Skovvej {number}, 1. tv").place for number in range(1000))
    place = _standard("Skovvejen 7, 1. tv").place
    counted = Place(
        Counted(place.whole),
        Counted(place.house),
        Counted(place.unit),
        Counted(place.postal_code),
        None,
        is_cut,
    )
    assert not places.may_hold(counted)
    assert asked < (40 if is_cut else 20)


def test_an_address_is_not_in_the_repr() -> None:
    assert "Skovvej" not in repr(_standard("Skovvej 4"))
    assert "skovvej" not in repr(_standard("Skovvej 4").place)
