"""SOAP 1.1 around the question and the answer: taking a request out of its envelope, and replies into theirs."""

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from familieopslag.testservice.xmltools import UnreadableXmlError, parse

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_SERVICE = "http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/"
_CONTEXT = "http://serviceplatformen.dk/xml/schemas/InvocationContext/1/"
_FAULT = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/"
_COMPLAINT = re.compile(r"Element '(?:\{[^}]*\})?(?P<element>[^']*)':(?: \[facet '(?P<facet>[^']*)'\])?")


class FaultError(Exception):
    """A request that is answered by a soap:Fault.

    `errors` are code and text of each ServiceplatformFault error; without any the fault has no detail.
    """

    def __init__(self, text: str, errors: tuple[tuple[str, str], ...] = (), code: str = "Client") -> None:
        super().__init__(text)
        self.text = text
        self.errors = errors
        self.code = code


@dataclass(frozen=True, slots=True)
class Call:
    """What a valid envelope holds: the children of InvocationContext by name, and the text of gctpMessage."""

    invocation_context: Mapping[str, str]
    gctp_message: str = field(repr=False)


class RequestReader:
    """Reads request envelopes and holds them against the schema. For use by many threads."""

    def __init__(self, schema_file: Path) -> None:
        """`schema_file`: CprService.xsd with the schemas it imports beside it."""
        self._schema = etree.XMLSchema(etree.parse(str(schema_file)))
        self._one_at_a_time = threading.Lock()  # a schema keeps the error log of its last validation

    def read(self, content: bytes) -> Call:
        """The call in `content`; raises FaultError for anything that the schema or SOAP 1.1 does not allow."""
        body = _body(content)
        with self._one_at_a_time:
            try:
                self._schema.assertValid(body)
            except etree.DocumentInvalid as error:
                raise FaultError(f"The request is not valid: {_complaint(error)}") from None
        if body.tag != f"{{{_SERVICE}}}callGCTPCheckServiceRequest":
            raise FaultError("The request is not valid: callGCTPCheckServiceRequest expected")
        context = body[0]
        return Call(
            {etree.QName(child).localname: child.text or "" for child in context},
            body.findtext(f"{{{_SERVICE}}}gctpMessage") or "",
        )


def response(result: str) -> bytes:
    """The reply envelope with `result` as escaped text."""
    reply = etree.Element(f"{{{_SERVICE}}}callGCTPCheckServiceResponse", nsmap={"ns2": _SERVICE})
    etree.SubElement(reply, f"{{{_SERVICE}}}result").text = result
    return _enveloped(reply)


def nested_response(result: etree._Element) -> bytes:
    """The same with `result` as the element that it is."""
    reply = etree.Element(f"{{{_SERVICE}}}callGCTPCheckServiceResponse", nsmap={"ns2": _SERVICE})
    etree.SubElement(reply, f"{{{_SERVICE}}}result").append(result)
    return _enveloped(reply)


def result_of(envelope: bytes) -> str | None:
    """The text of `result` in a reply envelope of this module; None for a fault."""
    return parse(envelope).findtext(f".//{{{_SERVICE}}}result")


def fault(text: str, errors: Iterable[tuple[str, str]] = (), code: str = "Client") -> bytes:
    """A soap:Fault; with `errors` (code, text) it has a ServiceplatformFault as detail."""
    element = etree.Element(f"{{{_SOAP}}}Fault", nsmap={"soap": _SOAP})
    etree.SubElement(element, "faultcode").text = f"soap:{code}"
    etree.SubElement(element, "faultstring").text = text
    listed = tuple(errors)
    if listed:
        detail = etree.SubElement(element, "detail")
        platform_fault = etree.SubElement(detail, f"{{{_FAULT}}}ServiceplatformFault", nsmap={"ns3": _FAULT})
        error_list = etree.SubElement(platform_fault, f"{{{_FAULT}}}ErrorList")
        for error_code, error_text in listed:
            error = etree.SubElement(error_list, f"{{{_FAULT}}}Error")
            etree.SubElement(error, f"{{{_FAULT}}}ErrorCode").text = error_code
            etree.SubElement(error, f"{{{_FAULT}}}ErrorText").text = error_text
    return _enveloped(element)


def _enveloped(content: etree._Element) -> bytes:
    envelope = etree.Element(f"{{{_SOAP}}}Envelope", nsmap={"soap": _SOAP})
    etree.SubElement(envelope, f"{{{_SOAP}}}Body").append(content)
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)


def _body(content: bytes) -> etree._Element:
    try:
        envelope = parse(content)
    except UnreadableXmlError as error:
        raise FaultError(f"The request is {error}") from None
    if etree.QName(envelope).localname == "Envelope" and etree.QName(envelope).namespace != _SOAP:
        raise FaultError("Only SOAP 1.1 is spoken here", code="VersionMismatch")
    body = envelope.find(f"{{{_SOAP}}}Body")
    if envelope.tag != f"{{{_SOAP}}}Envelope" or body is None or len(body) != 1:
        raise FaultError("The request is no SOAP 1.1 envelope whose body holds one element")
    return body[0]


def _complaint(error: etree.DocumentInvalid) -> str:
    """Which element breaks which rule; never its value, which may be personal."""
    match = _COMPLAINT.match(str(error))
    if match is None:
        return "it breaks the schema"
    return f"element {match['element']}" + (
        f" breaks the {match['facet']}" if match["facet"] else " is wrong"
    )
