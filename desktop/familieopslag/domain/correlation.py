"""Which call the work of the moment belongs to: the id that log lines carry and that the authority's log has too."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CURRENT: ContextVar[str] = ContextVar("correlation_id", default="")


def current_id() -> str:
    """The id of the call that this thread is busy with; "" outside a call."""
    return _CURRENT.get()


@contextmanager
def correlated(call_id: str) -> Iterator[None]:
    """What is logged in here belongs to `call_id`."""
    token = _CURRENT.set(call_id)
    try:
        yield
    finally:
        _CURRENT.reset(token)
