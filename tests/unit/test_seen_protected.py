"""Protection over a whole session, and showing one person's hidden data for a while."""

from datetime import date

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Extent
from familieopslag.domain.protection import Hidden, Protection, Rules, Visibility, decide, remember
from familieopslag.domain.seen import NOBODY, SeenProtected
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FieldState, PersonView
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
FRIEND = invented_number(born=date(1961, 8, 20))
CHILD = invented_number(born=date(2015, 4, 9))
P, N, U = Protection.PROTECTED, Protection.NOT_PROTECTED, Protection.UNKNOWN


def _seen(*rows: Row, before: SeenProtected = NOBODY, extent: Extent | None = None) -> SeenProtected:
    return remember(before, result_of(*rows, extent=extent))


def _decide(*rows: Row, seen: SeenProtected = NOBODY) -> Visibility:
    return decide(result_of(*rows), TODAY, seen=seen)


def _plain(number: str) -> tuple[Row, Row]:
    return main_row(number), own_row(number)


# -- who has been seen


def test_a_protected_person_stays_so_in_another_family() -> None:
    seen = _seen(*protected_main(ME))
    (verdict,) = _decide(*_plain(FRIEND), relative_row(ME, "Andet"), seen=seen).relatives
    assert verdict.protection is P


def test_a_protected_relative_stays_so_in_another_family() -> None:
    seen = _seen(*_plain(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"))
    (verdict,) = _decide(*_plain(FRIEND), relative_row(SPOUSE, "Andet"), seen=seen).relatives
    assert verdict.protection is P


def test_whoever_lives_where_somebody_protected_was_seen_is_hidden_too() -> None:
    seen = _seen(*_plain(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"))
    visibility = _decide(*_plain(FRIEND), relative_row(CHILD, STADR="Påfundsvej 77 A"), seen=seen)
    assert visibility.relatives[0].address_hidden is Hidden.HOUSEHOLD
    assert visibility.person.address_hidden is None
    assert not visibility.addresses_comparable


def test_an_older_view_of_a_person_seen_protected_since_is_closed() -> None:
    seen = _seen(*_plain(FRIEND), relative_row(ME, "Andet", CBSK_TYP="00001"))
    assert _decide(*_plain(ME), seen=seen).person.protection is P


def test_a_person_fetched_again_without_protection_is_forgotten() -> None:
    seen = _seen(*protected_main(ME))
    again = _seen(*_plain(ME), before=seen)
    assert Cpr(ME) in seen
    assert Cpr(ME) not in again
    assert list(again.places) == []


def test_a_person_fetched_again_who_has_moved_is_remembered_at_both_places() -> None:
    seen = _seen(*protected_main(ME))
    moved = main_row(ME, BESKYT="X", STADR=OTHER_STREET), own_row(ME, CBSK_TYP="00001", STADR=OTHER_STREET)
    again = _seen(*moved, before=seen)
    for street in (STREET, OTHER_STREET):
        neighbour = relative_row(CHILD, STADR=street, CPST_POSTNR="9000")
        visibility = _decide(*_plain(FRIEND), neighbour, seen=again)
        assert visibility.relatives[0].address_hidden is Hidden.HOUSEHOLD


def test_a_reply_at_odds_with_itself_is_remembered_as_protected() -> None:
    assert Cpr(ME) in _seen(main_row(ME, BESKYT="X"), own_row(ME))


def test_a_reply_at_odds_with_itself_hides_its_family_also_once_it_is_remembered() -> None:
    rows = (main_row(ME, BESKYT="X"), own_row(ME), relative_row(CHILD))
    decided = _decide(*rows, seen=_seen(*rows))
    assert decided == _decide(*rows)
    assert [verdict.protection for verdict in (decided.person, *decided.relatives)] == [U, U]
    assert decided.relatives[0].address_hidden is Hidden.UNKNOWN


def test_a_first_page_without_the_own_row_is_not_taken_for_a_contradiction() -> None:
    assert Cpr(ME) not in _seen(main_row(ME), relative_row(CHILD), extent=Extent.PARTIAL)


def test_somebody_protected_without_a_number_is_remembered_by_address() -> None:
    seen = _seen(*_plain(ME), relative_row("19600719", "Andet", CBSK_TYP="00001"))
    visibility = _decide(*_plain(FRIEND), relative_row(CHILD), seen=seen)
    assert visibility.relatives[0].address_hidden is Hidden.HOUSEHOLD


def test_no_number_shows_in_what_is_remembered() -> None:
    assert ME[6:] not in repr(_seen(*protected_main(ME)))


# -- the minor child of a protected spouse


def test_a_minor_child_without_address_follows_the_protected_spouse() -> None:
    nowhere = relative_row(CHILD, STADR=None, CPST_POSTNR=None, CPSN_POSTDISTTXT=None)
    visibility = _decide(*_plain(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"), nowhere)
    assert [verdict.address_hidden for verdict in visibility.relatives] == [Hidden.PROTECTED, Hidden.KIN]


# -- revealing


def _view(visibility: Visibility, *rows: Row) -> PersonView:
    return present(result_of(*rows), visibility, TODAY)


def test_revealing_the_person_shows_that_person_and_nobody_else() -> None:
    rows = (*protected_main(ME), relative_row(SPOUSE, "Ægtefælle", STADR=STREET, CPST_POSTNR="9000"))
    visibility = _decide(*rows)
    shown = _view(visibility.revealing(None), *rows)
    assert shown.address.lines[0].startswith(STREET)
    assert shown.heading.number == Cpr(ME).formatted
    assert (shown.is_protected, shown.is_revealed, shown.can_be_revealed) == (True, True, False)
    assert all(item.state is not FieldState.MASKED for item in shown.stamdata)
    row = shown.family.groups[0].rows[0]
    assert (row.is_hidden, row.is_revealed, row.can_be_revealed) == (True, False, True)


def test_revealing_a_relative_shows_the_address_and_still_no_number() -> None:
    rows = (*_plain(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"))
    shown = _view(_decide(*rows).revealing(0), *rows)
    row = shown.family.groups[0].rows[0]
    assert (row.street, row.is_hidden, row.is_revealed) == (OTHER_STREET, False, True)
    assert row.number == Cpr(SPOUSE).masked
    assert SPOUSE[6:] not in str([(item.text, item.value) for item in row.fields])


def test_a_household_s_address_can_be_revealed_but_one_that_waits_cannot() -> None:
    spouse = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001", STADR=STREET, CPST_POSTNR="9000")
    assert _decide(*_plain(ME), spouse).person.can_be_revealed
    waiting = decide(result_of(*_plain(ME), extent=Extent.PARTIAL), TODAY)
    assert not waiting.person.can_be_revealed


def test_nothing_is_revealed_of_somebody_of_whom_nothing_is_hidden() -> None:
    assert not _decide(*_plain(ME)).person.can_be_revealed


# -- names, where the municipality hides them


@pytest.mark.parametrize(("mask_names", "name"), [(True, "Beskyttet person"), (False, "Opdigt Testesen")])
def test_a_protected_person_s_name_is_hidden_where_the_municipality_says_so(
    mask_names: bool,  # noqa: FBT001
    name: str,
) -> None:
    rows = (*protected_main(ME), relative_row(CHILD))
    view = _view(decide(result_of(*rows), TODAY, Rules(mask_names=mask_names)), *rows)
    assert view.heading.name == name
    assert ("Testesen" in str(view.stamdata)) is False  # never in a repr
    texts = [item.text for item in (*view.stamdata, *view.administration, *view.own_row)]
    assert any("Testesen" in text for text in texts) is not mask_names
    assert view.family.groups[0].rows[0].name == "Slægt Testesen"


def test_a_hidden_name_is_shown_while_revealed() -> None:
    rows = protected_main(ME)
    visibility = decide(result_of(*rows), TODAY, Rules(mask_names=True))
    assert _view(visibility.revealing(None), *rows).heading.name == "Opdigt Testesen"


def test_a_protected_relative_s_name_is_hidden_and_does_not_order_the_list() -> None:
    rows = (*_plain(ME), relative_row(CHILD, CBSK_TYP="00001"))
    view = _view(decide(result_of(*rows), TODAY, Rules(mask_names=True)), *rows)
    row = view.family.groups[0].rows[0]
    assert row.name == "Beskyttet person"
    assert "Testesen" not in row.order
    assert all("Testesen" not in item.text for item in row.fields)
