"""What may leave the window: by clipboard and on paper, by one set of rules."""

from datetime import UTC, date, datetime

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.export import (
    Export,
    Refusal,
    export_cell,
    export_field,
    export_label,
    export_number,
    export_relative_number,
    export_text,
    export_typed,
)
from familieopslag.presentation.person import present
from familieopslag.presentation.printout import Printout, Stamp, print_person, print_with_family
from familieopslag.presentation.view_models import CellView, FamilyFact, FamilyRow, FieldView, PersonView
from tests.support.replies import (
    OTHER_STREET,
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
CHILD = invented_number(born=date(2015, 4, 9))
NAME = "Opdigt Testesen"
STAMP = Stamp(
    "KOMMUNE\\ab12",
    datetime(2026, 11, 23, 14, 2, tzinfo=UTC),
    Errand(Purpose("BORGERSERVICE", "Borgerservice"), "26/1234"),
    EnvironmentView("exttest", "EKSTERN TEST", ""),
)

OPEN = (main_row(ME), own_row(ME), relative_row(CHILD))
PROTECTED = (*protected_main(ME), relative_row(CHILD))
HOUSEHOLD = (
    main_row(ME),
    own_row(ME),
    relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001", STADR=STREET, CPST_POSTNR="9000"),
)


def _view(*rows: Row, reveal: bool = False) -> PersonView:
    result = result_of(*rows)
    visibility = decide(result, TODAY)
    return present(result, visibility.revealing(None) if reveal else visibility, TODAY)


def _field(view: PersonView, code: str) -> FieldView:
    return next(item for item in (*view.stamdata, *view.address.fields) if item.code == code)


def _relative(view: PersonView) -> FamilyRow:
    return view.family.groups[0].rows[0]


def _all_texts(document: Printout) -> str:
    rows = [" ".join(row) for section in document.sections for row in section.rows]
    return "\n".join([document.title, document.facts, *document.stamp, *rows])


# -- one field


@pytest.mark.parametrize("code", ["ADRNVN", "FOEDDATO", "STADR", "PNR"])
def test_a_field_leaves_as_it_is_shown(code: str) -> None:
    view = _view(*OPEN)
    item = _field(view, code)
    export = export_field(item, view)
    assert isinstance(export, Export)
    assert (export.text, export.what, export.confirm) == (item.text, code, "")
    assert item.text not in export.said


@pytest.mark.parametrize("code", ["STADR", "PNR", "POSTNR", "ADRNVN", "CNVN_EFTERNVN"])
def test_no_hidden_field_leaves_and_no_protected_name(code: str) -> None:
    view = _view(*PROTECTED)
    assert isinstance(export_field(_field(view, code), view), Refusal)


def test_what_is_not_hidden_of_a_protected_person_leaves() -> None:
    view = _view(*PROTECTED)
    assert isinstance(export_field(_field(view, "FOEDDATO"), view), Export)


def test_a_revealed_address_leaves_only_when_its_use_is_confirmed() -> None:
    view = _view(*PROTECTED, reveal=True)
    for code, asked in (("STADR", True), ("ADRNVN", False)):
        export = export_field(_field(view, code), view)
        assert isinstance(export, Export)
        assert bool(export.confirm) is asked


def test_a_number_leaves_only_while_it_is_revealed() -> None:
    revealed, hidden = _view(*PROTECTED, reveal=True), _view(*PROTECTED)
    item = _field(revealed, "PNR")
    assert isinstance(export_field(item, revealed), Export)
    assert isinstance(export_field(item, hidden), Refusal)


# -- numbers


def test_the_person_s_number_leaves_unless_it_is_hidden() -> None:
    export = export_number(_view(*OPEN))
    assert isinstance(export, Export)
    assert export.text == Cpr(ME).formatted
    assert ME[6:] not in export.said + export.what
    assert isinstance(export_number(_view(*PROTECTED)), Refusal)
    assert isinstance(export_number(_view(*PROTECTED, reveal=True)), Export)


def test_a_relative_s_number_leaves_by_its_own_command_unless_protected() -> None:
    export = export_relative_number(_relative(_view(*OPEN)), Cpr(CHILD).formatted)
    assert isinstance(export, Export)
    assert export.text == Cpr(CHILD).formatted
    assert isinstance(export_relative_number(_relative(_view(*HOUSEHOLD)), Cpr(SPOUSE).formatted), Refusal)
    assert isinstance(export_relative_number(_relative(_view(*OPEN)), ""), Refusal)


# -- one cell of the family


def _cell(view: PersonView, fact: FamilyFact) -> CellView:
    row = _relative(view)
    texts = {
        FamilyFact.NAME: row.name,
        FamilyFact.RELATION: row.relation,
        FamilyFact.NUMBER: row.number,
        FamilyFact.AGE: row.age,
        FamilyFact.STATUS: row.status,
        FamilyFact.RESIDENCE: f"{row.street}, {row.residence}",
    }
    return CellView(row.index, fact, "Kolonne", texts[fact])


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (FamilyFact.NAME, "Slægt Testesen"),
        (FamilyFact.RELATION, "Barn"),
        (FamilyFact.AGE, "11 år"),
        (FamilyFact.STATUS, "Aktiv"),
    ],
)
def test_a_cell_leaves_as_it_is_shown(fact: FamilyFact, text: str) -> None:
    view = _view(*OPEN)
    export = export_cell(_cell(view, fact), view)
    assert isinstance(export, Export)
    assert (export.text, export.what) == (text, f"familie: {fact.value}")
    assert text not in export.said


@pytest.mark.parametrize("fact", [FamilyFact.NUMBER, FamilyFact.RESIDENCE])
def test_numbers_and_addresses_of_the_family_do_not_leave_by_cell(fact: FamilyFact) -> None:
    view = _view(*OPEN)
    assert isinstance(export_cell(_cell(view, fact), view), Refusal)


@pytest.mark.parametrize("fact", [FamilyFact.NAME, FamilyFact.NUMBER, FamilyFact.RESIDENCE])
def test_nothing_that_points_at_a_protected_relative_leaves(fact: FamilyFact) -> None:
    view = _view(*HOUSEHOLD)
    assert isinstance(export_cell(_cell(view, fact), view), Refusal)
    assert isinstance(export_cell(_cell(view, FamilyFact.STATUS), view), Export)


def test_a_relative_s_address_does_not_leave_when_it_has_been_revealed_either() -> None:
    result = result_of(*HOUSEHOLD)
    view = present(result, decide(result, TODAY).revealing(0), TODAY)
    assert isinstance(export_cell(_cell(view, FamilyFact.RESIDENCE), view), Refusal)
    assert isinstance(export_cell(_cell(view, FamilyFact.NAME), view), Export)


def test_a_cell_of_somebody_who_is_gone_does_not_leave() -> None:
    cell = _cell(_view(*OPEN), FamilyFact.NAME)
    assert isinstance(export_cell(cell, _view(main_row(ME), own_row(ME))), Refusal)


def test_who_holds_custody_without_being_in_the_reply_may_be_protected() -> None:
    other = invented_number(born=date(1975, 8, 6))
    minor = invented_number(born=date(2015, 4, 9))
    view = _view(
        main_row(minor, CFMY_RELTYPA="00005", FORAELDRE_MYN_PNRA=other, FORAELDREMYNMRK="*"), own_row(minor)
    )
    (holder,) = view.family.groups[0].rows
    assert holder.number == Cpr(other).masked
    assert isinstance(export_relative_number(holder, Cpr(other).formatted), Refusal)


# -- the search field


def test_what_the_user_typed_leaves_and_what_is_shown_leaves_as_such() -> None:
    view = _view(*OPEN)
    for text, now in ((SPOUSE, None), (SPOUSE, view), (Cpr(ME).formatted[:4], view)):
        export = export_typed(text, now)
        assert isinstance(export, Export)
        assert (export.text, export.what) == (text, "søgefelt")
        assert text not in export.said
    assert export_typed(Cpr(ME).formatted, view) == export_number(view)


@pytest.mark.parametrize("marked", ["140362-••••", "-••••", "•"])
def test_no_part_of_a_hidden_number_leaves_the_search_field(marked: str) -> None:
    assert isinstance(export_typed(marked, _view(*PROTECTED)), Refusal)


# -- the address label


def test_the_label_is_name_and_address() -> None:
    export = export_label(_view(*OPEN))
    assert isinstance(export, Export)
    assert export.text.splitlines() == [NAME, STREET, "Påfund", "9000 Aalborg"]
    assert export.confirm == ""


@pytest.mark.parametrize("rows", [PROTECTED, HOUSEHOLD])
def test_a_hidden_address_makes_no_label_until_revealed_and_confirmed(rows: tuple[Row, ...]) -> None:
    assert isinstance(export_label(_view(*rows)), Refusal)
    export = export_label(_view(*rows, reveal=True))
    assert isinstance(export, Export)
    assert STREET in export.text
    assert "kun bruges til brev til personen selv" in export.confirm


def test_without_an_address_there_is_no_label() -> None:
    main = main_row(ME, STADR=None, VEJKOD=None, HUSNR=None, POSTNR="0", KOMKOD=None, BYNVN=None)
    refusal = export_label(_view(main, own_row(ME, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None)))
    assert isinstance(refusal, Refusal)
    assert "ingen adresse" in refusal.said


# -- the whole text


def test_the_text_is_the_person_without_the_family_and_without_the_number() -> None:
    export = export_text(_view(*OPEN))
    assert NAME in export.text
    assert STREET in export.text
    assert "Slægt" not in export.text
    assert OTHER_STREET not in export.text
    assert ME[6:] not in export.text
    assert (export.confirm, export.said) == ("", "Fuld tekst kopieret.")


def test_the_text_of_a_protected_person_says_so_and_holds_neither_name_nor_address_nor_number() -> None:
    export = export_text(_view(*PROTECTED))
    assert export.text.splitlines()[:2] == ["BESKYTTET", "Beskyttet person"]
    for hidden in ("Testesen", "Opdigt", STREET, "9000", "Aalborg", ME[6:]):
        assert hidden not in export.text
    assert export.said == "Kopieret uden beskyttede oplysninger."


def test_the_text_of_a_household_member_lacks_the_address_alone() -> None:
    export = export_text(_view(*HOUSEHOLD))
    assert NAME in export.text
    assert STREET not in export.text
    assert export.said == "Kopieret uden beskyttede oplysninger."


def test_the_text_of_a_revealed_person_asks_first() -> None:
    export = export_text(_view(*PROTECTED, reveal=True))
    assert STREET in export.text
    assert NAME in export.text
    assert export.confirm


# -- on paper


def test_a_sheet_says_who_printed_when_why_and_from_where() -> None:
    document = print_person(_view(*OPEN), STAMP)
    stamp = "\n".join(document.stamp)
    for told in ("23.11.2026 14:02", "KOMMUNE\\ab12", "Borgerservice", "26/1234", "EKSTERN TEST", "id-1"):
        assert told in stamp
    assert document.watermark == "TEST"
    assert STREET in _all_texts(document)
    assert "Slægt" not in _all_texts(document)


@pytest.mark.parametrize(("key", "watermark"), [("prod", ""), ("custom", ""), ("demo", "TEST")])
def test_only_test_persons_are_watermarked(key: str, watermark: str) -> None:
    stamp = Stamp("ab12", STAMP.at, Errand(), EnvironmentView(key, key.upper(), ""))
    assert print_person(_view(*OPEN), stamp).watermark == watermark


def test_a_protected_person_s_sheet_holds_neither_name_nor_address_nor_number() -> None:
    document = print_person(_view(*PROTECTED), STAMP)
    assert (document.mark, document.title, document.confirm) == ("BESKYTTET", "Beskyttet person", "")
    for hidden in ("Testesen", "Opdigt", STREET, "9000", "Aalborg", ME[6:]):
        assert hidden not in _all_texts(document)


def test_a_revealed_person_s_sheet_has_to_be_confirmed() -> None:
    document = print_person(_view(*PROTECTED, reveal=True), STAMP)
    assert document.confirm
    assert document.mark == "BESKYTTET"
    assert STREET in _all_texts(document)


def test_the_family_is_printed_without_anybody_s_address() -> None:
    document = print_with_family(_view(*OPEN), STAMP)
    assert isinstance(document, Printout)
    text = _all_texts(document)
    assert "Slægt Testesen" in text
    assert Cpr(CHILD).masked in text
    for address in (STREET, OTHER_STREET, "9000", "Nørresundby"):
        assert address not in text


@pytest.mark.parametrize(
    "view",
    [
        _view(*PROTECTED),
        _view(*PROTECTED, reveal=True),
        _view(*HOUSEHOLD),
        _view(*HOUSEHOLD, reveal=True),
        _view(main_row(ME), own_row(ME), relative_row(CHILD, CBSK_TYP="00001")),
        _view(main_row(ME), relative_row(CHILD)),
    ],
)
def test_two_persons_are_never_printed_together_when_one_is_protected(view: PersonView) -> None:
    assert isinstance(print_with_family(view, STAMP), Refusal)
