"""Faults and mistyped numbers in the user's words."""

from datetime import date, datetime

from familieopslag.domain.cpr import Cpr, CprFault, InvalidCprError, parse
from familieopslag.domain.dates import age_in_years, read_date
from familieopslag.domain.faults import ExitCode, FaultReport
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import FailureView, InputHintView, SuggestionView

_NUMBER_LENGTH = 10


def present_failure(report: FaultReport, at: datetime, translate: Translate = danish) -> FailureView:
    """The fault with its texts filled in. `at` is local time."""
    fault = report.fault
    details = [f"{fault.code} · {report.correlation_id}", f"{at:%d.%m.%Y %H:%M:%S}"]
    if report.detail:
        details.append(report.detail)
    return FailureView(
        code=fault.code,
        title=translate("faults", fault.title),
        text=translate("faults", fault.text).format_map(report.values),
        action=translate("faults", fault.action).format_map(report.values) if fault.action else "",
        correlation_id=report.correlation_id,
        time=f"{at:%H:%M:%S}",
        can_retry=fault.retry,
        details="\n".join(details),
        is_about_number=fault.exit_code in (ExitCode.NOT_FOUND, ExitCode.INVALID_NUMBER),
    )


def present_input_problem(problem: InvalidCprError, translate: Translate = danish) -> InputHintView:
    """Why what was typed cannot be looked up."""
    suggestions = tuple(
        SuggestionView(translate("input", "Brug {number}").format(number=cpr.formatted), cpr.formatted)
        for cpr in problem.suggestions
    )
    return InputHintView(_problem_text(problem.fault, translate), is_error=True, suggestions=suggestions)


def present_input(
    text: str, today: date, translate: Translate = danish, *, modulus_hint: bool = True
) -> InputHintView:
    """What to say about the search field while it is being typed: nothing is wrong before ten digits."""
    try:
        cpr = parse(text)
    except InvalidCprError as problem:
        digits = sum(character.isdigit() for character in text)
        if problem.fault in (CprFault.EMPTY, CprFault.LENGTH) and digits < _NUMBER_LENGTH:
            said = translate(
                "input", "Indtast eller indsæt et CPR-nummer. Mellemrum og bindestreg er i orden."
            )
            return InputHintView(said, is_error=False, is_prompt=True)
        if problem.fault is CprFault.MISSING_ZERO:
            hint = present_input_problem(problem, translate)
            return InputHintView(hint.text, is_error=False, suggestions=hint.suggestions)
        return present_input_problem(problem, translate)
    return InputHintView(_number_hint(cpr, today, translate, modulus_hint=modulus_hint), is_error=False)


def _number_hint(cpr: Cpr, today: date, translate: Translate, *, modulus_hint: bool) -> str:
    born = cpr.birth_date
    years = age_in_years(read_date(f"{born:%Y%m%d}"), today)
    parts = [translate("input", "Født {date}").format(date=f"{born:%d.%m.%Y}")]
    if years is not None:
        parts.append(translate("input", "{count} år").format(count=years))
    parts.append(translate("input", "mand") if cpr.is_male_number else translate("input", "kvinde"))
    # Numbers given since 2007 without modulus 11 have a birth date of 1 January: nothing to hint at there.
    if modulus_hint and not cpr.follows_modulus_11 and (born.day, born.month) != (1, 1):
        parts.append(
            translate("input", "Nummeret følger ikke modulus 11. Det kan være gyldigt og kan slås op.")
        )
    return " · ".join(parts)


def _problem_text(fault: CprFault, translate: Translate) -> str:
    match fault:
        case CprFault.EMPTY:
            return translate("input", "Indtast eller indsæt et CPR-nummer.")
        case CprFault.LENGTH:
            return translate("input", "Et CPR-nummer har 10 cifre. Kontrollér nummeret.")
        case CprFault.CHARACTERS:
            return translate("input", "Et CPR-nummer består kun af cifre. Kontrollér nummeret.")
        case CprFault.DATE:
            return translate(
                "input", "Det er ikke et gyldigt CPR-nummer. De første seks cifre skal være en dato."
            )
        case CprFault.SUBSTITUTE:
            return translate(
                "input",
                "Det er et erstatningspersonnummer (60 er lagt til dagen). Det findes ikke i CPR "
                "og kan ikke slås op.",
            )
        case CprFault.SEVERAL:
            return translate("input", "Der er indsat flere numre. Vælg det, der skal slås op.")
        case CprFault.MISSING_ZERO:
            return translate("input", "Nummeret har 9 cifre. Mangler der et 0 forrest?")
