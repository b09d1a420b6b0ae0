"""Our WSDL and XSDs say the same on the wire as the published contract."""

from pathlib import Path
from uuid import UUID

import pytest
import zeep
from lxml import etree
from zeep.helpers import serialize_object

from familieopslag import resources
from tests.support.shared_material import Shared, requires_shared

_CPR = "http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/"
_CONTEXT = "http://serviceplatformen.dk/xml/schemas/InvocationContext/1/"
_FAULT = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/"
_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_WSDL_SOAP = "http://schemas.xmlsoap.org/wsdl/soap/"
_UUID = str(UUID("0c7f2a1e-52b1-4a8e-9d2c-1f4be07a3d55"))
_CHILDREN = {
    "ServiceAgreementUUID": _UUID,
    "UserSystemUUID": _UUID,
    "UserUUID": _UUID,
    "OnBehalfOfUser": "PRØVE\\ab12",
    "ServiceUUID": "a34cf599-26e4-4609-bfbd-2490d3d1c3ab",
    "CallersServiceCallIdentifier": "b2b5a3f6-8f6e-4d0c-8a59-6b5d4a0f2a11",
    "AccountingInfo": "sag 1 & 2",
}
_MESSAGE = '<Gctp v="1.0"><System r="CprSoeg"><Service r="Familie+"/></System></Gctp>'

published = pytest.param(Shared.CONTRACT.value, id="published", marks=requires_shared(Shared.CONTRACT))
own = pytest.param(resources.root() / "wsdl", id="own")
both = pytest.mark.parametrize("folder", [own, published])


def _wsdl() -> Path:
    return resources.root() / "wsdl" / "CprLookupService.wsdl"


def _schema(folder: Path, namespace: str) -> etree.XMLSchema:
    """The schema of `namespace` in `folder`, found by what it declares, whatever its file is called."""
    for file in sorted(folder.glob("*.xsd")):
        document = etree.parse(str(file))
        is_global = document.find("{http://www.w3.org/2001/XMLSchema}element") is not None
        if is_global and document.getroot().get("targetNamespace") == namespace:
            return etree.XMLSchema(document)
    raise LookupError(namespace)


def _request(**changes: str) -> etree._Element:
    client = zeep.Client(str(_wsdl()))
    context = {**_CHILDREN, **changes}
    envelope = client.create_message(
        client.service, "callGctpService", InvocationContext=context, gctpMessage=_MESSAGE
    )
    # As it travels: written and read again.
    body = etree.fromstring(etree.tostring(envelope)).find(f"{{{_SOAP}}}Body")
    assert body is not None
    (request,) = body
    return request


def _reply(content: str) -> etree._Element:
    return etree.fromstring(
        f'<c:callGCTPCheckServiceResponse xmlns:c="{_CPR}">{content}</c:callGCTPCheckServiceResponse>'
    )


@both
def test_request_of_zeep_is_valid_with_all_seven_context_children(folder: Path) -> None:
    request = _request()

    context = request.find(f"{{{_CONTEXT}}}InvocationContext")
    assert context is not None
    assert {etree.QName(child).localname: child.text for child in context} == _CHILDREN
    assert all(etree.QName(child).namespace == _CONTEXT for child in context)
    _schema(folder, _CPR).assertValid(request)


def test_message_travels_as_text() -> None:
    message = _request().find(f"{{{_CPR}}}gctpMessage")

    assert message is not None
    assert len(message) == 0
    assert message.text == _MESSAGE


@both
@pytest.mark.parametrize("child", ["ServiceAgreementUUID", "UserSystemUUID", "UserUUID", "ServiceUUID"])
def test_upper_case_uuid_is_refused(folder: Path, child: str) -> None:
    schema = _schema(folder, _CPR)

    assert not schema.validate(_request(**{child: _CHILDREN[child].upper()}))


@both
@pytest.mark.parametrize("child", ["OnBehalfOfUser", "CallersServiceCallIdentifier", "AccountingInfo"])
def test_texts_end_at_255_characters(folder: Path, child: str) -> None:
    schema = _schema(folder, _CPR)

    assert schema.validate(_request(**{child: "å" * 255}))
    assert not schema.validate(_request(**{child: "å" * 256}))


@both
@pytest.mark.parametrize("child", [*_CHILDREN, "InvocationContext", "gctpMessage"])
def test_what_is_required_and_what_is_not(folder: Path, child: str) -> None:
    request = _request()
    (element,) = request.iter(f"{{{_CONTEXT}}}{child}", f"{{{_CPR}}}{child}")
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)

    optional = {"OnBehalfOfUser", "CallersServiceCallIdentifier", "AccountingInfo"}
    assert _schema(folder, _CPR).validate(request) is (child in optional)


@both
def test_context_children_come_in_any_order(folder: Path) -> None:
    request = _request()
    context = request.find(f"{{{_CONTEXT}}}InvocationContext")
    assert context is not None
    context[:] = reversed(context[:])

    _schema(folder, _CPR).assertValid(request)


@both
def test_reply_with_escaped_text_is_valid(folder: Path) -> None:
    schema = _schema(folder, _CPR)

    schema.assertValid(_reply('<c:result>&lt;root xmlns="http://www.cpr.dk"/&gt;</c:result>'))
    assert not schema.validate(_reply("<c:result><c:root/></c:result>"))
    assert not schema.validate(_reply(""))
    assert not schema.validate(_reply("<result>unqualified</result>"))


@both
def test_fault_detail(folder: Path) -> None:
    schema = _schema(folder, _FAULT)
    error = "<f:Error><f:ErrorCode>7</f:ErrorCode><f:ErrorText>Nej</f:ErrorText></f:Error>"

    def detail(content: str) -> etree._Element:
        return etree.fromstring(
            f'<f:ServiceplatformFault xmlns:f="{_FAULT}">{content}</f:ServiceplatformFault>'
        )

    schema.assertValid(detail(f"<f:ErrorList>{error * 2}</f:ErrorList>"))
    schema.assertValid(detail(""))
    assert not schema.validate(detail("<f:ErrorList/>"))


def test_zeep_reads_the_reply_text() -> None:
    client = zeep.Client(str(_wsdl()))
    element = client.get_element(f"{{{_CPR}}}callGCTPCheckServiceResponse")

    parsed = element.parse(_reply("<c:result>&lt;a b='&amp;amp;'/&gt;</c:result>"), client.wsdl.types)

    assert serialize_object(parsed) == {"result": "<a b='&amp;'/>"}


@both
def test_operation_on_the_wire(folder: Path) -> None:
    document = etree.parse(str(folder / "CprLookupService.wsdl"))
    (operation,) = document.iter(f"{{{_WSDL_SOAP}}}operation")
    binding = document.find(f".//{{{_WSDL_SOAP}}}binding")
    parent = operation.getparent()
    assert binding is not None
    assert parent is not None

    assert parent.get("name") == "callGctpService"
    assert operation.get("soapAction") == ""
    assert operation.get("style", binding.get("style")) == "document"
    assert {body.get("use") for body in document.iter(f"{{{_WSDL_SOAP}}}body")} == {"literal"}
    assert document.getroot().get("targetNamespace") == _CPR


def test_own_files_point_at_no_other_place() -> None:
    folder = resources.root() / "wsdl"
    locations = {
        element.get("schemaLocation")
        for file in [*folder.glob("*.xsd"), *folder.glob("*.wsdl")]
        for element in etree.parse(str(file)).iter("{http://www.w3.org/2001/XMLSchema}*")
        if element.get("schemaLocation")
    }

    assert locations == {"CprService.xsd", "InvocationContext.xsd"}
    assert all((folder / str(name)).is_file() for name in locations)
