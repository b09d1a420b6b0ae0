"""Why somebody may want to see what protection hides (screens.md §2.7, after CPR-loven ch. 12)."""

from enum import Enum


class RevealReason(Enum):
    """The caseworker's reason. The value is the word in the audit log."""

    CASEWORK = "sagsbehandling"
    LETTER = "brev til personen selv"
    URGENT = "akut hjælp"
    LEGAL_INTEREST = "retlig interesse"
    """A documented claim or legal interest (CPR-loven §§ 42-45)."""
