"""Who is protected and what must be hidden: unknown counts as protected, and a street is hidden wherever it is."""

from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain import person
from familieopslag.domain.person import Address, Extent, LookupResult
from familieopslag.domain.places import Place, place_of
from familieopslag.domain.protection import Hidden, Protection, Rules, Verdict, Visibility, decide
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    TODAY,
    Row,
    invented_number,
    invented_numbers,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

ME = invented_number()
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)
CHILD = invented_number(born=date(2015, 4, 9))
GROWN = invented_number(born=date(1990, 4, 9))
MINOR = invented_number(born=date(2014, 2, 17))

P, N, U = Protection.PROTECTED, Protection.NOT_PROTECTED, Protection.UNKNOWN


def _decide(*rows: Row, extent: Extent | None = None, relatives_flag_delivered: bool = True) -> Visibility:
    result = result_of(*rows, extent=extent)
    return decide(result, TODAY, Rules(relatives_flag_delivered=relatives_flag_delivered))


def _me(main: str | None = None, own: str | None = None) -> tuple[Row, Row]:
    return main_row(ME, BESKYT=main), own_row(ME, CBSK_TYP=own)


# -- the person looked up


@pytest.mark.parametrize(
    ("mark", "own_type", "protection"),
    [
        (None, None, N),
        (None, "00002", N),
        (None, "00003", N),
        (None, "00004", N),
        (None, "00005", N),
        (None, "2", N),
        ("X", "00001", P),
        ("1", "00001", P),
        (" J ", "1", P),
        (" ", None, N),
        ("", "00002", N),
        ("X", None, U),
        ("X", "00002", U),
        (None, "00001", U),
        (None, "00006", U),
        (None, "00000", U),
        (None, "0000A", U),
        (None, "²", U),
        ("X", "00009", U),
    ],
)
def test_mark_and_type_must_agree(mark: str | None, own_type: str | None, protection: Protection) -> None:
    assert _decide(*_me(mark, own_type)).person.protection is protection


@pytest.mark.parametrize(("mark", "protection"), [("X", P), (None, U)])
def test_without_the_own_row_nobody_is_known_to_be_unprotected(
    mark: str | None, protection: Protection
) -> None:
    assert _decide(main_row(ME, BESKYT=mark), relative_row(CHILD)).person.protection is protection


def test_two_own_rows_with_two_types_count_both() -> None:
    main, own = _me(None, "00002")
    assert _decide(main, own, own_row(ME, CBSK_TYP="00001")).person.protection is U
    assert _decide({**main, "BESKYT": "X"}, own, own_row(ME, CBSK_TYP="00001")).person.protection is P


@pytest.mark.parametrize(
    ("mark", "own_type", "hidden"), [("X", "00001", Hidden.PROTECTED), (None, "00009", Hidden.UNKNOWN)]
)
def test_protected_and_unknown_hide_address_and_number(
    mark: str | None, own_type: str, hidden: Hidden
) -> None:
    verdict = _decide(*_me(mark, own_type)).person
    assert verdict.address_hidden is hidden
    assert verdict.number_hidden


def test_an_unprotected_person_alone_is_shown() -> None:
    visibility = _decide(*_me())
    assert visibility.person == Verdict(N, None)
    assert not visibility.person.number_hidden
    assert visibility.addresses_comparable


# -- relatives


@pytest.mark.parametrize(
    ("flag", "protection"),
    [
        (None, N), ("00001", P), ("1", P), ("00002", N), ("00003", N), ("00004", N), ("00005", N),
        ("00006", U), ("X", U), ("00000", U),
    ],
)  # fmt: skip
def test_a_relative_goes_by_the_type(flag: str | None, protection: Protection) -> None:
    (verdict,) = _decide(*_me(), relative_row(CHILD, CBSK_TYP=flag)).relatives
    assert verdict.protection is protection
    assert (verdict.address_hidden is not None) is protection.hides


def test_a_relative_with_the_main_row_s_mark_is_protected() -> None:
    (verdict,) = _decide(*_me(), relative_row(CHILD, BESKYT="X")).relatives
    assert verdict.protection is P


def test_flags_of_one_number_are_joined_over_its_rows() -> None:
    rows = (relative_row(SPOUSE, "Ægtefælle"), relative_row(SPOUSE, "Andet", CBSK_TYP="00001"))
    assert [verdict.protection for verdict in _decide(*_me(), *rows).relatives] == [P, P]


@pytest.mark.parametrize("main", [("X", None), (None, "00001"), (None, "00077")])
def test_a_reply_at_odds_with_itself_makes_the_whole_family_unknown(
    main: tuple[str | None, str | None],
) -> None:
    rows = (relative_row(CHILD), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"))
    visibility = _decide(*_me(*main), *rows)
    assert [verdict.protection for verdict in visibility.relatives] == [U, P]
    assert not visibility.addresses_comparable


def test_a_missing_own_row_makes_the_whole_family_unknown() -> None:
    (verdict,) = _decide(main_row(ME), relative_row(CHILD)).relatives
    assert verdict == Verdict(U, Hidden.UNKNOWN)


@pytest.mark.parametrize(("flag", "protection"), [(None, U), ("00002", N), ("00001", P)])
def test_where_the_flag_is_not_known_to_come_its_absence_means_nothing(
    flag: str | None, protection: Protection
) -> None:
    visibility = _decide(*_me(), relative_row(CHILD, CBSK_TYP=flag), relatives_flag_delivered=False)
    assert visibility.person.protection is N
    assert visibility.relatives[0].protection is protection


# -- households


@pytest.mark.parametrize("spelling", [STREET, "Opdigtet Allé 4,1 tv", "OPDIGTET ALLÉ 4", "Opdigtet Allé 004"])
def test_a_protected_relative_s_street_is_not_read_off_the_person(spelling: str) -> None:
    spouse = relative_row(SPOUSE, "Ægtefælle", STADR=spelling, CPST_POSTNR="9000", CBSK_TYP="00001")
    visibility = _decide(*_me(), spouse)
    assert visibility.person == Verdict(N, Hidden.HOUSEHOLD)
    assert not visibility.person.number_hidden
    assert not visibility.addresses_comparable


@pytest.mark.parametrize("spelling", [STREET, "Opdigtet Allé 4,1 tv", "Opdigtet allé 4"])
def test_the_person_s_protected_street_is_not_read_off_a_relative(spelling: str) -> None:
    child = relative_row(CHILD, STADR=spelling, CPST_POSTNR="9000")
    (verdict,) = _decide(*protected_main(ME), child).relatives
    assert verdict == Verdict(N, Hidden.HOUSEHOLD)


def test_a_protected_relative_s_street_is_not_read_off_another_relative() -> None:
    rows = (relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"), relative_row(CHILD), relative_row(GROWN))
    visibility = _decide(*_me(), *rows)
    assert visibility.person == Verdict(N, None)
    assert [verdict.address_hidden for verdict in visibility.relatives] == [
        Hidden.PROTECTED,
        Hidden.HOUSEHOLD,
        Hidden.HOUSEHOLD,
    ]


def test_the_own_row_s_spelling_counts_as_the_person_s_address_too() -> None:
    main = main_row(ME, BESKYT="X", STADR=None, VEJKOD=None, POSTNR="0")
    own = own_row(ME, CBSK_TYP="00001")
    child = relative_row(CHILD, STADR=STREET, CPST_POSTNR="9000")
    assert _decide(main, own, child).relatives[0].address_hidden is Hidden.HOUSEHOLD


@pytest.mark.parametrize("street", [STREET, "Påfundsvej 9"])
def test_when_main_row_and_own_row_name_two_places_both_are_hidden(street: str) -> None:
    main = main_row(ME, BESKYT="X", STADR="Påfundsvej 9", HUSNR=None, ETAGE=None, SIDEDOER=None)
    child = relative_row(CHILD, STADR=street, CPST_POSTNR="9000")
    (verdict,) = _decide(main, own_row(ME, CBSK_TYP="00001"), child).relatives
    assert verdict.address_hidden is Hidden.HOUSEHOLD


def test_a_missing_postal_code_does_not_open_a_household() -> None:
    child = relative_row(CHILD, STADR=STREET, CPST_POSTNR=None)
    assert _decide(*protected_main(ME), child).relatives[0].address_hidden is Hidden.HOUSEHOLD


def test_an_unknown_relative_hides_a_household_as_well() -> None:
    spouse = relative_row(SPOUSE, "Ægtefælle", STADR=STREET, CPST_POSTNR="9000", CBSK_TYP="00099")
    assert _decide(*_me(), spouse).person.address_hidden is Hidden.HOUSEHOLD


def test_whoever_lives_elsewhere_is_shown() -> None:
    (verdict,) = _decide(*protected_main(ME), relative_row(CHILD)).relatives
    assert verdict == Verdict(N, None)


def test_another_flat_in_the_house_is_another_household() -> None:
    child = relative_row(CHILD, STADR="Opdigtet Allé 4, 2. th", CPST_POSTNR="9000")
    # The person's own fields and both spellings name the flat, so the two can be told apart.
    assert _decide(*protected_main(ME), child).relatives[0].address_hidden is None


def test_everybody_s_address_is_read_once_however_many_are_protected(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        relative_row(number, STADR=f"Opdigtet Allé {place}", CBSK_TYP="00001" if place % 2 else None)
        for place, number in enumerate(islice(invented_numbers(date(1990, 5, 17)), 200))
    ]
    read: list[str] = []

    def counted(standard: str, postal_code: str, **parts: str) -> Place:
        read.append(standard)
        return place_of(standard, postal_code, **parts)

    monkeypatch.setattr(person, "place_of", counted)
    hidden = [verdict.address_hidden for verdict in _decide(*_me(), *rows).relatives]
    assert hidden == [None, Hidden.PROTECTED] * 100
    assert len(read) == len(rows) + 2  # the person looked up has two spellings


# -- minors and parents without an address


def _nowhere(number: str, relation: str, **changes: str | None) -> Row:
    return relative_row(number, relation, STADR=None, **changes)


@pytest.mark.parametrize(
    ("number", "relation", "hidden"),
    [
        (CHILD, "Barn", Hidden.KIN),
        (GROWN, "Barn", None),
        ("00000000", "Barn", Hidden.KIN),
        ("20150409", "Barn", Hidden.KIN),
        ("19900409", "Barn", None),
        (SPOUSE, "Ægtefælle", None),
        (SPOUSE, "Far", None),
    ],
)
def test_a_protected_person_s_minor_child_without_address_is_hidden(
    number: str, relation: str, hidden: Hidden | None
) -> None:
    (verdict,) = _decide(*protected_main(ME), _nowhere(number, relation)).relatives
    assert verdict.address_hidden is hidden


@pytest.mark.parametrize(("relation", "hidden"), [("Mor", Hidden.KIN), ("Far", Hidden.KIN), ("Andet", None)])
def test_a_protected_minor_s_parent_without_address_is_hidden(relation: str, hidden: Hidden | None) -> None:
    (verdict,) = _decide(*protected_main(MINOR), _nowhere(SPOUSE, relation)).relatives
    assert verdict.address_hidden is hidden


def _main_nowhere(number: str) -> tuple[Row, Row]:
    main = main_row(number, STADR=None, VEJKOD=None, HUSNR=None, POSTNR="0", KOMKOD=None)
    return main, own_row(number, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None)


@pytest.mark.parametrize(
    ("number", "relative", "relation", "hidden"),
    [
        (MINOR, SPOUSE, "Mor", Hidden.KIN),
        (MINOR, SPOUSE, "Far", Hidden.KIN),
        (MINOR, SPOUSE, "Andet", None),
        (GROWN, SPOUSE, "Far", None),
        (ME, CHILD, "Barn", Hidden.KIN),
        (ME, GROWN, "Barn", None),
    ],
)
def test_a_person_without_address_follows_protected_kin(
    number: str, relative: str, relation: str, hidden: Hidden | None
) -> None:
    visibility = _decide(*_main_nowhere(number), relative_row(relative, relation, CBSK_TYP="00001"))
    assert visibility.person.address_hidden is hidden


def test_the_day_of_the_eighteenth_birthday_ends_it() -> None:
    for born, hidden in ((date(2008, 11, 23), None), (date(2008, 11, 24), Hidden.KIN)):
        child = _nowhere(invented_number(born=born), "Barn")
        assert _decide(*protected_main(ME), child).relatives[0].address_hidden is hidden


# -- pages


@pytest.mark.parametrize("extent", [Extent.PARTIAL, Extent.INTERRUPTED])
def test_while_somebody_may_be_missing_every_address_waits(extent: Extent) -> None:
    visibility = _decide(*_me(), relative_row(CHILD), extent=extent)
    assert visibility.person == Verdict(N, Hidden.PENDING)
    assert visibility.relatives == (Verdict(N, Hidden.PENDING),)
    assert not visibility.addresses_comparable


@pytest.mark.parametrize("extent", [Extent.PARTIAL, Extent.INTERRUPTED])
def test_waiting_never_weakens_a_stronger_reason(extent: Extent) -> None:
    child = relative_row(CHILD, STADR=STREET, CPST_POSTNR="9000")
    visibility = _decide(*protected_main(ME), child, extent=extent)
    assert visibility.person.address_hidden is Hidden.PROTECTED
    assert visibility.relatives[0].address_hidden is Hidden.HOUSEHOLD


# -- whatever comes

_CODES = st.sampled_from(
    ["BESKYT", "CBSK_TYP", "STADR", "CPST_POSTNR", "POSTNR", "VEJKOD", "HUSNR", "ETAGE", "SIDEDOER", "KOMKOD",
     "FOEDDATO", "CNVN_STATUS", "UDLANDSADR1", "NYTFELT"]
)  # fmt: skip
# What XML can carry: no control characters.
_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=12)
_VALUES = _TEXT | st.sampled_from(["X", " ", "00001", "00002", "00006", "1", STREET, OTHER_STREET, "9000"])
_FIELDS = st.dictionaries(_CODES, _VALUES, max_size=8)
_LISTED = st.tuples(
    st.sampled_from([ME, SPOUSE, CHILD, GROWN, "20150409", "0", ""]),
    st.sampled_from(["Barn", "Mor", "Far", "Ægtefælle", "Andet", "Plejebarn", ""]),
    _FIELDS,
)


def _any_result(
    main: dict[str, str], listed: list[tuple[str, str, dict[str, str]]], extent: Extent
) -> LookupResult:
    # FOEDDATO is what tells the main row, so a listed row cannot have it.
    rows = [
        {
            **relative_row(number, relation),
            **{code: value for code, value in fields.items() if code != "FOEDDATO"},
        }
        for number, relation, fields in listed
    ]
    return result_of({**main_row(ME), **main}, *rows, extent=extent)


@given(_FIELDS, st.lists(_LISTED, max_size=5), st.booleans(), st.sampled_from(Extent))
def test_no_set_of_fields_opens_what_a_flag_has_closed(
    main: dict[str, str],
    listed: list[tuple[str, str, dict[str, str]]],
    delivered: bool,  # noqa: FBT001
    extent: Extent,
) -> None:
    result = _any_result(main, listed, extent)
    visibility = decide(result, TODAY, Rules(relatives_flag_delivered=delivered))
    assert len(visibility.relatives) == len(result.relatives)
    if main.get("BESKYT", "").strip():
        assert visibility.person.protection.hides
    if result.own_row is not None and "00001" in result.own_row.values("CBSK_TYP"):
        assert visibility.person.protection.hides
    for relative, verdict in zip(result.relatives, visibility.relatives, strict=True):
        if "00001" in relative.row.values("CBSK_TYP") or relative.row.get("BESKYT"):
            assert verdict.protection is P
        assert verdict.protection is N or verdict.address_hidden is not None
    if visibility.addresses_comparable:
        assert not any(v.protection.hides for v in (visibility.person, *visibility.relatives))
    # A street that is hidden for one is shown for nobody.
    told = zip((result.person, *result.relatives), (visibility.person, *visibility.relatives), strict=True)
    streets = {True: set[Address](), False: set[Address]()}
    for whose, verdict in told:
        place = Address(standard=whose.address.standard, postal_code=whose.address.postal_code)
        streets[verdict.address_hidden is not None].add(place)
    assert all(not place.standard for place in streets[True] & streets[False])


@pytest.mark.parametrize("code", ["CBSK_TYP", "BESKYT"])
def test_a_flag_in_the_main_row_alone_is_not_lost(code: str) -> None:
    main = {**main_row(ME), code: "01"}
    assert _decide(main, own_row(ME)).person.protection is U
    assert _decide(main).person.protection is P


def test_a_postal_code_of_zeros_in_the_own_row_does_not_open_a_household() -> None:
    spouse = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001", CPST_POSTNR="9000", STADR=STREET)
    main = main_row(ME, STADR="ulæselig", VEJKOD=None)
    visibility = _decide(main, own_row(ME, CPST_POSTNR="0000000000"), spouse)
    assert visibility.person.address_hidden is Hidden.HOUSEHOLD
