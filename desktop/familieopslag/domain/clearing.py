"""Why the window was cleared. The value is the word in the audit log."""

from enum import Enum


class ClearReason(Enum):
    """What made everything go: screen, history, clipboard."""

    ASKED = "brugeren"
    IDLE = "inaktivitet"
    LOCKED = "skærmlås"
    SWITCHED = "sessionsskift"
    SLEEP = "dvale"
    FAULT = "programfejl"
    CLOSED = "afslutning"

    @property
    def left_the_desk(self) -> bool:
        """Whether whoever comes back has to say again what they are about."""
        return self in (ClearReason.LOCKED, ClearReason.SWITCHED, ClearReason.SLEEP)
