"""What is the same in every row that a process writes."""

import secrets
from dataclasses import dataclass

from familieopslag import __version__
from familieopslag.system.user import signed_in_user

_SESSION = secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Context:
    """`environment`: the service's, by its key. `session`: random, one for each start of the program."""

    environment: str
    user: str
    host: str
    session: str = _SESSION
    program: str = __version__


def this_process(environment: str) -> Context:
    """Who is signed in, where, in which run of the program."""
    import socket

    return Context(environment, user=signed_in_user(), host=socket.gethostname())
