"""How much is tried: a little of everything in the ordinary suite, thousands of families in `make leaks`."""

import os

_ORDINARY = 60
EXAMPLES = int(os.environ.get("FAMILIEOPSLAG_LEAK_EXAMPLES", _ORDINARY))
"""Families for the ways out that need no window."""
ON_PAPER = max(1, EXAMPLES // 3)
SESSIONS = max(1, EXAMPLES // 12)
"""Of two or three families each: a window takes thirty times as long as everything that needs none."""
IS_THOROUGH = EXAMPLES > _ORDINARY
