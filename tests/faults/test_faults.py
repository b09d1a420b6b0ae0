"""Every injected fault has its sentence in the window and on the command line, and the next lookup works."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familieopslag.service import paging
from familieopslag.testservice.faults.catalogue import FAULTS
from tests.faults.desk import Desk
from tests.faults.expectations import EXPECTED
from tests.faults.stage import TimeOuts, open_stage
from tests.faults.terminal import in_this_process
from tests.faults.trial import Trial
from tests.support.personal_data import PersonalData
from tests.support.persons import PERSON

TIME_OUTS = TimeOuts(connect=0.3, read=0.6)
_MARGIN = 4.0
"""Seconds. A computer that is busy with other tests is no slower program; `make faults` measures on a quiet one."""
_ENOUGH_PAGES = 10
"""How many there may be is shown elsewhere; that there is an end is shown here."""

_ON_BOTH_WAYS = (
    *("closed-before-reply", "reset-in-reply", "silence", "silent-handshake", "tls-unknown-ca", "tls-1.1"),
    *("client-refused", "client-refused-reset", "html-503", "kvit-184"),
)

pytestmark = pytest.mark.slow
TrialOf = Callable[[bool], Trial]


@pytest.fixture(scope="module")
def trial_of(qapp: QApplication, personal_data: PersonalData) -> Iterator[TrialOf]:
    """One service and one window for all faults of a kind: those of a proxy, and the others."""
    trials: dict[bool, Trial] = {}
    with ExitStack() as stack:

        def trial_of(with_proxy: bool) -> Trial:  # noqa: FBT001 - the key of the two
            if with_proxy not in trials:
                stage = stack.enter_context(open_stage(TIME_OUTS, with_proxy=with_proxy))
                with stage.entered():
                    desk = Desk(stage.profile)
                    stack.callback(desk.close)
                    desk.look_up(PERSON)  # what is set up once is set up in here
                trials[with_proxy] = Trial(stage, desk, in_this_process, personal_data, _MARGIN)
            return trials[with_proxy]

        yield trial_of


def test_every_fault_is_expected_to_be_told_or_shown() -> None:
    assert EXPECTED.keys() == FAULTS.keys()
    assert len(FAULTS) >= 45


@pytest.mark.parametrize("name", FAULTS)
def test_what_becomes_of(name: str, qtbot: QtBot, trial_of: TrialOf, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "black-hole" and sys.platform != "linux":
        pytest.skip("only Linux leaves those who come to a full queue without an answer")
    monkeypatch.setattr(paging, "MAX_PAGES", _ENOUGH_PAGES)
    fault = FAULTS[name]
    trial = trial_of(fault.is_of_proxy)
    with trial.stage.entered():
        verdict = trial.of(fault, EXPECTED[name])
    assert verdict.problems == []


@pytest.mark.parametrize("name", _ON_BOTH_WAYS)
def test_a_proxy_on_the_way_is_not_blamed(name: str, qtbot: QtBot, trial_of: TrialOf) -> None:
    trial = trial_of(True)  # noqa: FBT003 - the key of the two
    with trial.stage.entered():
        assert trial.of(FAULTS[name], EXPECTED[name]).problems == []
