"""What is asked before hidden data is revealed: whom it is about, why it is hidden, and for how long."""

from datetime import date

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import Rules, decide
from familieopslag.domain.revealing import RevealReason
from familieopslag.presentation.reveal import RevealQuestion, present_question, time_left_text
from tests.support.replies import (
    STREET,
    TODAY,
    Row,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

ME = invented_number()
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)


def _ask(
    *rows: Row,
    relative: int | None = None,
    privacy: PrivacySettings | None = None,
    rules: Rules | None = None,
) -> RevealQuestion:
    result = result_of(*rows)
    return present_question(
        result, decide(result, TODAY, rules or Rules()), relative, privacy or PrivacySettings()
    )


def _spouse(**changes: str | None) -> Row:
    return relative_row(SPOUSE, "Ægtefælle", **changes)


def test_it_names_the_person_by_what_is_on_the_screen_with_the_number_masked() -> None:
    question = _ask(*protected_main(ME))
    assert question.subject == f"Opdigt Testesen · {Cpr(ME).masked}"
    assert question.protection == "Personen har navne- og adressebeskyttelse."


def test_a_relative_is_named_so_too() -> None:
    question = _ask(main_row(ME), own_row(ME), _spouse(CBSK_TYP="00001"), relative=0)
    assert question.subject == f"Slægt Testesen · {Cpr(SPOUSE).masked}"
    assert question.protection == "Personen har navne- og adressebeskyttelse."


def test_a_hidden_name_is_not_told() -> None:
    question = _ask(*protected_main(ME), rules=Rules(mask_names=True))
    assert question.subject == f"Beskyttet person · {Cpr(ME).masked}"


def test_a_relative_without_a_number_is_named_without_one() -> None:
    child = relative_row("20150409", CBSK_TYP="00001")
    assert _ask(main_row(ME), own_row(ME), child, relative=0).subject == "Slægt Testesen"


def test_the_number_is_masked_also_where_the_screen_shows_it() -> None:
    spouse = _spouse(CBSK_TYP="00001", STADR=STREET, CPST_POSTNR="9000")
    question = _ask(main_row(ME), own_row(ME), spouse)
    assert ME[6:] not in question.subject
    assert question.protection == "Personens adresse kan afsløre en beskyttet persons adresse."


def test_an_unknown_protection_is_told_as_such() -> None:
    question = _ask(main_row(ME, BESKYT="X"), own_row(ME))
    assert question.protection == "Det er ukendt, om personen er beskyttet. Personen vises som beskyttet."


def test_every_reason_can_be_given() -> None:
    question = _ask(*protected_main(ME))
    assert [reason for reason, _words in question.reasons] == list(RevealReason)
    assert len({words for _reason, words in question.reasons}) == len(RevealReason)


@pytest.mark.parametrize("seconds", [15, 60, 300])
@pytest.mark.parametrize("demanded", [True, False])
def test_the_municipality_s_settings_are_told(seconds: int, *, demanded: bool) -> None:
    question = _ask(
        *protected_main(ME), privacy=PrivacySettings(reveal_seconds=seconds, reveal_case_number=demanded)
    )
    assert f"{seconds} sekunder" in question.consequence
    assert question.case_number_required is demanded


def test_nobody_shows_in_a_repr() -> None:
    assert "Testesen" not in repr(_ask(*protected_main(ME)))


@pytest.mark.parametrize(
    ("seconds", "words"), [(60, "1:00"), (52, "0:52"), (9, "0:09"), (300, "5:00"), (0, "0:00"), (-1, "0:00")]
)
def test_the_time_left_is_told_in_minutes_and_seconds(seconds: int, words: str) -> None:
    assert time_left_text(seconds) == f"Vises i {words}"
