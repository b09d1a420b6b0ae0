"""What a window tells of families that are looked up in it one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.leaks.case import result_of
from tests.leaks.hidden import Reply, particulars_of, secrets_of
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.window_texts import without_markup


@dataclass(frozen=True)
class _Told:
    """Of one family: by the window, by what was copied, and by Telefonvisning."""

    walked: list[str]
    copied: list[str]
    on_telephone: list[str]

    @property
    def everything(self) -> list[str]:
        return [*self.walked, *self.copied, *self.on_telephone]


def leaks_in_window(desk: LeakDesk, reply: Reply, records: Callable[[], Iterable[str]]) -> set[str]:
    """What the window tells of what `reply` hides; `records`: the log and the audit files afterwards."""
    return leaks_in_session(desk, (reply,), records)


def leaks_in_session(
    desk: LeakDesk, replies: Sequence[Reply], records: Callable[[], Iterable[str]]
) -> set[str]:
    """The same of each of `replies`, of which no two have anybody or any place in common, and what stays behind.

    The last step goes back to the one before the last.
    """
    twins = _told_of(desk, [reply.twin() for reply in replies])
    desk.clear()
    nobody = desk.read() if len(replies) > 1 else []
    said_anyway = {without_markup(text) for twin in twins for text in (*twin.everything, *nobody)}
    found = set[str]()
    for (shown, before), told, twin in zip(_steps(replies), _told_of(desk, replies), twins, strict=True):
        secrets = secrets_of(shown)
        own_words = twin.everything
        found |= {
            *secrets.found_in([*told.walked, *told.copied], own_words=own_words),
            *secrets.found_in(told.on_telephone, own_words=own_words, with_names=True),
            # Only what is hidden tells the two apart, so nothing is told of the one that is not told of the other.
            # Of all steps: a widget that is out of sight may keep a word of the program's from an earlier one.
            *({without_markup(text) for text in told.walked} - said_anyway),
            *particulars_of(before, besides=shown).found_in(told.everything, own_words=nobody),
        }
    return found | secrets_of(*replies).found_in(records(), own_words=said_anyway, with_names=True)


def _steps(replies: Sequence[Reply]) -> Iterator[tuple[Reply, Sequence[Reply]]]:
    """Each that is shown, and those that were shown before it and are gone."""
    yield from ((reply, replies[:place]) for place, reply in enumerate(replies))
    if len(replies) > 1:
        yield replies[-2], (*replies[:-2], replies[-1])


def _told_of(desk: LeakDesk, replies: Sequence[Reply]) -> list[_Told]:
    """What is told at each of the steps."""
    desk.clear()
    results = [result_of(reply) for reply in replies]
    told = []
    for result in results:
        desk.show(result)
        told.append(_told_now(desk))
    if len(results) > 1:
        desk.go_back(results[-2])
        told.append(_told_now(desk))
    return told


def _told_now(desk: LeakDesk) -> _Told:
    told = _Told(list(desk.walk()), list(desk.copied_texts()), desk.on_telephone())
    desk.empty_clipboard()
    return told
