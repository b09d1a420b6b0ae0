"""What is done in each step of a connection test, and what the steps hand on to each other."""

import ssl
import uuid
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, Self, TypeVar

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts, name_line
from familieopslag.domain.connection_test import Fact, Outcome, Step, StepResult
from familieopslag.domain.faults import FamilieopslagError, report_of
from familieopslag.domain.ports import LookupRequest
from familieopslag.service import deadline as bounded
from familieopslag.service.failures import as_domain_error
from familieopslag.service.http_proxy import HttpProxy
from familieopslag.service.transport import ClientIdentity, client_context
from familieopslag.service.way import Way

_OF_CLIENT = (faults.CLIENT_CERTIFICATE_REFUSED, faults.CLIENT_CERTIFICATE_REVOKED)
_TLS_NAMES = {"TLSv1.2": "TLS 1.2", "TLSv1.3": "TLS 1.3"}
_Known = TypeVar("_Known")


class Identity(ClientIdentity, Protocol):
    """The municipality's certificate, opened."""

    @property
    def facts(self) -> CertificateFacts:
        """What is written in it."""


class Target(Protocol):
    """What is tested. What a method raises (FamilieopslagError) is told by the step that needs it."""

    @property
    def environment(self) -> str:
        """As the settings name it."""

    @property
    def endpoint(self) -> str:
        """The https address of the service."""

    @property
    def ca_file(self) -> Path | None:
        """The authorities to trust, and no other; None: the computer's."""

    @property
    def connect_timeout(self) -> float:
        """Seconds for each step."""

    def proxy(self) -> HttpProxy | None:
        """Through which to go; None: straight there. May ask a keyring and the name service."""

    def identity(self) -> Identity:
        """The municipality's certificate. May ask a keyring."""

    def ask(
        self, identity: Identity, number: LookupRequest | None, is_cancelled: Callable[[], bool]
    ) -> int | None:
        """Ask the service: about `number`, or about nobody, which gives the code of the receipt."""


class ConnectionSteps:
    """One run. `certificate`: what is known of the municipality's. A context manager: closed on exit."""

    def __init__(
        self,
        open_target: Callable[[], Target],
        today: date,
        number: LookupRequest | None,
        is_cancelled: Callable[[], bool],
    ) -> None:
        """Nothing happens before the first step. Arguments: see SteppedTest."""
        self.certificate: CertificateFacts | None = None
        self._open_target = open_target
        self._today = today
        self._number = number
        self._is_cancelled = is_cancelled
        self._target: Target | None = None
        self._identity: Identity | None = None
        self._unusable: FamilieopslagError | None = None
        """Why there is no identity."""
        self._refused: FamilieopslagError | None = None
        """What the server said to it."""
        self._proxy: HttpProxy | None = None
        self._way: Way | None = None
        self._facts: list[tuple[Fact, str | int | date]] = []
        self._acts: dict[Step, Callable[[], None]] = {
            Step.SETTINGS: self._read_settings,
            Step.NAME: self._resolve,
            Step.CONNECTION: self._connect,
            Step.PROXY: self._pass_proxy,
            Step.TLS: self._secure,
            Step.CERTIFICATE: self._hear_about_certificate,
            Step.AGREEMENT: self._ask,
        }

    def take(self, step: Step) -> StepResult:
        """Take `step`, whatever comes of it: never raises."""
        self._facts = []
        if step is Step.PROXY and self._proxy is None:
            return StepResult(step, Outcome.SKIPPED)
        try:
            self._acts[step]()
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not carry its message on
            seconds = self._target.connect_timeout if self._target is not None else 0.0
            told = as_domain_error(error, str(uuid.uuid4()), seconds=seconds)
            if told.fault is faults.CANCELLED:
                return StepResult(step, Outcome.NOT_TRIED)
            return StepResult(step, Outcome.FAILED, tuple(self._facts), report_of(told))
        return StepResult(step, Outcome.OK, tuple(self._facts))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._leave()

    def _read_settings(self) -> None:
        target = self._target = self._open_target()
        self._facts = [(Fact.ENVIRONMENT, target.environment), (Fact.ENDPOINT, target.endpoint)]
        try:
            # Opened before the network is tried: when it ends is to be known whatever else is wrong.
            self._identity = target.identity()
            self.certificate = self._identity.facts
        except FamilieopslagError as error:
            self._unusable = error
        self._proxy = target.proxy()

    def _resolve(self) -> None:
        target = _known(self._target)
        way = self._way = Way(target.endpoint, self._proxy, target.connect_timeout)
        self._facts.append((Fact.HOST, way.host))
        self._facts.append((Fact.ADDRESSES, ", ".join(way.resolve())))

    def _connect(self) -> None:
        way = _known(self._way)
        self._facts.append((Fact.PORT, way.port))
        self._facts.append((Fact.ADDRESS, way.connect()))

    def _pass_proxy(self) -> None:
        self._facts.append((Fact.PROXY, _known(self._proxy).url))
        _known(self._way).tunnel()

    def _secure(self) -> None:
        way, target = _known(self._way), _known(self._target)
        # Without a certificate of ours the server's can be tested all the same.
        context = client_context(self._identity, target.ca_file)
        context.sslsocket_class = bounded.tls_class(way.deadline)
        try:
            self._facts += _of_server(way.secure(context))
        except OSError as error:
            told = as_domain_error(error, str(uuid.uuid4()), seconds=target.connect_timeout)
            if told.fault not in _OF_CLIENT:
                raise told from None
            # The server's certificate has been found good, and it is ours that is refused: told by the next step.
            self._refused = told

    def _hear_about_certificate(self) -> None:
        if self._unusable is not None:
            raise self._unusable from None
        certificate = _known(self.certificate)
        self._facts = [
            (Fact.SUBJECT, certificate.subject),
            (Fact.ISSUER, certificate.issuer),
            (Fact.VALID_TO, certificate.not_after.astimezone().date()),
            (Fact.DAYS_LEFT, certificate.days_left(self._today)),
        ]
        if self._refused is not None:
            raise self._refused from None
        alert = _known(self._way).alert()
        if alert is not None:
            raise alert

    def _ask(self) -> None:
        self._leave()
        code = _known(self._target).ask(_known(self._identity), self._number, self._is_cancelled)
        self._facts.append((Fact.LOOKED_UP, self._number is not None))
        if code is not None:
            self._facts.append((Fact.RECEIPT, code))

    def _leave(self) -> None:
        if self._way is not None:
            self._way.close()


def _known(value: _Known | None) -> _Known:
    """What a step before has found out: it is there, because no step is taken after one that failed."""
    if value is None:
        raise RuntimeError("a step was left out")
    return value


def _of_server(secured: ssl.SSLSocket) -> tuple[tuple[Fact, str | date], ...]:
    """What the server has shown, after it has been found good."""
    shown = secured.getpeercert() or {}
    version = str(secured.version())
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"]))).astimezone()
    return (
        (Fact.TLS_VERSION, _TLS_NAMES.get(version, version)),
        (Fact.SUBJECT, _name(shown.get("subject"))),
        (Fact.ISSUER, _name(shown.get("issuer"))),
        (Fact.VALID_TO, ends.date()),
    )


def _name(parts: object) -> str:
    """A name as getpeercert gives it: a tuple of relative names, each a tuple of attribute and value."""
    pairs = [pair for relative in parts for pair in relative] if isinstance(parts, tuple) else []
    of = {str(key): str(value) for key, value in pairs}
    return name_line(of.get("commonName", ""), of.get("organizationName", ""))
