"""The SOAP call over a real connection: what is sent, and which answers are taken for a reply."""

import re
import ssl
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import pytest
import trustme
import zeep.exceptions
from lxml import etree

from familieopslag import resources
from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.service.gctp import request_text
from familieopslag.service.paging import FamilyLookup
from familieopslag.service.soap import SERVICE_UUID, Agreement, CprService
from familieopslag.service.transport import client_context
from tests.support.journal import MemoryJournal
from tests.support.replies import CODE_LISTS, invented_number, main_row, own_row, reply_text
from tests.support.tls_server import Handler, TlsServer

ME = invented_number()
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
CPR_SERVICE = "http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/"
INVOCATION = "http://serviceplatformen.dk/xml/schemas/InvocationContext/1/"
FAULT = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/"
AGREEMENT = Agreement(*(str(uuid.uuid4()) for _ in range(3)), on_behalf_of_user="KOMMUNE\\ab12")

Answer = Callable[[Handler], None]


def _envelope(body: str, *, prolog: str = "") -> bytes:
    return f'{prolog}<s:Envelope xmlns:s="{SOAP}"><s:Body>{body}</s:Body></s:Envelope>'.encode()


def _response(inner: str, **parts: str) -> bytes:
    element = "callGCTPCheckServiceResponse"
    return _envelope(f'<{element} xmlns="{CPR_SERVICE}"><result>{inner}</result></{element}>', **parts)


GOOD = reply_text(main_row(ME, ADRNVN="Rød & Grøn O'Testesen"), own_row(ME))


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture
def client(authority: trustme.CA, tmp_path: Path) -> ssl.SSLContext:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))

    class Identity:
        def load_into(self, context: ssl.SSLContext) -> None:
            authority.issue_cert("klient.example").configure_cert(context)

    return client_context(Identity(), file)


@contextmanager
def _service(client: ssl.SSLContext, url: str, agreement: Agreement = AGREEMENT) -> Iterator[CprService]:
    wsdl = resources.root() / "wsdl" / "CprLookupService.wsdl"
    service = CprService(wsdl, url, agreement, client, connect_timeout=2.0, read_timeout=5.0)
    try:
        yield service
    finally:
        service.close()


def _looked_up(authority: trustme.CA, client: ssl.SSLContext, answer: Answer) -> LookupResult:
    with TlsServer(authority, answer) as server, _service(client, server.url) as service:
        lookup = FamilyLookup(service, CODE_LISTS, MemoryJournal(), paging_key="", read_timeout=5.0)
        return lookup.lookup(LookupRequest(Cpr(ME)), lambda _partial: None, lambda: False)


def _always(content: bytes, *, status: int = 200, **headers: str) -> Answer:
    return lambda handler: handler.reply(content, status=status, **headers)


def test_the_request_is_the_contract_s(authority: trustme.CA, client: ssl.SSLContext) -> None:
    seen: list[tuple[str, str]] = []

    def answer(handler: Handler) -> None:
        seen.append((handler.headers["SOAPAction"], handler.headers["Content-Type"]))
        handler.reply(_response(escape(GOOD)))

    message = request_text(Cpr(ME), {})
    with TlsServer(authority, answer) as server, _service(client, server.url) as service:
        service.call(message, "et-opslags-id", accounting_info="sag 17")
    assert seen == [('""', "text/xml; charset=utf-8")]
    (body,) = server.bodies
    request = etree.fromstring(body).find(f"{{{SOAP}}}Body/{{{CPR_SERVICE}}}callGCTPCheckServiceRequest")
    assert request is not None
    context = request.find(f"{{{INVOCATION}}}InvocationContext")
    assert context is not None
    assert {etree.QName(child).localname: child.text for child in context} == {
        "ServiceAgreementUUID": AGREEMENT.service_agreement_uuid,
        "UserSystemUUID": AGREEMENT.user_system_uuid,
        "UserUUID": AGREEMENT.user_uuid,
        "OnBehalfOfUser": AGREEMENT.on_behalf_of_user,
        "ServiceUUID": SERVICE_UUID,
        "CallersServiceCallIdentifier": "et-opslags-id",
        "AccountingInfo": "sag 17",
    }
    assert request.findtext(f"{{{CPR_SERVICE}}}gctpMessage") == message
    assert server.paths == ["/service/CPRLookup/CPRLookup/2"]


def test_a_long_user_name_is_cut_where_the_contract_ends(
    authority: trustme.CA, client: ssl.SSLContext
) -> None:
    agreement = Agreement(*(str(uuid.uuid4()) for _ in range(3)), on_behalf_of_user="ø" * 300)
    answer = _always(_response(escape(GOOD)))
    with TlsServer(authority, answer) as server, _service(client, server.url, agreement) as service:
        service.call(request_text(Cpr(ME), {}), "id")
    sent = re.search("<[^>]*OnBehalfOfUser>(ø*)<", server.bodies[0].decode())
    assert sent is not None
    assert len(sent[1]) == 255


@pytest.mark.parametrize(
    "inner",
    [
        escape(GOOD),
        f"<![CDATA[{GOOD}]]>",
        GOOD,
        escape('<?xml version="1.0" encoding="iso-8859-1"?>' + GOOD),
        "\n  " + escape(GOOD) + "\n",
    ],
    ids=["escaped", "cdata", "nested", "declared", "indented"],
)
def test_result_is_understood_in_every_wrapping(
    authority: trustme.CA, client: ssl.SSLContext, inner: str
) -> None:
    result = _looked_up(authority, client, _always(_response(inner)))
    assert result.person.name == "Rød & Grøn O'Testesen"


@pytest.mark.parametrize(
    ("declaration", "header"),
    [
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "text/xml; charset=iso-8859-1"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "text/xml; charset=utf-8"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "text/xml"),
        ('<?xml version="1.0"?>', "text/xml; charset=iso-8859-1"),
        ("", 'text/xml; charset="ISO-8859-1"'),
    ],
)
def test_the_reply_s_encoding_is_the_one_it_declares(
    authority: trustme.CA, client: ssl.SSLContext, declaration: str, header: str
) -> None:
    text = _response(escape(GOOD)).decode()
    answer = _always((declaration + text).encode("iso-8859-1"), Content_Type=header)
    assert _looked_up(authority, client, answer).person.name == "Rød & Grøn O'Testesen"


def _soap_fault(detail: str = "", code: str = "s:Server", words: str = f"Fejl i {ME}") -> bytes:
    return _envelope(
        f"<s:Fault><faultcode>{code}</faultcode><faultstring>{words}</faultstring>{detail}</s:Fault>"
    )


_DETAIL = (
    f'<detail><f:ServiceplatformFault xmlns:f="{FAULT}"><f:ErrorList><f:Error>'
    f"<f:ErrorCode>SP-4711</f:ErrorCode><f:ErrorText>{ME} er ukendt</f:ErrorText>"
    "</f:Error></f:ErrorList></f:ServiceplatformFault></detail>"
)
_TYPE_12 = "application/soap+xml; charset=utf-8"
_FAULT_12 = (
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:x="urn:x"><e:Body><e:Fault><e:Code>'
    "<e:Value>e:Receiver</e:Value><e:Subcode><e:Value>x:Lukket</e:Value></e:Subcode></e:Code>"
    f'<e:Reason><e:Text xml:lang="da">Fejl i {ME}</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>'
).encode()
_LATIN = _response(escape(GOOD)).decode().encode("iso-8859-1")
_ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("answer", "fault", "detail"),
    [
        (_always(_soap_fault(), status=500), faults.SERVICE_FAULT, "s:Server"),
        (_always(_soap_fault(_DETAIL), status=500), faults.SERVICE_FAULT, "SP-4711"),
        (_always(_soap_fault("<detail>fri tekst</detail>"), status=500), faults.SERVICE_FAULT, "s:Server"),
        (_always(_soap_fault(_DETAIL), status=200), faults.SERVICE_FAULT, "SP-4711"),
        (_always(b"<html>", status=403, Content_Type="text/html"), faults.ACCESS_DENIED, "HTTP 403"),
        (_always(b"", status=401), faults.ACCESS_DENIED, "HTTP 401"),
        (_always(b"<html>", status=500, Content_Type="text/html"), faults.SERVICE_UNAVAILABLE, "HTTP 500"),
        (_always(b"", status=503), faults.SERVICE_UNAVAILABLE, "HTTP 503"),
        (_always(b"", status=404), faults.SERVICE_NOT_FOUND, "HTTP 404"),
        (_always(_FAULT_12, status=500, Content_Type=_TYPE_12), faults.SERVICE_FAULT, "e:Receiver, x:Lukket"),
        (_always(b"<fejl/>", status=500), faults.SERVICE_FAULT, "soap:Fault"),
        (_always(b"", status=202), faults.REPLY_UNREADABLE, "HTTP 202"),
        (_always(b"", status=302, Location="https://andet.invalid/"), faults.REDIRECTED, ""),
        (_always(b""), faults.REPLY_UNREADABLE, "empty reply"),
        (_always(b" \n "), faults.REPLY_UNREADABLE, "empty reply"),
        (_always(b"<html/>", Content_Type="text/html; charset=utf-8"), faults.REPLY_IS_WEB_PAGE, ""),
        (_always(b"<a/>", Content_Type=""), faults.REPLY_UNREADABLE, "content type"),
        (_always(_LATIN), faults.REPLY_UNREADABLE, "charset"),
        (_always(_LATIN, Content_Type="text/xml"), faults.REPLY_UNREADABLE, "soap"),
        (_always(_LATIN, Content_Type="text/xml; charset=findes-ikke"), faults.REPLY_UNREADABLE, "charset"),
        (_always(b"{}", Content_Type="application/json"), faults.REPLY_UNREADABLE, "content type"),
        (_always(b"<html/>"), faults.REPLY_UNREADABLE, "soap"),
        (_always(b"ikke xml"), faults.REPLY_UNREADABLE, "soap"),
        (_always(_response(escape(GOOD))[:-30]), faults.REPLY_UNREADABLE, "soap"),
        (_always(_envelope("")), faults.REPLY_UNREADABLE, "soap"),
        (_always(_envelope("<andet/>")), faults.REPLY_UNREADABLE, "no result"),
        (_always(_response("")), faults.REPLY_UNREADABLE, "no result"),
        (_always(_response("  ")), faults.REPLY_UNREADABLE, "no result"),
        (_always(_response("&b;", prolog=_ENTITY)), faults.REPLY_UNREADABLE, "soap"),
        (_always(_response("&a;", prolog=_EXTERNAL)), faults.REPLY_UNREADABLE, "soap"),
        (_always(_response(escape(GOOD), prolog="<!DOCTYPE x>")), faults.REPLY_UNREADABLE, "soap"),
        (
            _always(_response(escape('<!DOCTYPE root [<!ENTITY a "b">]>' + GOOD))),
            faults.REPLY_UNREADABLE,
            "gctp root",
        ),
    ],
)
def test_what_is_no_reply_has_its_own_sentence(
    authority: trustme.CA, client: ssl.SSLContext, answer: Answer, fault: Fault, detail: str
) -> None:
    with pytest.raises(FamilieopslagError) as caught:
        _looked_up(authority, client, answer)
    assert (caught.value.fault, caught.value.detail) == (fault, detail)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert ME not in f"{caught.value!r}{caught.value.detail}{dict(caught.value.values)}"


def test_after_a_fault_the_next_lookup_works(authority: trustme.CA, client: ssl.SSLContext) -> None:
    answers = [_always(_soap_fault(), status=500), _always(b"ikke xml"), _always(_response(escape(GOOD)))]

    def answer(handler: Handler) -> None:
        answers.pop(0)(handler)

    with TlsServer(authority, answer) as server, _service(client, server.url) as service:
        lookup = FamilyLookup(service, CODE_LISTS, MemoryJournal(), paging_key="", read_timeout=5.0)
        for fault in (faults.SERVICE_FAULT, faults.REPLY_UNREADABLE):
            with pytest.raises(FamilieopslagError) as caught:
                lookup.lookup(LookupRequest(Cpr(ME)), lambda _partial: None, lambda: False)
            assert caught.value.fault is fault
        assert lookup.lookup(LookupRequest(Cpr(ME)), lambda _partial: None, lambda: False).person.cpr == Cpr(
            ME
        )


def test_a_contract_that_asks_for_the_network_is_a_broken_installation(
    client: ssl.SSLContext, tmp_path: Path
) -> None:
    folder = resources.root() / "wsdl"
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    wsdl = tmp_path / "CprLookupService.wsdl"
    reference = re.compile(r'(schemaLocation=")')
    changed, count = reference.subn(r"\1https://skema.invalid/", wsdl.read_text("utf-8"), count=1)
    assert count == 1
    wsdl.write_text(changed, "utf-8")
    with pytest.raises(zeep.exceptions.ExternalReferenceForbidden):
        CprService(wsdl, "https://127.0.0.1:9", AGREEMENT, client, connect_timeout=1.0, read_timeout=1.0)
