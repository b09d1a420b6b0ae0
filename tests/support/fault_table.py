"""docs/fejl.md: the fault catalogue as a table for whoever has a code and looks for what it means."""

from collections.abc import Iterable

from familieopslag.domain import faults
from familieopslag.domain.faults import Fault
from familieopslag.testservice.faults.catalogue import FAULTS
from tests.faults.expectations import EXPECTED, Expectation

_HEAD = """# Fejl

Hver fejl, som programmet kan vise, med den kode, der står ved fejl-id'et. Tabellen er lavet af `domain/faults`, og en
test holder de to ens. Ord i krøllede parenteser er pladser, som programmet udfylder.

Fejl-id'et er et UUID. Er opslaget sendt, er det også opslagets `CallersServiceCallIdentifier`, så KOMBIT kan finde
kaldet. Prøv igen: om det kan hjælpe at gøre det samme én gang til. Exit: det, som kommandolinjen returnerer.

| Kode | Titel | Tekst | Hvad gør man | Prøv igen | Exit | Kommer fra |
|---|---|---|---|---|---|---|
"""


_EXERCISES = """
## Øvelser

Testservicen kan lave fejlene, så en helpdesk kan se dem, før de sker. Den skriver, hvordan programmet startes imod den:

```sh
familieopslag testservice --fault NAVN              # indtil den stoppes
familieopslag testservice --fault NAVN --times 2    # kun de to første gange
familieopslag testservice --list-faults
```

| Navn | Hvad der sker | Programmet siger |
|---|---|---|
"""


def catalogue() -> tuple[Fault, ...]:
    """Every fault, by code."""
    known = (value for value in vars(faults).values() if isinstance(value, Fault))
    return tuple(sorted(known, key=lambda fault: fault.code))


def fault_table() -> str:
    """The whole file, one line a fault, and one for each that can be injected."""
    lines = [_cells(fault) for fault in catalogue()]
    exercises = [(fault.name, fault.about, _outcome(EXPECTED[fault.name])) for fault in FAULTS.values()]
    return _HEAD + _rows(lines) + _EXERCISES + _rows(exercises)


def _rows(lines: Iterable[Iterable[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _outcome(expected: Expectation) -> str:
    if expected.fault is not None:
        return expected.fault.code
    return "personen, og at listen kan være ufuldstændig" if expected.notice else "personen"


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
