"""docs/fejl.md: the fault catalogue as a table for whoever has a code and looks for what it means."""

from familieopslag.domain import faults
from familieopslag.domain.faults import Fault

_HEAD = """# Fejl

Hver fejl, som programmet kan vise, med den kode, der står ved fejl-id'et. Tabellen er lavet af `domain/faults`, og en
test holder de to ens. Ord i krøllede parenteser er pladser, som programmet udfylder.

Fejl-id'et er et UUID. Er opslaget sendt, er det også opslagets `CallersServiceCallIdentifier`, så KOMBIT kan finde
kaldet. Prøv igen: om det kan hjælpe at gøre det samme én gang til. Exit: det, som kommandolinjen returnerer.

| Kode | Titel | Tekst | Hvad gør man | Prøv igen | Exit | Kommer fra |
|---|---|---|---|---|---|---|
"""


def catalogue() -> tuple[Fault, ...]:
    """Every fault, by code."""
    known = (value for value in vars(faults).values() if isinstance(value, Fault))
    return tuple(sorted(known, key=lambda fault: fault.code))


def fault_table() -> str:
    """The whole file, one line a fault."""
    return _HEAD + "".join(f"| {' | '.join(_cells(fault))} |\n" for fault in catalogue())


def _cells(fault: Fault) -> tuple[str, ...]:
    return (
        fault.code,
        fault.title,
        fault.text,
        fault.action,
        "ja" if fault.retry else "nej",
        str(int(fault.exit_code)),
        fault.origin,
    )
