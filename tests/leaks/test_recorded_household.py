"""The official test person whose spouse is protected, in both directions, out of every exit."""

import pytest

from tests.leaks.case import case_of, result_of
from tests.leaks.check import leaks_of
from tests.leaks.copying import copies_of
from tests.leaks.exits import EXITS
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.support import recorded
from tests.support.shared_material import Shared, requires_shared

pytestmark = [requires_shared(Shared.RECORDED), pytest.mark.usefixtures("qapp")]

UNPROTECTED = "0108610018"


def _spouse() -> str:
    return next(
        row["PNR_FOEDDATO"] for row in recorded.rows_of(UNPROTECTED) if row.get("FAMMRK") == "Ægtefælle"
    )


def _reply(number: str) -> Reply:
    return Reply(tuple(recorded.rows_of(number)))


def _other_direction() -> Reply:
    """The spouse as the person looked up, by the same rows: nobody recorded that reply."""
    main, *listed = recorded.rows_of(UNPROTECTED)
    spouse = next(row for row in listed if row["PNR_FOEDDATO"] == _spouse())
    own = next(row for row in listed if row["PNR_FOEDDATO"] == UNPROTECTED)
    looked_up = {
        **{code: value for code, value in main.items() if code in ("HUSNR", "KOMKOD", "VEJKOD", "POSTNR")},
        "ADRNVN": spouse["ADRNVN"],
        "BESKYT": "X",
        "PNR": _spouse(),
        "STADR": spouse["STADR"],
        "STATUS": "01",
    }
    return Reply((looked_up, {**own, "FAMMRK": "Ægtefælle"}, {**spouse, "FAMMRK": "Andet"}))


@pytest.mark.parametrize("direction", ["recorded", "reversed"])
def test_the_protected_street_is_in_no_output(direction: str) -> None:
    reply = _reply(UNPROTECTED) if direction == "recorded" else _other_direction()
    street, case = recorded.protected_streets(UNPROTECTED).pop(), case_of(reply)
    assert not list(leaks_of(reply))
    for way in EXITS:
        told = "\n".join(way.texts(case)).casefold()
        assert street.casefold() not in told, way.name
        assert street.split()[0].casefold() not in told, way.name


def test_the_protected_street_is_nowhere_in_a_session(desk: LeakDesk) -> None:
    street = recorded.protected_streets(UNPROTECTED).pop().split()[0].casefold()
    told = []
    for reply in (_reply(UNPROTECTED), _other_direction(), _reply(UNPROTECTED)):
        desk.show(result_of(reply))
        told += [*desk.walk(), *desk.copied_texts(), *desk.on_telephone()]
        told += [text for copy in copies_of(desk, reply) for text in copy.texts]
    assert street not in "\n".join(told).casefold()
