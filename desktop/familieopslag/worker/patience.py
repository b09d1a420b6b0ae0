"""How long whoever leaves waits for a thread."""

PATIENCE_MS = 2000
"""For one that hangs; at once is 0, and then it is asked for again later."""
