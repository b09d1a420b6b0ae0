"""The one place that decides and presents: what comes out of it, and what does not."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.protection import Rules
from familieopslag.presentation.view_models import PersonView, TelephoneView
from familieopslag.ui.shown import ShownPerson
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    TODAY,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

ME, SPOUSE, OTHER = (invented_number(place) for place in range(3))


class _Ear:
    """Hears everything that ShownPerson says, in order."""

    def __init__(self, shown: ShownPerson) -> None:
        self.views: list[PersonView] = []
        self.told: list[TelephoneView] = []
        self.said: list[str] = []
        shown.changed.connect(self._on_changed)
        shown.telephone_changed.connect(self._on_telephone_changed)
        shown.withheld.connect(lambda: self.said.append("withheld"))
        shown.forgotten.connect(lambda: self.said.append("forgotten"))

    def _on_changed(self, view: PersonView) -> None:
        self.views.append(view)
        self.said.append("changed")

    def _on_telephone_changed(self, view: TelephoneView) -> None:
        self.told.append(view)
        self.said.append("told")


@pytest.fixture
def shown(qtbot: QtBot) -> ShownPerson:
    return ShownPerson(Rules(), today=lambda: TODAY)


@pytest.fixture
def ear(shown: ShownPerson) -> _Ear:
    return _Ear(shown)


def _couple() -> LookupResult:
    return result_of(*protected_main(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001"))


def _plain(number: str) -> LookupResult:
    return result_of(main_row(number), own_row(number))


def _growing(number: str) -> tuple[LookupResult, LookupResult]:
    whole = result_of(main_row(number), own_row(number), relative_row(OTHER))
    return replace(whole, relatives=(), extent=Extent.PARTIAL), whole


def test_one_person_is_revealed_at_a_time(shown: ShownPerson, ear: _Ear) -> None:
    shown.fetched(_couple())
    shown.reveal(None)
    assert ear.views[-1].address.lines[0].startswith(STREET)
    shown.reveal(0)
    assert ear.views[-1].address.is_hidden
    assert ear.views[-1].family.groups[0].rows[0].street == OTHER_STREET
    shown.conceal()
    assert ear.views[-1] == ear.views[0]
    assert not shown.is_revealing


def test_concealing_nothing_says_nothing(shown: ShownPerson, ear: _Ear) -> None:
    shown.fetched(_couple())
    shown.conceal()
    assert ear.said == ["changed"]


def test_in_telephone_view_nobody_comes_out_before_it_is_on_record(shown: ShownPerson, ear: _Ear) -> None:
    shown.turn_to_telephone(on_record=False)
    shown.fetched(_plain(ME))
    assert ear.said == ["withheld"]
    assert shown.view is None
    shown.tell()
    assert ear.said == ["withheld", "told"]
    assert shown.view is None


def test_the_next_person_is_withheld_anew(shown: ShownPerson, ear: _Ear) -> None:
    shown.turn_to_telephone(on_record=False)
    for number in (ME, OTHER):
        shown.fetched(_plain(number))
        shown.tell()
    assert ear.said == ["withheld", "told"] * 2


def test_the_same_person_from_memory_is_withheld_anew(shown: ShownPerson, ear: _Ear) -> None:
    shown.turn_to_telephone(on_record=False)
    result = _plain(ME)
    shown.fetched(result)
    shown.tell()
    shown.show(result)
    assert ear.said == ["withheld", "told", "withheld"]


def test_a_growing_family_is_the_same_occasion(shown: ShownPerson, ear: _Ear) -> None:
    part, whole = _growing(ME)
    shown.turn_to_telephone(on_record=False)
    shown.fetched(part)
    occasion = shown.occasion
    assert shown.is_growing
    shown.tell()
    shown.fetched(whole)
    assert ear.said == ["withheld", "told", "told"]
    assert shown.occasion is occasion
    assert not shown.is_growing


def test_nothing_is_revealed_in_telephone_view(shown: ShownPerson, ear: _Ear) -> None:
    shown.fetched(_couple())
    shown.turn_to_telephone(on_record=True)
    shown.reveal(None)
    assert ear.said == ["changed", "told"]
    assert not shown.is_revealing


def test_who_was_revealed_is_not_when_the_whole_result_is_back(shown: ShownPerson, ear: _Ear) -> None:
    shown.fetched(_couple())
    shown.reveal(None)
    shown.turn_to_telephone(on_record=True)
    shown.turn_from_telephone()
    assert ear.said == ["changed", "changed", "told", "changed"]
    assert ear.views[-1] == ear.views[0]


def test_forgetting_ends_the_occasion_and_keeps_telephone_view(shown: ShownPerson, ear: _Ear) -> None:
    shown.turn_to_telephone(on_record=False)
    shown.fetched(_plain(ME))
    shown.tell()
    shown.forget()
    assert (shown.result, shown.visibility, shown.view, shown.occasion) == (None, None, None, None)
    shown.fetched(_plain(ME))
    assert ear.said == ["withheld", "told", "forgotten", "withheld"]
