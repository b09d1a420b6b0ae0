"""The session's errand: asked for before each lookup, kept until the computer is locked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot

from familieopslag.domain.errand import Errand, Purpose
from familieopslag.presentation.errand import purpose_missing_text
from familieopslag.ui.errand_bar import ErrandBar
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.translation import translate


class ErrandPresenter(QObject):
    """Knows why people are looked up. Without a list of purposes nothing is asked for, and no bar is there."""

    def __init__(self, window: MainWindow, purposes: Sequence[Purpose] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._purposes: tuple[Purpose, ...] = ()
        self._bar: ErrandBar | None = None
        self._errand = Errand()
        """Of the last lookup."""
        self.set_purposes(tuple(purposes))

    @property
    def errand(self) -> Errand:
        """What the caseworker is about: as chosen now, or as it was at the last lookup where that is no errand."""
        return self._chosen() or self._errand

    def set_purposes(self, purposes: tuple[Purpose, ...]) -> None:
        """Ask for one of these from now on; for nothing, when there are none."""
        self._purposes = purposes
        if purposes and self._bar is None:
            bar = self._bar = ErrandBar()
            bar.submitted.connect(self._window.submit)
            self._window.add_to_search_bar(bar, bar.hint, (bar.choice, bar.case_number))
        if self._bar is not None:
            self._bar.show_purposes(purposes)
            self._bar.setVisible(bool(purposes))
        if self._errand.purpose is not None and self._errand.purpose not in purposes:
            self._errand = Errand()

    def take(self) -> Errand | None:
        """The errand of a lookup that is about to be made; None when it must not be, and the window says why."""
        chosen = self._chosen()
        if chosen is not None:
            self._errand = chosen
        elif self._bar is not None:
            self._window.announce(self._reproach(self._bar))
        return chosen

    @Slot()
    def reset(self) -> None:
        """Ask again: whoever comes back to the computer may be somebody else."""
        self._errand = Errand()
        if self._bar is not None:
            self._bar.reset()

    def _chosen(self) -> Errand | None:
        if self._bar is None or not self._purposes:
            return Errand()
        purpose, number = self._bar.purpose, self._bar.case_number.number
        return Errand(purpose, number) if purpose is not None and number is not None else None

    def _reproach(self, bar: ErrandBar) -> str:
        """Lead the keyboard to what is missing or wrong, and say what that is."""
        if bar.purpose is None:
            words = purpose_missing_text(translate)
            bar.ask(words)
            return words
        bar.case_number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bar.case_number.selectAll()
        return bar.case_number.problem
