"""Whether anything hidden gets out: the check that every test here makes, and that broken exits have to fail."""

from collections.abc import Iterable, Iterator

from tests.leaks.case import case_of
from tests.leaks.exits import EXITS, Exit
from tests.leaks.hidden import Reply, secrets_of


def leaks_of(reply: Reply, exits: Iterable[Exit] = EXITS) -> Iterator[str]:
    """What gets out of `reply`, each with the way that it takes. Invented and official test persons only."""
    case, twin, secrets = case_of(reply), case_of(reply.twin()), secrets_of(reply)
    for way in exits:
        texts, others = list(way.texts(case)), list(way.texts(twin))
        found = secrets.found_in(texts, own_words=others, with_names=way.leaves)
        yield from (f"{way.name}: {piece!r}" for piece in found)
        if texts != others:
            told = next((pair for pair in zip(texts, others, strict=False) if pair[0] != pair[1]), ("", ""))
            yield f"{way.name}: depends on what is hidden: {told[0]!r} or {told[1]!r}"
