"""A client made of the standard library and raw XML: it owes nothing to the program's own."""

import http.client
import ssl
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)
from lxml import etree

from familieopslag.testservice.server import LocalService

SERVICE_UUID = "a34cf599-26e4-4609-bfbd-2490d3d1c3ab"
SERVICE = "http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/"
CONTEXT = "http://serviceplatformen.dk/xml/schemas/InvocationContext/1/"
FAULT = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
CPR = "http://www.cpr.dk"
SECONDS = 10.0

HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}


@dataclass(frozen=True)
class Answer:
    """An HTTP response."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def envelope(self) -> etree._Element:
        return etree.fromstring(self.body)

    @property
    def result(self) -> str:
        """The text of `result`."""
        assert self.status == 200, self.body
        text = self.envelope.findtext(
            f"{{{SOAP}}}Body/{{{SERVICE}}}callGCTPCheckServiceResponse/{{{SERVICE}}}result"
        )
        assert text is not None
        return text

    @property
    def reply(self) -> etree._Element:
        """The GCTP reply inside `result`."""
        return etree.fromstring(self.result)

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows, k=0 first."""
        rows = self.reply.findall(f".//{{{CPR}}}Row")
        assert [row.get("k") for row in rows] == [str(place) for place in range(len(rows))]
        return [{str(field.get("r")): str(field.get("v")) for field in row} for row in rows]

    @property
    def receipt(self) -> tuple[str | None, str | None, str | None]:
        """Kvit: r, v, t."""
        receipts = self.reply.findall(f".//{{{CPR}}}Kvit")
        assert len(receipts) == 1
        return receipts[0].get("r"), receipts[0].get("v"), receipts[0].get("t")

    @property
    def fault(self) -> tuple[str, list[str]]:
        """The faultstring of a soap:Fault and the error codes of its detail."""
        assert self.status == 500, self.body
        fault = self.envelope.find(f"{{{SOAP}}}Body/{{{SOAP}}}Fault")
        assert fault is not None
        assert (fault.findtext("faultcode") or "").startswith("soap:")
        codes = fault.findall(f"detail/{{{FAULT}}}ServiceplatformFault/{{{FAULT}}}ErrorList/{{{FAULT}}}Error")
        return fault.findtext("faultstring") or "", [
            code.findtext(f"{{{FAULT}}}ErrorCode") or "" for code in codes
        ]


def agreement_of(service: LocalService) -> dict[str, str]:
    """The invocation context that `service` wants."""
    return {
        "ServiceAgreementUUID": service.agreement.service_agreement_uuid,
        "UserSystemUUID": service.agreement.user_system_uuid,
        "UserUUID": service.agreement.user_uuid,
        "OnBehalfOfUser": "sagsbehandler",
        "ServiceUUID": SERVICE_UUID,
        "CallersServiceCallIdentifier": "0b0e3f8e-4f8e-4a53-a5cb-3f7a1d9a3c11",
    }


def gctp_message(pnr: str, **extra_keys: str) -> str:
    """The request of the contract."""
    fields = "".join(
        f"<Field r={quoteattr(r)} v={quoteattr(v)}/>" for r, v in {"PNR": pnr, **extra_keys}.items()
    )
    return (
        '<Gctp v="1.0"><System r="CprSoeg"><Service r="Familie+"><CprServiceHeader r="Familie+">'
        f"<Key>{fields}</Key></CprServiceHeader></Service></System></Gctp>"
    )


def envelope(context: Mapping[str, str], message: str) -> bytes:
    """A SOAP 1.1 request."""
    children = "".join(f"<c:{name}>{escape(value)}</c:{name}>" for name, value in context.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="{SOAP}"><e:Body>'
        f'<s:callGCTPCheckServiceRequest xmlns:s="{SERVICE}" xmlns:c="{CONTEXT}">'
        f"<c:InvocationContext>{children}</c:InvocationContext><s:gctpMessage>{escape(message)}</s:gctpMessage>"
        "</s:callGCTPCheckServiceRequest></e:Body></e:Envelope>"
    ).encode()


def client_context(ca_file: Path, p12: bytes | None = None, passphrase: str = "") -> ssl.SSLContext:
    """TLS that trusts `ca_file` alone, as strictly as Python 3.13 does, with or without a client certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cafile=str(ca_file))
    if p12 is not None:
        key, certificate, _ = pkcs12.load_key_and_certificates(p12, passphrase.encode())
        assert key is not None
        assert certificate is not None
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"test"))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "client.pem"
            file.write_bytes(pem + certificate.public_bytes(Encoding.PEM))
            context.load_cert_chain(file, password="test")
    return context


def context_for(service: LocalService) -> ssl.SSLContext:
    """TLS as the service wants it."""
    return client_context(service.ca_file, service.client_certificate.read_bytes(), service.passphrase)


class Wire:
    """One keep-alive connection to a service. A context manager."""

    def __init__(self, service: LocalService, context: ssl.SSLContext | None = None) -> None:
        self.service = service
        address = urlsplit(service.endpoint)
        self.path = address.path
        self.connection = http.client.HTTPSConnection(
            str(address.hostname), address.port, timeout=SECONDS, context=context or context_for(service)
        )

    def send(
        self,
        body: bytes,
        headers: Mapping[str, str] = HEADERS,
        *,
        method: str = "POST",
        path: str | None = None,
    ) -> Answer:
        """One request as it stands."""
        self.connection.request(method, path or self.path, body, dict(headers))
        response = self.connection.getresponse()
        return Answer(response.status, dict(response.headers), response.read())

    def call(self, message: str, **context: str) -> Answer:
        """A request of `message`, with parts of the invocation context replaced."""
        return self.send(envelope({**agreement_of(self.service), **context}, message))

    def look_up(self, pnr: str, **extra_keys: str) -> Answer:
        """A request for `pnr`."""
        return self.call(gctp_message(pnr, **extra_keys))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
