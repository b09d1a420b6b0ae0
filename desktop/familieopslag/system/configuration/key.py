"""What a setting is: its name, what may be set, and who may loosen it.

Strictness says what a user's own file may do to what the municipality has decided, or what is built in (ADR 13). A
setting may be made stricter by everybody; it is made looser by the administrator only.
"""

import math
from enum import Enum
from typing import NamedTuple

from familieopslag.system.configuration.kinds import Kind, Value, WholeOrNever


class Strictness(Enum):
    """Which value is the stricter one, and so whether a user may choose it."""

    FREE = "free"
    """None is: the user's own choice."""
    LOWER = "lower"
    """The lower one (of flags: false); 0 where it stands for "never" is the loosest of all."""
    HIGHER = "higher"
    """The higher one (of flags: true)."""
    POLICY = "policy"
    """The administrator's, whatever it is: what policy says, be it as a default, no user changes."""


class Key(NamedTuple):
    """One setting. `table` "": it stands on top of the file. `meaning` and `title`: Danish, context "settings".

    `title`: how it is called in a window.

    `is_required`: without a value nobody can be looked up. `is_withheld`: what is set is not printed.
    """

    table: str
    name: str
    kind: Kind
    default: Value
    meaning: str
    strictness: Strictness = Strictness.FREE
    is_required: bool = False
    is_withheld: bool = False
    title: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """Where it stands in a file."""
        return (self.table, self.name) if self.table else (self.name,)

    @property
    def label(self) -> str:
        """How it is called wherever somebody reads of it."""
        return f"[{self.table}] {self.name}" if self.table else f"[[{self.name}]]"

    @property
    def blocks_lookups(self) -> bool:
        """Whether a value that is not understood must stop lookups instead of giving way to another one.

        Whom to trust, where to send and what to record is not to be guessed.
        """
        return self.table not in ("privacy", "view")

    def allows(self, chosen: Value, decided: Value) -> bool:
        """Whether a user may choose `chosen` where the policy's default, or what is built in, is `decided`."""
        match self.strictness:
            case Strictness.FREE:
                return True
            case Strictness.POLICY:
                return decided in (chosen, self.default)
            case Strictness.LOWER:
                return self._rank(chosen) <= self._rank(decided)
            case Strictness.HIGHER:
                return self._rank(chosen) >= self._rank(decided)

    def _rank(self, value: Value) -> float:
        if isinstance(self.kind, WholeOrNever) and value == 0:
            return math.inf
        return value if isinstance(value, int | float) else math.nan  # which is neither more nor less
