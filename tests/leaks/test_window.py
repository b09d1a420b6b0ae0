"""Protected persons and whoever is around them in the real window: nothing hidden is in anything it tells."""

import logging
from pathlib import Path

import pytest

from tests.leaks.case import CONCEALING, result_of
from tests.leaks.hidden import secrets_of
from tests.leaks.leak_desk import LeakDesk


@pytest.mark.parametrize("name", CONCEALING)
def test_nothing_hidden_is_in_the_window(
    name: str, desk: LeakDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reply = CONCEALING[name]
    secrets, twin = secrets_of(reply), reply.twin()
    with caplog.at_level(logging.DEBUG):
        desk.show(result_of(twin))
        own_words = [*desk.walk(), *desk.copied_texts(), *desk.on_telephone()]
        desk.clear()
        desk.show(result_of(reply))
        walked, copied, told = list(desk.walk()), list(desk.copied_texts()), desk.on_telephone()
    assert not secrets.found_in([*walked, *copied], own_words=own_words)
    assert not secrets.found_in(told, own_words=own_words, with_names=True)
    # Only what is hidden tells the two apart, so nothing is told of the one that is not told of the other.
    assert not set(walked) - set(own_words)
    assert not secrets.found_in([caplog.text, desk.audit_files(tmp_path)], with_names=True)
