"""The family list: groups, rows and what must be said about how complete it is (screens.md §1, service.md §5.4)."""

from datetime import date
from operator import itemgetter

from familieopslag.domain.dates import age_span
from familieopslag.domain.households import certain_home, lives_certainly_at
from familieopslag.domain.person import Extent, LookupResult, Relation, Relative
from familieopslag.domain.places import Place
from familieopslag.domain.protection import ADULT_AGE, Hidden, Protection, Verdict, Visibility
from familieopslag.presentation.custody import present_custody
from familieopslag.presentation.formatting import age_text, date_text, postal_code_text
from familieopslag.presentation.masking import hidden_text, name_text, row_view
from familieopslag.presentation.statuses import is_dead, short_status
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.view_models import EMPTY, FamilyGroup, FamilyRow, FamilyView

_LAST = "9999"


def present_family(
    result: LookupResult, visibility: Visibility, today: date, translate: Translate, *, with_fields: bool
) -> FamilyView:
    """The relatives in groups; children by birth, everybody else by birth within the group too."""
    titles = (
        ((Relation.SPOUSE,), translate("family", "Ægtefælle"), ""),
        ((Relation.CHILD,), translate("family", "Børn"), ""),
        ((Relation.MOTHER, Relation.FATHER), translate("family", "Forældre"), ""),
        (
            (Relation.OTHER, Relation.UNKNOWN),
            translate("family", "Øvrige"),
            translate(
                "family",
                "Anden relation, fx tidligere ægtefælle, afdød ægtefælle, registreret partner eller værge.",
            ),
        ),
    )
    home = certain_home(result) if visibility.addresses_comparable else None
    rows = tuple(
        family_row(index, relative, verdict, today, translate, home=home, with_fields=with_fields)
        for index, (relative, verdict) in enumerate(zip(result.relatives, visibility.relatives, strict=True))
    )
    groups = []
    for relations, title, note in titles:
        members = [
            (_place(row, relative), row)
            for row, relative in zip(rows, result.relatives, strict=True)
            if relative.relation in relations
        ]
        if members:
            members.sort(key=itemgetter(0))
            groups.append(FamilyGroup(title, tuple(row for _, row in members), note))
    custody = present_custody(result, rows, today, translate)
    if custody is not None:
        others = next((i for i, group in enumerate(groups) if group.note), len(groups))
        groups.insert(others, custody)
    return FamilyView(
        groups=tuple(groups),
        count=len(result.relatives),
        is_growing=result.extent is Extent.PARTIAL,
        notices=_notices(result, translate),
    )


def _place(row: FamilyRow, relative: Relative) -> tuple[str, ...]:
    """What sorts a row in its group: by birth, and twins so that the order of the reply tells nothing."""
    number = relative.cpr.digits if relative.cpr is not None else row.number
    return row.order, number, row.relation, row.status, row.street, row.residence


def family_row(
    index: int,
    relative: Relative,
    verdict: Verdict,
    today: date,
    translate: Translate,
    *,
    home: Place | None = None,
    with_fields: bool = False,
) -> FamilyRow:
    """One relative as `verdict` allows.

    `home`: where the person looked up certainly lives, if it may be told who lives there too. `with_fields`: the
    whole row behind the relative as well.
    """
    status, icon = short_status(relative.status, translate)
    ages = age_span(relative.birth, today)
    dead = is_dead(relative.status)
    hidden = verdict.address_hidden
    address = relative.address
    where = " ".join(
        part for part in (postal_code_text(address.postal_code), address.postal_district) if part
    )
    notice = hidden_text(hidden, translate) if hidden is not None else ""
    why_not = ""
    if relative.cpr is None:
        why_not = translate("family", "Intet CPR-nummer – kun fødselsdato. Personen kan ikke slås op.")
    return FamilyRow(
        index=index,
        relation=relation_text(relative, translate),
        name=name_text(relative.name, verdict, translate),
        number=_number(relative, translate),
        age=EMPTY if dead else age_text(relative.birth, today, translate) or EMPTY,
        is_minor=not dead and ages is not None and max(ages) < ADULT_AGE,
        status=status or EMPTY,
        status_icon=icon,
        residence=notice or where or EMPTY,
        street=notice or address.standard or EMPTY,
        is_hidden=hidden is not None,
        protection=_protection_text(verdict, translate),
        order=birth_order(relative, by_name=not verdict.name_hidden),
        can_open=relative.cpr is not None,
        why_not=why_not,
        is_protected=verdict.protection.hides,
        is_revealed=verdict.is_revealed,
        can_be_revealed=verdict.can_be_revealed,
        fields=row_view(relative.row, verdict, translate, own=False) if with_fields else (),
        same_address=home is not None and lives_certainly_at(home, relative),
    )


def birth_order(relative: Relative, *, by_name: bool = True) -> str:
    """What sorts by birth and then by name; who has no date of birth comes last."""
    exact = relative.birth.exact if relative.birth is not None else None
    name = relative.name or "" if by_name else ""
    return f"{exact.isoformat() if exact else _LAST} {name}"


def _number(relative: Relative, translate: Translate) -> str:
    if relative.cpr is not None:
        return relative.cpr.masked
    if relative.birth is not None and relative.birth.is_possible:
        return translate("family", "født {date}").format(date=date_text(relative.birth, translate))
    return EMPTY


def relation_text(relative: Relative, translate: Translate) -> str:
    """What a relative is to the person looked up; the register's own word when nobody knows it."""
    match relative.relation:
        case Relation.SPOUSE:
            return translate("family", "Ægtefælle")
        case Relation.CHILD:
            return translate("family", "Barn")
        case Relation.MOTHER:
            return translate("family", "Mor")
        case Relation.FATHER:
            return translate("family", "Far")
        case Relation.OTHER:
            return translate("family", "Anden relation")
        case Relation.UNKNOWN:
            return relative.row.get("FAMMRK") or translate("family", "Relation ikke oplyst")


def _protection_text(verdict: Verdict, translate: Translate) -> str:
    if verdict.protection is Protection.PROTECTED:
        return translate("family", "Beskyttet")
    if verdict.address_hidden is Hidden.UNKNOWN:
        return translate("family", "Beskyttelse ukendt – vises som beskyttet. Slå personen op for at se.")
    return ""


def _notices(result: LookupResult, translate: Translate) -> tuple[str, ...]:
    said = []
    match result.extent:
        case Extent.DOUBTFUL:
            said.append(
                translate(
                    "family",
                    "Listen kan være ufuldstændig: servicen giver 20 personer ad gangen, "
                    "og det kunne ikke ses, om der er flere.",
                )
            )
        case Extent.INTERRUPTED:
            said.append(
                translate(
                    "family",
                    "Listen er ufuldstændig: resten af familien blev ikke hentet. Slå op igen for at hente den.",
                )
            )
        case Extent.PARTIAL:
            said.append(
                translate("family", "{count} vist. Henter flere …").format(count=len(result.relatives))
            )
        case Extent.WHOLE:
            pass
    said.append(
        translate(
            "family",
            "Listen kan mangle personer uden CPR-nummer og personer, som CPR-replikaen ikke har. "
            "Civilstand og værgemål indgår ikke i dette opslag.",
        )
    )
    return tuple(said)
