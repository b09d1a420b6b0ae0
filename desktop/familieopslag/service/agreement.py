"""Whether the service answers under the agreement, asked without asking for anybody (ADR 17)."""

import uuid
from collections.abc import Callable

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry, AuditEvent, Journal
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.service.failures import as_domain_error
from familieopslag.service.gctp import read_reply, request_for_nobody
from familieopslag.service.paging import GctpCall, refusal

_ACCEPTED = (0, 52, 172)
"""Receipts that only somebody gets who may ask: nothing wrong, no valid number, no such person."""
_SENDING = "sendes"
_OK = "ok"


def ask_for_nobody(
    wire: GctpCall,
    journal: Journal,
    *,
    read_timeout: float,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
) -> int:
    """Send a request that cannot be about anybody; the receipt's code, which shows that the agreement is accepted.

    On record before it is sent, because the authority records the call too. `read_timeout` in seconds: to tell.
    Raises FamilieopslagError.
    """
    call_id = new_id()

    def record(result: str) -> None:
        journal.record(AuditEntry(AuditEvent.TESTED, correlation_id=call_id, result=result))

    record(_SENDING)
    try:
        code = _receipt_code(wire, call_id)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not carry its message on
        told = as_domain_error(error, call_id, seconds=read_timeout)
    else:
        record(_OK)
        return code
    record(told.fault.code)
    raise told


def _receipt_code(wire: GctpCall, call_id: str) -> int:
    reply = read_reply(wire.call(request_for_nobody(), call_id))
    if reply.rows:
        raise FamilieopslagError(faults.REPLY_OF_ANOTHER, call_id)
    code = reply.receipt.code
    if code not in _ACCEPTED or code is None:
        raise refusal(reply.receipt, call_id)
    return code
