"""Single fields by Ctrl+C and Ctrl+Insert, pressed where the keyboard stands: nothing hidden gets on the clipboard."""

import pytest

from tests.leaks.case import CONCEALING, case_of
from tests.leaks.copying import copies_of, leaks_by_keys
from tests.leaks.effort import IS_THOROUGH
from tests.leaks.hidden import Reply
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.test_broken_exits import CHILDREN, GONE, RESPELLED, UNKNOWN
from tests.support.persons import PERSON
from tests.support.register import register

_ONE_OF_EACH = {reply.kind: name for name, reply in reversed(CONCEALING.items())}
_KNOWN = CONCEALING if IS_THOROUGH else {name: CONCEALING[name] for name in _ONE_OF_EACH.values()}
_REPLIES = {**_KNOWN, "gone": GONE, "respelled": RESPELLED, "unknown": UNKNOWN, "children": CHILDREN}


@pytest.mark.parametrize("name", _REPLIES)
def test_keys_copy_nothing_hidden(name: str, desk: LeakDesk) -> None:
    assert not leaks_by_keys(desk, _REPLIES[name])


@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+Insert"])
def test_keys_copy_every_field_of_somebody_who_is_not_protected(keys: str, desk: LeakDesk) -> None:
    reply = Reply(register().rows(PERSON))
    view = case_of(reply).view
    copied = {copy.text for copy in copies_of(desk, reply) if copy.keys == keys}
    fields = (*view.stamdata, *view.address.fields, *view.administration, *view.other)
    assert {item.text for item in fields} <= copied
    assert {view.heading.name, view.heading.number, "\n".join(view.address.lines)} <= copied
    assert {row.name for group in view.family.groups for row in group.rows} <= copied
