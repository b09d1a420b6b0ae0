"""From rows to persons: told apart by number, kept whole, whatever their order."""

import random
from datetime import date

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Holder, Relation
from familieopslag.service.failures import UnreadableReplyError
from familieopslag.service.gctp import GctpReply, RawField, Receipt, read_reply
from familieopslag.service.mapping import Page, ReplyOfAnotherError, read_page, with_own_row
from tests.support.replies import (
    CODE_LISTS,
    Row,
    invented_number,
    main_row,
    own_row,
    relative_row,
    reply_text,
    result_of,
)

ME = invented_number()
ANOTHER = invented_number(3, male=True)
CHILD = invented_number(born=date(2015, 4, 9))


def _page(*rows: Row, asked: str = ME) -> Page:
    return read_page(read_reply(reply_text(*rows)), Cpr(asked), CODE_LISTS)


def _page_with(row: list[tuple[str, str]]) -> Page:
    """A page with a row that may hold a code more than once."""
    rows = (list(main_row(ME).items()), row)
    fields = tuple(tuple(RawField(code, value) for code, value in items) for items in rows)
    return read_page(GctpReply(fields, Receipt(0, is_ok=True)), Cpr(ME), CODE_LISTS)


def test_a_person_is_read_from_main_row_and_own_row() -> None:
    page = _page(
        main_row(ME, CONVN="c/o Opdigt", LOKALITET="Påfundgård", BNR="4321", UDRLANDEKOD="5180"),
        own_row(ME),
    )
    person = page.person
    assert person is not None
    assert (person.cpr, person.name, person.has_former_names) == (Cpr(ME), "Opdigt Testesen", False)
    assert person.birth is not None
    assert person.birth.exact == date(1962, 3, 14)
    assert person.gender is not None
    assert (person.gender.code, person.gender.text) == ("K", "kvinde")
    assert person.status is not None
    assert person.status.text == "Bopæl i Danmark"
    address = person.address
    assert (address.standard, address.postal_code, address.postal_district) == (
        "Opdigtet Allé 4, 1. tv",
        "9000",
        "Aalborg",
    )
    assert (address.care_of, address.locality, address.town) == ("c/o Opdigt", "Påfundgård", "Påfund")
    assert (address.road_code, address.house_number, address.floor) == ("1234", "004", "01")
    assert (address.door, address.building_number) == ("tv", "4321")
    assert address.municipality is not None
    assert address.municipality.text == "Aalborg"
    assert address.foreign_country is not None
    assert address.foreign_country.text == "Tyskland"


def test_every_field_of_every_row_is_kept_as_it_came() -> None:
    rows = (
        main_row(ME, NYT_FELT="noget nyt", NYT_MYNKOD="0851", CFMY_STARTDATOUSMA=" "),
        own_row(ME),
        relative_row(CHILD, NYTDTO="20200101"),
    )
    page = _page(*rows)
    assert page.person is not None
    assert page.own_row is not None
    kept = [page.person.row, page.own_row, *(relative.row for relative in page.relatives)]
    assert [{item.code: item.value for item in row.fields} for row in kept] == list(rows)


def test_unknown_codes_have_no_words() -> None:
    page = _page(main_row(ME, NYT_FELT="noget", STATUS="77"), own_row(ME))
    assert page.person is not None
    words = {item.code: item.words for item in page.person.row.fields}
    assert words["NYT_FELT"] is None
    assert words["STATUS"] is None
    assert page.person.status is not None
    assert (page.person.status.code, page.person.status.text) == ("77", None)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_and_fields_changes_nothing(seed: int) -> None:
    rows = [
        main_row(ME),
        own_row(ME),
        relative_row(CHILD),
        relative_row(ANOTHER, "Ægtefælle"),
        relative_row("20200101"),
    ]
    chaos = random.Random(seed)  # noqa: S311 - nothing secret about a shuffle
    shuffled = [dict(chaos.sample(list(row.items()), len(row))) for row in chaos.sample(rows, len(rows))]
    one, other = _page(*rows), _page(*shuffled)
    assert one.person is not None
    assert other.person is not None
    assert other.person.address == one.person.address
    assert (other.person.name, other.person.birth) == (one.person.name, one.person.birth)
    assert other.own_row is not None
    assert other.own_row.get("CPSN_POSTDISTTXT") == "Aalborg"
    assert {(r.cpr, r.relation, r.name, r.address, r.birth) for r in other.relatives} == {
        (r.cpr, r.relation, r.name, r.address, r.birth) for r in one.relatives
    }


def test_the_own_row_is_told_by_its_number_not_by_its_place_or_relation() -> None:
    page = _page(relative_row(ANOTHER, "Andet"), own_row(ME, FAMMRK="Barn"), main_row(ME))
    assert page.own_row is not None
    assert page.own_row.get("FAMMRK") == "Barn"
    assert [relative.cpr for relative in page.relatives] == [Cpr(ANOTHER)]


def test_two_own_rows_are_joined_so_that_no_flag_gets_lost() -> None:
    page = _page(main_row(ME), own_row(ME, CBSK_TYP="00002"), own_row(ME, CBSK_TYP="00001"))
    assert page.own_row is not None
    assert list(page.own_row.values("CBSK_TYP")) == ["00002", "00001"]
    assert page.relatives == ()


def test_without_own_row_the_district_is_not_known() -> None:
    page = _page(main_row(ME), relative_row(CHILD))
    assert page.own_row is None
    assert page.person is not None
    assert page.person.address.postal_district == ""


def test_an_own_row_of_a_later_page_brings_the_district() -> None:
    page, later = _page(main_row(ME)), _page(main_row(ME), own_row(ME))
    assert page.person is not None
    assert with_own_row(page.person, later.own_row).address.postal_district == "Aalborg"


@pytest.mark.parametrize(
    "rows",
    [(main_row(ANOTHER), own_row(ANOTHER)), (main_row(ANOTHER), own_row(ME)), ({"FOEDDATO": "19620314"},)],
)
def test_a_main_row_about_somebody_else_is_refused(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ReplyOfAnotherError):
        _page(*rows)


@pytest.mark.parametrize(
    "rows", [(main_row(ME), main_row(ANOTHER)), (main_row(ME), main_row(ME)), (main_row(ME), {})]
)
def test_rows_that_cannot_be_told_apart_are_refused(rows: tuple[Row, ...]) -> None:
    with pytest.raises(UnreadableReplyError):
        _page(*rows)


def test_a_page_without_main_row_has_no_person() -> None:
    page = _page(relative_row(CHILD))
    assert page.person is None
    assert (page.row_count, page.last_key) == (1, CHILD)
    assert _page().row_count == 0


@pytest.mark.parametrize(
    ("fammrk", "relation"),
    [
        ("Ægtefælle", Relation.SPOUSE), ("ægtefælle", Relation.SPOUSE), ("ÆGTEFÆLLE", Relation.SPOUSE),
        ("Barn", Relation.CHILD), ("Mor", Relation.MOTHER), ("Far", Relation.FATHER), ("Andet", Relation.OTHER),
        ("Medmor", Relation.UNKNOWN), (" ", Relation.UNKNOWN),
    ],
)  # fmt: skip
def test_relations(fammrk: str, relation: Relation) -> None:
    (relative,) = _page(main_row(ME), relative_row(CHILD, fammrk)).relatives
    assert relative.relation is relation


@pytest.mark.parametrize("code", ["PNR_FOEDDATO", "PNT_FOEDDATO"])
def test_both_spellings_of_the_number_field_are_understood(code: str) -> None:
    rows = (
        {**relative_row(CHILD, PNR_FOEDDATO=None), code: CHILD},
        {**own_row(ME, PNR_FOEDDATO=None), code: ME},
    )
    page = _page(main_row(ME), *rows)
    assert [relative.cpr for relative in page.relatives] == [Cpr(CHILD)]
    assert page.own_row is not None


@pytest.mark.parametrize(
    ("number", "born"),
    [("20150409", date(2015, 4, 9)), ("20150400", None), ("150409", None), ("0", None), ("00000000", None)],
)
def test_a_relative_without_number_cannot_be_looked_up(number: str, born: date | None) -> None:
    (relative,) = _page(main_row(ME), relative_row(number)).relatives
    assert relative.cpr is None
    assert (relative.birth.exact if relative.birth else None) == born


def test_a_relative_without_any_number_field_is_kept() -> None:
    (relative,) = _page(main_row(ME), relative_row(CHILD, PNR_FOEDDATO=None)).relatives
    assert (relative.cpr, relative.birth, relative.name) == (None, None, "Slægt Testesen")


def test_a_relative_s_birth_date_is_the_number_s() -> None:
    (relative,) = _page(main_row(ME), relative_row(CHILD)).relatives
    assert relative.birth is not None
    assert relative.birth.exact == date(2015, 4, 9)


@pytest.mark.parametrize(
    ("text", "expected"), [(ANOTHER, Cpr(ANOTHER)), (ME, None), ("0", None), (None, None)]
)
def test_the_current_number_is_another_one(text: str | None, expected: Cpr | None) -> None:
    page = _page(main_row(ME, PNRGAELD=text))
    assert page.person is not None
    assert page.person.current_cpr == expected


@pytest.mark.parametrize(
    ("postnr", "expected"), [("0", "9000"), ("0000", "9000"), ("8000", "8000"), ("800", "800")]
)
def test_a_zero_is_no_postal_code(postnr: str, expected: str) -> None:
    page = _page(main_row(ME, POSTNR=postnr), own_row(ME))
    assert page.person is not None
    assert page.person.address.postal_code == expected


def test_an_unnamed_person_has_no_name() -> None:
    page = _page(
        main_row(ME, ADRNVN=None, CNVN_ADRNVN=None), own_row(ME, ADRNVN=None), relative_row(CHILD, ADRNVN=" ")
    )
    assert page.person is not None
    assert page.person.name is None
    assert page.relatives[0].name is None


def test_the_name_table_s_name_stands_in() -> None:
    page = _page(main_row(ME, ADRNVN=None, CNVN_ADRNVN="Navn Testesen"))
    assert page.person is not None
    assert page.person.name == "Navn Testesen"


@pytest.mark.parametrize("code", ["UDRLANDEKOD", "UDR_LANDEKOD"])
def test_an_address_abroad(code: str) -> None:
    lines = {"UDLANDSADR1": "Erfundene Straße 1", "UDLANDSADR3": "Berlin", code: "5180"}
    page = _page({**main_row(ME, STADR=None, VEJKOD=None), **lines})
    assert page.person is not None
    assert page.person.address.foreign_lines == ("Erfundene Straße 1", "Berlin")
    assert page.person.address.foreign_country is not None
    assert page.person.address.foreign_country.text == "Tyskland"
    assert page.person.address.is_known


def test_custody_with_its_holders() -> None:
    page = _page(
        main_row(
            ME,
            CFMY_RELTYPA="00003",
            CFMY_STARTDATOA="20150409",
            CFMY_STARTDATOUSMA=" ",
            CFMY_RELTYPB="00005",
            CFMY_STARTDATOB="20160000",
            CFMY_STARTDATOUSMB="*",
            FORAELDRE_MYN_PNRB=ANOTHER,
        )
    )
    assert page.person is not None
    mother, other = page.person.custody
    assert (mother.holder, mother.cpr, mother.code.text) == (Holder.MOTHER, None, "Mor")
    assert mother.start is not None
    assert not mother.start.uncertain
    assert (other.holder, other.cpr) == (Holder.OTHER_1, Cpr(ANOTHER))
    assert other.start is not None
    assert (other.start.uncertain, other.start.year, other.start.month) == (True, 2016, None)


@pytest.mark.parametrize("code", ["00009", "x", "²"])
def test_an_unknown_holder_is_kept_as_a_code(code: str) -> None:
    page = _page(main_row(ME, CFMY_RELTYPA=code))
    assert page.person is not None
    (custody,) = page.person.custody
    assert (custody.holder, custody.code.code) == (None, code)


def test_a_field_sent_twice_is_read_once_and_kept_twice() -> None:
    text = reply_text(main_row(ME), own_row(ME, CBSK_TYP="00002"))
    twice = text.replace(
        '<Field r="CBSK_TYP" v="00002"/>', '<Field r="CBSK_TYP" v="00002"/><Field r="CBSK_TYP" v="00001"/>'
    )
    page = read_page(read_reply(twice), Cpr(ME), CODE_LISTS)
    assert page.own_row is not None
    assert page.own_row.get("CBSK_TYP") == "00002"
    assert list(page.own_row.values("CBSK_TYP")) == ["00002", "00001"]


def test_nothing_personal_is_in_the_repr_of_a_result() -> None:
    result = result_of(
        main_row(ME, CONVN="c/o Opdigt"), own_row(ME), relative_row(CHILD), relative_row("20150409")
    )
    told = repr(result)
    for personal in (
        ME,
        CHILD,
        "20150409",
        "19620314",
        "Testesen",
        "Allé",
        "Påfund",
        "9000",
        "Aalborg",
        "9400",
    ):
        assert personal not in told


@pytest.mark.parametrize("code", ["PNR_FOEDDATO", "PNT_FOEDDATO"])
def test_a_row_about_two_numbers_cannot_be_read(code: str) -> None:
    row = [("FAMMRK", "Far"), ("PNR_FOEDDATO", CHILD), (code, ME)]
    with pytest.raises(UnreadableReplyError):
        _page_with(row)


def test_a_number_told_twice_alike_is_one_number() -> None:
    page = _page_with([(code, CHILD) for code in ("PNR_FOEDDATO", "PNR_FOEDDATO", "PNT_FOEDDATO")])
    assert [relative.cpr for relative in page.relatives] == [Cpr(CHILD)]
