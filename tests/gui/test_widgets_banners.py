"""Banners: three at once, the rest on demand, and every one of them said."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import BannerAction, BannerView, Tone
from familieopslag.ui import banners, main_window
from familieopslag.ui.banners import Banner
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.person_page import PersonPage
from tests.gui import widget_views as views
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton
PROTECTED = BannerView(
    Tone.PROTECTED, "shield", "NAVNE- OG ADRESSEBESKYTTELSE", "Må ikke oplyses til private"
)
EMIGRATED = BannerView(Tone.INACTIVE, "plane", "Udrejst 01.02.2024 (80)")
NUMBER = BannerView(
    Tone.WARNING,
    "link",
    "CPR oplyser et andet gældende nummer.",
    "",
    BannerAction.GO_TO_CURRENT_NUMBER,
    "Gå til gældende nummer",
)
ROAD = BannerView(Tone.INFO, "house", "Registreret på særlig vejkode (vejkode 9905)")
BIRTH = BannerView(
    Tone.INFO, "info", "Fødselsdatoen i CPR afviger fra personnummeret.", "Det er CPR's, der vises."
)
FIVE = (PROTECTED, EMIGRATED, NUMBER, ROAD, BIRTH)


@pytest.fixture
def page(qtbot: QtBot) -> PersonPage:
    page = PersonPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    said: list[str] = []

    def announce(widget: QWidget, text: str) -> None:
        del widget
        said.append(text)

    for module in (banners, main_window):
        monkeypatch.setattr(module, "announce", announce)
    return said


def _show(page: PersonPage, shown: Sequence[BannerView]) -> None:
    page.show_view(replace(views.person(), banners=tuple(shown)))


def _seen(page: QWidget) -> list[str]:
    """The titles of the banners on the screen, from the top."""
    shown = [banner for banner in page.findChildren(Banner) if banner.isVisible()]
    shown.sort(key=lambda banner: banner.mapTo(page, banner.rect().topLeft()).y())
    return [banner.findChildren(QLabel)[1].text() for banner in shown]


def _titles(*shown: BannerView) -> list[str]:
    return [view.title for view in shown]


def _more(page: QWidget) -> QPushButton | None:
    """The button that folds, if it is on the screen."""
    found = [b for b in page.findChildren(QPushButton) if "flere" in b.text() or "færre" in b.text()]
    return next((button for button in found if button.isVisible()), None)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_up_to_three_are_shown_and_nothing_is_folded(page: PersonPage, count: int) -> None:
    _show(page, FIVE[:count])
    assert _seen(page) == _titles(*FIVE[:count])
    assert _more(page) is None


@pytest.mark.parametrize(("count", "words"), [(4, "▸ 1 flere"), (5, "▸ 2 flere")])
def test_of_more_than_three_the_first_are_shown_and_the_rest_counted(
    page: PersonPage, count: int, words: str
) -> None:
    _show(page, FIVE[:count])
    assert _seen(page) == _titles(PROTECTED, EMIGRATED, NUMBER)
    more = _more(page)
    assert more is not None
    assert more.text() == words
    assert more.accessibleName() == f"{count - 3} flere meddelelser, foldet"


def test_no_window_flashes_up_while_banners_are_made(
    qtbot: QtBot, qapp: QApplication, page: PersonPage
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    shown = _Shown()
    qapp.installEventFilter(shown)
    _show(page, FIVE)
    qapp.removeEventFilter(shown)
    assert shown.windows == []
    assert page.isActiveWindow()


class _Shown(QObject):
    """Keeps what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See QObject."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_the_rest_is_opened_and_folded_by_mouse(qtbot: QtBot, page: PersonPage) -> None:
    _show(page, FIVE)
    for expected, words in ((FIVE, "▾ Vis færre"), (FIVE[:3], "▸ 2 flere")):
        more = _more(page)
        assert more is not None
        qtbot.mouseClick(more, _LEFT)
        assert _seen(page) == _titles(*expected)
        assert more.text() == words


def test_the_rest_is_reached_opened_and_said_by_keyboard(
    qtbot: QtBot, page: PersonPage, announced: list[str]
) -> None:
    _show(page, FIVE)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == NUMBER.action_label)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    more = QApplication.focusWidget()
    assert more is not None
    assert more is _more(page)
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert _seen(page) == _titles(*FIVE)
    assert QApplication.focusWidget() is more
    assert announced == [f"{ROAD.title}. {BIRTH.title} {BIRTH.text}"]


def test_the_next_person_s_banners_are_folded_again(qtbot: QtBot, page: PersonPage) -> None:
    _show(page, FIVE)
    more = _more(page)
    assert more is not None
    qtbot.mouseClick(more, _LEFT)
    page.clear()
    assert _seen(page) == []
    assert "gældende nummer" not in everything_said(page)
    assert "flere" not in [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    _show(page, FIVE)
    assert _seen(page) == _titles(*FIVE[:3])


def test_banners_that_come_while_the_family_grows_leave_the_others_alone(
    qtbot: QtBot, page: PersonPage
) -> None:
    _show(page, (EMIGRATED, NUMBER))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == NUMBER.action_label)
    button.setFocus()
    _show(page, (PROTECTED, EMIGRATED, NUMBER, ROAD))
    assert _seen(page) == _titles(PROTECTED, EMIGRATED, NUMBER)
    assert QApplication.focusWidget() is button
    with qtbot.waitSignal(page.current_number_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    _show(page, (ROAD,))
    assert _seen(page) == [ROAD.title]
    assert _more(page) is None


def test_what_is_seen_is_said_when_the_person_comes_and_new_banners_when_they_come(
    qtbot: QtBot, announced: list[str]
) -> None:
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    window.show_idle()
    growing = replace(views.person(), banners=FIVE[1:3], family=views.large_family(20, is_growing=True))
    window.show_view(growing)
    window.show_view(growing)
    window.show_view(replace(growing, banners=FIVE))
    assert announced == [
        f"{EMIGRATED.title}. {NUMBER.title} {views.NAME}",
        f"{PROTECTED.title} {PROTECTED.text}. {ROAD.title}. {BIRTH.title} {BIRTH.text}",
    ]
    window.clear()
    window.show_view(replace(views.person(), banners=FIVE))
    assert announced[-1] == (
        f"{PROTECTED.title} {PROTECTED.text}. {EMIGRATED.title}. {NUMBER.title} 2 flere meddelelser. {views.NAME}"
    )


def test_a_person_without_banners_is_said_by_name(qtbot: QtBot, announced: list[str]) -> None:
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    window.show_view(views.person())
    assert announced == [views.NAME]
