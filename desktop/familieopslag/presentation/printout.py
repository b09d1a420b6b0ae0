"""What goes on paper or into a PDF, by the exporter's rules (screens.md §3.4): ready lines, without Qt.

Every sheet says who printed it, when, why and from which environment. The person alone is the ordinary case; the
family comes without addresses, and not at all when anybody in it is protected.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from familieopslag.domain.errand import Errand
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.export import Refusal, exported_fields, exported_name, letter_only
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import FamilyRow, PersonView

_TEST_ENVIRONMENTS = ("exttest", "demo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who prints, when (local time), what for, and where the data comes from."""

    user: str
    at: datetime
    errand: Errand
    environment: EnvironmentView


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows of label and text; a row without label is a line of its own."""

    title: str
    rows: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Printout:
    """A document. `mark` is printed large ("BESKYTTET" or ""), `watermark` across the sheet ("TEST" or "").

    `confirm`: what has to be confirmed before it is made, or "". `what`: for the audit log.
    """

    title: str = field(repr=False)
    facts: str = field(repr=False)
    mark: str
    watermark: str
    stamp: tuple[str, ...]
    sections: tuple[Section, ...]
    confirm: str
    what: str


def print_person(view: PersonView, stamp: Stamp, translate: Translate = danish) -> Printout:
    """The person alone."""
    return _printout(view, stamp, (), "person", translate)


def print_with_family(view: PersonView, stamp: Stamp, translate: Translate = danish) -> Printout | Refusal:
    """The person and the family, without anybody's address; refused when anybody's data is hidden."""
    rows = [row for group in view.family.groups for row in group.rows]
    hides = view.is_protected or view.address.is_hidden or view.is_revealed
    if hides or any(row.is_protected or row.is_hidden or row.is_revealed for row in rows):
        return Refusal(
            translate(
                "printout",
                "Familien kan ikke udskrives: en af personerne er beskyttet. Udskriv kun personen.",
            )
        )
    family = [
        Section(group.title, tuple((row.relation, _relative(row)) for row in group.rows))
        for group in view.family.groups
    ]
    notices = Section("", tuple(("", notice) for notice in view.family.notices))
    return _printout(view, stamp, (*family, notices), "person og familie", translate)


def _printout(
    view: PersonView, stamp: Stamp, further: tuple[Section, ...], what: str, translate: Translate
) -> Printout:
    heading, address = view.heading, view.address
    facts = " · ".join(part for part in (heading.number, heading.age, heading.gender, heading.status) if part)
    with_address = not further
    sections = [
        Section(
            translate("printout", "Stamdata"),
            tuple((item.label, item.text) for item in exported_fields(view.stamdata, view)),
        )
    ]
    if with_address:
        lines = address.lines or (address.notice,)
        sections.append(Section(translate("printout", "Adresse"), tuple(("", line) for line in lines)))
    return Printout(
        title=exported_name(view, translate),
        facts=facts,
        mark=translate("printout", "BESKYTTET") if view.is_protected else "",
        watermark=translate("printout", "TEST") if stamp.environment.key in _TEST_ENVIRONMENTS else "",
        stamp=tuple(_stamp_lines(view, stamp, translate)),
        sections=(*sections, *further),
        confirm=letter_only(translate) if view.is_revealed else "",
        what=what,
    )


def _stamp_lines(view: PersonView, stamp: Stamp, translate: Translate) -> Iterable[str]:
    yield translate("printout", "Udskrevet {time} af {user}").format(
        time=f"{stamp.at:%d.%m.%Y %H:%M}", user=stamp.user
    )
    if stamp.errand.purpose is not None:
        yield translate("printout", "Formål: {purpose}").format(purpose=stamp.errand.purpose.text)
    if stamp.errand.case_number:
        yield translate("printout", "Sagsnr.: {case}").format(case=stamp.errand.case_number)
    yield translate("printout", "Miljø: {environment}").format(environment=stamp.environment.name)
    yield translate("printout", "Kilde: {source} · hentet {time} · Opslags-id {id}").format(
        source=view.origin.source, time=view.origin.fetched, id=view.origin.correlation_id
    )


def _relative(row: FamilyRow) -> str:
    parts = (row.name, row.number, row.age, row.status)
    return " · ".join(dict.fromkeys(part for part in parts if part))
