"""The command line without a process: what goes to which stream, under which exit code."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from familieopslag import cli
from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FailureView, PersonView
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
CHILD = invented_number(born=TODAY.replace(year=2015))
ENVIRONMENT = EnvironmentView("demo", "DEMO", "DEMO – opdigtede testpersoner")


class _Lookup:
    """Answers with one result, or raises."""

    def __init__(self, answer: LookupResult | BaseException) -> None:
        self.asked: list[Cpr] = []
        self.is_closed = False
        self._answer = answer

    certificate = None

    def prepare(self) -> None:
        raise AssertionError("the command line has no time to warm up in")

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        del on_progress
        assert not is_cancelled()
        self.asked.append(request.cpr)
        if isinstance(self._answer, BaseException):
            raise self._answer
        return self._answer

    def close(self) -> None:
        self.is_closed = True


@dataclass
class _Run:
    code: ExitCode
    out: str
    err: str
    drawn: list[PersonView | FailureView]

    @property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.out)
        return data


def _view(result: LookupResult) -> PersonView:
    return present(result, decide(result, TODAY), TODAY)


def _run(
    make_lookup: Callable[[], PersonLookup],
    text: str = ME,
    *,
    as_json: bool = True,
    draw: Callable[[PersonView | FailureView], None] | None = None,
) -> _Run:
    out, err, drawn = io.StringIO(), io.StringIO(), list[PersonView | FailureView]()
    code = cli.run_lookup(
        make_lookup,
        _view,
        ENVIRONMENT,
        Errand,
        as_json=as_json,
        draw=draw or drawn.append,
        source=io.StringIO(text),
        out=out,
        err=err,
    )
    return _Run(code, out.getvalue(), err.getvalue(), drawn)


def _found(*rows: Row) -> _Lookup:
    return _Lookup(result_of(*rows))


def _no_lookup() -> PersonLookup:
    raise AssertionError("no call for what is no number")


def test_a_number_is_looked_up_once_and_the_connection_closed() -> None:
    lookup = _found(main_row(ME), own_row(ME))
    run = _run(lambda: lookup, f"CPR: {ME[:6]}-{ME[6:]}\n")
    assert (run.code, run.err) == (ExitCode.OK, "")
    assert lookup.asked == [Cpr(ME)]
    assert lookup.is_closed
    assert len(run.drawn) == 1


_FIELD_KEYS = {"code", "label", "panel", "state", "value", "text"}


def test_the_keys_of_the_json_are_stable() -> None:
    data = _run(lambda: _found(main_row(ME, NYT="x"), own_row(ME), relative_row(CHILD))).data
    assert set(data) == {"schema", "environment", "person", "family", "origin"}
    assert (data["schema"], data["environment"]) == ("familieopslag.opslag/1", "demo")
    person = data["person"]
    assert set(person) == {
        "protection", "protection_text", "name", "number", "age", "gender", "status", "chips", "banners",
        "address", "fields", "own_row",
    }  # fmt: skip
    assert set(person["address"]) == {"hidden", "lines", "notice", "title", "other_lines", "other_title"}
    assert {frozenset(item) for item in (*person["fields"], *person["own_row"])} == {frozenset(_FIELD_KEYS)}
    assert {item["panel"] for item in person["fields"]} == {"stamdata", "adresse", "administration", "øvrige"}
    assert {item["panel"] for item in person["own_row"]} == {"familie"}
    family = data["family"]
    assert set(family) == {"count", "notices", "groups"}
    assert {frozenset(group) for group in family["groups"]} == {frozenset({"title", "note", "relatives"})}
    (relative,) = family["groups"][0]["relatives"]
    assert set(relative) == {
        "relation", "name", "number", "age", "status", "residence", "same_address", "hidden", "protection",
        "can_look_up", "fields",
    }  # fmt: skip
    assert {frozenset(item) for item in relative["fields"]} == {frozenset(_FIELD_KEYS)}
    assert set(data["origin"]) == {"source", "fetched_at", "correlation_ids"}


def test_every_field_has_its_code_value_and_state() -> None:
    data = _run(lambda: _found(main_row(ME, NYT="råt"), own_row(ME))).data
    fields = {item["code"]: item for item in data["person"]["fields"]}
    assert fields["KOMKOD"] == {
        "code": "KOMKOD",
        "label": "Kommune",
        "panel": "adresse",
        "state": "shown",
        "value": "0851",
        "text": "0851 Aalborg",
    }
    assert (fields["NYT"]["state"], fields["NYT"]["value"], fields["NYT"]["panel"]) == (
        "raw",
        "råt",
        "øvrige",
    )


def test_the_json_is_utf_8_and_not_escaped() -> None:
    assert "Opdigtet Allé" in _run(lambda: _found(main_row(ME), own_row(ME))).out


@pytest.mark.parametrize("as_json", [True, False])
def test_a_protected_street_is_in_no_output(as_json: bool) -> None:  # noqa: FBT001
    main, own = protected_main(ME, CONVN="c/o Gemmested")
    child = relative_row(CHILD, STADR="Opdigtet Allé 4,1 tv", CPST_POSTNR="9000", CPSN_POSTDISTTXT="Aalborg")
    run = _run(lambda: _found(main, own, child), as_json=as_json)
    assert run.code is ExitCode.OK
    for hidden in ("Opdigtet Allé", "Aalborg", "9000", "Gemmested", ME, ME[6:], CHILD, CHILD[6:]):
        assert hidden not in run.out
    assert "Opdigt Testesen" in run.out


def test_masked_values_are_null_and_keep_their_code() -> None:
    data = _run(lambda: _found(*protected_main(ME))).data
    masked = [item for item in data["person"]["fields"] if item["state"] == "masked"]
    assert {"STADR", "PNR", "POSTNR"} <= {item["code"] for item in masked}
    assert {item["value"] for item in masked} == {None}
    assert data["person"]["address"] == {
        "hidden": True,
        "lines": [],
        "notice": "Skjult – adressen er beskyttet",
        "title": "",
        "other_lines": [],
        "other_title": "",
    }


def test_the_text_tells_environment_person_address_and_family() -> None:
    run = _run(lambda: _found(main_row(ME), own_row(ME), relative_row(CHILD)), as_json=False)
    lines = run.out.splitlines()
    assert lines[0] == "[DEMO]"
    assert "Opdigt Testesen" in lines
    assert f"{ME[:6]}-{ME[6:]} · 64 år · Kvinde · Aktiv (01)" in lines
    assert f"  {STREET}" in lines
    assert "Familie (1)" in lines
    assert f"    Barn · Slægt Testesen · {CHILD[:6]}-•••• · 11 år · Aktiv · 9400 Nørresundby" in lines
    assert lines[-1] == "Opslags-id id-1"


@pytest.mark.parametrize("as_json", [True, False])
def test_who_lives_at_the_same_address_is_told_in_words_and_as_a_fact(as_json: bool) -> None:  # noqa: FBT001
    at_home = relative_row(
        CHILD, STADR="Opdigtet Allé 4,1 tv", CPST_POSTNR="9000", CPSN_POSTDISTTXT="Aalborg"
    )
    elsewhere = relative_row(invented_number(3), "Mor")
    run = _run(lambda: _found(main_row(ME), own_row(ME), at_home, elsewhere), as_json=as_json)
    if as_json:
        relatives = [row for group in run.data["family"]["groups"] for row in group["relatives"]]
        assert [row["same_address"] for row in relatives] == [True, False]
    else:
        assert [line for line in run.out.splitlines() if "samme adresse" in line] == [
            f"    Barn · Slægt Testesen · {CHILD[:6]}-•••• · 11 år · Aktiv · 9000 Aalborg · samme adresse"
        ]


@pytest.mark.parametrize("as_json", [True, False])
def test_every_banner_is_told_however_many(as_json: bool) -> None:  # noqa: FBT001
    main = main_row(ME, STATUS="77", PNRGAELD=CHILD, VEJKOD="9947", FOEDDATO="19600314")
    run = _run(lambda: _found(main, own_row(ME)), as_json=as_json)
    titles = [
        "Ukendt statuskode 77",
        "CPR oplyser et andet gældende nummer.",
        "Registreret på særlig vejkode (vejkode 9947)",
        "Fødselsdatoen i CPR afviger fra personnummeret.",
    ]
    if as_json:
        assert [banner["title"] for banner in run.data["person"]["banners"]] == titles
    else:
        told = [line.removeprefix("! ") for line in run.out.splitlines() if line.startswith("! ")]
        assert [line[: len(title)] for line, title in zip(told, titles, strict=True)] == titles


@pytest.mark.parametrize("as_json", [True, False])
def test_which_of_two_addresses_is_in_force_is_told(as_json: bool) -> None:  # noqa: FBT001
    main = main_row(ME, UDLANDSADR1="Erfundene Straße 7", UDRLANDEKOD="5180")
    run = _run(lambda: _found(main, own_row(ME)), as_json=as_json)
    titles = ["Gældende adresse", "Udenlandsk adresse (ikke gældende)"]
    if as_json:
        address = run.data["person"]["address"]
        assert [address["title"], address["other_title"]] == titles
    else:
        lines = [line.strip() for line in run.out.splitlines()]
        assert lines[lines.index(titles[0]) + 1] == STREET
        assert lines[lines.index(titles[1]) + 1] == "Erfundene Straße 7"


def test_the_text_names_every_call() -> None:
    result = replace(result_of(main_row(ME), own_row(ME)), correlation_ids=("id-1", "id-2"))
    run = _run(lambda: _Lookup(result), as_json=False)
    assert run.out.splitlines()[-1] == "Opslags-id id-1, id-2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Indtast eller indsæt"),
        (ME[:-1] + "x", "kun af cifre"),
        (f"310262{ME[6:]}", "skal være en dato"),
        (f"{int(ME[:2]) + 60}{ME[2:]}", "erstatningspersonnummer"),
        (ME[:7], "har 10 cifre"),
        (f"{ME} {CHILD}", "flere numre"),
        ("9" * 10_000, "har 10 cifre"),
    ],
)
def test_what_is_no_number_is_told_and_not_sent(text: str, said: str) -> None:
    run = _run(_no_lookup, text)
    assert run.code is ExitCode.INVALID_NUMBER
    assert said in run.err
    assert said in run.data["error"]["text"]
    assert run.data["error"]["code"] == "FO-062"
    for digits in (ME, ME[6:], CHILD):
        assert digits not in run.out + run.err


@pytest.mark.parametrize(
    ("error", "code", "fault_code"),
    [
        (FamilieopslagError(faults.NOT_FOUND, "et-id", detail="Kvit 172"), ExitCode.NOT_FOUND, "FO-060"),
        (
            FamilieopslagError(faults.TIMEOUT, "et-id", values={"seconds": "20"}),
            ExitCode.NETWORK,
            "FO-031",
        ),
        (FamilieopslagError(faults.PASSPHRASE_WRONG, "et-id"), ExitCode.CERTIFICATE, "FO-024"),
        (FamilieopslagError(faults.CANCELLED, "et-id"), ExitCode.CANCELLED, "FO-080"),
        (RuntimeError(f"om {ME}"), ExitCode.UNEXPECTED, "FO-001"),
        (KeyboardInterrupt(), ExitCode.CANCELLED, "FO-080"),
    ],
)
def test_each_fault_has_its_exit_code_sentence_and_id(
    error: BaseException, code: ExitCode, fault_code: str
) -> None:
    lookup = _Lookup(error)
    run = _run(lambda: lookup)
    assert run.code is code
    assert lookup.is_closed
    assert set(run.data) == {"schema", "error"}
    told = run.data["error"]
    assert set(told) == {"code", "title", "text", "action", "correlation_id", "retry"}
    assert told["code"] == fault_code
    assert told["text"] in run.err
    assert f"{fault_code} · Fejl-id {told['correlation_id']}" in run.err
    if isinstance(error, FamilieopslagError):
        assert told["correlation_id"] == "et-id"
    assert ME not in run.out + run.err
    assert "Traceback" not in run.err


def test_a_fault_without_json_leaves_standard_output_empty() -> None:
    run = _run(lambda: _Lookup(FamilieopslagError(faults.NOT_FOUND, "et-id")), as_json=False)
    assert (run.code, run.out) == (ExitCode.NOT_FOUND, "")
    assert "Personen blev ikke fundet" in run.err


def test_a_lookup_that_cannot_be_made_is_told() -> None:
    def refuse() -> PersonLookup:
        raise FamilieopslagError(faults.SETTINGS_MISSING, "et-id", values={"file": "settings.toml"})

    run = _run(refuse)
    assert run.code is ExitCode.CONFIGURATION
    assert "settings.toml" in run.err


def test_the_picture_is_of_what_was_printed() -> None:
    run = _run(lambda: _found(main_row(ME), own_row(ME)))
    assert isinstance(run.drawn[0], PersonView)
    run = _run(lambda: _Lookup(FamilieopslagError(faults.NOT_FOUND, "et-id")))
    assert isinstance(run.drawn[0], FailureView)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_picture_that_cannot_be_saved_takes_nothing_from_the_answer(as_json: bool) -> None:  # noqa: FBT001
    def refuse(shown: PersonView | FailureView) -> None:
        raise OSError(f"ingen plads til {shown}")

    run = _run(lambda: _found(main_row(ME), own_row(ME)), as_json=as_json, draw=refuse)
    assert run.code is ExitCode.UNEXPECTED
    assert "Opdigt Testesen" in run.out
    assert run.err == "Billedet af vinduet kunne ikke gemmes (OSError).\n"
    failed = _run(lambda: _Lookup(FamilieopslagError(faults.NOT_FOUND, "et-id")), draw=refuse)
    assert failed.code is ExitCode.NOT_FOUND


def test_markup_and_quotes_survive_the_json() -> None:
    name = "Æ\"<b>\\O'Testesen</b>"
    assert _run(lambda: _found(main_row(ME, ADRNVN=name), own_row(ME))).data["person"]["name"] == name
