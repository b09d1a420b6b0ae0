"""Families that nobody recorded: whoever lives with somebody protected is hidden with them, however it is spelled."""

import gc
import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from familieopslag.presentation.state import Visit
from tests.leaks.check import leaks_of
from tests.leaks.effort import EXAMPLES, ON_PAPER, SESSIONS
from tests.leaks.exits import EXITS
from tests.leaks.families import families, sessions
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.session import leaks_in_session

_ON_PAPER = tuple(way for way in EXITS if way.name == "pdf")
"""Making a PDF takes longer than everything else together that needs no window."""
_WITHOUT_PAPER = tuple(way for way in EXITS if way not in _ON_PAPER)
_MADE_UP = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.usefixtures("qapp")
@settings(_MADE_UP, max_examples=EXAMPLES)
@given(families())
def test_nothing_hidden_gets_out_of_a_family(reply: Reply) -> None:
    assert not list(leaks_of(reply, _WITHOUT_PAPER))


@pytest.mark.usefixtures("qapp")
@settings(_MADE_UP, max_examples=ON_PAPER)
@given(families())
def test_nothing_hidden_is_on_the_paper_of_a_family(reply: Reply) -> None:
    assert not list(leaks_of(reply, _ON_PAPER))


# What is found is told at once: to look for less that is found, too, would take minutes.
@settings(_MADE_UP, max_examples=SESSIONS, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(sessions())
def test_nothing_hidden_is_in_the_window_of_families_one_after_the_other(
    desk: LeakDesk,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    replies: tuple[Reply, ...],
) -> None:
    # Somebody who comes back comes out of memory, however long ago the reply says that it was fetched.
    monkeypatch.setattr(Visit, "is_fresh", lambda _self, _now: True)
    caplog.clear()
    desk.journal.entries.clear()
    with TemporaryDirectory() as folder, caplog.at_level(logging.DEBUG):
        found = leaks_in_session(desk, replies, lambda: (caplog.text, desk.audit_files(Path(folder))))
    # Here, in the GUI thread: nobody else does while a test with widgets runs.
    gc.collect()
    assert not found
