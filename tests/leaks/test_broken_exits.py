"""The check can fail: one way out at a time is broken as a programmer might break it, and each time it says so."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

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
    masking,
    person,
    printout,
    telephone,
)
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.family_model import FamilyModel
from familieopslag.ui.person_card import PersonCard
from tests.leaks.case import CONCEALING
from tests.leaks.check import leaks_of
from tests.leaks.exits import EXITS
from tests.leaks.families import families
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.session import leaks_in_window
from tests.support.persons import PROTECTED, PROTECTED_SPOUSE
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
STREET = MINE.rows[0]["STADR"]
OPEN_TO_ALL = Verdict(Protection.NOT_PROTECTED, None)


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
    "json": (MINE, _with(cli, "as_data", lambda f: lambda *a: {**f(*a), "raw": STREET})),
    "terminal": (MINE, _with(cli, "as_lines", lambda f: lambda *a: (*f(*a), STREET))),
    "repr": (MINE, _with(Row, "__repr__", lambda _: lambda self: self.get("STADR"))),
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


def _in_a_role(wanted: int) -> Callable[[LeakDesk, pytest.MonkeyPatch], None]:
    """The table's model tells the street in that role."""

    def apply(desk: LeakDesk, patch: pytest.MonkeyPatch) -> None:
        real = FamilyModel.data

        def broken(self: FamilyModel, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return _street(desk) if role == wanted else real(self, index, role)

        patch.setattr(FamilyModel, "data", broken)

    return apply


def _after_showing(do: Callable[[LeakDesk], None]) -> Callable[[LeakDesk, pytest.MonkeyPatch], None]:
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


WINDOWS: dict[str, Callable[[LeakDesk, pytest.MonkeyPatch], None]] = {
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
