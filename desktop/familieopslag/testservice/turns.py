"""Something that is to be done a number of times, or until further notice."""

import threading
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Turns(Generic[Thing]):
    """For many threads: each takes a turn until there is none left."""

    def __init__(self, thing: Thing, times: int | None) -> None:
        """`times` None: for good."""
        self._thing = thing
        self._left = times
        self._lock = threading.Lock()

    def take(self) -> Thing | None:
        """The thing, or None when it has had all its turns."""
        with self._lock:
            if self._left is not None:
                if self._left <= 0:
                    return None
                self._left -= 1
            return self._thing
