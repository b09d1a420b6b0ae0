"""SOAP and XML that are not as the contract has them, some of them an attack; odd encodings, some of them right."""

from collections.abc import Callable, Mapping

from familieopslag.testservice import soap
from familieopslag.testservice.exchange import ReceivedRequest, Reply, soap_fault
from familieopslag.testservice.faults.kinds import InjectedFault, OnRequest

_TYPE = "Content-Type"
_LATIN_1 = "iso-8859-1"
_DECLARATION_END = b"?>"
_LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "ha">' for level in range(10)
)
_SOAP_12_FAULT = (
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><e:Fault>'
    "<e:Code><e:Value>e:Receiver</e:Value></e:Code>"
    '<e:Reason><e:Text xml:lang="da">Der opstod en fejl</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>'
)


def _with_doctype(doctype: str, entity: str = "") -> Callable[[ReceivedRequest, Reply], Reply]:
    """The usual reply with a document type, and a reference to one of its entities in the first text."""

    def changed(_request: ReceivedRequest, usual: Reply) -> Reply:
        declaration, end, body = usual.body.partition(_DECLARATION_END)
        body = body.replace(b"result>", f"result>{entity}".encode(), 1)
        return Reply(declaration + end + doctype.encode() + body, usual.status)

    return changed


def _in_latin_1(declaration: str, headers: Mapping[str, str]) -> Callable[[ReceivedRequest, Reply], Reply]:
    """The usual reply in latin-1, whatever it says about that."""

    def changed(_request: ReceivedRequest, usual: Reply) -> Reply:
        text = usual.body.partition(_DECLARATION_END)[2].decode()
        return Reply((declaration + text).encode(_LATIN_1, "xmlcharrefreplace"), usual.status, headers)

    return changed


def _changed(name: str, about: str, change: Callable[[bytes], bytes]) -> InjectedFault:
    return InjectedFault(
        name, about, OnRequest(lambda _request, usual: Reply(change(usual.body), usual.status))
    )


FAULTS = (
    InjectedFault(
        "fault-plain",
        "En soap:Fault uden koder, som nævner nummeret i sin tekst.",
        OnRequest(lambda request, _usual: soap_fault(f"Der opstod en fejl ved opslag af {request.pnr}")),
    ),
    InjectedFault(
        "fault-error-list",
        "En soap:Fault med Serviceplatformens fejlliste (ErrorList).",
        OnRequest(
            lambda request, _usual: soap_fault(
                "Adgang nægtet",
                ("SP-1017", f"Serviceaftalen dækker ikke opslag af {request.pnr}"),
                ("SP-1020", "Kontakt KOMBIT"),
            )
        ),
    ),
    InjectedFault(
        "fault-soap-1.2",
        "En fejl efter SOAP 1.2, som servicen ikke burde tale.",
        OnRequest(
            lambda _request, _usual: Reply(
                _SOAP_12_FAULT.encode(), 500, {_TYPE: "application/soap+xml; charset=utf-8"}
            )
        ),
    ),
    _changed("malformed-xml", "Svaret er afbrudt XML.", lambda body: body[: len(body) * 2 // 3]),
    _changed(
        "wrong-namespace",
        "Svaret er i et andet navnerum end kontraktens.",
        lambda body: body.replace(b"CprService/2/", b"CprService/9/"),
    ),
    _changed("wrong-envelope", "Svaret er XML, men ikke SOAP.", lambda _body: b"<svar>ok</svar>"),
    InjectedFault("dtd", "Svaret har en dokumenttype (DTD).", OnRequest(_with_doctype("<!DOCTYPE svar>"))),
    InjectedFault(
        "entity-bomb",
        "Svaret har entiteter, der folder sig ud i det uendelige.",
        OnRequest(_with_doctype(f"<!DOCTYPE svar [{_LAUGHS}]>", "&l9;")),
    ),
    InjectedFault(
        "external-entity",
        "Svaret vil have programmet til at hente en fil på pc'en.",
        OnRequest(
            _with_doctype('<!DOCTYPE svar [<!ENTITY ud SYSTEM "file:///etc/hostname">]>', "&ud;"),
        ),
    ),
    _changed(
        "invalid-utf-8", "Svaret er ikke gyldig UTF-8.", lambda body: body.replace(b"Kvit", b"Kv\xffit")
    ),
    InjectedFault(
        "latin-1-undeclared",
        "Svaret er i latin-1 uden at sige det.",
        OnRequest(_in_latin_1("", {_TYPE: "text/xml"})),
    ),
    InjectedFault(
        "latin-1-declared",
        "Svaret er i latin-1 og siger det i XML'en. Ingen fejl.",
        OnRequest(_in_latin_1(f'<?xml version="1.0" encoding="{_LATIN_1}"?>', {_TYPE: "text/xml"})),
    ),
    InjectedFault(
        "latin-1-in-header",
        "Svaret er i latin-1 og siger det kun i HTTP-hovedet. Ingen fejl.",
        OnRequest(_in_latin_1("", {_TYPE: f"text/xml; charset={_LATIN_1}"})),
    ),
    InjectedFault(
        "no-result",
        "SOAP-svaret har intet indhold (result).",
        OnRequest(lambda _request, _usual: Reply(soap.response(""))),
    ),
)
