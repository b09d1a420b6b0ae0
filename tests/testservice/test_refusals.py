"""What is answered by a soap:Fault, and what by a receipt other than Ok."""

import uuid
from collections.abc import Callable

import pytest

from familieopslag.testservice.server import LocalService
from tests.testservice.wire import SOAP, Wire, agreement_of, envelope, gctp_message

NOBODY = "3112990000"
_FIELDS = ("ServiceUUID", "ServiceAgreementUUID", "UserSystemUUID", "UserUUID")


@pytest.mark.parametrize("name", _FIELDS)
def test_an_upper_case_uuid_is_invalid(wire: Wire, name: str) -> None:
    text, codes = wire.call(gctp_message(NOBODY), **{name: agreement_of(wire.service)[name].upper()}).fault
    assert text == f"The request is not valid: element {name} breaks the pattern"
    assert codes == []


@pytest.mark.parametrize(("place", "name"), list(enumerate(_FIELDS, start=1)))
def test_a_uuid_of_another_agreement_is_named(wire: Wire, place: int, name: str) -> None:
    text, codes = wire.call(gctp_message(NOBODY), **{name: str(uuid.uuid4())}).fault
    assert text.startswith("Access denied")
    assert codes == [f"SP-UUID-{place}"]


def test_every_wrong_uuid_is_named(wire: Wire) -> None:
    _, codes = wire.call(gctp_message(NOBODY), **{name: str(uuid.uuid4()) for name in _FIELDS}).fault
    assert codes == ["SP-UUID-1", "SP-UUID-2", "SP-UUID-3", "SP-UUID-4"]


def test_a_missing_element_of_the_context_is_invalid(wire: Wire) -> None:
    context = agreement_of(wire.service)
    del context["UserUUID"]
    text, _ = wire.send(envelope(context, gctp_message(NOBODY))).fault
    assert text.startswith("The request is not valid: element InvocationContext")


def test_a_context_value_that_is_too_long_is_not_repeated(wire: Wire) -> None:
    text, _ = wire.call(gctp_message(NOBODY), OnBehalfOfUser="Andersine " * 26).fault
    assert text == "The request is not valid: element OnBehalfOfUser breaks the maxLength"


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body[: len(body) // 2],
        lambda body: body.replace(SOAP.encode(), b"http://www.w3.org/2003/05/soap-envelope"),
        lambda body: body.replace(b"callGCTPCheckServiceRequest", b"callGctpService"),
        lambda body: body.replace(b"callGCTPCheckServiceRequest", b"callGCTPCheckServiceResponse"),
        lambda body: body.replace(b"<e:Body>", b"<e:Body><extra/>"),
        lambda body: body.replace(b"?><e:", b'?><!DOCTYPE e [<!ENTITY x "y">]><e:'),
        lambda _body: b"",
    ],
    ids=["cut", "soap 1.2", "unknown element", "a response", "two elements", "doctype", "empty"],
)
def test_what_is_no_valid_soap_request_gets_a_fault(wire: Wire, change: Callable[[bytes], bytes]) -> None:
    text, _ = wire.send(change(envelope(agreement_of(wire.service), gctp_message(NOBODY)))).fault
    assert text


@pytest.mark.parametrize(
    "message",
    [
        "",
        "hvem er det?",
        gctp_message(NOBODY).replace('v="1.0"', 'v="2.0"'),
        gctp_message(NOBODY).replace("Familie+", "Stam+"),
        gctp_message(NOBODY).replace("CprSoeg", "KontaktAdresse"),
        gctp_message(NOBODY).replace('r="PNR"', 'r="CPR"'),
        gctp_message(NOBODY).replace("</Key>", f'<Field r="PNR" v="{NOBODY}"/></Key>'),
        gctp_message(NOBODY).replace("</Key>", "</Key><Key/>"),
        f"<root>{gctp_message(NOBODY)}</root>",
        gctp_message(NOBODY).replace('<Gctp v="1.0">', '<Gctp v="1.0" xmlns="http://www.cpr.dk">'),
        '<!DOCTYPE Gctp [<!ENTITY p "3112990000">]>' + gctp_message(NOBODY),
    ],
)
def test_a_gctp_message_that_is_not_the_contract_s_gets_a_fault(wire: Wire, message: str) -> None:
    text, _ = wire.call(message).fault
    assert text.startswith("gctpMessage")
    assert NOBODY not in text


def test_an_unknown_number_gets_172_and_no_data(wire: Wire) -> None:
    answer = wire.look_up(NOBODY)
    assert answer.receipt == ("Fejl", "172", "Personen findes ikke i CPR")
    assert answer.rows == []


@pytest.mark.parametrize(
    "number",
    [
        "",
        "311299000",
        "31129900000",
        "311299-000",
        "3113990000",
        "3002990000",
        "9112990001",
        "0000000000",
        "31129900a0",
    ],
)
def test_a_malformed_number_gets_52_and_is_not_repeated(wire: Wire, number: str) -> None:
    answer = wire.look_up(number)
    result, code, text = answer.receipt
    assert (result, code) == ("Fejl", "52")
    assert text is not None
    assert text.startswith("Personnummeret: ")
    assert text.endswith("er udfyldt forkert. Det skal være gyldigt.")
    assert not any(character.isdigit() for character in text)
    assert answer.rows == []


def test_what_was_refused_is_noted_too(service: LocalService) -> None:
    with Wire(service) as wire:
        wire.look_up(NOBODY)
        wire.look_up("0000000000")
        wire.call("nonsense")
    assert [request.outcome for request in service.requests] == ["kvit-172", "kvit-52", "fault"]
    assert service.requests[0].key == {"PNR": NOBODY}
    assert service.requests[0].invocation_context == agreement_of(service)
    assert NOBODY not in repr(service.requests)
