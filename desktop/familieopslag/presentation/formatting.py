"""How a register value is written for a reader: dates, codes, padded numbers."""

from datetime import date

from familieopslag.domain.codes import CodedValue
from familieopslag.domain.cpr import from_register
from familieopslag.domain.dates import RegisterDate, age_in_months, age_in_years, age_span, read_date
from familieopslag.domain.fields import FieldSpec, Kind
from familieopslag.domain.person import Field, Row
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.texts import danish as translate
from familieopslag.presentation.view_models import EMPTY

_POSTAL_LENGTH = 4
_MONTHS = (
    translate("formatting", "januar"),
    translate("formatting", "februar"),
    translate("formatting", "marts"),
    translate("formatting", "april"),
    translate("formatting", "maj"),
    translate("formatting", "juni"),
    translate("formatting", "juli"),
    translate("formatting", "august"),
    translate("formatting", "september"),
    translate("formatting", "oktober"),
    translate("formatting", "november"),
    translate("formatting", "december"),
)
_INFANT_YEARS = 2


def date_text(value: RegisterDate | None, translate: Translate) -> str:
    """`07.09.1961`, `september 1941`, `1961`, with "(usikker)", or the raw text called invalid."""
    if value is None:
        return EMPTY
    if value.year is None:
        return translate("formatting", "ugyldig dato i CPR: {date}").format(date=value.raw)
    if value.month is None:
        text = str(value.year)
    elif value.day is None:
        text = f"{translate('formatting', _MONTHS[value.month - 1])} {value.year}"
    else:
        text = f"{value.day:02d}.{value.month:02d}.{value.year}"
        if value.hour is not None and value.minute is not None:
            text += f" {value.hour:02d}:{value.minute:02d}"
    return translate("formatting", "{date} (usikker)").format(date=text) if value.uncertain else text


def age_text(born: RegisterDate | None, today: date, translate: Translate) -> str:
    """`65 år`, `4 mdr.`, `64–65 år`, with "(usikker)" unless the day is known; "" when the age cannot be known."""
    if born is None:
        return ""
    years = age_in_years(born, today)
    if years is None:
        return _age_span_text(born, today, translate)
    if years < _INFANT_YEARS:
        text = translate("formatting", "{count} mdr.").format(count=age_in_months(born, today))
    else:
        text = translate("formatting", "{count} år").format(count=years)
    return translate("formatting", "{age} (usikker)").format(age=text) if born.uncertain else text


def _age_span_text(born: RegisterDate, today: date, translate: Translate) -> str:
    """The ages that a birth date without day or month allows."""
    span = age_span(born, today)
    if span is None:
        return ""
    youngest, oldest = span
    count = str(youngest) if youngest == oldest else f"{youngest}–{oldest}"
    text = translate("formatting", "{count} år").format(count=count)
    return translate("formatting", "{age} (usikker)").format(age=text)


def coded_text(value: CodedValue | None) -> str:
    """Code and words, `0851 Aalborg`; the bare code when no list knows it or the code is the word itself."""
    if value is None:
        return EMPTY
    if value.text == value.code:
        return value.code
    return f"{value.code} {value.text}" if value.text else value.code


def postal_code_text(code: str) -> str:
    """Four digits; "" for 0, which is how the register says that there is none."""
    stripped = code.strip()
    return "" if not stripped.strip("0") else stripped.zfill(_POSTAL_LENGTH)


def unpadded(text: str) -> str:
    """House number, floor or door without the register's padding: `002 ` is 2, `077A` is 77A."""
    stripped = text.strip()
    return stripped.lstrip("0") or stripped


def number_text(text: str, *, masked: bool) -> str:
    """A field that should hold a personnummer. What is not one is left out when masked, whatever it is."""
    number = from_register(text)
    if number is not None:
        return number.masked if masked else number.formatted
    return "••••••-••••" if masked else text.strip()


def is_birth_date(text: str) -> bool:
    """Whether PNR_FOEDDATO holds a date instead of a number: a person without personnummer."""
    value = read_date(text)  # which has another length than a number
    return value is not None and value.is_possible


def field_text(item: Field, spec: FieldSpec, row: Row, translate: Translate) -> str:
    """The value of one field of `row` as shown when nothing has to be hidden."""
    value = item.value.strip()
    if not value:
        return EMPTY
    match spec.kind:
        case Kind.TEXT:
            return value
        case Kind.DATE:
            uncertain = bool(spec.uncertainty and row.get(spec.uncertainty))
            return date_text(read_date(value, uncertain=uncertain), translate)
        case Kind.CODE | Kind.AUTHORITY:
            return coded_text(CodedValue(value, item.words))
        case Kind.CPR_OR_BIRTH if is_birth_date(value):
            return date_text(read_date(value), translate)
        case Kind.CPR | Kind.CPR_OR_BIRTH:
            return number_text(value, masked=False)
        case Kind.POSTAL_CODE:
            return postal_code_text(value) or EMPTY
        case Kind.PADDED:
            return unpadded(value)
        case Kind.MARKER | Kind.UNCERTAINTY:
            return f"{translate('formatting', 'Ja')} ({value})"
