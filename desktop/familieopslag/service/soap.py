"""The SOAP call `callGctpService`, and the only place that knows zeep (contract: service.md §1.2).

The WSDL comes from resources, never from the network. One object is one keep-alive session; it is used by one
thread at a time.
"""

import ssl
from dataclasses import dataclass, replace
from email.message import Message
from pathlib import Path
from typing import Any

import requests
import zeep
import zeep.exceptions
from lxml import etree
from zeep.exceptions import Fault, TransportError
from zeep.plugins import Plugin
from zeep.transports import Transport

from familieopslag.service.failures import (
    HttpStatusError,
    ReplyIsWebPageError,
    SoapFaultError,
    UnreadableReplyError,
)
from familieopslag.service.transport import Reply, SecureSession

SERVICE_UUID = "a34cf599-26e4-4609-bfbd-2490d3d1c3ab"
"""Familie+, the same in test and production (service.md §1.1)."""
_CPR_SERVICE = "{http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/}"
_BINDING = f"{_CPR_SERVICE}CprLookupSoap11"
_FAULT = "{http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/}"
_SOAP_12 = "{http://www.w3.org/2003/05/soap-envelope}"
_XML = frozenset({"text/xml", "application/xml", "application/soap+xml"})
_MAX_CONTEXT_LENGTH = 255
_OK = 200
_INTERNAL_SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who calls: service agreement, user system and authority (three UUIDs, lower case), and the OS user."""

    service_agreement_uuid: str
    user_system_uuid: str
    user_uuid: str
    on_behalf_of_user: str


class _SessionTransport(Transport):
    """zeep's transport over our session; zeep's own session is never used."""

    def __init__(self, session: SecureSession) -> None:
        super().__init__()
        self._secure = session

    def post(self, address: str, message: bytes, headers: dict[str, str]) -> Reply:
        reply = self._secure.post(address, message, headers)
        content_type = Message()
        content_type["Content-Type"] = str(reply.headers.get("Content-Type", ""))
        is_xml = content_type.get_content_type() in _XML
        if reply.status_code not in (_OK, _INTERNAL_SERVER_ERROR) or (
            reply.status_code == _INTERNAL_SERVER_ERROR and not is_xml
        ):
            raise HttpStatusError(reply.status_code)
        if content_type.get_content_type() == "text/html":
            raise ReplyIsWebPageError
        if not is_xml:
            raise UnreadableReplyError("content type")
        if not reply.content.strip():
            raise UnreadableReplyError("empty reply")
        return replace(reply, content=_in_utf_8(reply.content, content_type.get_content_charset()))

    def load(self, url: str) -> bytes:
        """Files of the contract only: a WSDL that asked for a network address would be a broken installation."""
        if "://" in url:
            raise UnreadableReplyError("contract refers to the network")
        return Path(url).read_bytes()


def _in_utf_8(content: bytes, charset: str | None) -> bytes:
    """A parser goes by the declaration in the text; where there is none, the HTTP header knows (RFC 7303)."""
    if charset is None or b"encoding" in content.partition(b">")[0]:
        return content
    try:
        return content.decode(charset).encode()
    except (LookupError, UnicodeDecodeError):
        raise UnreadableReplyError("charset") from None


class _ResultAsText(Plugin):
    """`result` holds escaped XML; a server that nests the elements instead is understood as well."""

    def ingress(self, envelope: Any, http_headers: Any, operation: Any) -> Any:
        del operation
        for result in envelope.iter(f"{_CPR_SERVICE}result"):
            if len(result):
                inner = etree.tostring(result[0], encoding="unicode", with_tail=False)
                del result[:]
                result.text = inner
        return envelope, http_headers


class CprService:
    """The remote operation as a Python call."""

    def __init__(
        self,
        wsdl: Path,
        endpoint: str,
        agreement: Agreement,
        context: ssl.SSLContext,
        *,
        connect_timeout: float,
        read_timeout: float,
        proxy: str | None = None,
        proxy_credentials: tuple[str, str] | None = None,
    ) -> None:
        """Reads the contract; makes no connection. `endpoint` is the https address without trailing slash.

        Time-outs and proxy: see SecureSession.
        """
        self._agreement = agreement
        self._session = SecureSession(
            context,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            proxy=proxy,
            proxy_credentials=proxy_credentials,
        )
        settings = zeep.Settings(
            strict=True, forbid_dtd=True, forbid_entities=True, forbid_external=True, xml_huge_tree=False
        )
        self._client = zeep.Client(
            str(wsdl),
            transport=_SessionTransport(self._session),
            settings=settings,
            plugins=[_ResultAsText()],
        )
        self._service = self._client.create_service(_BINDING, endpoint)

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """Send a GCTP request and return the text of `result`.

        Raises WireError, requests' exceptions; `failures.as_domain_error` turns all of them into domain errors.
        """
        context = {
            "ServiceAgreementUUID": self._agreement.service_agreement_uuid,
            "UserSystemUUID": self._agreement.user_system_uuid,
            "UserUUID": self._agreement.user_uuid,
            "OnBehalfOfUser": self._agreement.on_behalf_of_user[:_MAX_CONTEXT_LENGTH],
            "ServiceUUID": SERVICE_UUID,
            "CallersServiceCallIdentifier": correlation_id,
        }
        if accounting_info:
            context["AccountingInfo"] = accounting_info[:_MAX_CONTEXT_LENGTH]
        try:
            answer = self._service.callGctpService(InvocationContext=context, gctpMessage=gctp_message)
        except Fault as fault:
            raise SoapFaultError(_codes_of(fault)) from None
        except requests.exceptions.RequestException:
            # Some of them are ValueErrors too, and are about the connection all the same.
            raise
        except TransportError as error:
            if error.status_code == _OK:
                raise UnreadableReplyError("soap") from None
            raise HttpStatusError(error.status_code or _INTERNAL_SERVER_ERROR) from None
        except (zeep.exceptions.Error, etree.LxmlError, ValueError, LookupError, TypeError, AttributeError):
            # zeep's own errors (its guards against DTDs and entities among them), and what it stumbles over in an
            # envelope that is XML but nothing that the contract knows.
            raise UnreadableReplyError("soap") from None
        if not isinstance(answer, str) or not answer.strip():
            raise UnreadableReplyError("no result")
        return answer

    def close(self) -> None:
        """Close the connection."""
        self._session.close()


def _codes_of(fault: Fault) -> tuple[str, ...]:
    """The codes in a fault: those of ServiceplatformFault's list, else the SOAP fault code (1.1 or 1.2)."""
    detail = fault.detail
    if isinstance(detail, bytes):
        # Not a fault of SOAP 1.1; zeep gives the whole envelope, which it has parsed (and guarded) already.
        detail = etree.fromstring(detail, etree.XMLParser(resolve_entities=False, no_network=True))
    if detail is None:
        return (str(fault.code or ""),)
    listed = [node.text or "" for node in detail.iter(f"{_FAULT}ErrorCode")]
    values = [node.text or "" for node in detail.iter(f"{_SOAP_12}Value")]
    return tuple(listed) or tuple(values) or (str(fault.code or ""),)
