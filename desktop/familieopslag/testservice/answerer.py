"""What the service makes of a request: the reply of the register, a receipt that refuses, or a soap:Fault."""

from pathlib import Path

from familieopslag.testservice import gctp, soap
from familieopslag.testservice.agreement import Agreement
from familieopslag.testservice.exchange import ReceivedRequest, Reply, soap_fault
from familieopslag.testservice.personnummer import birth_date
from familieopslag.testservice.soap import FaultError
from familieopslag.testservice.sources import ReplySource

UNKNOWN_PERSON = (172, "Personen findes ikke i CPR")
MALFORMED_NUMBER = (52, "Personnummeret: værdien er udfyldt forkert. Det skal være gyldigt.")
"""Receipts of the CPR office's service documentation. The digits asked for are not repeated."""


class Answerer:
    """Turns the bytes of a request into what was understood and the service's own reply. For many threads."""

    def __init__(
        self, source: ReplySource, agreement: Agreement, schema_file: Path, *, ignore_paging_key: bool = False
    ) -> None:
        """`ignore_paging_key`: answer every page with the first one, as a service that knows no such key would."""
        self._source = source
        self._agreement = agreement
        self._reader = soap.RequestReader(schema_file)
        self._ignore_paging_key = ignore_paging_key

    def answer(self, content: bytes, soap_action: str | None) -> tuple[ReceivedRequest, Reply]:
        """The request in `content` (the HTTP body), and the reply to it. Never raises for what a client sent."""
        try:
            call = self._call(content, soap_action)
        except FaultError as fault:
            return ReceivedRequest(None, {}, {}, "fault"), _refusal(fault)
        try:
            self._agreement.check(call.invocation_context)
            key = gctp.read_key(call.gctp_message)
        except FaultError as fault:
            return ReceivedRequest(None, {}, call.invocation_context, "fault"), _refusal(fault)
        except gctp.GctpError as error:
            return ReceivedRequest(None, {}, call.invocation_context, "fault"), _refusal(
                FaultError(str(error))
            )
        pnr = key[gctp.PERSON_KEY]
        outcome, text = self._result(pnr, None if self._ignore_paging_key else key.get(gctp.PAGING_KEY))
        return ReceivedRequest(pnr, key, call.invocation_context, outcome), Reply(soap.response(text))

    def _call(self, content: bytes, soap_action: str | None) -> soap.Call:
        if soap_action != '""':
            raise FaultError('The SOAPAction header must be there and be ""')
        return self._reader.read(content)

    def _result(self, pnr: str, after: str | None) -> tuple[str, str]:
        text = self._source.reply(pnr, after)
        if text is not None:
            return "ok", text
        code, sentence = MALFORMED_NUMBER if birth_date(pnr) is None else UNKNOWN_PERSON
        return f"kvit-{code}", gctp.receipt_text(code, sentence)


def _refusal(fault: FaultError) -> Reply:
    return soap_fault(fault.text, *fault.errors, code=fault.code)
