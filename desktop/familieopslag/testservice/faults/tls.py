"""TLS as it goes wrong: certificates of the server, versions, and what becomes of the client's certificate."""

import datetime as dt
import socket
import ssl
import tempfile
import warnings
from pathlib import Path

from familieopslag.testservice.certificates import Authority, self_signed_server, server_context
from familieopslag.testservice.faults.deliveries import RESET
from familieopslag.testservice.faults.kinds import Certificates, InjectedFault, OnConnection
from familieopslag.testservice.reception import Handshake, Reception

_DAY = dt.timedelta(days=1)


class GoneAtOnce(Handshake):
    """Does not wait for a refused client to hear why."""

    def refuse(self, connection: ssl.SSLSocket) -> None:
        """See Handshake."""
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def _expired(given: Certificates) -> Reception:
    server = given.authority.issue_server(valid=(-10 * _DAY, -_DAY))
    return Handshake(server_context(server, given.authority.pem))


def _not_yet_valid(given: Certificates) -> Reception:
    server = given.authority.issue_server(valid=(_DAY, 10 * _DAY))
    return Handshake(server_context(server, given.authority.pem))


def _of_another_host(given: Certificates) -> Reception:
    server = given.authority.issue_server(address="127.0.0.2", host="andet.example")
    return Handshake(server_context(server, given.authority.pem))


def _of_another_authority(given: Certificates) -> Reception:
    return Handshake(server_context(Authority().issue_server(), given.authority.pem))


def _self_signed(given: Certificates) -> Reception:
    return Handshake(server_context(self_signed_server(), given.authority.pem))


def _old(given: Certificates) -> Reception:
    """TLS 1.1 and nothing else, which OpenSSL 3 only speaks at security level 0."""
    context = server_context(given.server, given.authority.pem)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is old is the point
        context.minimum_version = ssl.TLSVersion.TLSv1_1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return Handshake(context)


def _trusting_others_only(given: Certificates) -> ssl.SSLContext:
    return server_context(given.server, Authority().pem)


def _knowing_it_revoked(given: Certificates) -> Reception:
    context = server_context(given.server, given.authority.pem)
    listed = given.authority.revocation_list(given.client.certificate)
    with tempfile.TemporaryDirectory(prefix="familieopslag-testservice-") as folder:
        file = Path(folder) / "revoked.pem"
        file.write_bytes(listed)
        context.load_verify_locations(cafile=str(file))
    context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    return Handshake(context)


FAULTS = (
    InjectedFault("tls-expired", "Serverens certifikat er udløbet.", OnConnection(_expired)),
    InjectedFault(
        "tls-not-yet-valid", "Serverens certifikat gælder ikke endnu.", OnConnection(_not_yet_valid)
    ),
    InjectedFault(
        "tls-wrong-host", "Serverens certifikat gælder en anden adresse.", OnConnection(_of_another_host)
    ),
    InjectedFault(
        "tls-unknown-ca",
        "Serverens certifikat er udstedt af en, programmet ikke stoler på.",
        OnConnection(_of_another_authority),
    ),
    InjectedFault("tls-self-signed", "Serveren har selv udstedt sit certifikat.", OnConnection(_self_signed)),
    InjectedFault("tls-1.1", "Serveren taler kun TLS 1.1.", OnConnection(_old)),
    InjectedFault(
        "client-refused",
        "Serveren godkender ikke kommunens certifikat.",
        OnConnection(lambda given: Handshake(_trusting_others_only(given))),
    ),
    InjectedFault(
        "client-refused-reset",
        "Serveren godkender ikke kommunens certifikat og lægger på, før den har sagt det.",
        OnConnection(lambda given: GoneAtOnce(_trusting_others_only(given))),
    ),
    InjectedFault("client-revoked", "Kommunens certifikat er spærret.", OnConnection(_knowing_it_revoked)),
)
