"""The ways into the service, and where on them a fault strikes."""

from dataclasses import dataclass

from familieopslag.testservice.door import Door
from familieopslag.testservice.faults.kinds import (
    Certificates,
    Effect,
    OnConnection,
    OnPort,
    OnProxy,
    OnProxyPort,
    OnRequest,
)
from familieopslag.testservice.script import Script


@dataclass(slots=True)
class Doors:
    """The ways in, and the certificates that are shown there."""

    certificates: Certificates
    service: Door
    proxy: Door | None = None

    def open(self) -> None:
        """Serve from now on."""
        for door in self._all:
            door.open()

    def let(self, effect: Effect, times: int | None, script: Script) -> None:
        """Let `effect` strike where it belongs. Raises ValueError when that is a proxy and there is none."""
        match effect:
            case OnRequest(treatment):
                script.treat(treatment, times=times)
            case OnConnection(reception):
                self.service.receive_with(reception(self.certificates), times)
            case OnPort(holder):
                self.service.hold(holder)
            case OnProxy(reception):
                self._the_proxy.receive_with(reception(self.service.address), times)
            case OnProxyPort(holder):
                self._the_proxy.hold(holder)

    def behave(self) -> None:
        """End whatever struck on the way in."""
        for door in self._all:
            door.as_usual()

    def close(self) -> None:
        """Cut every connection and give the ports back."""
        for door in self._all:
            door.close()

    @property
    def _all(self) -> list[Door]:
        return [self.service] if self.proxy is None else [self.service, self.proxy]

    @property
    def _the_proxy(self) -> Door:
        if self.proxy is None:
            raise ValueError("a fault of the proxy needs a proxy")
        return self.proxy
