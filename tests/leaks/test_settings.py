"""The settings window knows nobody: over whoever is on the screen, it tells to the letter what it tells over nobody."""

from pathlib import Path

import pytest

from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.settings_corner import leaks_in_settings
from tests.leaks.test_broken_exits import MINE, THEIRS
from tests.support.certificates import PHRASE
from tests.support.persons import PERSON
from tests.support.register import register


@pytest.mark.parametrize(
    "reply", [MINE, THEIRS, Reply(register().rows(PERSON))], ids=["protected", "household", "open"]
)
def test_the_settings_window_tells_of_nobody(
    reply: Reply, desk: LeakDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PHRASE)
    assert not leaks_in_settings(desk, reply, tmp_path)
