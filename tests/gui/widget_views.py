"""View models made by hand for the widgets' own tests. The persons are invented; nothing of a real reply is here."""

from collections.abc import Sequence
from dataclasses import replace

from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import (
    AddressView,
    BannerAction,
    BannerView,
    FailureView,
    FamilyGraphView,
    FamilyGroup,
    FamilyRow,
    FamilyView,
    FieldState,
    FieldView,
    GraphBand,
    GraphLink,
    GraphNode,
    HeadingView,
    LinkKind,
    OriginView,
    PersonView,
    Tone,
)

ENVIRONMENT = EnvironmentView("exttest", "EKSTERN TEST", "EKSTERN TEST – kun testpersoner")
NAME = "Agnete Vibeholm Strandgren"
STREET = "Granskovsvinget 14"
NUMBER = "120375-••••"
MASKED = "Skjult – adressen er beskyttet"
SPOUSE, FIRST_CHILD, NUMBERLESS_CHILD, MOTHER = range(4)
"""Places of the relatives in the result, as FamilyRow.index has them."""


def field(code: str, label: str, text: str) -> FieldView:
    """A field with a value to be seen."""
    return FieldView(code, label, text, FieldState.SHOWN, text)


def relative(index: int, name: str, relation: str = "Barn", *, can_open: bool = True) -> FamilyRow:
    """A relative who lives in Skagen, with a street that is shown only when asked for."""
    return FamilyRow(
        index=index,
        relation=relation,
        name=name,
        number="020408-••••",
        age="18 år",
        is_minor=False,
        status="Aktiv",
        status_icon="active",
        residence="9990 Skagen",
        street=f"Fyrbakken {index + 1}",
        is_hidden=False,
        protection="",
        order=f"2008-04-{index + 1:02d}",
        can_open=can_open,
        why_not="" if can_open else "Intet CPR-nummer – kun fødselsdato. Personen kan ikke slås op.",
        fields=(),
    )


def family(*, is_growing: bool = False) -> FamilyView:
    """Three groups, four relatives; the younger child cannot be looked up."""
    return FamilyView(
        groups=(
            FamilyGroup("Ægtefælle", (relative(SPOUSE, "Torben Strandgren", "Ægtefælle"),)),
            FamilyGroup(
                "Børn",
                (
                    relative(FIRST_CHILD, "Silje Strandgren"),
                    relative(NUMBERLESS_CHILD, "Malthe Strandgren", can_open=False),
                ),
            ),
            FamilyGroup("Forældre", (relative(MOTHER, "Ellen Vibeholm", "Mor"),)),
        ),
        count=4,
        is_growing=is_growing,
        notices=("Listen kan mangle personer.",),
    )


def large_family(count: int, *, is_growing: bool) -> FamilyView:
    """So many children."""
    rows = tuple(relative(index, f"Barn nummer {index}") for index in range(count))
    return FamilyView((FamilyGroup("Børn", rows),), count, is_growing, ())


def graph(children: int = 2) -> FamilyGraphView:
    """Mother; the person, who is protected, with a spouse; children, of whom the last has no number."""
    hidden = {"residence": MASKED, "street": MASKED, "is_hidden": True, "protection": "Beskyttet"}
    focus = replace(
        relative(1, NAME, "Personen på skærmen", can_open=False), **hidden, why_not="Vises allerede."
    )
    young = [relative(3 + place, f"Barn nummer {place}") for place in range(children)]
    if young:
        young[-1] = relative(young[-1].index, young[-1].name, can_open=False)
    parents = (1, 2)
    return FamilyGraphView(
        bands=(
            GraphBand("Forældre", (GraphNode(relative(0, "Ellen Vibeholm", "Mor")),)),
            GraphBand(
                "Personen",
                (
                    GraphNode(focus, is_focus=True),
                    GraphNode(relative(2, "Torben Strandgren", "Ægtefælle")),
                ),
            ),
            *((GraphBand("Børn", tuple(GraphNode(child) for child in young)),) if young else ()),
        ),
        links=(
            GraphLink(LinkKind.PARENT, 0, 1),
            GraphLink(LinkKind.COUPLE, 1, 2),
            *(GraphLink(LinkKind.PARENT, p, child.index) for p in parents for child in young),
        ),
        notices=("Stamtræet viser kun det, der er slået op.",),
    )


def person(*, name: str = NAME, shown: FamilyView | None = None) -> PersonView:
    """An unprotected person with an address."""
    return PersonView(
        protection="ikke_beskyttet",
        is_protected=False,
        heading=HeadingView(
            name=name,
            number="120375-0004",
            age="51 år",
            gender="Kvinde",
            status="Aktiv (01)",
            status_icon="active",
            protection="Ingen navne- og adressebeskyttelse registreret",
            chips=("Har haft tidligere navne",),
        ),
        banners=(),
        stamdata=(field("ADRNVN", "Adresseringsnavn", name), field("KOEN", "Køn", "K Kvinde")),
        address=AddressView(
            (STREET, "9990 Skagen"), (field("STADR", "Standardadresse", STREET),), is_hidden=False, notice=""
        ),
        administration=(field("CNVN_STARTDATO", "Navn gyldigt fra", "01.02.1999"),),
        other=(FieldView("NYT_FELT", "NYT_FELT", "17", FieldState.RAW, "17"),),
        own_row=(),
        family=shown if shown is not None else family(),
        origin=OriginView("CPR-replika", "14:02:11", "7f3a91c2", ("7f3a91c2",), "2026-11-23T14:02:11+01:00"),
    )


def protected() -> PersonView:
    """The same person, protected: no address, no last four, the spouse's residence hidden as well."""
    open_view = person()
    household = replace(
        relative(SPOUSE, "Torben Strandgren", "Ægtefælle"),
        residence="Skjult – kan afsløre beskyttet adresse",
        street="Skjult – kan afsløre beskyttet adresse",
        is_hidden=True,
    )
    return replace(
        open_view,
        protection="beskyttet",
        is_protected=True,
        heading=replace(open_view.heading, number=NUMBER, protection="Navne- og adressebeskyttelse"),
        banners=(
            BannerView(
                Tone.PROTECTED, "shield", "NAVNE- OG ADRESSEBESKYTTELSE", "Må ikke oplyses til private"
            ),
            BannerView(
                Tone.INACTIVE,
                "link",
                "Personnummeret er ændret (60).",
                "Gældende nummer findes.",
                BannerAction.GO_TO_CURRENT_NUMBER,
                "Gå til gældende nummer",
            ),
        ),
        stamdata=(*open_view.stamdata, FieldView("PNR", "Personnummer", NUMBER, FieldState.MASKED)),
        address=AddressView((), (), is_hidden=True, notice=MASKED),
        family=FamilyView((FamilyGroup("Ægtefælle", (household,)),), 1, is_growing=False, notices=()),
    )


def failure(*, can_retry: bool = True, details: Sequence[str] = ("FO-021 · 7f3a91c2",)) -> FailureView:
    """A time-out."""
    return FailureView(
        code="FO-021",
        title="Opslaget kunne ikke gennemføres",
        text="Serviceplatformen svarede ikke.",
        action="Prøv igen om lidt.",
        correlation_id="7f3a91c2",
        time="14:02:11",
        can_retry=can_retry,
        details="\n".join(details),
    )
