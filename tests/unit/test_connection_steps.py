"""The steps against a server of TLS 1.2, which judges the client's certificate before the handshake is over."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import trustme

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.connection_test import ConnectionReport, Fact, Outcome, Step
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.ports import LookupRequest
from familieopslag.service.connection_steps import Identity
from familieopslag.service.connection_test import SteppedTest
from familieopslag.service.http_proxy import HttpProxy
from tests.support.tls_server import Handler, TlsServer

_FACTS = CertificateFacts("a", "b", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 1, 12, tzinfo=UTC))


class _Identity:
    facts = _FACTS

    def __init__(self, certificate: trustme.LeafCert) -> None:
        self._certificate = certificate

    def load_into(self, context: ssl.SSLContext) -> None:
        self._certificate.configure_cert(context)


@dataclass
class _Target:
    """`held`: the identity, or why there is none."""

    endpoint: str
    ca_file: Path | None
    held: _Identity | FamilieopslagError
    environment: str = "custom"
    connect_timeout: float = 2.0

    def proxy(self) -> HttpProxy | None:
        return None

    def identity(self) -> _Identity:
        if isinstance(self.held, FamilieopslagError):
            raise self.held
        return self.held

    def ask(
        self, identity: Identity, number: LookupRequest | None, is_cancelled: Callable[[], bool]
    ) -> int | None:
        del identity, number, is_cancelled
        return 52


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[TlsServer]:
    """Lets in whoever has a certificate of `authority`."""
    with TlsServer(authority, _never, maximum=ssl.TLSVersion.TLSv1_2) as server:
        yield server


def _never(handler: Handler) -> None:
    raise AssertionError("a connection test posts nothing by itself")


def _tested(server: TlsServer, ca_file: Path, held: _Identity | FamilieopslagError) -> ConnectionReport:
    test = SteppedTest(lambda: _Target(server.url, ca_file, held), today=lambda: date(2026, 11, 25))
    return test.run(None, lambda _result: None, lambda: False)


def _outcomes(report: ConnectionReport) -> dict[Step, Outcome]:
    return {result.step: result.outcome for result in report.results}


def test_a_certificate_that_is_accepted(server: TlsServer, authority: trustme.CA, ca_file: Path) -> None:
    report = _tested(server, ca_file, _Identity(authority.issue_cert("klient.example")))
    assert report.failure is None
    facts = {result.step: dict(result.facts) for result in report.results}
    assert facts[Step.TLS][Fact.TLS_VERSION] == "TLS 1.2"
    assert facts[Step.CERTIFICATE][Fact.DAYS_LEFT] == 6


def test_a_certificate_that_is_refused_is_told_by_its_own_step(
    server: TlsServer, other_authority: trustme.CA, ca_file: Path
) -> None:
    report = _tested(server, ca_file, _Identity(other_authority.issue_cert("klient.example")))
    assert _outcomes(report)[Step.TLS] is Outcome.OK
    assert _outcomes(report)[Step.AGREEMENT] is Outcome.NOT_TRIED
    failed = report.failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (Step.CERTIFICATE, faults.CLIENT_CERTIFICATE_REFUSED)
    assert dict(failed.facts)[Fact.SUBJECT] == "a"


def test_a_certificate_that_cannot_be_opened_leaves_the_server_s_to_be_tested(
    server: TlsServer, ca_file: Path
) -> None:
    report = _tested(server, ca_file, FamilieopslagError(faults.PASSPHRASE_WRONG, "an-id"))
    assert _outcomes(report)[Step.TLS] is Outcome.OK
    failed = report.failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (Step.CERTIFICATE, faults.PASSPHRASE_WRONG)
    assert failed.report.correlation_id == "an-id"
    assert report.certificate is None


def test_a_server_that_is_not_trusted_is_told_before_any_certificate(
    server: TlsServer, other_authority: trustme.CA, tmp_path: Path
) -> None:
    other = tmp_path / "other.pem"
    other_authority.cert_pem.write_to_path(str(other))
    report = _tested(server, other, FamilieopslagError(faults.PASSPHRASE_WRONG, "an-id"))
    failed = report.failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (Step.TLS, faults.SERVER_AUTHORITY_UNKNOWN)


def test_authorities_that_cannot_be_read_are_told_where_they_are_needed(
    server: TlsServer, authority: trustme.CA, tmp_path: Path
) -> None:
    report = _tested(server, tmp_path / "none.pem", _Identity(authority.issue_cert("klient.example")))
    failed = report.failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (Step.TLS, faults.CA_UNREADABLE)
