"""Every recorded reply on the screen: nothing protected in any widget, model, tooltip or accessible text."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from familieopslag.app.window import RunningWindow, open_window
from familieopslag.domain.cpr import Cpr
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.support.recorded import NUMBERS, RECORDED, protected_streets, rows_of
from tests.support.service_process import ServiceProcess
from tests.support.shared_material import Shared, requires_shared
from tests.support.widgets import everything_said

pytestmark = requires_shared(Shared.RECORDED)


@pytest.fixture
def running(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningWindow]:
    with ServiceProcess(register=RECORDED) as service:
        monkeypatch.setenv(PASSPHRASE_VARIABLE, service.passphrase)
        running = open_window(service.profile)
        with qtbot.waitExposed(running.window):
            running.window.show()
        yield running
        assert running.shut_down()


def test_nothing_protected_is_anywhere_in_the_window(qtbot: QtBot, running: RunningWindow) -> None:
    masked_streets = 0
    for number in NUMBERS:
        with qtbot.waitSignal(running.runner.succeeded, timeout=10_000):
            running.window.submitted.emit(number)
        said = everything_said(running.window)
        main, *listed = rows_of(number)
        assert main["ADRNVN"] in said if "ADRNVN" in main else "(uden navn)" in said
        for street in protected_streets(number):
            assert street not in said
            masked_streets += 1
        for row in listed:
            if row["PNR_FOEDDATO"] != number:
                assert row["PNR_FOEDDATO"] not in said
                assert Cpr(row["PNR_FOEDDATO"]).formatted not in said
                assert Cpr(row["PNR_FOEDDATO"]).masked in said
    assert masked_streets


def test_a_cleared_window_remembers_nobody(qtbot: QtBot, running: RunningWindow) -> None:
    number = NUMBERS[0]
    with qtbot.waitSignal(running.runner.succeeded, timeout=10_000):
        running.window.submitted.emit(number)
    values = {value for row in rows_of(number) for value in row.values() if len(value) > 4}
    assert any(value in everything_said(running.window) for value in values)
    running.window.set_number("")
    running.window.show_idle()
    assert not [value for value in values if value in everything_said(running.window)]
