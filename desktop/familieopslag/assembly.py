"""Puts a lookup together from settings, secrets, certificate and wire. Slow: for a worker or a command line.

Everything heavy (zeep, requests, lxml, cryptography, keyring) is imported here, inside the functions, so that the
window can be painted first.
"""

import json
import logging
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from familieopslag import resources
from familieopslag.domain import faults
from familieopslag.domain.accountability import Journal
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest, StepResult
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.system.settings import Settings, read_settings

if TYPE_CHECKING:
    from familieopslag.service.connection_steps import Identity
    from familieopslag.service.http_proxy import HttpProxy
    from familieopslag.service.soap import CprService
    from familieopslag.system.certificate import ClientCertificate

_READY_SECONDS = 30.0
_STOP_SECONDS = 5.0
_LOG = logging.getLogger(__name__)


def open_lookup(settings: Settings, journal: Journal, passphrase: str | None = None) -> PersonLookup:
    """A lookup over the wire, each call on record in `journal`. `passphrase` None: from the environment or keyring.

    Raises FamilieopslagError when certificate, passphrase, trust store or proxy cannot be used.
    """
    certificate = open_certificate(settings, passphrase)
    return _lookup(settings, journal, certificate, open_wire(settings, certificate))


def connection_test(
    opened: Callable[[], tuple[Settings, str | None]], make_journal: Callable[[], Journal]
) -> ConnectionTest:
    """A test of the settings and with the passphrase (None: see open_lookup) that `opened` gives.

    What `opened` raises (FamilieopslagError) is told by the first step.
    """
    from familieopslag.service.connection_test import SteppedTest

    return SteppedTest(lambda: _Target(*opened(), make_journal))


def open_certificate(settings: Settings, passphrase: str | None) -> "ClientCertificate":
    """The municipality's certificate. `passphrase` None: from the environment or keyring. Raises FamilieopslagError."""
    from familieopslag.system.certificate import read_certificate
    from familieopslag.system.passphrases import Passphrases

    if passphrase is None:
        passphrase = Passphrases().of(settings.certificate_file, settings.environment)
    certificate = read_certificate(settings.certificate_file, passphrase)
    days = (certificate.facts.not_after - datetime.now(UTC)).days
    _LOG.info("certificate: %d days left", days)
    return certificate


def open_wire(settings: Settings, identity: "Identity") -> "CprService":
    """The remote operation, not connected yet. Raises FamilieopslagError."""
    from familieopslag.service.failures import TrustStoreError, as_domain_error
    from familieopslag.service.soap import Agreement, CprService
    from familieopslag.service.transport import client_context
    from familieopslag.system.proxy import proxy_for
    from familieopslag.system.user import signed_in_user

    proxy = proxy_for(settings.proxy, settings.endpoint)
    credentials = _proxy_credentials(settings) if proxy else None
    try:
        context = client_context(identity, settings.ca_file)
    except TrustStoreError as error:
        unusable = as_domain_error(error, str(uuid.uuid4()), seconds=settings.read_timeout)
    else:
        return CprService(
            resources.root() / "wsdl" / "CprLookupService.wsdl",
            settings.endpoint,
            Agreement(
                settings.service_agreement_uuid,
                settings.user_system_uuid,
                settings.user_uuid,
                signed_in_user(),
            ),
            context,
            connect_timeout=settings.connect_timeout,
            read_timeout=settings.read_timeout,
            proxy=proxy,
            proxy_credentials=credentials,
        )
    raise unusable


def _lookup(settings: Settings, journal: Journal, identity: "Identity", wire: "CprService") -> PersonLookup:
    from familieopslag.service.paging import FamilyLookup
    from familieopslag.system.code_lists import read_code_lists

    return FamilyLookup(
        wire,
        read_code_lists(resources.root() / "codes"),
        journal,
        certificate=identity.facts,
        paging_key=settings.paging_key,
        read_timeout=settings.read_timeout,
    )


def _proxy_credentials(settings: Settings) -> tuple[str, str] | None:
    """User and password. Without a password the proxy is asked all the same: its answer has a fault of its own."""
    if not settings.proxy_user:
        return None
    from familieopslag.system.secrets import proxy_secret_user, read_secret

    return settings.proxy_user, read_secret(proxy_secret_user(settings.proxy_user)) or ""


class _Target:
    """service.connection_steps.Target: what the settings say, each part got hold of when it is needed."""

    def __init__(
        self, settings: Settings, passphrase: str | None, make_journal: Callable[[], Journal]
    ) -> None:
        self._settings = settings
        self._make_journal = make_journal
        self._passphrase = passphrase
        self.environment = settings.environment
        self.endpoint = settings.endpoint
        self.ca_file = settings.ca_file
        self.connect_timeout = settings.connect_timeout

    def proxy(self) -> "HttpProxy | None":
        """See Target."""
        from familieopslag.service.http_proxy import HttpProxy
        from familieopslag.system.proxy import proxy_for

        address = proxy_for(self._settings.proxy, self._settings.endpoint)
        return None if address is None else HttpProxy.at(address, _proxy_credentials(self._settings))

    def identity(self) -> "ClientCertificate":
        """See Target."""
        return open_certificate(self._settings, self._passphrase)

    def ask(
        self, identity: "Identity", number: LookupRequest | None, is_cancelled: Callable[[], bool]
    ) -> int | None:
        """See Target."""
        from familieopslag.service.agreement import ask_for_nobody

        journal = self._make_journal()
        wire = open_wire(self._settings, identity)
        try:
            if number is None:
                return ask_for_nobody(wire, journal, read_timeout=self._settings.read_timeout)
            _lookup(self._settings, journal, identity, wire).lookup(
                number, lambda _partial: None, is_cancelled
            )
            return None
        finally:
            wire.close()


class DemoTest:
    """domain.connection_test.ConnectionTest against a test service that lives for one run."""

    def __init__(self, make_journal: Callable[[], Journal], register: Path | None = None) -> None:
        """Arguments: see DemoLookup."""
        self._make_journal = make_journal
        self._register = register

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        """See domain.connection_test.ConnectionTest."""
        with ExitStack() as stack:

            def opened() -> tuple[Settings, str]:
                service = DemoService(self._register)
                stack.callback(service.stop)
                return service.settings(), service.passphrase

            return connection_test(opened, self._make_journal).run(number, on_step, is_cancelled)


class DemoLookup:
    """The real client against a test service of its own, which lives as long as this object."""

    def __init__(self, journal: Journal, register: Path | None = None) -> None:
        """Starts the test service and waits until it answers. `register` None: the program's own persons.

        Raises FamilieopslagError (TESTSERVICE_FAILED).
        """
        self._service = DemoService(register)
        try:
            self._lookup = open_lookup(self._service.settings(), journal, self._service.passphrase)
        except BaseException:
            self._service.stop()
            raise

    @property
    def certificate(self) -> CertificateFacts | None:
        """None: it is made anew at each start, and its end is no news."""
        return None

    def prepare(self) -> None:
        """See domain.ports.PersonLookup."""
        self._lookup.prepare()

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """See domain.ports.PersonLookup."""
        return self._lookup.lookup(request, on_progress, is_cancelled)

    def close(self) -> None:
        """Close the connection and stop the test service."""
        self._lookup.close()
        self._service.stop()


class DemoService:
    """The test service as a process of its own, from its construction to `stop`."""

    def __init__(self, register: Path | None) -> None:
        """Raises FamilieopslagError (TESTSERVICE_FAILED)."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell, no outside words
            [*_own_command(), "testservice", "--stop-with-stdin", *_register_arguments(register)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        try:
            ready = self._ready_line()
            self._profile, self.passphrase = Path(ready["profile_dir"]), ready["passphrase"]
        except (ValueError, KeyError) as error:
            self.stop()
            failed = FamilieopslagError(
                faults.TESTSERVICE_FAILED, str(uuid.uuid4()), detail=type(error).__name__
            )
        except BaseException:
            self.stop()
            raise
        else:
            return
        raise failed

    def settings(self) -> Settings:
        """Those that lead there. No policy: the demo must not be led to where real numbers go."""
        return read_settings(self._profile, policy=())

    def _ready_line(self) -> dict[str, str]:
        """What the service says when it is up. A ValueError for a service that says nothing in time."""
        watchdog = threading.Timer(_READY_SECONDS, self._process.kill)
        watchdog.start()
        try:
            line = self._process.stdout.readline() if self._process.stdout else ""
        finally:
            watchdog.cancel()
        ready = json.loads(line)
        if not isinstance(ready, dict):
            raise ValueError("no ready line")  # noqa: TRY004 - it is the text that is wrong
        return ready

    def stop(self) -> None:
        """The end of its input tells the service to clean up after itself."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            _LOG.warning("the test service had to be killed")
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


def _own_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "familieopslag"]


def _register_arguments(register: Path | None) -> list[str]:
    return [] if register is None else ["--register", str(register)]
