"""The view of a person: everything that may be shown, and not a word of what may not."""

from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass, replace
from enum import Enum

import pytest

from familieopslag.domain.person import Extent
from familieopslag.domain.protection import Rules, decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import (
    BannerAction,
    FamilyGroup,
    FamilyRow,
    FieldState,
    FieldView,
    PersonView,
    Tone,
)
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
OLD = invented_number(7)
SPOUSE = invented_number(born=TODAY.replace(year=1960), male=True)
CHILD = invented_number(born=TODAY.replace(year=2015))
BABY = invented_number(born=TODAY.replace(month=9))

WHERE = {
    "CONVN": "c/o Gemmested",
    "LOKALITET": "Skjulegård",
    "BNR": "4321",
    "UDLANDSADR1": "Versteckstraße 9",
    "UDLANDSADR5": "Geheimland",
    "UDRLANDEKOD": "5180",
}


def _view(*rows: Row, extent: Extent | None = None, relatives_flag_delivered: bool = True) -> PersonView:
    result = result_of(*rows, extent=extent)
    visibility = decide(result, TODAY, Rules(relatives_flag_delivered=relatives_flag_delivered))
    return present(result, visibility, TODAY)


def test_a_window_s_view_is_the_same_without_the_fields_that_it_does_not_show() -> None:
    result = result_of(main_row(CHILD, CFMY_RELTYPA="00003"), own_row(CHILD), relative_row(SPOUSE, "Mor"))
    visibility = decide(result, TODAY)
    whole = present(result, visibility, TODAY)
    shown = present(result, visibility, TODAY, relatives_fields=False)
    assert all(row.fields for group in whole.family.groups for row in group.rows)
    bare = tuple(
        replace(group, rows=tuple(replace(row, fields=()) for row in group.rows))
        for group in whole.family.groups
    )
    assert shown == replace(whole, family=replace(whole.family, groups=bare))


def _strings(value: object) -> Iterator[str]:
    """Every string anywhere in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum):
        return
    elif is_dataclass(value):
        for item in dataclass_fields(value):
            yield from _strings(getattr(value, item.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)


def _all_fields(view: PersonView) -> tuple[FieldView, ...]:
    return (*view.stamdata, *view.address.fields, *view.administration, *view.other, *view.own_row)


def _rows(view: PersonView) -> list[FamilyRow]:
    return sorted((row for group in view.family.groups for row in group.rows), key=lambda row: row.index)


def test_an_unprotected_person_is_shown_whole() -> None:
    view = _view(main_row(ME, HISTORIKMRK="X"), own_row(ME))
    heading = view.heading
    assert (view.protection, view.is_protected) == ("ikke_beskyttet", False)
    assert (heading.name, heading.number) == ("Opdigt Testesen", f"{ME[:6]}-{ME[6:]}")
    assert (heading.age, heading.gender, heading.status, heading.status_icon) == (
        "64 år",
        "Kvinde",
        "Aktiv (01)",
        "active",
    )
    assert heading.chips == ("Har haft tidligere navne",)
    assert heading.protection == "Ingen navne- og adressebeskyttelse registreret"
    assert view.banners == ()
    assert view.address.lines == (STREET, "Påfund", "9000 Aalborg")
    assert (view.address.is_hidden, view.address.notice) == (False, "")
    assert all(item.state is FieldState.SHOWN for item in _all_fields(view))


def test_every_field_is_there_once_with_its_code_and_own_value() -> None:
    main, own = main_row(ME, NYT_FELT="noget nyt", CFMY_STARTDATOUSMA=" "), own_row(ME)
    view = _view(main, own)
    shown = {item.code: item.value for item in (*view.stamdata, *view.address.fields, *view.administration)}
    raw = {item.code: item.value for item in view.other}
    assert raw == {"NYT_FELT": "noget nyt"}
    assert {**shown, **raw} == {**main, "CPSN_POSTDISTTXT": "Aalborg"}
    assert [(item.code, item.value) for item in view.own_row] == list(own.items())
    assert all(item.state is FieldState.RAW for item in view.other)


def test_fields_come_in_the_register_s_order_whatever_the_reply_s() -> None:
    main = main_row(ME)
    view = _view(dict(reversed(main.items())), own_row(ME))
    assert [item.code for item in view.stamdata] == [item.code for item in _view(main, own_row(ME)).stamdata]
    assert view.stamdata[0].code == "ADRNVN"


def test_an_own_row_that_tells_otherwise_is_told_beside() -> None:
    view = _view(main_row(ME), own_row(ME, STADR="Påfundsvej 1", CPST_POSTNR="8000", CBSK_TYP="00002"))
    values = [(item.code, item.value) for item in (*view.stamdata, *view.address.fields)]
    assert ("STADR", STREET) in values
    assert ("STADR", "Påfundsvej 1") in values
    assert ("CPST_POSTNR", "8000") in values
    assert ("CBSK_TYP", "00002") in values
    assert not {"FAMMRK", "PNR_FOEDDATO"} & {code for code, _value in values}


@pytest.mark.parametrize(
    ("mark", "own_type", "word", "banner"),
    [
        ("X", "00001", "beskyttet", "NAVNE- OG ADRESSEBESKYTTELSE"),
        ("X", None, "ukendt", "BESKYTTELSE UKENDT"),
        (None, "00001", "ukendt", "BESKYTTELSE UKENDT"),
    ],
)
def test_a_protected_person_s_whereabouts_and_number_are_nowhere_in_the_view(
    mark: str | None, own_type: str | None, word: str, banner: str
) -> None:
    view = _view(
        main_row(ME, BESKYT=mark, PNRGAELD=OLD, NYT_FELT="Nyvej 17", **WHERE), own_row(ME, CBSK_TYP=own_type)
    )
    assert (view.protection, view.is_protected, view.address.is_hidden) == (word, True, True)
    assert view.banners[0].title == banner
    assert (view.banners[0].tone, view.banners[0].icon) == (Tone.PROTECTED, "shield")
    assert view.heading.number == f"{ME[:6]}-••••"
    whole = "\n".join(_strings(view))
    for hidden in (*WHERE.values(), ME, ME[6:], OLD, OLD[6:], "Opdigtet Allé", "Påfund", "Aalborg", "9000"):
        assert hidden not in whole
    for hidden in ("Nyvej", "Tyskland", "0851", "1234"):
        assert hidden not in whole
    assert "Opdigt Testesen" in whole


def test_a_masked_field_keeps_its_code_and_loses_its_value() -> None:
    view = _view(*protected_main(ME, **WHERE))
    hidden = {item.code for item in _all_fields(view) if item.state is FieldState.MASKED}
    assert hidden == {
        "BNR", "BYNVN", "CONVN", "ETAGE", "HUSNR", "KOMKOD", "LOKALITET", "PNR", "POSTNR", "SIDEDOER", "STADR",
        "UDLANDSADR1", "UDLANDSADR5", "UDRLANDEKOD", "VEJKOD", "CPSN_POSTDISTTXT", "CPST_POSTNR", "PNR_FOEDDATO",
    }  # fmt: skip
    for item in _all_fields(view):
        assert (item.value is None) is (item.state is FieldState.MASKED)


def test_a_blank_field_hides_nothing() -> None:
    view = _view(*protected_main(ME, LOKALITET=" "))
    (locality,) = [item for item in view.address.fields if item.code == "LOKALITET"]
    assert (locality.state, locality.text) == (FieldState.SHOWN, "–")


def test_an_unprotected_person_in_a_protected_household_keeps_the_number_and_loses_the_street() -> None:
    spouse = relative_row(
        SPOUSE, "Ægtefælle", STADR="Opdigtet Allé 4,1 tv", CPST_POSTNR="9000", CBSK_TYP="00001"
    )
    view = _view(main_row(ME, **WHERE), own_row(ME), spouse)
    assert (view.protection, view.is_protected, view.address.is_hidden) == ("ikke_beskyttet", False, True)
    assert view.heading.number == f"{ME[:6]}-{ME[6:]}"
    assert view.address.notice == "Skjult – kan afsløre beskyttet adresse"
    assert [(banner.tone, banner.title) for banner in view.banners] == [(Tone.WARNING, "Adressen er skjult")]
    whole = "\n".join(_strings(view))
    for hidden in (*WHERE.values(), "Opdigtet Allé", "Påfund", "Aalborg", "9000", SPOUSE, SPOUSE[6:]):
        assert hidden not in whole


def test_relatives_never_show_their_serial_number() -> None:
    view = _view(
        main_row(ME, FORAELDRE_MYN_PNRA=SPOUSE, CFMY_RELTYPA="00005"),
        own_row(ME),
        relative_row(CHILD),
        relative_row(SPOUSE, "Ægtefælle"),
    )
    whole = "\n".join(_strings(view))
    for number in (CHILD, SPOUSE):
        assert number not in whole
        assert f"{number[:6]}-{number[6:]}" not in whole
    assert [row.number for row in _rows(view)] == [f"{CHILD[:6]}-••••", f"{SPOUSE[:6]}-••••"]


def test_a_protected_relative_keeps_the_name_and_loses_the_place() -> None:
    view = _view(main_row(ME), own_row(ME), relative_row(CHILD, CBSK_TYP="00001"))
    (row,) = _rows(view)
    assert (row.name, row.protection, row.is_hidden) == ("Slægt Testesen", "Beskyttet", True)
    assert row.residence == row.street == "Skjult – adressen er beskyttet"
    whole = "\n".join(_strings(view))
    for hidden in ("Påfundsvej", "9400", "Nørresundby"):
        assert hidden not in whole


def test_an_unknown_relative_says_so() -> None:
    (row,) = _rows(_view(main_row(ME), own_row(ME), relative_row(CHILD), relatives_flag_delivered=False))
    assert row.is_hidden
    assert row.protection.startswith("Beskyttelse ukendt")
    assert row.residence == "Beskyttelse ukendt – vises som beskyttet"


def test_an_unprotected_relative_shows_postal_code_town_and_street() -> None:
    (row,) = _rows(_view(main_row(ME), own_row(ME), relative_row(CHILD)))
    assert (row.residence, row.street) == ("9400 Nørresundby", "Påfundsvej 77A")
    assert (row.relation, row.age, row.is_minor, row.status) == ("Barn", "11 år", True, "Aktiv")
    assert (row.can_open, row.why_not, row.protection, row.is_hidden) == (True, "", "", False)


SAME: Row = {"STADR": "Opdigtet Allé 4,1 tv", "CPST_POSTNR": "9000", "CPSN_POSTDISTTXT": "Aalborg"}


def test_who_lives_where_the_person_lives_is_marked_in_each_group() -> None:
    view = _view(
        main_row(CHILD, CFMY_RELTYPA="00003"),
        own_row(CHILD),
        relative_row(ME, "Mor", **SAME),
        relative_row(SPOUSE, "Far"),
    )
    told = [
        (group.title, row.relation, row.same_address) for group in view.family.groups for row in group.rows
    ]
    assert told == [
        ("Forældre", "Far", False),
        ("Forældre", "Mor", True),
        ("Forældremyndighed", "Mor", True),
    ]


@pytest.mark.parametrize("extent", [Extent.WHOLE, Extent.DOUBTFUL, Extent.PARTIAL, Extent.INTERRUPTED])
def test_while_anybody_may_still_come_nobody_is_told_to_live_together(extent: Extent) -> None:
    view = _view(main_row(ME), own_row(ME), relative_row(CHILD, **SAME), extent=extent)
    assert _rows(view)[0].same_address is (extent in (Extent.WHOLE, Extent.DOUBTFUL))


@pytest.mark.parametrize("kind", ["00001", "00009"])
def test_with_anybody_protected_nobody_is_told_to_live_together(kind: str) -> None:
    """Not even two who are not protected: what is not told of some would tell something of the others."""
    far_away = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP=kind)
    view = _view(main_row(ME), own_row(ME), relative_row(CHILD, **SAME), far_away)
    child, spouse = _rows(view)
    assert (child.is_hidden, spouse.is_hidden) == (False, True)
    assert not child.same_address


def test_a_protected_person_lives_with_nobody_that_is_told() -> None:
    view = _view(*protected_main(ME), relative_row(CHILD, **SAME))
    assert not _rows(view)[0].same_address


def test_a_mild_protection_does_not_hide_who_lives_together() -> None:
    view = _view(main_row(ME), own_row(ME, CBSK_TYP="00003"), relative_row(CHILD, CBSK_TYP="00002", **SAME))
    assert _rows(view)[0].same_address


def test_a_birth_date_without_a_day_makes_a_minor_only_when_it_is_certain() -> None:
    view = _view(
        main_row(ME),
        own_row(ME),
        relative_row("20150400", ADRNVN="Ung"),
        relative_row("20081100", ADRNVN="Måske"),
        relative_row("20080000", ADRNVN="Måske heller"),
    )
    told = {row.name: (row.age, row.is_minor) for row in _rows(view)}
    assert told == {
        "Ung": ("11 år (usikker)", True),
        "Måske": ("17–18 år (usikker)", False),
        "Måske heller": ("17–18 år (usikker)", False),
    }


def test_groups_come_in_their_order_and_children_by_birth() -> None:
    view = _view(
        main_row(ME),
        own_row(ME),
        relative_row(invented_number(2), "Andet", ADRNVN="Værge"),
        relative_row(invented_number(3), "Medmor", ADRNVN="Medmor"),
        relative_row(invented_number(4), "Far", ADRNVN="Far"),
        relative_row(BABY, ADRNVN="Yngst"),
        relative_row(CHILD, ADRNVN="Ældst"),
        relative_row("0", ADRNVN="Ukendt"),
        relative_row(SPOUSE, "Ægtefælle", ADRNVN="Ægtefælle"),
    )
    assert [group.title for group in view.family.groups] == ["Ægtefælle", "Børn", "Forældre", "Øvrige"]
    assert [row.name for row in view.family.groups[1].rows] == ["Ældst", "Yngst", "Ukendt"]
    assert [row.relation for row in view.family.groups[3].rows] == ["Medmor", "Anden relation"]
    assert view.family.groups[3].note
    assert view.family.count == 7
    assert sorted(row.index for row in _rows(view)) == list(range(7))


def test_an_index_leads_to_the_right_relative() -> None:
    result = result_of(
        main_row(ME), own_row(ME), relative_row(BABY, ADRNVN="Yngst"), relative_row(CHILD, ADRNVN="Ældst")
    )
    view = present(result, decide(result, TODAY), TODAY)
    for row in _rows(view):
        assert result.relatives[row.index].name == row.name


@pytest.mark.parametrize(
    ("number", "text"),
    [("20150409", "født 09.04.2015"), ("20150400", "født april 2015"), ("0", "–"), ("x", "–")],
)
def test_a_relative_without_number_cannot_be_opened_and_says_why(number: str, text: str) -> None:
    (row,) = _rows(_view(main_row(ME), own_row(ME), relative_row(number)))
    assert (row.number, row.can_open) == (text, False)
    assert row.why_not.startswith("Intet CPR-nummer")


def test_the_unnamed_are_called_so() -> None:
    view = _view(
        main_row(BABY, ADRNVN=None, CNVN_ADRNVN=None),
        own_row(BABY, ADRNVN=None),
        relative_row(ME, "Mor", ADRNVN=None),
    )
    assert view.heading.name == "(uden navn)"
    assert view.heading.age == "2 mdr."
    assert _rows(view)[0].name == "(uden navn)"


@pytest.mark.parametrize(
    ("extent", "said", "growing"),
    [
        (Extent.WHOLE, "", False),
        (Extent.PARTIAL, "1 vist. Henter flere …", True),
        (Extent.DOUBTFUL, "Listen kan være ufuldstændig", False),
        (Extent.INTERRUPTED, "Listen er ufuldstændig", False),
    ],
)
def test_how_whole_the_list_is_is_told(extent: Extent, said: str, growing: bool) -> None:  # noqa: FBT001
    family = _view(main_row(ME), own_row(ME), relative_row(CHILD), extent=extent).family
    assert family.is_growing is growing
    assert any(notice.startswith(said) for notice in family.notices)
    assert len(family.notices) == (1 if extent is Extent.WHOLE else 2)
    assert family.notices[-1] == (
        "Listen kan mangle personer uden CPR-nummer og personer, som CPR-replikaen ikke har. "
        "Civilstand og værgemål indgår ikke i dette opslag."
    )


def test_an_address_that_waits_says_so() -> None:
    view = _view(main_row(ME), own_row(ME), relative_row(CHILD), extent=Extent.PARTIAL)
    assert view.address.notice == "Skjult, indtil hele familien er hentet"
    assert _rows(view)[0].residence == view.address.notice
    assert view.banners == ()


def test_no_address_is_told_neutrally() -> None:
    nowhere = {"STADR": None, "VEJKOD": None, "HUSNR": None, "BYNVN": None, "POSTNR": "0"}
    own = own_row(ME, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None)
    view = _view(main_row(ME, **nowhere), own)
    assert (view.address.lines, view.address.notice) == ((), "Ingen adresse i CPR")


DOMESTIC = ("c/o Gemmested", "Skjulegård", STREET, "Påfund", "9000 Aalborg")
ABROAD = ("Versteckstraße 9", "Geheimland", "Tyskland")


NOT_TOLD = (
    "Dansk adresse (status siger ikke, om den er gældende)",
    "Udenlandsk adresse (status siger ikke, om den er gældende)",
)


@pytest.mark.parametrize(
    ("status", "current", "other", "titles"),
    [
        *(
            (status, DOMESTIC, ABROAD, ("Gældende adresse", "Udenlandsk adresse (ikke gældende)"))
            for status in ("01", "03", "05", "07")
        ),
        (
            "80",
            ABROAD,
            DOMESTIC,
            ("Gældende adresse i udlandet", "Tidligere dansk adresse (ikke gældende)"),
        ),
        *((status, DOMESTIC, ABROAD, NOT_TOLD) for status in ("20", "30", "60", "70", "90", "77", None)),
    ],
)
def test_of_two_addresses_the_status_tells_which_is_in_force(
    status: str | None, current: tuple[str, ...], other: tuple[str, ...], titles: tuple[str, str]
) -> None:
    main = main_row(ME, STATUS=status, CNVN_STATUS=status, **WHERE)
    address = _view(main, own_row(ME)).address
    assert (address.lines, address.other_lines) == (current, other)
    assert (address.title, address.other_title) == titles


def test_an_emigrant_s_only_address_in_denmark_is_told_not_to_be_in_force() -> None:
    address = _view(main_row(ME, STATUS="80"), own_row(ME)).address
    assert (address.title, address.lines[0]) == ("Tidligere dansk adresse (ikke gældende)", STREET)
    assert (address.other_title, address.other_lines) == ("", ())


def test_one_address_alone_needs_no_word() -> None:
    address = _view(main_row(ME), own_row(ME)).address
    assert (address.title, address.other_title) == ("", "")


def test_a_post_code_of_zero_is_none_and_the_postal_town_is_the_own_row_s() -> None:
    own = own_row(ME, CPST_POSTNR="0", CPSN_POSTDISTTXT=None)
    without = _view(main_row(ME, POSTNR="0", BYNVN="Påfund"), own).address
    assert without.lines == (STREET, "Påfund")
    assert [item.text for item in without.fields if item.code == "POSTNR"] == ["–"]
    view = _view(main_row(ME, POSTNR="0", BYNVN="Påfund"), own_row(ME, CPSN_POSTDISTTXT="Aalborg Ø"))
    assert view.address.lines == (STREET, "Påfund", "9000 Aalborg Ø")


def test_a_foreign_address_alone_is_the_one_in_force() -> None:
    nowhere = {"STADR": None, "VEJKOD": None, "HUSNR": None, "BYNVN": None, "POSTNR": "0"}
    own = own_row(ME, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None)
    address = _view(main_row(ME, **nowhere, UDLANDSADR2="Straße 1", UDRLANDEKOD="5999"), own).address
    assert (address.lines, address.other_lines) == (("Straße 1", "5999"), ())


@pytest.mark.parametrize(
    ("changes", "street"),
    [
        ({"STADR": "Opdigtet Allé 4", "ETAGE": "st", "SIDEDOER": "  tv"}, "Opdigtet Allé 4, st. tv"),
        ({"STADR": "Opdigtet Allé 4", "ETAGE": "02", "SIDEDOER": None}, "Opdigtet Allé 4, 2."),
        ({"STADR": "Opdigtet Allé 4", "ETAGE": None, "SIDEDOER": "1233"}, "Opdigtet Allé 4, 1233"),
        ({"STADR": "Opdigtet Allé 4,1 tv"}, "Opdigtet Allé 4,1 tv"),
        (
            {"STADR": "Fjordvej", "HUSNR": None, "BNR": "4321", "ETAGE": None, "SIDEDOER": None},
            "Fjordvej, B-4321",
        ),
    ],
)
def test_the_label_adds_what_the_standard_address_leaves_out(
    changes: dict[str, str | None], street: str
) -> None:
    main = main_row(ME, **changes)
    assert _view(main, own_row(ME, STADR=main["STADR"])).address.lines[0] == street


# -- custody


def _custody(view: PersonView) -> FamilyGroup | None:
    return next((group for group in view.family.groups if group.title == "Forældremyndighed"), None)


MOTHER = invented_number(9)


def test_a_holder_is_found_in_the_parent_s_row() -> None:
    group = _custody(
        _view(
            main_row(CHILD, CFMY_RELTYPA="00003", CFMY_STARTDATOA="20150409"),
            own_row(CHILD),
            relative_row(MOTHER, "Mor", ADRNVN="Mor Testesen"),
        )
    )
    assert group is not None
    (row,) = group.rows
    assert (row.name, row.relation, row.index) == ("Mor Testesen", "Mor, fra 09.04.2015", 0)


def test_another_holder_in_no_row_can_be_looked_up_by_a_masked_number() -> None:
    result = result_of(
        main_row(CHILD, CFMY_RELTYPA="00005", FORAELDRE_MYN_PNRA=SPOUSE),
        own_row(CHILD),
        relative_row(MOTHER, "Mor"),
    )
    group = _custody(present(result, decide(result, TODAY), TODAY))
    assert group is not None
    (row,) = group.rows
    assert (row.name, row.number, row.can_open) == ("(ikke i svaret)", f"{SPOUSE[:6]}-••••", True)
    number = result.number_of(row.index)
    assert number is not None
    assert number.digits == SPOUSE
    assert result.number_of(row.index + 1) is None


def test_two_parents_of_one_sex_are_not_guessed_between() -> None:
    group = _custody(
        _view(
            main_row(CHILD, CFMY_RELTYPA="00003"),
            own_row(CHILD),
            relative_row(MOTHER, "Mor"),
            relative_row(OLD, "Mor"),
        )
    )
    assert group is not None
    assert group.rows[0].name == "(en af forældrene)"
    assert not group.rows[0].can_open


@pytest.mark.parametrize(
    ("number", "changes", "note"),
    [
        (CHILD, {}, "Ikke oplyst (det betyder ikke, at ingen har den)"),
        (ME, {"CFMY_RELTYPA": "00003"}, "Ophørt ved 18 år"),
        (ME, {"FORAELDREMYNMRK": "X"}, "Ophørt ved 18 år"),
        (CHILD, {"CFMY_RELTYPA": "00003", "STATUS": "90"}, "Ophørt: barnet er dødt"),
    ],
)
def test_custody_that_is_over_or_not_told(number: str, changes: dict[str, str], note: str) -> None:
    group = _custody(_view(main_row(number, **changes), own_row(number)))
    assert group is not None
    assert (group.rows, group.note) == ((), note)


def test_an_adult_of_whom_nothing_is_registered_has_no_custody() -> None:
    assert _custody(_view(main_row(ME), own_row(ME))) is None


def test_a_protected_holder_s_street_is_hidden_there_too() -> None:
    view = _view(
        main_row(CHILD, CFMY_RELTYPA="00003"), own_row(CHILD), relative_row(MOTHER, "Mor", CBSK_TYP="00001")
    )
    group = _custody(view)
    assert group is not None
    assert group.rows[0].is_hidden
    assert "Påfundsvej" not in "\n".join(_strings(view))


def test_a_town_that_is_the_post_district_is_told_once() -> None:
    assert _view(main_row(ME, BYNVN="AALBORG"), own_row(ME)).address.lines == (STREET, "9000 Aalborg")


@pytest.mark.parametrize(
    ("status", "date", "title", "tone", "short"),
    [
        ("03", None, "Registreret på særlig vejkode (03)", Tone.INFO, "Aktiv (03)"),
        ("05", None, None, None, "Aktiv, Grønland (05)"),
        ("20", None, "Administrativt personnummer uden bopæl (20)", Tone.INFO, "Administrativt (20)"),
        ("30", None, "Annulleret personnummer (30)", Tone.INACTIVE, "Annulleret (30)"),
        ("70", "20200101", "Forsvundet 01.01.2020 (70)", Tone.INACTIVE, "Forsvundet (70)"),
        ("80", "20200101", "Udrejst 01.01.2020 – Tyskland (80)", Tone.INACTIVE, "Udrejst (80)"),
        ("90", "20200100", "Død januar 2020 (90)", Tone.INACTIVE, "Død (90)"),
        ("90", None, "Død (90)", Tone.INACTIVE, "Død (90)"),
        ("90", "12345678", "Død – ugyldig dato i CPR: 12345678 (90)", Tone.INACTIVE, "Død (90)"),
        ("77", None, "Ukendt statuskode 77", Tone.WARNING, "Ukendt statuskode 77"),
        (None, None, "Status er ikke oplyst.", Tone.WARNING, ""),
    ],
)
def test_each_status_has_its_words(
    status: str | None, date: str | None, title: str | None, tone: Tone | None, short: str
) -> None:
    main = main_row(ME, STATUS=status, CNVN_STATUS=status, STARTDATOSTATUS=date, UDRLANDEKOD="5180")
    view = _view(main, own_row(ME, CNVN_STATUS=status))
    assert [(banner.title, banner.tone) for banner in view.banners] == ([(title, tone)] if title else [])
    assert view.heading.status == short


def test_the_country_of_a_protected_emigrant_is_not_in_the_banner() -> None:
    view = _view(*protected_main(ME, STATUS="80", STARTDATOSTATUS="20200101", UDRLANDEKOD="5180"))
    assert [banner.title for banner in view.banners][1:] == ["Udrejst 01.01.2020 (80)"]


@pytest.mark.parametrize("status", ["50", "60"])
def test_a_changed_number_leads_on_to_the_current_one(status: str) -> None:
    view = _view(main_row(ME, STATUS=status, PNRGAELD=OLD), own_row(ME))
    (banner,) = view.banners
    assert banner.action is BannerAction.GO_TO_CURRENT_NUMBER
    assert banner.action_label == "Gå til gældende nummer"
    assert OLD[6:] not in f"{banner.title}{banner.text}"


def test_a_changed_number_that_leads_nowhere_offers_nothing() -> None:
    (banner,) = _view(main_row(ME, STATUS="60"), own_row(ME)).banners
    assert banner.action is None


def test_the_origin_names_every_call() -> None:
    view = _view(main_row(ME), own_row(ME))
    assert view.origin.correlation_ids == ("id-1",)
    assert view.origin.correlation_id == "id-1"
    assert view.origin.fetched_at.endswith("+00:00")


def test_markup_from_the_register_stays_text() -> None:
    view = _view(main_row(ME, ADRNVN="<b>Fed</b> & co"), own_row(ME))
    assert view.heading.name == "<b>Fed</b> & co"


def test_personal_words_are_not_in_the_repr_of_a_view() -> None:
    told = repr(_view(main_row(ME, **WHERE), own_row(ME), relative_row(CHILD)))
    for personal in (
        "Testesen",
        "Opdigtet Allé",
        ME[6:],
        CHILD[:6],
        "Gemmested",
        "Påfundsvej",
        "Nørresundby",
    ):
        assert personal not in told
