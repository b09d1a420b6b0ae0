"""`--check` without a wire: what is printed and when, what is returned, and what is never printed."""

import io
import json
from collections.abc import Callable

import pytest

from familieopslag.check_command import Question, run_check
from familieopslag.domain import faults
from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest, Step, StepResult
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import ExitCode, FamilieopslagError, Fault
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.presentation.environment import EnvironmentView
from tests.support.connection_tests import FAULT_ID, GatedConnectionTest
from tests.support.replies import invented_number

ME = invented_number()
_ENVIRONMENT = EnvironmentView("exttest", "EKSTERN TEST", "EKSTERN TEST")


class _Broken:
    """Raises instead of testing."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        del number, on_step, is_cancelled
        raise self._error


def _run(
    test: ConnectionTest,
    *,
    typed: str | None = None,
    as_json: bool = False,
    errand_of: Callable[[], Errand] = Errand,
) -> tuple[ExitCode, str, str]:
    if isinstance(test, GatedConnectionTest):
        test.let()
    out, err = io.StringIO(), io.StringIO()
    question = Question(lambda: test, _ENVIRONMENT, errand_of, with_number=typed is not None, as_json=as_json)
    code = run_check(question, source=io.StringIO(typed or ""), out=out, err=err)
    assert ME not in out.getvalue() + err.getvalue()
    return code, out.getvalue(), err.getvalue()


def test_all_is_well() -> None:
    test = GatedConnectionTest()
    code, out, err = _run(test)
    assert (code, err, test.numbers) == (ExitCode.OK, "", [None])
    assert len(out.splitlines()) == len(Step) + 1
    assert out.endswith("Forbindelsen virker.\n")


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        (Step.SETTINGS, faults.POLICY_REFUSED),
        (Step.NAME, faults.NO_CONNECTION),
        (Step.CONNECTION, faults.PROXY_UNREACHABLE),
        (Step.PROXY, faults.PROXY_AUTHENTICATION),
        (Step.TLS, faults.SERVER_AUTHORITY_UNKNOWN),
        (Step.CERTIFICATE, faults.CERTIFICATE_UNREADABLE),
        (Step.AGREEMENT, faults.ACCESS_DENIED),
        (Step.AGREEMENT, faults.AUDIT_UNWRITABLE),
    ],
)
def test_the_exit_code_is_that_of_the_step_that_failed(step: Step, fault: Fault) -> None:
    test = GatedConnectionTest(step, fault)
    test.values = {"file": "policy.toml"}
    code, out, _ = _run(test)
    assert code is fault.exit_code
    assert out.count("✗") == 1
    assert out.count("ikke prøvet") == len(Step) - list(Step).index(step) - 1
    assert FAULT_ID in out


def test_json_is_one_text_with_every_step() -> None:
    code, out, err = _run(GatedConnectionTest(Step.TLS), as_json=True)
    data = json.loads(out)
    assert (code, err) == (ExitCode.NETWORK, "")
    assert (data["ok"], data["exit_code"], data["certificate"]) == (False, 5, None)
    assert [step["outcome"] for step in data["steps"]] == [
        *("ok", "ok", "ok", "sprunget over", "fejl", "ikke prøvet", "ikke prøvet")
    ]
    assert data["steps"][4]["error"]["correlation_id"] == FAULT_ID


def test_a_test_number_is_handed_on_with_its_errand() -> None:
    test, errand = GatedConnectionTest(), Errand(case_number="26/1")
    code, _, _ = _run(test, typed=f"{ME}\n", errand_of=lambda: errand)
    assert code is ExitCode.OK
    request = test.numbers[0]
    assert request is not None
    assert (request.cpr.digits, request.origin, request.errand) == (ME, Origin.TEST, errand)


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), ExitCode.CANCELLED),
        (RuntimeError(ME), ExitCode.UNEXPECTED),
        (FamilieopslagError(faults.TESTSERVICE_FAILED, FAULT_ID), ExitCode.UNEXPECTED),
    ],
)
def test_a_test_that_ends_before_its_time_is_told(
    error: BaseException,
    code: ExitCode,
    as_json: bool,  # noqa: FBT001
) -> None:
    returned, out, err = _run(_Broken(error), as_json=as_json)
    assert returned is code
    assert "Fejl-id" in err
    assert bool(out) is as_json
    assert not as_json or json.loads(out)["error"]["correlation_id"] in err
