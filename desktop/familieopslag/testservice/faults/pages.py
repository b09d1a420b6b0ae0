"""What comes instead of a SOAP reply: web pages, refusals by status, redirects, other kinds of content."""

from familieopslag.testservice.exchange import Reply
from familieopslag.testservice.faults.kinds import InjectedFault, OnRequest

_PAGE = (
    "<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>"
    "<p>Reference: gw-01</p></body></html>"
)
_ELSEWHERE = "https://andet.invalid/service/CPRLookup/CPRLookup/2"


def _page(name: str, status: int, title: str, about: str) -> InjectedFault:
    body = _PAGE.format(title=title).encode()
    return _reply(name, about, Reply(body, status, {"Content-Type": "text/html; charset=utf-8"}))


def _reply(name: str, about: str, reply: Reply) -> InjectedFault:
    return InjectedFault(name, about, OnRequest(lambda _request, _usual: reply))


FAULTS = (
    _page("html-200", 200, "Log på netværket", "En webside (status 200) i stedet for et svar."),
    _page("html-401", 401, "401 Unauthorized", "HTTP 401 med en webside."),
    _page("html-403", 403, "403 Forbidden", "HTTP 403 med en webside: certifikat eller aftale passer ikke."),
    _page("html-404", 404, "404 Not Found", "HTTP 404 med en webside: der er ingen service på adressen."),
    _page("html-429", 429, "429 Too Many Requests", "HTTP 429: for mange opslag på kort tid."),
    _page(
        "html-500", 500, "500 Internal Server Error", "HTTP 500 med en webside i stedet for en soap:Fault."
    ),
    _page("html-502", 502, "502 Bad Gateway", "HTTP 502: gatewayen når ikke servicen."),
    _page("html-503", 503, "503 Service Unavailable", "HTTP 503: servicevindue."),
    _page("html-504", 504, "504 Gateway Timeout", "HTTP 504: gatewayen venter forgæves på servicen."),
    _reply(
        "redirect",
        "Serveren henviser til en anden server (HTTP 302).",
        Reply(b"", 302, {"Location": _ELSEWHERE}),
    ),
    _reply(
        "wrong-content-type",
        "Svaret siger, at det er JSON.",
        Reply(b'{"result": null}', headers={"Content-Type": "application/json"}),
    ),
    _reply("empty-body", "Svaret er tomt.", Reply(b"")),
)
