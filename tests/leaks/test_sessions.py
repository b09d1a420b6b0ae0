"""What was seen or revealed earlier in a session does not come out later."""

import pytest

from tests.leaks.case import CONCEALING, result_of
from tests.leaks.hidden import Reply, secrets_of
from tests.leaks.leak_desk import LeakDesk
from tests.support.persons import PERSON, PROTECTED
from tests.support.register import register
from tests.support.replies import invented_number, main_row, own_row, relative_row

MINE = CONCEALING[f"register-{PROTECTED}"]
SOMEBODY = Reply(register().rows(PERSON))
ME, OTHER, THIRD = invented_number(), invented_number(1), invented_number(2)
HOME = {"STADR": "Grævlingestien 12 A,2 th"}
SEEN = Reply((main_row(ME, **HOME, BESKYT="X"), own_row(ME, **HOME, CBSK_TYP="00001")))
AT_THE_SAME_PLACE = Reply(
    (
        main_row(OTHER, STADR="GRÆVLINGESTIEN 12A, 2. th"),
        own_row(OTHER, STADR="GRÆVLINGESTIEN 12A, 2. th"),
        relative_row(THIRD, STADR="Grævlingestien 012 A", CPST_POSTNR="9000"),
    )
)
WITHOUT_FLAG = Reply((main_row(THIRD), own_row(THIRD), relative_row(ME, "Mor", **HOME, CPST_POSTNR="9000")))


def test_who_was_seen_to_be_protected_is_not_given_away_by_other_families(desk: LeakDesk) -> None:
    desk.show(result_of(SEEN))
    told = list(desk.walk())
    for reply in (AT_THE_SAME_PLACE, WITHOUT_FLAG, AT_THE_SAME_PLACE):
        desk.show(result_of(reply))
        told += [*desk.walk(), *desk.copied_texts(), *desk.on_telephone()]
    for command in ("back", "back", "forward"):
        with desk.qtbot.waitSignal(desk.runner.succeeded):
            desk.window.command(command).trigger()
        told += desk.walk()
    assert "grævlingestien" not in "\n".join(told).casefold()


@pytest.mark.parametrize("how", ["escape", "lookup", "telephone", "clear", "back"])
def test_nothing_of_somebody_who_was_revealed_is_left(desk: LeakDesk, how: str) -> None:
    secrets = secrets_of(MINE)
    desk.show(result_of(SOMEBODY))
    desk.show(result_of(MINE))
    own_words = desk.read()
    desk.reveal_person()
    assert secrets.found_in(desk.read(), own_words=own_words), "it is shown while it is revealed"
    match how:
        case "escape":
            desk.window.command("escape").trigger()
        case "lookup":
            desk.show(result_of(SOMEBODY))
        case "telephone":
            desk.on_telephone()
        case "clear":
            desk.clear()
        case _:
            desk.window.command("back").trigger()
    assert not secrets.found_in([*desk.read()], own_words=own_words)
