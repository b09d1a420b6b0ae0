"""What the service does wrong on demand, seen by a client that owes nothing to the program's own."""

import contextlib
import http.client
import re
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from lxml import etree

from familieopslag.testservice.faults.catalogue import FAULTS, ROOMS
from familieopslag.testservice.personnummer import may_have_been_issued
from familieopslag.testservice.server import LocalService
from tests.testservice.wire import CPR, SECONDS, Wire, context_for

NOBODY = "3112990000"


@pytest.fixture
def proxied() -> Iterator[LocalService]:
    with LocalService(with_proxy=True) as service:
        yield service


@pytest.fixture
def person(number: Callable[[str], str]) -> str:
    return number("Mette Kirstine Ravnholt Højgård")


def _port(url: str | None) -> int:
    assert url is not None
    port = urlsplit(url).port
    assert port is not None
    return port


def test_every_fault_has_a_name_of_its_own_and_says_what_it_is() -> None:
    assert len(FAULTS) == sum(len(room.FAULTS) for room in ROOMS)
    for name, fault in FAULTS.items():
        assert re.fullmatch(r"[a-z0-9.-]+", name)
        assert fault.about.endswith(".")
    assert len({fault.about for fault in FAULTS.values()}) == len(FAULTS)


def test_a_fault_of_a_request_strikes_as_often_as_it_is_told_to(service: LocalService, person: str) -> None:
    service.inject(FAULTS["kvit-184"], times=2)
    with Wire(service) as wire:
        assert [wire.look_up(person).receipt[1] for _ in range(4)] == ["184", "184", "0", "0"]


def test_a_fault_of_a_connection_strikes_as_often_as_it_is_told_to(
    service: LocalService, person: str
) -> None:
    with Wire(service) as wire:
        assert wire.look_up(person).receipt[1] == "0"
        service.inject(FAULTS["reset-at-accept"], times=1)
        # The open connection is gone as well: who keeps one would never meet the fault.
        with pytest.raises((OSError, http.client.HTTPException)):
            wire.look_up(person)
    with Wire(service) as wire, pytest.raises(OSError, match=r"(?i)reset|EOF"):
        wire.look_up(person)
    with Wire(service) as wire:
        assert wire.look_up(person).receipt[1] == "0"


@pytest.mark.parametrize("name", ["silence", "drip-in-body", "silent-handshake", "refused", "tls-expired"])
def test_a_fault_ends_when_it_is_told_to_and_another_one_takes_its_place(
    service: LocalService, person: str, name: str
) -> None:
    service.inject(FAULTS[name])
    service.inject(FAULTS["kvit-4"])
    with Wire(service) as wire:
        assert wire.look_up(person).receipt[1] == "4"
        service.behave()
        assert wire.look_up(person).receipt[1] == "0"


def test_a_closed_port_is_refused_and_stays_the_service_s(service: LocalService, person: str) -> None:
    address = ("127.0.0.1", _port(service.endpoint))
    service.inject(FAULTS["refused"])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, SECONDS)
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(address)
    service.behave()
    with Wire(service) as wire:
        assert wire.look_up(person).receipt[1] == "0"


@pytest.mark.parametrize("name", ["refused", "proxy-unreachable"])
def test_nobody_counts_those_who_do_not_get_in(proxied: LocalService, name: str) -> None:
    with pytest.raises(ValueError, match="until it is ended"):
        proxied.inject(FAULTS[name], times=1)


def test_a_fault_of_the_proxy_needs_one(service: LocalService) -> None:
    assert service.proxy is None
    with pytest.raises(ValueError, match="needs a proxy"):
        service.inject(FAULTS["proxy-refuses"])


def test_tls_1_1_is_really_spoken(service: LocalService) -> None:
    service.inject(FAULTS["tls-1.1"])
    context = context_for(service)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
    with (
        socket.create_connection(("127.0.0.1", _port(service.endpoint)), SECONDS) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as secured,
    ):
        assert secured.version() == "TLSv1.1"


@pytest.mark.parametrize(
    ("name", "alert"), [("client-refused", "UNKNOWN_CA"), ("client-revoked", "CERTIFICATE_REVOKED")]
)
def test_a_refused_client_is_sent_the_alert_that_says_why(
    service: LocalService, name: str, alert: str
) -> None:
    service.inject(FAULTS[name])
    with Wire(service) as wire, pytest.raises(ssl.SSLError) as refused:
        wire.look_up(NOBODY)
    assert alert in str(refused.value.reason)


def test_the_proxy_connects_with_this_service_and_with_nobody_else(
    proxied: LocalService, person: str
) -> None:
    def through(host: str, port: int) -> http.client.HTTPSConnection:
        connection = http.client.HTTPSConnection(
            "127.0.0.1", _port(proxied.proxy), timeout=SECONDS, context=context_for(proxied)
        )
        connection.set_tunnel(host, port)
        return connection

    with contextlib.closing(through("127.0.0.1", _port(proxied.endpoint))) as connection:
        connection.connect()
    with (
        contextlib.closing(through("andet.example", 443)) as connection,
        pytest.raises(OSError, match="403"),
    ):
        connection.connect()
    proxied.inject(FAULTS["refused"])
    with (
        contextlib.closing(through("127.0.0.1", _port(proxied.endpoint))) as connection,
        pytest.raises(OSError, match="502"),
    ):
        connection.connect()


def test_there_is_always_another_page_and_nobody_on_it_is_real(service: LocalService, person: str) -> None:
    service.inject(FAULTS["always-another-page"])
    seen: set[str] = set()
    last: dict[str, str] = {}
    with Wire(service) as wire:
        for _ in range(5):
            main, *relatives = wire.look_up(person, **last).rows
            numbers = [row["PNR_FOEDDATO"] for row in relatives]
            assert main["PNR"] == person
            assert len(numbers) == 20
            assert not seen & {*numbers}
            assert not any(map(may_have_been_issued, numbers))
            seen |= {*numbers}
            last = {"REST": numbers[-1]}


def test_another_person_is_nobody_real(service: LocalService, person: str) -> None:
    service.inject(FAULTS["another-person"])
    with Wire(service) as wire:
        main, *_ = wire.look_up(person).rows
    assert main["PNR"] != person
    assert not may_have_been_issued(main["PNR"])


def test_a_receipt_with_lines_is_as_cpr_s_own_endpoint_words_it(service: LocalService, person: str) -> None:
    service.inject(FAULTS["kvit-with-lines"])
    with Wire(service) as wire:
        answer = wire.look_up(person)
    lines = answer.reply.findall(f".//{{{CPR}}}Kvit/{{{CPR}}}Table/{{{CPR}}}Row/{{{CPR}}}Field")
    assert answer.receipt[1] == "4599"
    assert {line.get("r") for line in lines} == {"Kvittxt"}
    assert len(lines) == 2


def test_an_unknown_number_stays_unknown_where_there_is_nothing_to_change(service: LocalService) -> None:
    for name in ("duplicate-fields", "always-another-page", "page-2-refused"):
        service.inject(FAULTS[name])
        with Wire(service) as wire:
            assert wire.look_up(NOBODY).receipt[1] == "172"


def test_entities_are_there_for_whoever_expands_them(service: LocalService, person: str) -> None:
    service.inject(FAULTS["external-entity"])
    with Wire(service) as wire:
        body = wire.look_up(person).body
    kept = etree.fromstring(body, etree.XMLParser(resolve_entities=False))
    entities = list(kept.getroottree().docinfo.internalDTD.iterentities())
    assert [entity.name for entity in entities] == ["ud"]
    assert b"&ud;" in body
