"""Sessions to the servers of `tls_server`, and what a user would be told of a call that failed."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
import trustme

from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.service.failures import WireError, as_domain_error
from familieopslag.service.transport import SecureSession, client_context

HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}


class Identity:
    """A client certificate, or None for a client that has none."""

    def __init__(self, certificate: trustme.LeafCert | None) -> None:
        self._certificate = certificate

    def load_into(self, context: ssl.SSLContext) -> None:
        """See service.transport.ClientIdentity."""
        if self._certificate is not None:
            self._certificate.configure_cert(context)


@contextmanager
def open_session(
    identity: Identity,
    ca_file: Path,
    *,
    connect_timeout: float = 2.0,
    read_timeout: float = 5.0,
    proxy: str | None = None,
    proxy_credentials: tuple[str, str] | None = None,
) -> Iterator[SecureSession]:
    """A session that is closed at the end. Time-outs in seconds."""
    session = SecureSession(
        client_context(identity, ca_file),
        connect_timeout=connect_timeout,
        read_timeout=read_timeout,
        proxy=proxy,
        proxy_credentials=proxy_credentials,
    )
    try:
        yield session
    finally:
        session.close()


def failure_of(session: SecureSession, url: str) -> FamilieopslagError:
    """What a post to `url` ends in."""
    with pytest.raises((requests.exceptions.RequestException, WireError)) as caught:
        session.post(url, b"<a/>", HEADERS)
    return as_domain_error(caught.value, "an-id", seconds=5.0)


def fault_of(session: SecureSession, url: str) -> Fault:
    """Its fault alone."""
    return failure_of(session, url).fault
