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
from pathlib import Path

from familieopslag import resources
from familieopslag.domain import faults
from familieopslag.domain.accountability import Journal
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.system.settings import Settings, read_settings

_READY_SECONDS = 30.0
_STOP_SECONDS = 5.0
_LOG = logging.getLogger(__name__)


def open_lookup(settings: Settings, journal: Journal, passphrase: str | None = None) -> PersonLookup:
    """A lookup over the wire, each call on record in `journal`. `passphrase` None: from the environment or keyring.

    Raises FamilieopslagError when certificate, passphrase, trust store or proxy cannot be used.
    """
    from familieopslag.service.failures import TrustStoreError, as_domain_error
    from familieopslag.service.paging import FamilyLookup
    from familieopslag.service.soap import Agreement, CprService
    from familieopslag.service.transport import client_context
    from familieopslag.system.certificate import read_certificate
    from familieopslag.system.code_lists import read_code_lists
    from familieopslag.system.proxy import proxy_for
    from familieopslag.system.secrets import certificate_passphrase
    from familieopslag.system.user import signed_in_user

    if passphrase is None:
        passphrase = certificate_passphrase(settings.environment)
    certificate = read_certificate(settings.certificate_file, passphrase)
    _LOG.info("certificate: %d days left", certificate.days_left)
    proxy = proxy_for(settings.proxy, settings.endpoint)
    credentials = _proxy_credentials(settings) if proxy else None
    try:
        context = client_context(certificate, settings.ca_file)
    except TrustStoreError as error:
        unusable = as_domain_error(error, str(uuid.uuid4()), seconds=settings.read_timeout)
    else:
        wire = CprService(
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
        return FamilyLookup(
            wire,
            read_code_lists(resources.root() / "codes"),
            journal,
            paging_key=settings.paging_key,
            read_timeout=settings.read_timeout,
        )
    raise unusable


def _proxy_credentials(settings: Settings) -> tuple[str, str] | None:
    """User and password. Without a password the proxy is asked all the same: its answer has a fault of its own."""
    if not settings.proxy_user:
        return None
    from familieopslag.system.secrets import proxy_secret_user, read_secret

    return settings.proxy_user, read_secret(proxy_secret_user(settings.proxy_user)) or ""


class DemoLookup:
    """The real client against a test service of its own, which lives as long as this object."""

    def __init__(self, journal: Journal, register: Path | None = None) -> None:
        """Starts the test service and waits until it answers. `register` None: the program's own persons.

        Raises FamilieopslagError (TESTSERVICE_FAILED).
        """
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
            # No policy: the demo must not be led to where real numbers go.
            settings = read_settings(Path(ready["profile_dir"]), policy=())
            self._lookup = open_lookup(settings, journal, ready["passphrase"])
        except (ValueError, KeyError) as error:
            self._stop()
            failed = FamilieopslagError(
                faults.TESTSERVICE_FAILED, str(uuid.uuid4()), detail=type(error).__name__
            )
        except BaseException:
            self._stop()
            raise
        else:
            return
        raise failed

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
        self._stop()

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

    def _stop(self) -> None:
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
