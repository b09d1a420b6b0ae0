"""`familieopslag --print-policy`: every setting that is in force, and who said so.

The output is a settings.toml with comments, so that it can be read by people and by programs, and lines of it can be
copied. Secrets are not among the settings; what may tell more of the user than a colleague needs is withheld.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TextIO

from familieopslag import __version__
from familieopslag.domain.faults import ExitCode, FamilieopslagError, report_of
from familieopslag.presentation.failures import present_failure
from familieopslag.system.configuration.layers import (
    ConfigurationWarning,
    Effective,
    Origin,
    OriginKind,
    WarningKind,
)
from familieopslag.system.settings import Configuration

_WIDTH = 50
_ORIGINS = {
    OriginKind.BUILT_IN: "indbygget",
    OriginKind.POLICY_DEFAULTS: "administratorens standard",
    OriginKind.USER: "brugerens egen",
    OriginKind.POLICY_LOCKED: "låst af administratoren",
}
_WARNINGS = {
    WarningKind.UNKNOWN: "Ukendt nøgle: {label} i {place}.",
    WarningKind.LOOSER: "{label} i {place} bruges ikke: den er mindre sikker, end brugeren selv må vælge.",
    WarningKind.LOCKED: "{label} i {place} bruges ikke: den er låst af administratoren.",
    WarningKind.UNUSED: "{label} i {place} bruges ikke: miljøet kender sin egen adresse.",
}


def print_policy(read: Callable[[], Configuration], out: TextIO, err: TextIO) -> ExitCode:
    """Print what `read` gives to `out`, and what is wrong to `err`, in Danish.

    CONFIGURATION when policy cannot be used (then nothing is printed) or the user's own settings are faulty.
    """
    try:
        configuration = read()
    except FamilieopslagError as error:
        return _tell(error, err)
    out.writelines(f"{line}\n" for line in policy_lines(configuration))
    return ExitCode.OK if configuration.fault is None else _tell(configuration.fault, err)


def policy_lines(configuration: Configuration) -> Iterator[str]:
    """The output, line by line."""
    yield f"# Familieopslag {__version__}: indstillinger, som gælder for denne bruger på denne pc"
    for table, group in groupby(configuration.effective.values(), key=lambda found: found.key.table):
        yield ""
        if table:
            yield f"[{table}]"
            yield from map(_line, group)
        else:
            for found in group:
                yield from _table_lines(found)
    if configuration.warnings:
        yield ""
        yield from (f"# Advarsel: {_words(warning)}" for warning in configuration.warnings)


def _line(found: Effective) -> str:
    key = found.key
    if found.value is None:
        said = f"# {key.name} mangler" if key.is_required else f"# {key.name} er ikke sat"
    elif key.is_withheld and found.value:
        said = f"# {key.name} er sat, men vises ikke"
    else:
        said = f"{key.name} = {key.kind.toml(found.value)}"
    return f"{said:<{_WIDTH}} # {_origin(found.origin)}"


def _table_lines(found: Effective) -> Iterator[str]:
    """A list of tables; they stand last, where TOML wants them."""
    items = found.key.kind.plain(found.value)
    yield f"# {found.key.name}: {len(items) or 'ingen'}, {_origin(found.origin)}"
    for item in items:
        yield f"[[{found.key.name}]]"
        yield from (f"{name} = {_quoted(text)}" for name, text in item.items())


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def _origin(origin: Origin) -> str:
    return f"{_ORIGINS[origin.kind]}: {origin.place}" if origin.place else _ORIGINS[origin.kind]


def _words(warning: ConfigurationWarning) -> str:
    return _WARNINGS[warning.kind].format(label=warning.label, place=warning.origin.place)


def _tell(error: FamilieopslagError, err: TextIO) -> ExitCode:
    failure = present_failure(report_of(error), datetime.now().astimezone())
    err.write(f"{failure.title}. {failure.text} {failure.action}\n")
    err.write(f"{failure.code} · Fejl-id {failure.correlation_id}\n")
    return error.fault.exit_code
