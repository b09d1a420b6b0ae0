"""Why a person is looked up: the purpose (formål) that the municipality lists, and the case it belongs to.

A lookup is lawful for a concrete purpose only (GDPR articles 5 and 6; databeskyttelsesloven § 11). What is chosen
goes into the audit log and, as AccountingInfo, into the authority's log.
"""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from familieopslag.domain import faults
from familieopslag.domain.cpr import looks_like_number
from familieopslag.domain.faults import FamilieopslagError

CASE_NUMBER_LENGTH = 60
ACCOUNTING_INFO_LENGTH = 255
"""Of AccountingInfo (InvocationContext's schema)."""
PURPOSE_CODE = re.compile(r"[A-ZÆØÅ0-9][A-ZÆØÅ0-9_.\-]{0,39}")
"""Letters, digits, `_ . -`: a code is written into logs and typed on command lines."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One formål of the municipality's list: `code` for logs, `text` for the caseworker."""

    code: str
    text: str


class CaseNumberFault(Enum):
    """Why a text is no case number (sagsnummer)."""

    PERSON_NUMBER = "person_number"
    """It looks like a personnummer, which must not get into a log in clear text."""
    TOO_LONG = "too_long"
    UNPRINTABLE = "unprintable"


class InvalidCaseNumberError(ValueError):
    """The text must not be used as a case number; `fault` says why. The text itself is not passed on."""

    def __init__(self, fault: CaseNumberFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Errand:
    """What the caseworker is about (ærinde). `purpose` None: nothing is asked for here. `case_number` may be ""."""

    purpose: Purpose | None = None
    case_number: str = ""

    @property
    def purpose_code(self) -> str:
        """The purpose's code, or ""."""
        return self.purpose.code if self.purpose is not None else ""

    @property
    def accounting_info(self) -> str:
        """The errand as the service gets it, at most 255 characters; "" when there is nothing to tell."""
        case = f"sag {self.case_number}" if self.case_number else ""
        return "; ".join(part for part in (self.purpose_code, case) if part)[:ACCOUNTING_INFO_LENGTH]


def read_case_number(text: str) -> str:
    """The case number in `text` as typed, blanks around it stripped; "" for none. Raises InvalidCaseNumberError."""
    plain = text.strip()
    if len(plain) > CASE_NUMBER_LENGTH:
        raise InvalidCaseNumberError(CaseNumberFault.TOO_LONG)
    if not plain.isprintable():
        raise InvalidCaseNumberError(CaseNumberFault.UNPRINTABLE)
    if looks_like_number(plain):
        raise InvalidCaseNumberError(CaseNumberFault.PERSON_NUMBER)
    return plain


def choose_errand(purposes: Sequence[Purpose], code: str, case_number: str) -> Errand:
    """The errand with the purpose of that `code` among `purposes`; without a list no purpose is asked for.

    Raises FamilieopslagError: PURPOSE_MISSING, PURPOSE_UNKNOWN, CASE_NUMBER_REFUSED.
    """
    listed = ", ".join(purpose.code for purpose in purposes)
    if purposes and not code:
        raise FamilieopslagError(faults.PURPOSE_MISSING, str(uuid.uuid4()), values={"purposes": listed})
    chosen = next((purpose for purpose in purposes if purpose.code == code), None)
    if code and chosen is None:
        raise FamilieopslagError(
            faults.PURPOSE_UNKNOWN, str(uuid.uuid4()), values={"purposes": listed or "–"}
        )
    try:
        return Errand(chosen, read_case_number(case_number))
    except InvalidCaseNumberError as problem:
        refused = FamilieopslagError(
            faults.CASE_NUMBER_REFUSED, str(uuid.uuid4()), detail=problem.fault.value
        )
    raise refused
