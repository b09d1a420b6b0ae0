"""The replies that are spoiled: everybody in the test register and, where they are at hand, the recorded ones."""

from collections.abc import Mapping

from familieopslag import resources
from familieopslag.testservice.register import HouseholdRegister
from tests.support.recorded import NUMBERS, RECORDED


def all_replies() -> Mapping[str, str]:
    """Number -> text of `result`, first page."""
    register = HouseholdRegister(resources.root() / "testregister")
    replies = {number: register.reply(number, None) or "" for number in register.persons}
    recorded = {number: (RECORDED / f"{number}.xml").read_text(encoding="utf-8") for number in NUMBERS}
    return {**replies, **recorded}
