"""The end of the municipality's certificate in the window: counted in the status bar, told at start, and daily."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.ports import PersonLookup
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.expiry_presenter import ExpiryPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.notice_strip import NoticeStrip
from familieopslag.ui.status_words import StatusWords
from familieopslag.worker.lookup_runner import LookupRunner
from tests.support.lookups import GatedLookup

TODAY = date(2026, 11, 25)
_LEFT = Qt.MouseButton.LeftButton


class _Desk:
    def __init__(self, qtbot: QtBot, make_lookup: Callable[[], PersonLookup]) -> None:
        self.qtbot = qtbot
        self.today = TODAY
        self.window = MainWindow(EnvironmentView("prod", "PRODUKTION", "PRODUKTION"))
        qtbot.addWidget(self.window)
        self.runner = LookupRunner(make_lookup)
        self.expiry = ExpiryPresenter(self.window, self.runner, today=lambda: self.today)
        self.window.show()

    @property
    def counted(self) -> str:
        return self.window.statusBar().findChildren(StatusWords)[1].text()

    @property
    def told(self) -> str:
        """The words above the page."""
        strips = [strip for strip in self.window.findChildren(NoticeStrip) if strip.isVisible()]
        return " ".join(strip._words.text() for strip in strips)

    def pass_days(self, days: int) -> None:
        self.today += timedelta(days)
        self.expiry._timer.timeout.emit()


Start = Callable[[int | None], _Desk]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Open the window with a certificate that has so many days left; None: one whose end is no news."""
    desks = []

    def started(days: int | None) -> _Desk:
        lookup = GatedLookup()
        noon = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
        if days is not None:
            lookup.certificate = CertificateFacts("a", "b", noon - timedelta(9), noon + timedelta(days))
        desk = _Desk(qtbot, lambda: lookup)
        desks.append(desk)
        with qtbot.waitSignal(desk.runner.opened):
            desk.runner.warm_up()
        return desk

    yield started
    for desk in desks:
        desk.window.close()
        assert desk.runner.shut_down()


@pytest.mark.parametrize(
    ("days", "counted", "told"),
    [
        (None, "", ""),
        (61, "", ""),
        (60, "Certifikat udløber om 60 dage", ""),
        (31, "Certifikat udløber om 31 dage", ""),
        (30, "Certifikat udløber om 30 dage", "udløber om 30 dage"),
        (1, "Certifikat udløber om 1 dag", "udløber om 1 dag,"),
        (0, "Certifikat udløber i dag", "udløber i dag,"),
    ],
)
def test_what_is_told_at_start(start: Start, days: int | None, counted: str, told: str) -> None:
    desk = start(days)
    assert desk.counted == counted
    assert told in desk.told
    assert bool(told) is bool(desk.told)


def test_a_notice_stays_over_lookups_until_it_is_closed(start: Start) -> None:
    desk = start(20)
    desk.window.show_idle()
    assert "udløber om 20 dage" in desk.told
    strip = next(strip for strip in desk.window.findChildren(NoticeStrip) if strip.isVisible())
    desk.qtbot.mouseClick(strip.close_button, _LEFT)
    assert desk.told == ""
    assert desk.counted == "Certifikat udløber om 20 dage"


def test_it_is_looked_at_again_every_day(start: Start) -> None:
    desk = start(62)
    desk.pass_days(2)
    assert (desk.counted, desk.told) == ("Certifikat udløber om 60 dage", "")
    for passed, left in ((30, 30), (16, 14), (7, 7), (6, 1)):
        desk.pass_days(passed)
        assert desk.counted.endswith(f"om {left} {'dag' if left == 1 else 'dage'}")
        strip = next(strip for strip in desk.window.findChildren(NoticeStrip) if strip.isVisible())
        desk.qtbot.mouseClick(strip.close_button, _LEFT)
        desk.pass_days(0)
        assert desk.told == "", "what was closed does not come back on the same day"
    desk.pass_days(2)
    assert (desk.counted, desk.told) == ("Certifikat udløbet", "")


def test_the_timer_runs_while_there_is_a_certificate(start: Start) -> None:
    assert start(20).expiry._timer.isActive()
    assert not start(None).expiry._timer.isActive()


def test_a_certificate_that_has_ended_is_told_before_anybody_types(qtbot: QtBot) -> None:
    def refuse() -> PersonLookup:
        raise FamilieopslagError(faults.CERTIFICATE_EXPIRED, "an-id", values={"date": "24.11.2026"})

    desk = _Desk(qtbot, refuse)
    with qtbot.waitSignal(desk.runner.not_opened):
        desk.runner.warm_up()
    assert "Kommunens certifikat er udløbet 24.11.2026." in desk.told
    assert desk.counted == "Certifikat udløbet"
    desk.window.close()
    assert desk.runner.shut_down()


def test_another_fault_waits_until_somebody_is_looked_up(qtbot: QtBot) -> None:
    def refuse() -> PersonLookup:
        raise FamilieopslagError(faults.PASSPHRASE_MISSING, "an-id")

    desk = _Desk(qtbot, refuse)
    with qtbot.waitSignal(desk.runner.not_opened):
        desk.runner.warm_up()
    assert (desk.told, desk.counted) == ("", "")
    desk.window.close()
    assert desk.runner.shut_down()
