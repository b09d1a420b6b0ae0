"""History: what back and forward lead to."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.cpr import Cpr
from familieopslag.presentation.state import DEFAULT_LENGTH, FRESH_FOR, History, Visit
from tests.support.replies import invented_number, main_row, own_row, result_of

PEOPLE = [Cpr(invented_number(place)) for place in range(40)]


VISITS = [Visit(result_of(main_row(person.digits), own_row(person.digits))) for person in PEOPLE]


def _visit(place: int) -> Visit:
    return VISITS[place]


def _history(*places: int) -> History:
    history = History()
    for place in places:
        history = history.visited(_visit(place))
    return history


def _seen(history: History) -> list[Cpr]:
    return [visit.cpr for visit in history.visits]


def test_an_empty_history_leads_nowhere() -> None:
    history = History()
    assert (history.current, history.can_go_back, history.can_go_forward) == (None, False, False)
    assert history.moved(-1) is history
    assert history.moved(1) is history


def test_back_and_forward() -> None:
    history = _history(0, 1, 2)
    assert history.current == _visit(2)
    assert (history.can_go_back, history.can_go_forward) == (True, False)
    back = history.moved(-1)
    assert back.current == _visit(1)
    assert (back.can_go_back, back.can_go_forward) == (True, True)
    assert back.moved(1) == history
    assert back.moved(-1).moved(-1).current == _visit(0)


def test_any_visit_can_be_gone_to() -> None:
    history = _history(0, 1, 2)
    there = history.moved_to(0)
    assert there.current == _visit(0)
    assert _seen(there) == _seen(history)
    assert there.can_go_forward
    assert history.moved_to(2) is history
    assert history.left().moved_to(2).current == _visit(2)
    assert history.moved_to(3) is history.moved_to(-1) is history


def test_a_new_visit_forgets_what_was_ahead() -> None:
    history = _history(0, 1, 2).moved(-1).moved(-1).visited(_visit(3))
    assert _seen(history) == [PEOPLE[0], PEOPLE[3]]
    assert not history.can_go_forward


def test_the_same_person_again_takes_the_same_place() -> None:
    assert _seen(_history(0, 1, 1)) == PEOPLE[:2]
    assert _seen(_history(0, 1, 0)) == [PEOPLE[0], PEOPLE[1], PEOPLE[0]]


def test_the_same_person_again_does_not_forget_what_was_ahead() -> None:
    again = _history(0, 1, 2).moved(-1).visited(_visit(1))
    assert _seen(again) == PEOPLE[:3]
    assert again.moved(1).current == _visit(2)


def test_back_from_a_person_who_does_not_come_leads_to_the_one_who_was_left() -> None:
    left = _history(0, 1).left()
    assert left.can_go_back
    assert left.moved(-1) == _history(0, 1)
    assert left.moved(-1).moved(-1).current == _visit(0)
    assert not left.can_go_forward
    assert _history(0).left().can_go_back
    assert History().left() == History()


def test_forward_from_a_person_who_does_not_come_leads_past_the_one_who_was_left() -> None:
    assert _history(0, 1, 2).moved(-1).left().moved(1) == _history(0, 1, 2)


def test_who_comes_after_the_one_who_was_left_takes_the_next_place() -> None:
    assert _history(0, 1).left().visited(_visit(2)) == _history(0, 1, 2)
    assert _history(0, 1).left().visited(_visit(1)) == _history(0, 1)


def test_a_person_fetched_again_keeps_place_and_neighbours() -> None:
    number = invented_number()
    visit = Visit(result_of(main_row(number), own_row(number)))
    history = _history(0, 1, 2).moved(-1).updated(visit)
    assert history.current is visit
    assert (history.position, len(history.visits)) == (1, 3)
    assert history.moved(1).current == _visit(2)


def test_the_oldest_is_forgotten_past_the_limit() -> None:
    history = _history(*range(DEFAULT_LENGTH + 5))
    assert _seen(history) == PEOPLE[5 : DEFAULT_LENGTH + 5]
    assert history.position == DEFAULT_LENGTH - 1


@pytest.mark.parametrize(("length", "remembered"), [(0, 1), (1, 1), (2, 2)])
def test_the_person_on_the_screen_is_remembered_whatever_is_set(length: int, remembered: int) -> None:
    history = History(length=length)
    for visit in VISITS[:4]:
        history = history.visited(visit)
    assert _seen(history) == PEOPLE[4 - remembered : 4]
    assert history.can_go_back is (remembered > 1)


def test_ten_minutes_are_fresh() -> None:
    number = invented_number()
    result = result_of(main_row(number), own_row(number))
    visit = Visit(result)
    assert visit.is_fresh(result.fetched_at + FRESH_FOR)
    assert not visit.is_fresh(result.fetched_at + FRESH_FOR + timedelta(seconds=1))


def test_nobody_is_in_the_repr() -> None:
    assert PEOPLE[0].digits[:6] not in repr(_history(0, 1))


@given(st.lists(st.sampled_from(["visit", "back", "forward", "update", "leave"]), max_size=80), st.data())
def test_whatever_is_done_the_position_is_in_the_list(steps: list[str], data: st.DataObject) -> None:
    history = History()
    for step in steps:
        place = data.draw(st.integers(0, len(PEOPLE) - 1))
        if step == "visit":
            history = history.visited(_visit(place))
        elif step == "update":
            history = history.updated(_visit(place)) if history.visits else history
        elif step == "leave":
            history = history.left()
        else:
            history = history.moved(-1 if step == "back" else 1)
        assert len(history.visits) <= DEFAULT_LENGTH
        assert history.position in range(len(history.visits)) or history == History()
        assert history.can_go_back is (history.moved(-1) is not history)
        assert history.can_go_forward is (history.moved(1) is not history)
