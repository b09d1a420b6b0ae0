"""The program's own log: nobody in it, one file a day, for the user's own eyes, and nothing lost at the end."""

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from familieopslag.domain.correlation import correlated
from familieopslag.system.log.crash_file import crash_files
from familieopslag.system.log.daily_file import KEPT_DAYS, DailyFile, log_files
from familieopslag.system.log.redaction import REMOVED, holds_number, redacted
from familieopslag.system.log.running_log import RunningLog
from familieopslag.system.log.trace import place_of, trace_of
from tests.support.spellings import ME, SPELLINGS

_ID = "0a1b2c3d-1234-4567-8901-23456789abcd"
_DAY, _LAST = ME[:6], ME[6:]
HARMLESS = (
    "",
    _ID,
    f"lookup failed: FO-031 {_ID}",
    "https://127.0.0.1:44321/service 10.11.120.123:8080",
    "2026-11-25T08:03:46.123Z",
    "OpenSSL 3.0.15 3 Sep 2024, Qt 6.11.3, Linux 6.1.0-18-amd64, Windows 10.0.22631.4460",
    "4433331234 bytes in 1234567 ms",
)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[..., RunningLog]]:
    logs = []

    def start(*, in_thread: bool = True) -> RunningLog:
        logs.append(RunningLog(tmp_path / "logs", in_thread=in_thread))
        return logs[-1]

    yield start
    for log in logs:
        log.close()


def _written(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in log_files(folder / "logs"))


@pytest.mark.parametrize("text", SPELLINGS, ids=range(len(SPELLINGS)))
def test_a_number_is_taken_out_in_any_spelling(text: str) -> None:
    assert holds_number(f"a {text} b")
    left = redacted(f"a {text} b")
    assert REMOVED in left
    assert not holds_number(left)
    assert left.startswith("a ")
    assert left.endswith(" b")


@pytest.mark.parametrize("text", HARMLESS)
def test_ids_addresses_and_versions_stay(text: str) -> None:
    assert redacted(text) == text
    assert not holds_number(text)


def test_every_number_in_a_line_goes() -> None:
    assert redacted(f"{ME} {_ID} {_DAY}-{_LAST} x {ME}") == f"{REMOVED} {_ID} {REMOVED} x {REMOVED}"


class _Talkative:
    """What must not be logged, in every way that there is."""

    def __str__(self) -> str:
        return f"{_DAY}-{_LAST}"


@pytest.mark.parametrize("in_thread", [True, False])
def test_nobody_gets_into_the_file_by_text_argument_or_exception(
    started: Callable[..., RunningLog],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    in_thread: bool,
) -> None:
    # The guard of all tests reads records before any handler: here, that is just what is wanted.
    monkeypatch.setattr("tests.support.personal_data.PersonalData.kinds_in", lambda _self, _text: set())
    log = started(in_thread=in_thread)
    ours, theirs = logging.getLogger("familieopslag.test"), logging.getLogger("zeep.test")
    ours.warning("typed %s", _Talkative())
    ours.info("typed " + "%s-%s", _DAY, _LAST)
    theirs.warning("whole envelope\n%s", ME)
    secret_local = ME
    try:
        try:
            {}[secret_local]
        except KeyError as error:
            raise ValueError(f"no {_DAY}-{_LAST}") from error
    except ValueError:
        ours.exception("went wrong with %s", ME)
        ours.warning("stack", stack_info=True)
    log.close()
    for said in (_written(tmp_path), capsys.readouterr().err):
        assert "went wrong with " + REMOVED in said
        assert "KeyError" in said
        assert "test_log.py:" in said
        assert not holds_number(said)
        assert _LAST not in said
    assert f"whole envelope {REMOVED}" in _written(tmp_path)


def test_a_message_that_does_not_fit_its_values_is_told_without_them(
    started: Callable[..., RunningLog], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = started()
    logging.getLogger("familieopslag.test").warning("%d", "not a number", extra={})
    log.close()
    assert "does not fit its values" in _written(tmp_path)
    assert "not a number" not in _written(tmp_path) + capsys.readouterr().err


def test_every_line_of_a_call_has_its_id_also_those_of_libraries(
    started: Callable[..., RunningLog], tmp_path: Path
) -> None:
    log = started()
    with correlated(_ID):
        logging.getLogger("urllib3.test").warning("retrying")
    logging.getLogger("familieopslag.test").info("started")
    logging.getLogger("familieopslag.test").info("ended", extra={"correlation_id": _ID})
    log.close()
    lines = _written(tmp_path).splitlines()
    assert [line.split(" ", 4)[1:] for line in lines] == [
        ["WARNING", "urllib3.test", _ID, "retrying"],
        ["INFO", "familieopslag.test", "-", "started"],
        ["INFO", "familieopslag.test", _ID, "ended"],
    ]


def test_libraries_that_log_whole_messages_are_kept_from_it(
    started: Callable[..., RunningLog], tmp_path: Path
) -> None:
    log = started()
    for name in ("zeep.transports", "urllib3.connectionpool", "requests", "keyring.backend"):
        logging.getLogger(name).info("an envelope")
        logging.getLogger(name).debug("an envelope")
    log.close()
    assert _written(tmp_path) == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead of modes")
def test_file_and_folder_are_for_the_user_s_own_eyes_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        log = RunningLog(tmp_path / "state" / "logs", in_thread=False)
        logging.getLogger("familieopslag.test").warning("x")
        log.close()
    finally:
        os.umask(before)
    (file,) = log_files(tmp_path / "state" / "logs")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def _record(text: str) -> logging.LogRecord:
    return logging.LogRecord("x", logging.INFO, "", 0, text, None, None)


def test_a_new_day_has_a_new_file_and_five_are_kept(tmp_path: Path) -> None:
    days = [date(2026, 11, day) for day in range(20, 28)]
    today = [days[0]]
    handler = DailyFile(tmp_path, today=lambda: today[0])
    for day in days:
        today[0] = day
        handler.emit(_record(f"on {day}"))
        handler.emit(_record("once more"))
    handler.close()
    files = log_files(tmp_path)
    assert [file.name for file in files] == [f"familieopslag-{day}.log" for day in days[-KEPT_DAYS:]]
    assert files[-1].read_text(encoding="utf-8") == f"on {days[-1]}\nonce more\n"


def test_a_fault_that_repeats_itself_does_not_fill_the_disk(tmp_path: Path) -> None:
    handler = DailyFile(tmp_path, largest=1000)
    for _ in range(100):
        handler.emit(_record("the same once more"))
    handler.close()
    (file,) = log_files(tmp_path)
    assert file.stat().st_size < 1200
    assert file.read_text(encoding="utf-8").splitlines()[-1].endswith("loggen er fuld")


def test_two_processes_write_to_the_same_file_without_losing_a_line(tmp_path: Path) -> None:
    script = (
        "import logging, sys; from pathlib import Path;"
        "from familieopslag.system.log.running_log import RunningLog;"
        "log = RunningLog(Path(sys.argv[1]), in_thread=True);"
        "[logging.getLogger('familieopslag').info('%s %d', sys.argv[2], n) for n in range(500)];"
        "logging.shutdown()"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "logs"), name]) for name in ("a", "b")
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    lines = _written(tmp_path).splitlines()
    assert len(lines) == 1000
    assert {line.split(" ", 4)[4] for line in lines} == {f"{n} {i}" for n in "ab" for i in range(500)}


def test_where_nothing_can_be_written_the_program_goes_on(
    started: Callable[..., RunningLog], tmp_path: Path
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    log = started()
    logging.getLogger("familieopslag.test").info("x")
    log.close()


_CRASH = """
import faulthandler, sys
from pathlib import Path
from familieopslag.system.log.crash_file import CrashFile
number = sys.argv[2]
file = CrashFile(Path(sys.argv[1]), "start")
def deep(number):
    if sys.argv[3] == "crash":
        faulthandler._sigabrt()
deep(number)
file.close()
"""


@pytest.mark.parametrize(("way", "left"), [("crash", 1), ("end", 0)])
def test_only_a_run_that_crashed_leaves_a_file_and_no_value_is_in_it(
    tmp_path: Path, way: str, left: int
) -> None:
    done = subprocess.run([sys.executable, "-c", _CRASH, str(tmp_path), ME, way], check=False)
    assert (done.returncode == 0) is (way == "end")
    files = crash_files(tmp_path)
    assert len(files) == left
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "in deep" in text
        assert text.startswith("start\n")
        assert not holds_number(text)


def test_a_trace_says_where_and_what_kind_and_no_more() -> None:
    def inner(number: str) -> None:
        raise LookupError(f"{number} is not here")

    try:
        try:
            inner(ME)
        except LookupError as error:
            raise RuntimeError(ME) from error
    except RuntimeError as error:
        trace = trace_of(error)
    assert trace.splitlines()[-1] == "RuntimeError"
    assert "LookupError" in trace
    assert " inner" in trace
    assert str(Path.home()) not in trace
    assert "/" not in trace.replace("tests/", "")
    assert ME not in trace


def test_an_endless_trace_is_cut() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(trace_of(caught.value).splitlines()) < 50


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("/home/anne/familieopslag/desktop/familieopslag/ui/flow.py", "familieopslag/ui/flow.py"),
        ("C:\\Users\\anne\\env\\Lib\\site-packages\\zeep\\client.py", "zeep/client.py"),
        ("/home/anne/script.py", "script.py"),
        ("<string>", "<string>"),
        ("", ""),
    ],
)
def test_a_place_begins_where_the_program_does(file: str, place: str) -> None:
    assert place_of(file) == place
