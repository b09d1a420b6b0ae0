"""The settings window knows nobody: over whoever is on the screen, it tells to the letter what it tells over nobody."""

from pathlib import Path

import pytest

from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.settings_corner import leaks_in_settings
from tests.leaks.test_broken_exits import MINE, SOMEBODY, THEIRS
from tests.support.certificates import PHRASE


def test_the_settings_window_tells_of_nobody(
    desk: LeakDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PHRASE)
    assert not leaks_in_settings(desk, (MINE, THEIRS, SOMEBODY), tmp_path)
