"""A port of the service: served, received at differently for a while, or held in a way that nobody gets in."""

import socketserver
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from familieopslag.testservice.listener import Listener
from familieopslag.testservice.reception import Reception

Address = tuple[str, int]
Holder = Callable[[Address], AbstractContextManager[object]]
"""Takes an address in such a way that connecting to it fails, until it is left again."""
Handler = Callable[[Any, Any, socketserver.BaseServer], socketserver.BaseRequestHandler]


class Door:
    """Opened by making it; its port stays the same until `close`."""

    def __init__(self, address: Address, reception: Reception, handler: Handler) -> None:
        """Listens at once, and serves from `open` on. Port 0: any free one. Raises OSError when it is taken."""
        self._reception = reception
        self._handler = handler
        self._held: ExitStack | None = None
        self._listener: Listener | None = Listener(address, reception, handler)
        self.address: Address = (address[0], self._listener.port)

    def open(self) -> None:
        """Serve from now on."""
        if self._listener is None:
            self._listener = Listener(self.address, self._reception, self._handler)
        self._listener.start()

    def receive_with(self, reception: Reception, times: int | None) -> None:
        """See Listener.receive_with."""
        self.as_usual()
        if self._listener:
            self._listener.receive_with(reception, times)

    def hold(self, holder: Holder) -> None:
        """Serve nobody; what becomes of those who come is `holder`'s."""
        self.close()
        self._held = ExitStack()
        self._held.enter_context(holder(self.address))

    def as_usual(self) -> None:
        """Forget `receive_with` and `hold`."""
        if self._held is not None:
            self.close()
            self.open()
        elif self._listener:
            self._listener.receive_as_usual()

    def close(self) -> None:
        """Cut every connection and give the port back; nothing happens when that has been done already."""
        listener, self._listener = self._listener, None
        held, self._held = self._held, None
        if listener:
            listener.stop()
        if held:
            held.close()
