"""The tests' side of the service: gates, replaced replies, delays."""

import threading

import pytest

from familieopslag.testservice.exchange import Exchange, Hang, ReceivedRequest, Reply, soap_fault
from familieopslag.testservice.server import LocalService
from tests.testservice.wire import SECONDS, Answer, Wire

NOBODY = "3112990000"
ANOTHER = "3012990000"


def _in_thread(wire: Wire, answers: list[Answer]) -> threading.Thread:
    thread = threading.Thread(target=lambda: answers.append(wire.look_up(NOBODY)))
    thread.start()
    return thread


def test_a_gate_holds_one_client_and_no_other(service: LocalService) -> None:
    arrived, gate = threading.Event(), threading.Event()

    def wait_for_gate(request: ReceivedRequest) -> None:
        if request.pnr == NOBODY:
            arrived.set()
            assert gate.wait(SECONDS)

    service.script.before_answer = wait_for_gate
    answers: list[Answer] = []
    with Wire(service) as held, Wire(service) as free:
        thread = _in_thread(held, answers)
        assert arrived.wait(SECONDS)
        assert free.look_up(ANOTHER).receipt[1] == "172"
        assert answers == []
        assert [request.pnr for request in service.requests] == [NOBODY, ANOTHER]
        gate.set()
        thread.join(SECONDS)
    assert answers[0].receipt[1] == "172"


def test_a_reply_can_be_replaced_for_a_number_and_for_anybody(service: LocalService) -> None:
    service.script.answer_with(Reply(b"<html/>", 403, {"Content-Type": "text/html"}), pnr=NOBODY)
    service.script.answer_with(soap_fault("Closed"), times=1)
    with Wire(service) as wire:
        assert wire.look_up(ANOTHER).fault == ("Closed", [])
        assert wire.look_up(ANOTHER).receipt[1] == "172"
        refused = wire.look_up(NOBODY)
        assert (refused.status, refused.body, refused.headers["Content-Type"]) == (
            403,
            b"<html/>",
            "text/html",
        )
        assert wire.look_up(NOBODY).status == 403
        service.script.answer_as_usual()
        assert wire.look_up(NOBODY).receipt[1] == "172"


def test_a_fault_can_list_errors(service: LocalService) -> None:
    service.script.answer_with(soap_fault("Denied", ("17", "No agreement"), ("18", "Expired")))
    with Wire(service) as wire:
        assert wire.look_up(NOBODY).fault == ("Denied", ["17", "18"])


def test_a_delivery_may_do_as_it_likes_with_the_connection(service: LocalService) -> None:
    class HalfAReply:
        def deliver(self, exchange: Exchange) -> None:
            exchange.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            exchange.close()

    service.script.answer_with(HalfAReply())
    with Wire(service) as wire, pytest.raises(Exception, match="4 bytes read"):
        wire.look_up(NOBODY)


@pytest.mark.parametrize("by", ["hanging", "delay", "gate"])
def test_stopping_ends_whatever_waits(by: str) -> None:
    arrived = threading.Event()
    service = LocalService(delay_seconds=3600 if by == "delay" else 0, on_request=lambda _: arrived.set())
    if by == "hanging":
        service.script.answer_with(Hang())
    elif by == "gate":
        service.script.before_answer = lambda _: _none(service.script.stopping.wait(SECONDS))
    failures: list[Exception] = []

    def look_up() -> None:
        try:
            wire.look_up(NOBODY)
        except OSError as error:
            failures.append(error)

    with service, Wire(service) as wire:
        thread = threading.Thread(target=look_up)
        thread.start()
        assert arrived.wait(SECONDS)
        service.stop()
        thread.join(SECONDS)
    assert len(failures) == 1


def test_a_request_is_noted_before_its_delay() -> None:
    arrived = threading.Event()
    with (
        LocalService(delay_seconds=0.05, on_request=lambda _: arrived.set()) as service,
        Wire(service) as wire,
    ):
        assert wire.look_up(NOBODY).receipt[1] == "172"
        assert arrived.is_set()


def _none(_: object) -> None:
    return None
