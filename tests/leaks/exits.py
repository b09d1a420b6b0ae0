"""Every way out of the program that needs no window: what each tells of a case.

A way out is a function from a case to the texts that it gives. `test_no_exit_is_forgotten` sees to it that together
they go through everything that presentation and command line offer.
"""

import io
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from pypdf import PdfReader

from familieopslag import cli
from familieopslag.domain import faults
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import remember
from familieopslag.domain.seen import NOBODY
from familieopslag.presentation import export, failures, family_graph, history, printout, reveal, telephone
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import CellView, FamilyFact
from familieopslag.ui.family_model import Column, FamilyModel
from familieopslag.ui.sheet_painter import SheetPainter
from familieopslag.worker.printers import pdf_of
from tests.leaks.case import FETCHED, Case
from tests.support.replies import TODAY

ENVIRONMENT = EnvironmentView("demo", "DEMO", "DEMO")
_STAMP = printout.Stamp("ab12", FETCHED, Errand(), ENVIRONMENT)


@dataclass(frozen=True)
class Exit:
    """`leaves`: what it gives leaves the screen, so no protected person's name may be in it either."""

    name: str
    texts: Callable[[Case], Iterable[str]]
    leaves: bool = False


def strings_in(thing: object) -> Iterator[str]:
    """Every text in a view model, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Enum):
        yield str(thing.value)
    elif is_dataclass(thing):
        for item in fields(thing):
            yield from strings_in(getattr(thing, item.name))
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from strings_in(item)


def _view(case: Case) -> Iterator[str]:
    yield from strings_in(case.view)


def _repr(case: Case) -> Iterator[str]:
    """What a log or an exception makes of an object that it is given."""
    for thing in (case.result, case.visibility, case.view, _graph_of(case)):
        yield repr(thing)
        yield str(thing)
    yield repr(remember(NOBODY, case.result))


def _graph_of(case: Case) -> family_graph.FamilyGraph:
    return family_graph.present_family_graph((case.result, case.visibility), (), TODAY)


class _Answering:
    """A lookup that gives one result, or the error made of it."""

    def __init__(self, case: Case, error: Exception | None = None) -> None:
        self._case = case
        self._error = error

    def prepare(self) -> None:
        """See domain.ports.PersonLookup."""

    def lookup(self, *_arguments: object) -> LookupResult:
        """See domain.ports.PersonLookup."""
        if self._error is not None:
            raise self._error
        return self._case.result

    def close(self) -> None:
        """See domain.ports.PersonLookup."""


def _run(case: Case, *, as_json: bool, error: Exception | None = None) -> Iterator[str]:
    out, err, drawn = io.StringIO(), io.StringIO(), list[object]()
    cli.run_lookup(
        lambda: _Answering(case, error),
        lambda _result: case.view,
        ENVIRONMENT,
        Errand,
        as_json=as_json,
        draw=drawn.append,
        source=io.StringIO(case.reply.number),
        out=out,
        err=err,
    )
    yield out.getvalue()
    if error is not None:
        # Its id and time are new each time.
        yield from (line for line in err.getvalue().splitlines() if "Fejl-id" not in line)
    else:
        yield err.getvalue()
        yield from strings_in(drawn)


def _terminal(case: Case) -> Iterator[str]:
    yield from _run(case, as_json=False)


def _json(case: Case) -> Iterator[str]:
    yield from _run(case, as_json=True)


def _unexpected(case: Case) -> Iterator[str]:
    """A fault whose own text is the reply: only its kind is told."""
    error = RuntimeError(*(value for row in case.reply.rows for value in row.values()))
    yield from _run(case, as_json=False, error=error)
    report = FaultReport(faults.UNEXPECTED, "an-id", detail=type(error).__name__)
    yield from strings_in(failures.present_failure(report, FETCHED))


def _exception(case: Case) -> Iterator[str]:
    """Exceptions and log records that carry the program's objects."""
    error = LookupError(case.result, case.visibility, case.view)
    yield from (str(error), repr(error), *traceback.format_exception(error))
    record = logging.LogRecord("x", logging.DEBUG, __file__, 1, "%s %r", (case.result, case.view), None)
    yield record.getMessage()


def _said(leaving: object) -> Iterator[str]:
    yield from strings_in(leaving)
    yield repr(leaving)


def _export(case: Case) -> Iterator[str]:
    view = case.view
    for item in (*view.stamdata, *view.address.fields, *view.administration, *view.other, *view.own_row):
        yield from _said(export.export_field(item, view))
    for make in (export.export_number, export.export_label, export.export_text):
        yield from _said(make(view))
    for typed in (view.heading.number, f"{case.reply.number[:6]}-••••"):
        yield from _said(export.export_typed(typed, view))


def _export_family(case: Case) -> Iterator[str]:
    model = FamilyModel()
    model.show_family(case.view.family)
    model.show_streets(shown=True)
    for row in range(model.rowCount()):
        for column in Column:
            cell = model.cell_at(row, column)
            if cell is not None:
                yield from _said(export.export_cell(cell, case.view))
    for group in case.view.family.groups:
        for person in group.rows:
            street = CellView(person.index, FamilyFact.RESIDENCE, "Bopæl", person.street)
            yield from _said(export.export_cell(street, case.view))
            number = case.result.number_of(person.index)
            if person.is_protected:  # of the others it is a command of its own that gives the number
                yield from _said(export.export_relative_number(person, number.formatted if number else ""))


def _paper(case: Case) -> Iterator[str]:
    for document in _documents(case):
        yield from _said(document)


def _pdf(case: Case) -> Iterator[str]:
    for document in _documents(case):
        if isinstance(document, printout.Printout):
            reader = PdfReader(io.BytesIO(pdf_of(SheetPainter(document).paint)))
            # Between two words stands whatever the paper needs there.
            yield from (" ".join(page.extract_text().split()) for page in reader.pages)
            # The dates are the clock's.
            yield from (str(value) for key, value in (reader.metadata or {}).items() if "Date" not in key)


def _documents(case: Case) -> tuple[printout.Printout | export.Refusal, ...]:
    return printout.print_person(case.view, _STAMP), printout.print_with_family(case.view, _STAMP)


def _telephone(case: Case) -> Iterator[str]:
    yield from _said(telephone.present_for_telephone(case.result, case.visibility))


def _graph(case: Case) -> Iterator[str]:
    yield from strings_in(_graph_of(case).view)


def _question(case: Case) -> Iterator[str]:
    for place in (None, *range(len(case.result.relatives))):
        question = reveal.present_question(case.result, case.visibility, place, PrivacySettings())
        yield from (*strings_in(question), repr(question), reveal.time_left_text(60))


def _table(case: Case) -> Iterator[str]:
    """The model behind the family table, with and without streets, in every role that there is."""
    model = FamilyModel()
    model.show_family(case.view.family)
    for with_streets in (False, True):
        model.show_streets(shown=with_streets)
        for row in range(model.rowCount()):
            for column in Column:
                answers = (
                    model.data(model.index(row, column), role) for role in (*range(32), *range(256, 288))
                )
                yield from (str(answer) for answer in answers if isinstance(answer, str))
                yield from strings_in(model.cell_at(row, column))


def _history(case: Case) -> Iterator[str]:
    for visit in history.present_visits([(case.result, case.visibility.person)], 0):
        yield from _said(visit)


EXITS: tuple[Exit, ...] = (
    Exit("view models", _view),
    Exit("repr", _repr),
    Exit("terminal", _terminal),
    Exit("json", _json),
    Exit("unexpected fault", _unexpected),
    Exit("exception and log", _exception),
    Exit("export", _export, leaves=True),
    Exit("export of the family", _export_family, leaves=True),
    Exit("printout", _paper, leaves=True),
    Exit("pdf", _pdf, leaves=True),
    Exit("telephone", _telephone, leaves=True),
    Exit("graph", _graph),
    Exit("history", _history),
    Exit("question before revealing", _question),
    Exit("table", _table),
)
