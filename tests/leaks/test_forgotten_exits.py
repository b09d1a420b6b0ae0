"""A new way out is noticed: whatever presentation, command line and window offer has been read by the leak check."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import pytest
from PySide6.QtWidgets import QWidget

import familieopslag.presentation
import familieopslag.ui
from familieopslag import cli
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Purpose
from familieopslag.presentation.person import present
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.ui.errand_presenter import ErrandPresenter
from tests.leaks.case import CONCEALING, Case, case_of, result_of
from tests.leaks.exits import EXITS
from tests.leaks.hidden import secrets_of
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.settings_corner import SettingsCorner
from tests.leaks.test_broken_exits import CHILDREN, GONE, MINE, RESPELLED, UNKNOWN
from tests.leaks.window_texts import name_of
from tests.support.certificates import PHRASE
from tests.support.replies import TODAY, invented_number

NOBODY_IS_LOOKED_UP = {
    # What is said about the user's own typing.
    "failures.present_input",
    "failures.present_input_problem",
    "errand.purpose_missing_text",
    "errand.case_number_text",
    # What the environment is called.
    "environment.present_environment",
    # What is said about the way to the service and the municipality's certificate.
    "certificate.countdown_text",
    "certificate.days_text",
    "certificate.details_lines",
    "certificate.keyring_text",
    "certificate.reminder_text",
    "connection_test.present_step",
    "connection_test.present_summary",
    "connection_test.report_lines",
    "connection_test.step_lines",
    "connection_test.waiting_steps",
}
ABSTRACT = {
    "familieopslag.ui.settings.draft_dialog.DraftDialog",
    "familieopslag.ui.settings.editor.Editor",
}
"""What others are made of; nobody sees one itself."""


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    """Those of `package`, and of the packages in it."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _offered() -> dict[CodeType, str]:
    """Public functions, by their code."""
    return {
        inspect.unwrap(function).__code__: f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in (*_modules(familieopslag.presentation), cli)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


def _revealed(case: Case) -> Case:
    """For what is said of somebody revealed only; what that tells is not looked at."""
    visibility = case.visibility.revealing(None)
    return replace(case, visibility=visibility, view=present(case.result, visibility, TODAY))


@pytest.mark.usefixtures("qapp")
def test_no_output_is_forgotten() -> None:
    gone_through: set[CodeType] = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            gone_through.add(frame.f_code)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        for reply in (GONE, RESPELLED, UNKNOWN, CHILDREN, *list(CONCEALING.values())[::2]):
            case = case_of(reply)
            for one in (case, _revealed(case)):
                for way in EXITS:
                    if way.name != "pdf":
                        list(way.texts(one))
    finally:
        sys.setprofile(before)
    forgotten = {name for code, name in _offered().items() if code not in gone_through}
    assert forgotten == NOBODY_IS_LOOKED_UP


def _widget_classes() -> set[str]:
    """Every class of the program that can show something."""
    return {
        name_of(kind)
        for module in _modules(familieopslag.ui)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and issubclass(kind, QWidget) and name_of(kind) not in ABSTRACT
    }


def test_no_widget_is_forgotten(desk: LeakDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PHRASE)
    told: list[str] = []
    desk.show(result_of(MINE))
    told += [*desk.walk(), *desk.copied_texts(), *desk.on_telephone()]
    desk.open_menu()
    told += desk.read()
    desk.close_menu()
    desk.warn_of_idleness()
    told += desk.read()
    told += desk.try_connection()
    told += desk.make_package()
    corner = SettingsCorner(desk, tmp_path)
    told += corner.walk()
    corner.close()
    desk.refuse_to_reveal()
    told += desk.read()
    desk.fail(Cpr(invented_number(7)))
    told += desk.read()
    desk.show(result_of(MINE))
    told += desk.crash()
    assert not secrets_of(MINE).found_in(told)
    # Only with something revealed, which is why it is read for nothing but its widgets.
    desk.show(result_of(MINE))
    desk.reveal_person()
    desk.ask_before_copying()
    ErrandPresenter(desk.window, (Purpose("BORGERSERVICE", "Borgerservice"),))
    desk.read()
    assert _widget_classes() - desk.kinds == set()
