"""`opslag --formaal CODE --sagsnr TEXT`: the errand of a lookup on the command line."""

import io
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from familieopslag.app import main, program
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.faults import ExitCode
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.system.configuration import keys
from familieopslag.system.settings import built_in_configuration
from tests.support.journal import MemoryJournal
from tests.support.replies import invented_number, main_row, own_row, result_of

ME = invented_number()
OTHER = invented_number(1)
PURPOSES = (Purpose("BORGERSERVICE", "Borgerservice"), Purpose("SOCIAL", "Sociale ydelser"))


class _Lookup:
    """Answers about one person, and keeps what it was asked."""

    def __init__(self) -> None:
        self.requests: list[LookupRequest] = []

    certificate = None

    def prepare(self) -> None:
        raise AssertionError("the command line has no time to warm up in")

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        del on_progress, is_cancelled
        self.requests.append(request)
        return result_of(main_row(ME), own_row(ME))

    def close(self) -> None:
        pass


Run = Callable[..., int]


def _no_test() -> NoReturn:
    raise AssertionError("a lookup tests nothing")


@pytest.fixture
def lookup() -> _Lookup:
    return _Lookup()


@pytest.fixture
def run(lookup: _Lookup, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`familieopslag opslag` with these arguments, where the municipality has these purposes."""

    def run(*arguments: str, purposes: tuple[Purpose, ...] = PURPOSES) -> int:
        settings = built_in_configuration()
        effective = {
            **settings.effective,
            keys.PURPOSES: settings.effective[keys.PURPOSES]._replace(value=purposes),
        }
        made = program.Program(
            lambda: lookup,
            MemoryJournal,
            _no_test,
            EnvironmentView("demo", "DEMO", "DEMO"),
            settings._replace(effective=effective),
            program.Session(None),
        )
        monkeypatch.setattr(program, "configured", lambda _folder: made)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ME.encode())))
        return main(["opslag", *arguments])

    return run


def test_purpose_and_case_number_go_with_the_lookup(run: Run, lookup: _Lookup) -> None:
    assert run("--formaal", "SOCIAL", "--sagsnr", "26/1234") == ExitCode.OK
    assert lookup.requests == [LookupRequest(Cpr(ME), errand=Errand(PURPOSES[1], "26/1234"))]


def test_without_a_list_no_purpose_is_needed(run: Run, lookup: _Lookup) -> None:
    assert run("--sagsnr", "26/1234", purposes=()) == ExitCode.OK
    assert [request.errand for request in lookup.requests] == [Errand(None, "26/1234")]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Vælg et af de formål, som kommunen har sat op: BORGERSERVICE, SOCIAL."),
        (("--formaal", "ANDET"), "Vælg et af disse: BORGERSERVICE, SOCIAL."),
        (("--formaal", "SOCIAL", "--sagsnr", OTHER), "Sagsnummeret ligner et CPR-nummer eller er for langt."),
        (
            ("--formaal", "SOCIAL", "--sagsnr", "7" * 61),
            "Sagsnummeret ligner et CPR-nummer eller er for langt.",
        ),
    ],
)
def test_what_is_missing_or_refused_is_told_and_nothing_is_sent(
    run: Run,
    lookup: _Lookup,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    assert run(*arguments) == ExitCode.USAGE
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Fejl-id" in said.err
    assert OTHER not in said.err + said.out
    assert lookup.requests == []


def test_a_number_among_the_arguments_is_still_refused_unread(
    run: Run, lookup: _Lookup, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--formaal", "SOCIAL", OTHER)
    assert ended.value.code == ExitCode.USAGE
    assert OTHER not in capsys.readouterr().err
    assert lookup.requests == []
