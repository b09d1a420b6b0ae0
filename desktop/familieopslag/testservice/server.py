"""The service itself: HTTPS on 127.0.0.1 for clients with a certificate of its CA, one thread a connection."""

import functools
import secrets
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from familieopslag import resources
from familieopslag.testservice.agreement import SERVICE_UUID, Agreement
from familieopslag.testservice.answerer import Answerer
from familieopslag.testservice.certificates import Authority, pkcs12_bytes, server_context
from familieopslag.testservice.door import Door
from familieopslag.testservice.doors import Doors
from familieopslag.testservice.exchange import ReceivedRequest
from familieopslag.testservice.faults.kinds import Certificates, InjectedFault
from familieopslag.testservice.faults.proxy import ConnectingProxy
from familieopslag.testservice.handler import SERVICE_PATH, ServiceHandler
from familieopslag.testservice.reception import Handshake
from familieopslag.testservice.script import Script
from familieopslag.testservice.sources import open_source
from familieopslag.testservice.workspace import Workspace

ADDRESS = "127.0.0.1"


class LocalService:
    """A running stand-in for Serviceplatformen. A context manager: started on entry, stopped on exit.

    `requests` holds everything received, in order; `script` says what to do differently from the contract.
    """

    service_uuid = SERVICE_UUID

    def __init__(
        self,
        register: Path | None = None,
        *,
        port: int = 0,
        delay_seconds: float = 0.0,
        agreement: Agreement | None = None,
        ignore_paging_key: bool = False,
        with_proxy: bool = False,
        on_request: Callable[[ReceivedRequest], None] | None = None,
    ) -> None:
        """Reads the register (None: the program's own persons); nothing else happens before `start`.

        `port` 0 takes any free one; `delay_seconds` lie between a request and its reply; `on_request` is told of
        each request when it has come in, before any delay. `with_proxy`: the profile leads through a proxy of its
        own, which connects with this service alone. Raises RegisterError.
        """
        folder = resources.root() / "testregister" if register is None else register
        self.agreement = agreement or Agreement.random()
        self.passphrase = secrets.token_urlsafe(24)
        self.script = Script(delay_seconds, on_request)
        self._answerer = Answerer(
            open_source(folder),
            self.agreement,
            resources.root() / "wsdl" / "CprService.xsd",
            ignore_paging_key=ignore_paging_key,
        )
        self._wanted_port = port
        self._with_proxy = with_proxy
        self._workspace: Workspace | None = None
        self._doors: Doors | None = None

    @property
    def requests(self) -> list[ReceivedRequest]:
        """Everything received so far, in the order in which it came."""
        return self.script.requests

    @property
    def endpoint(self) -> str:
        """The URL to post to."""
        return f"https://{ADDRESS}:{self._running.service.address[1]}{SERVICE_PATH}"

    @property
    def proxy(self) -> str | None:
        """The URL of the proxy, if there is one."""
        door = self._running.proxy
        return f"http://{ADDRESS}:{door.address[1]}" if door else None

    @property
    def ca_file(self) -> Path:
        """The CA's certificate, PEM."""
        return self._files.ca_file

    @property
    def client_certificate(self) -> Path:
        """The client's certificate and key: a .p12 under `passphrase`."""
        return self._files.client_certificate

    @property
    def profile_dir(self) -> Path:
        """A profile folder whose settings.toml leads here."""
        return self._files.profile_dir

    @property
    def _files(self) -> Workspace:
        if self._workspace is None:
            raise RuntimeError("the service is not running")
        return self._workspace

    @property
    def _running(self) -> Doors:
        if self._doors is None:
            raise RuntimeError("the service is not running")
        return self._doors

    def start(self) -> None:
        """Make certificates and profile, and listen. Raises OSError when the port is taken."""
        authority = Authority()
        certificates = Certificates(authority, authority.issue_server(), authority.issue_client())
        handler = functools.partial(ServiceHandler, self._answerer, self.script)
        usual = Handshake(server_context(certificates.server, authority.pem))
        service = Door((ADDRESS, self._wanted_port), usual, handler)
        self._doors = Doors(certificates, service)
        try:
            if self._with_proxy:
                self._doors.proxy = Door((ADDRESS, 0), ConnectingProxy(service.address), handler)
            self._workspace = Workspace()
            client = pkcs12_bytes(certificates.client, self.passphrase)
            self._workspace.write(authority.pem, client, self.endpoint, self.agreement, self.proxy)
        except BaseException:
            self.stop()
            raise
        self._doors.open()

    def inject(self, fault: InjectedFault, times: int | None = None) -> None:
        """Let `fault` strike `times` times (None: until `behave`) instead of whatever struck before.

        A fault of the proxy needs one. Raises ValueError for a number of times where nobody can count.
        """
        if times is not None and not fault.can_be_counted:
            raise ValueError(f"{fault.name} strikes until it is ended")
        self.behave()
        self._running.let(fault.effect, times, self.script)

    def behave(self) -> None:
        """End the injected fault."""
        self.script.answer_as_usual()
        self._running.behave()

    def stop(self) -> None:
        """Close every connection and remove every file; nothing happens when that has been done already."""
        doors, self._doors = self._doors, None
        workspace, self._workspace = self._workspace, None
        self.script.stopping.set()
        try:
            if doors:
                doors.close()
        finally:
            if workspace:
                workspace.remove()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
