"""Persons of the test register as the program reads them: the register's own replies, without a wire."""

from functools import cache

from familieopslag import resources
from familieopslag.domain.codes import CodeLists
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.service.paging import FamilyLookup
from familieopslag.system.code_lists import read_code_lists
from familieopslag.testservice.register import HouseholdRegister
from tests.support.journal import MemoryJournal
from tests.support.replies import key_of


class _RegisterWire:
    """A wire that is answered by the register itself, as the test service would."""

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The page that the key in `gctp_message` asks for."""
        del correlation_id, accounting_info
        key = key_of(gctp_message)
        text = register().reply(key["PNR"], key.get("REST"))
        assert text is not None, "not in the register"
        return text

    def close(self) -> None:
        """Nothing to close."""


@cache
def register() -> HouseholdRegister:
    """The test register of the program."""
    return HouseholdRegister(resources.root() / "testregister")


@cache
def code_lists() -> CodeLists:
    """The code lists of the program."""
    return read_code_lists(resources.root() / "codes")


def looked_up(number: str) -> LookupResult:
    """Everything that the register tells of `number`, over all pages."""
    lookup = FamilyLookup(_RegisterWire(), code_lists(), MemoryJournal(), paging_key="REST", read_timeout=1.0)
    return lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)
