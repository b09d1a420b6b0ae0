"""Which service the program talks to. A room of its own: it is all that the window needs to be painted."""

from typing import NamedTuple


class EnvironmentView(NamedTuple):
    """`key`: "prod", "exttest", "demo", "custom" or "none"; `name` for the title, `text` for the strip."""

    key: str
    name: str
    text: str
