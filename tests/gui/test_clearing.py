"""Cleared means gone: from widgets, models, history, memory, clipboard, undo, dialogs and the accessible tree."""

import gc
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.clearing import ClearReason
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.presentation.view_models import PersonView
from tests.gui.conftest import OpenDesk
from tests.gui.guarded_desk import CONTROL, ERRAND, SHIFT, USER, GuardedDesk, dialogs
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
)
from tests.support.widgets import everything_heard

ME = invented_number()
OTHER = invented_number(born=date(1971, 2, 3))
CHILD = invented_number(born=date(2015, 4, 9))
FIRST = (main_row(OTHER, ADRNVN="Første Testesen"), own_row(OTHER))
SECOND = (main_row(ME), own_row(ME), relative_row(CHILD))
_WORDS = ("Testesen", STREET, OTHER_STREET, "Aalborg", ME[:6], OTHER[:6], CHILD[:6])


def _fill(desk: GuardedDesk) -> None:
    """Two persons looked up, the second on the screen with a copy on the clipboard."""
    desk.look_up(*FIRST)
    desk.look_up(*SECOND)
    desk.window.findChildren(QCheckBox)[0].setChecked(True)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.wait_for_record()
    assert STREET in desk.copied
    for word in _WORDS[:4]:
        assert word in desk.said
        assert word in everything_heard(desk.window)


def _assert_gone(desk: GuardedDesk) -> None:
    for word in _WORDS:
        assert word not in desk.said
        assert word not in everything_heard(desk.window)
    assert desk.copied == ""
    assert desk.field.text() == ""
    desk.field.undo()
    assert desk.field.text() == ""
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.field.text() == ""
    assert (desk.shown.result, desk.shown.view, desk.shown.visibility) == (None, None, None)
    assert not desk.presenter.remembers_anybody
    assert dialogs() == []


def _cleared(desk: GuardedDesk) -> list[tuple[str, ...]]:
    return [e.details for e in desk.journal.entries if e.event is AuditEvent.CLEARED]


def test_f9_clears_everything_and_is_recorded(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.press(Qt.Key.Key_F9)
    _assert_gone(desk)
    assert desk.window.status.startswith("Ryddet.")
    desk.wait_for_record(2)
    entry = desk.journal.entries[-1]
    assert (entry.event, entry.subject, entry.errand) == (AuditEvent.CLEARED, Cpr(ME), ERRAND)
    assert (entry.protection, entry.details) == ("ikke_beskyttet", ("brugeren",))


def test_nothing_in_the_program_holds_on_to_a_person(desk: GuardedDesk) -> None:
    # Of no other test.
    only_here = invented_number(born=date(1953, 1, 17))
    desk.look_up(main_row(only_here, ADRNVN="Aldrig Set"), own_row(only_here))
    desk.look_up(main_row(ME, ADRNVN="Aldrig Set"), own_row(ME), relative_row(only_here))
    for key in (Qt.Key.Key_T, Qt.Key.Key_T):
        # The family's graph is made, and holds the session's persons.
        desk.press(key, CONTROL)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.wait_for_record()
    desk.lookup.results.clear()
    desk.press(Qt.Key.Key_F9)
    desk.wait_for_record(2)
    gc.collect()
    kept = [
        kept
        for kept in gc.get_objects()
        if (isinstance(kept, LookupResult) and kept.person.name == "Aldrig Set")
        or (isinstance(kept, PersonView) and kept.heading.name == "Aldrig Set")
    ]
    assert kept == []


def test_the_graph_goes_too(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.press(Qt.Key.Key_T, CONTROL)
    assert "Slægt Testesen" in everything_heard(desk.window)
    desk.press(Qt.Key.Key_F9)
    _assert_gone(desk)


def test_what_cannot_be_recorded_is_cleared_all_the_same(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.journal.accepts = 0
    with desk.qtbot.waitSignal(desk.records.refused):
        desk.press(Qt.Key.Key_F9)
    _assert_gone(desk)


def test_it_is_cleared_before_the_record_is_written(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F9)
    desk.journal.wait_until_reached()
    _assert_gone(desk)


def test_a_lookup_on_its_way_shows_nothing_any_more(desk: GuardedDesk) -> None:
    desk.type(ME)
    desk.press(Qt.Key.Key_Return)
    desk.lookup.wait_until_asked(Cpr(ME))
    desk.press(Qt.Key.Key_F9)
    desk.lookup.open(Cpr(ME))
    desk.qtbot.waitUntil(lambda: desk.runner._in_flight is None)
    assert "Prøve Person" not in desk.said
    assert not desk.presenter.remembers_anybody


def test_a_typed_number_goes_too(desk: GuardedDesk) -> None:
    desk.type(ME)
    desk.press(Qt.Key.Key_F9)
    _assert_gone(desk)


def test_a_revealed_person_and_a_question_about_them_go(desk: GuardedDesk) -> None:
    desk.look_up(*protected_main(ME))
    desk.shown.reveal(None)
    assert STREET in desk.said
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert len(dialogs()) == 1
    desk.lock.left.emit(ClearReason.LOCKED)
    _assert_gone(desk)
    assert not desk.shown.is_revealing


def test_open_menus_and_dialogs_go(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.press(Qt.Key.Key_F1)
    desk.lock.left.emit(ClearReason.LOCKED)
    assert dialogs() == []
    desk.look_up(*SECOND)
    desk.cell(Cpr(CHILD).masked)
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.lock.left.emit(ClearReason.LOCKED)
    with pytest.raises(AssertionError):
        desk.choose("Kopiér CPR-nr.")
    _assert_gone(desk)


def test_who_was_seen_protected_is_forgotten(desk: GuardedDesk) -> None:
    desk.look_up(*protected_main(ME))
    desk.press(Qt.Key.Key_F9)
    assert ME not in repr(desk.shown._seen)
    assert Cpr(ME) not in desk.shown._seen


def test_what_somebody_else_has_copied_is_left_alone(desk: GuardedDesk) -> None:
    _fill(desk)
    QGuiApplication.clipboard().setText("noget andet")
    desk.press(Qt.Key.Key_F9)
    assert desk.copied == "noget andet"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (ClearReason.LOCKED, "Ryddet, fordi skærmen blev låst."),
        (ClearReason.SWITCHED, "Ryddet, fordi du forlod skærmen."),
        (ClearReason.SLEEP, "Ryddet, fordi computeren gik i dvale."),
    ],
)
def test_leaving_the_desk_clears_and_asks_for_the_errand_again(
    desk: GuardedDesk, reason: ClearReason, words: str
) -> None:
    _fill(desk)
    with desk.qtbot.waitSignals([desk.safekeeping.cleared, desk.safekeeping.locked], order="strict"):
        desk.lock.left.emit(reason)
    _assert_gone(desk)
    assert desk.window.status == words
    desk.wait_for_record(2)
    assert _cleared(desk) == [(reason.value,)]


def test_where_nobody_is_nothing_is_recorded_but_the_errand_is_asked_again(desk: GuardedDesk) -> None:
    with desk.qtbot.waitSignal(desk.safekeeping.locked):
        desk.lock.left.emit(ClearReason.LOCKED)
    assert desk.window.status == "Klar"
    assert desk.records.shut_down()
    assert desk.journal.entries == []


def test_f9_does_not_ask_for_the_errand_again(desk: GuardedDesk) -> None:
    _fill(desk)
    with desk.qtbot.assertNotEmitted(desk.safekeeping.locked):
        desk.press(Qt.Key.Key_F9)


def test_closing_the_window_clears_and_is_recorded(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.window.close()
    assert desk.copied == ""
    assert "Testesen" not in desk.said
    assert desk.records.shut_down()
    assert _cleared(desk) == [("afslutning",)]


# -- idle


def test_nobody_there_is_warned_and_then_cleared(desk: GuardedDesk) -> None:
    _fill(desk)
    desk.advance(271)
    words = "Oplysningerne ryddes om 29 sekunder. Tryk en tast for at fortsætte."
    assert words in desk.said
    assert desk.button("Fortsæt").isVisible()
    assert STREET in desk.said
    desk.advance(29)
    _assert_gone(desk)
    assert desk.window.status == "Ryddet pga. inaktivitet."
    assert "Fortsæt" not in [b.text() for b in dialogs()]
    desk.wait_for_record(2)
    assert _cleared(desk) == [("inaktivitet",)]


@pytest.mark.parametrize("answer", ["key", "button", "click"])
def test_an_answer_keeps_everything(desk: GuardedDesk, answer: str) -> None:
    _fill(desk)
    desk.advance(275)
    match answer:
        case "key":
            desk.press(Qt.Key.Key_Return)
        case "button":
            # As a screen reader presses it, which is no key.
            desk.button("Fortsæt").click()
        case _:
            desk.click("Fortsæt")
    assert "Oplysningerne ryddes om" not in desk.window.status
    assert desk.lookup.asked == [Cpr(OTHER), Cpr(ME)]
    desk.advance(60)
    assert STREET in desk.said
    assert _cleared(desk) == []


def test_a_warning_hides_again_what_was_revealed(desk: GuardedDesk) -> None:
    desk.look_up(*protected_main(ME))
    desk.shown.reveal(None)
    desk.advance(275)
    assert STREET not in desk.said


def test_an_empty_desk_is_not_warned(desk: GuardedDesk) -> None:
    desk.advance(275)
    assert "Oplysningerne ryddes om" not in desk.said
    desk.advance(100)
    assert desk.window.status == "Klar"


def test_the_status_bar_tells_user_and_time_left_calmly(desk: GuardedDesk) -> None:
    _fill(desk)
    assert f"{USER} · Rydder efter 5 min. uden aktivitet" in desk.said
    desk.advance(130)
    assert f"{USER} · Rydder om 3 min." in desk.said
    desk.advance(145)
    assert f"{USER} · Rydder om 0:25" in desk.said


def test_never_means_never(open_desk: OpenDesk) -> None:
    desk = open_desk(PrivacySettings(idle_minutes=0))
    _fill(desk)
    desk.advance(100_000)
    assert STREET in desk.said
    assert "Rydder" not in desk.said
