"""The check can fail: one way out at a time is broken as a programmer might break it, and each time it says so."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QTableView, QWidget

from familieopslag import cli
from familieopslag.domain import person as domain_person
from familieopslag.domain import protection
from familieopslag.domain.person import Row
from familieopslag.domain.protection import Hidden, Protection, Verdict
from familieopslag.presentation import (
    banners,
    export,
    family,
    family_graph,
    history,
    masking,
    person,
    printout,
    telephone,
)
from familieopslag.presentation.state import Visit
from familieopslag.presentation.view_models import FieldState, FieldView
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.ui import family_table
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.family_model import FamilyModel
from familieopslag.ui.labels import ValueLabel
from familieopslag.ui.number_field import NumberField
from familieopslag.ui.person_card import PersonCard
from familieopslag.ui.settings.dialog import SettingsDialog
from familieopslag.ui.settings.first_run import FirstRunDialog
from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog
from familieopslag.ui.sheet_painter import SheetPainter
from familieopslag.ui.shown import ShownPerson
from tests.leaks.case import CONCEALING
from tests.leaks.check import leaks_of
from tests.leaks.copying import leaks_by_keys
from tests.leaks.exits import EXITS
from tests.leaks.families import families
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.session import leaks_in_session, leaks_in_window
from tests.leaks.settings_corner import SettingsCorner, Walk, leaks_in_settings
from tests.support.certificates import PHRASE
from tests.support.persons import PERSON, PROTECTED, PROTECTED_SPOUSE
from tests.support.register import register
from tests.support.replies import TODAY, invented_number, main_row, own_row, relative_row

ME = invented_number()
SPOUSE = invented_number(born=TODAY.replace(year=1960), male=True)
CHILD = invented_number(born=TODAY.replace(year=2015))
MINE = CONCEALING[f"register-{PROTECTED}"]
THEIRS = CONCEALING[f"register-{PROTECTED_SPOUSE}"]
GONE = Reply(
    (
        main_row(ME, STADR=None, STATUS="80", BESKYT="X", UDLANDSADR1="Nowhere Lane 7", UDRLANDEKOD="5180"),
        own_row(ME, STADR=None, CBSK_TYP="00001"),
    )
)
RESPELLED = Reply(
    (
        main_row(ME, STADR="Opdigtet Allé 4 A,1 tv", ETAGE=None, SIDEDOER=None, HUSNR="004A"),
        own_row(ME, STADR="Opdigtet Allé 4 A,1 tv"),
        relative_row(
            SPOUSE, "Ægtefælle", STADR="OPDIGTET ALLÉ 004A, 1. tv", CPST_POSTNR="9000", CBSK_TYP="00001"
        ),
    ),
    homes=(0, 0, 0),
)
UNKNOWN = Reply((main_row(ME), own_row(ME), relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00009")))
CHILDREN = Reply(
    (
        main_row(ME, BESKYT="X"),
        own_row(ME, CBSK_TYP="00001"),
        relative_row(CHILD, STADR=None, CPST_POSTNR="7730", CPSN_POSTDISTTXT="Hanstholm"),
    )
)
SOMEBODY = Reply(register().rows(PERSON))
STREET = MINE.rows[0]["STADR"]
OPEN_TO_ALL = Verdict(Protection.NOT_PROTECTED, None)

_Break = Callable[[LeakDesk, pytest.MonkeyPatch], None]
"""Breaks a window, or what all windows are made of."""


def _with(target: object, name: str, change: Callable[[Any], Any]) -> Callable[[pytest.MonkeyPatch], None]:
    """Break `target.name`: `change` gets what it is and gives what it becomes."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(target, name, change(getattr(target, name)))

    return apply


def _named(**changes: object) -> Callable[[Any], Any]:
    """A function whose result is changed."""
    return lambda real: lambda *args, **kw: replace(real(*args, **kw), **changes)


def _row_with(**parts: str) -> Callable[[Any], Any]:
    """family_row, with what the register says in place of what may be shown."""

    def broken(real: Any) -> Any:
        def family_row(index: int, relative: Any, *rest: Any, **named: Any) -> Any:
            changed = {name: getattr(relative.address, part) for name, part in parts.items()}
            return replace(real(index, relative, *rest, **named), **changed)

        return family_row

    return broken


def _verdicts(change: Callable[[Verdict], Verdict]) -> Callable[[Any], Any]:
    """decide, with each verdict changed."""

    def broken(real: Any) -> Any:
        def decide(*args: Any, **kw: Any) -> Any:
            told = real(*args, **kw)
            return replace(
                told, person=change(told.person), relatives=tuple(change(one) for one in told.relatives)
            )

        return decide

    return broken


def _without(reason: Hidden) -> Callable[[Verdict], Verdict]:
    return lambda one: replace(one, address_hidden=None) if one.address_hidden is reason else one


def _plain_place(real: Any) -> Any:
    """place_of without making spellings alike."""
    return lambda standard, postal_code, **parts: replace(
        real(standard, postal_code, **parts), whole=standard, house=standard, unit="", coded=None
    )


def _starts_with(real: Any) -> Any:
    """A hint of three letters, which is no piece of its own: only a twin tells."""

    def family_row(index: int, relative: Any, *rest: Any, **named: Any) -> Any:
        return replace(real(index, relative, *rest, **named), why_not=relative.row.get("STADR")[:3])

    return family_row


def _titled(real: Any) -> Any:
    """A sheet with the street in its title, which only the paper has."""
    return lambda self, document, *rest: real(self, replace(document, title=STREET), *rest)


def _not_unknown(kind: Protection) -> Protection:
    return Protection.NOT_PROTECTED if kind is Protection.UNKNOWN else kind


BROKEN: dict[str, tuple[Reply, Callable[[pytest.MonkeyPatch], None]]] = {
    "a field that is not masked": (MINE, _with(masking, "_masked_text", lambda _: lambda *_a, **_k: None)),
    "address panel": (
        MINE,
        _with(person, "present_address", lambda f: lambda p, _v, fs, t: f(p, OPEN_TO_ALL, fs, t)),
    ),
    "own number": (MINE, _with(Verdict, "number_hidden", lambda _: property(lambda _self: False))),
    "relative's number": (
        MINE,
        _with(family, "_number", lambda _: lambda one, _t: one.row.get("PNR_FOEDDATO")),
    ),
    "relative's street": (THEIRS, _with(family, "family_row", _row_with(street="standard"))),
    "relative's residence": (THEIRS, _with(family, "family_row", _row_with(residence="postal_district"))),
    "three letters": (THEIRS, _with(family, "family_row", _starts_with)),
    "relative's row": (
        THEIRS,
        _with(family, "row_view", lambda f: lambda row, _v, t, own: f(row, OPEN_TO_ALL, t, own=own)),
    ),
    "graph": (THEIRS, _with(family_graph, "family_row", _row_with(residence="standard"))),
    "words in place of an address": (
        THEIRS,
        _with(family, "hidden_text", lambda f: lambda reason, t: f"{f(reason, t)} {STREET}"),
    ),
    "country in a banner": (
        GONE,
        _with(banners, "status_banner", lambda f: lambda p, **k: f(p, **{**k, "country_hidden": False})),
    ),
    "household": (THEIRS, _with(protection, "decide", _verdicts(_without(Hidden.HOUSEHOLD)))),
    "another spelling": (RESPELLED, _with(domain_person, "place_of", _plain_place)),
    "unknown counts as open": (
        UNKNOWN,
        _with(protection, "_by_type", lambda f: lambda row: _not_unknown(f(row))),
    ),
    "kin": (CHILDREN, _with(protection, "decide", _verdicts(_without(Hidden.KIN)))),
    "name that leaves": (MINE, _with(export, "exported_name", lambda _: lambda view, _t: view.heading.name)),
    "name on paper": (MINE, _with(printout, "exported_name", lambda _: lambda view, _t: view.heading.name)),
    "name in a field that leaves": (MINE, _with(export, "_is_closed", lambda _: lambda _view: False)),
    "name by telephone": (
        MINE,
        _with(
            telephone, "present_for_telephone", lambda f: lambda r, v: f(r, replace(v, person=OPEN_TO_ALL))
        ),
    ),
    "history": (MINE, _with(history, "_line", lambda _: lambda result, *_rest: result.person.cpr.formatted)),
    "json": (MINE, _with(cli, "as_data", lambda f: lambda *a: {**f(*a), "raw": STREET})),
    "terminal": (MINE, _with(cli, "as_lines", lambda f: lambda *a: (*f(*a), STREET))),
    "repr": (MINE, _with(Row, "__repr__", lambda _: lambda self: self.get("STADR"))),
    "painted on paper": (MINE, _with(SheetPainter, "__init__", _titled)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_exit_is_found(name: str, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    del qapp
    reply, break_it = BROKEN[name]
    assert not list(leaks_of(reply)), "it has to be whole before it is broken"
    break_it(monkeypatch)
    assert list(leaks_of(reply))


# -- in the window


def _street(desk: LeakDesk) -> str:
    """The street of the person on the screen, as the register has it: what a widget should never get."""
    result = desk.shown.result
    return result.person.address.standard if result is not None else ""


def _in_a_role(wanted: int) -> _Break:
    """The table's model tells the street in that role."""

    def apply(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
        real = FamilyModel.data

        def broken(self: FamilyModel, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return _street(desk) if role == wanted else real(self, index, role)

        patch.setattr(FamilyModel, "data", broken)

    return apply


def _after_showing(do: Callable[[LeakDesk], None]) -> _Break:
    """Whenever somebody is shown, `do` it as well."""

    def apply(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
        del patch
        desk.shown.changed.connect(lambda _view: do(desk))

    return apply


def _painted_on_a_card(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    real = PersonCard.paintEvent

    def broken(self: PersonCard, event: QPaintEvent) -> None:
        real(self, event)
        painter = QPainter(self)
        painter.drawText(5, 15, _street(desk))
        painter.end()

    patch.setattr(PersonCard, "paintEvent", broken)


def _another_format_on_the_clipboard(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    def broken(_self: ClipboardGuard, text: str, _seconds: int) -> bool:
        data = QMimeData()
        data.setText(text)
        data.setData("application/x-person", _street(desk).encode())
        QGuiApplication.clipboard().setMimeData(data)
        return True

    patch.setattr(ClipboardGuard, "put", broken)


def _row_of_the_audit_log(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    real = desk.journal.record

    def broken(entry: Any) -> None:
        result = desk.shown.result
        real(replace(entry, details=(result.person.name or "",) if result is not None else ()))

    patch.setattr(desk.journal, "record", broken)


def _logged(desk: LeakDesk) -> None:
    # Not through the record factory, which fails every test at once.
    logging.getLogger("familieopslag").handle(
        logging.makeLogRecord({"msg": _street(desk), "levelno": logging.DEBUG, "name": "familieopslag"})
    )


def _set_property(desk: LeakDesk) -> None:
    desk.window.setProperty("street", _street(desk))


WINDOWS: dict[str, _Break] = {
    "the table's tooltip": _in_a_role(Qt.ItemDataRole.ToolTipRole),
    "a role of the table's own": _in_a_role(Qt.ItemDataRole.UserRole + 7),
    "an accessible name": _after_showing(lambda desk: desk.family.setAccessibleName(_street(desk))),
    "an accessible description": _after_showing(
        lambda desk: desk.family.setAccessibleDescription(_street(desk))
    ),
    "what's this": _after_showing(lambda desk: desk.window.setWhatsThis(_street(desk))),
    "the title": _after_showing(lambda desk: desk.window.setWindowTitle(_street(desk))),
    "a menu": _after_showing(lambda desk: desk.window.command("back").setText(_street(desk))),
    "a property": _after_showing(_set_property),
    "a label that nobody sees": _after_showing(lambda desk: QLabel(_street(desk), desk.window).hide()),
    "painted on a card": _painted_on_a_card,
    "another format of the clipboard": _another_format_on_the_clipboard,
    "the audit log": _row_of_the_audit_log,
    "the log": _after_showing(_logged),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_a_broken_window_is_found(
    name: str,
    desk: LeakDesk,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    WINDOWS[name](desk, monkeypatch)
    with caplog.at_level(logging.DEBUG):
        assert leaks_in_window(desk, MINE, lambda: (caplog.text, desk.audit_files(tmp_path)))


# -- one after the other


def _old_texts_in_labels(_desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    """Qt's own way: what a label with the focus has shown stays in its document."""
    patch.setattr(ValueLabel, "setText", QLabel.setText)


def _tooltip_of_whoever_was_before(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    del patch
    names = [""]

    def tell(desk: LeakDesk) -> None:
        result = desk.shown.result
        names.append((result.person.name or "") if result is not None else "")
        desk.window.setToolTip(next((name for name in reversed(names) if name != names[-1]), ""))

    desk.shown.changed.connect(lambda _view: tell(desk))


def _told_when_they_come_back(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    real, met = ShownPerson.show, list[object]()

    def broken(self: ShownPerson, result: Any) -> None:
        real(self, result)
        desk.window.setWhatsThis(_street(desk) if result in met else "")
        met.append(result)

    patch.setattr(ShownPerson, "show", broken)


SESSIONS: dict[str, _Break] = {
    "nothing": lambda _desk, _patch: None,
    "a label's document": _old_texts_in_labels,
    "a tooltip of whoever was there before": _tooltip_of_whoever_was_before,
    "somebody who comes back": _told_when_they_come_back,
}


@pytest.mark.parametrize("name", SESSIONS)
def test_what_stays_behind_is_found(name: str, desk: LeakDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Visit, "is_fresh", lambda _self, _now: True)
    SESSIONS[name](desk, monkeypatch)
    assert bool(leaks_in_session(desk, (MINE, SOMEBODY), tuple)) is (name != "nothing")


# -- by keys


def _qt_s_own_table(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    """The window leaves the keys to whoever has the focus, and the table has Qt copy the cell."""
    desk.window.command("copy").setShortcuts([])
    patch.setattr(family_table.FamilyTable, "keyPressEvent", QTableView.keyPressEvent)


def _field_that_gives_more(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        ValueLabel,
        "copied",
        lambda _self: FieldView("FOEDDATO", "Fødselsdato", _street(desk), FieldState.SHOWN),
    )


def _insert_alone(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    """The search field goes its own way at one of the two keys."""
    real = NumberField.keyPressEvent

    def broken(self: NumberField, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            QGuiApplication.clipboard().setText(_street(desk))
        else:
            real(self, event)

    patch.setattr(NumberField, "keyPressEvent", broken)


def _names_that_may_leave(_desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(export, "_is_closed", lambda _view: False)


KEYS: dict[str, tuple[Reply, _Break]] = {
    "the table's own copy": (THEIRS, _qt_s_own_table),
    "a field that gives more": (MINE, _field_that_gives_more),
    "Ctrl+Insert alone": (MINE, _insert_alone),
    "a name that may leave": (MINE, _names_that_may_leave),
    "another format of the clipboard": (MINE, _another_format_on_the_clipboard),
}


@pytest.mark.parametrize("name", KEYS)
def test_what_keys_should_not_copy_is_found(
    name: str, desk: LeakDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply, break_it = KEYS[name]
    break_it(desk, monkeypatch)
    assert leaks_by_keys(desk, reply)


# -- in the settings window


def _name(desk: LeakDesk) -> str:
    result = desk.shown.result
    return (result.person.name or "") if result is not None else ""


def _when_shown(kind: type[QWidget], do: Callable[[Any, LeakDesk], None]) -> _Break:
    """Whenever a window of that kind comes up, `do` it as well."""

    def apply(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
        real = kind.showEvent

        def broken(self: QWidget, event: QShowEvent) -> None:
            real(self, event)
            do(self, desk)

        patch.setattr(kind, "showEvent", broken)

    return apply


CORNER: dict[str, tuple[Walk, _Break]] = {
    "the settings' title": (
        SettingsCorner.settings,
        _when_shown(SettingsDialog, lambda top, desk: top.setWindowTitle(_name(desk))),
    ),
    "the first run's name": (
        SettingsCorner.first_run,
        _when_shown(FirstRunDialog, lambda top, desk: top.setAccessibleName(_name(desk))),
    ),
    "a label in the question for the passphrase": (
        SettingsCorner.question_for_passphrase,
        _when_shown(PassphraseDialog, lambda top, desk: QLabel(_street(desk), top).hide()),
    ),
}


@pytest.mark.parametrize("name", CORNER)
def test_somebody_in_the_settings_window_is_found(
    name: str, desk: LeakDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PHRASE)
    walk, break_it = CORNER[name]
    break_it(desk, monkeypatch)
    assert leaks_in_settings(desk, (MINE,), tmp_path, walk)


# -- in families


@pytest.mark.usefixtures("qapp")
def test_a_family_is_found_whose_spellings_are_taken_for_different_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(domain_person, "place_of", _plain_place(domain_person.place_of))
    views = tuple(way for way in EXITS if way.name == "view models")
    find(
        families(),
        lambda reply: bool(list(leaks_of(reply, views))),
        settings=settings(deadline=None, database=None, phases=(Phase.generate,)),
    )
