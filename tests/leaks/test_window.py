"""Protected persons and whoever is around them in the real window: nothing hidden is in anything it tells."""

import logging
from pathlib import Path

import pytest

from tests.leaks.case import CONCEALING
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.session import leaks_in_window


@pytest.mark.parametrize("name", CONCEALING)
def test_nothing_hidden_is_in_the_window(
    name: str, desk: LeakDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert not leaks_in_window(desk, CONCEALING[name], lambda: (caplog.text, desk.audit_files(tmp_path)))
