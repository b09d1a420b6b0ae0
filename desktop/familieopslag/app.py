"""The composition root: reads the arguments, puts the parts together, returns the exit code.

What only some runs need, or only after the window has been painted, is imported where it is needed.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from familieopslag import __version__
from familieopslag.presentation.environment import EnvironmentView

if TYPE_CHECKING:
    from familieopslag.domain.errand import Errand
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.domain.person import LookupResult
    from familieopslag.domain.ports import PersonLookup
    from familieopslag.domain.protection import Rules
    from familieopslag.presentation.view_models import FailureView, PersonView
    from familieopslag.system.settings import Configuration
    from familieopslag.worker.lookup_runner import LookupRunner

_UNEXPECTED, _USAGE = 1, 2
"""Of domain.faults.ExitCode, which is not worth an import before the window."""
_ENVIRONMENTS = {
    "prod": ("PRODUKTION", "PRODUKTION"),
    "exttest": ("EKSTERN TEST", "EKSTERN TEST – kun testpersoner"),
    "demo": ("DEMO", "DEMO – opdigtede testpersoner, intet sendes til Serviceplatformen"),
    "custom": ("EGEN ADRESSE", "EGEN ADRESSE – servicen er valgt i indstillingerne"),
    "none": ("IKKE SAT OP", "IKKE SAT OP – der kan ikke slås op"),
}


class _Program(NamedTuple):
    """What the window and the command line both need. `fault`: why it is not, or not quite, set up."""

    make_lookup: "Callable[[], PersonLookup]"
    environment: EnvironmentView
    configuration: "Configuration"
    fault: "FamilieopslagError | None" = None
    exit_code: int = 0
    """Of the window, when it is closed in the ordinary way."""

    @property
    def rules(self) -> "Rules":
        """What decides on protection."""
        from familieopslag.domain.protection import Rules

        return Rules(
            # The test service is known to send it.
            relatives_flag_delivered=self.environment.key == "demo"
            or self.configuration.relatives_flag_delivered,
            mask_names=self.configuration.privacy.mask_names,
        )

    def view_of(self, result: "LookupResult") -> "PersonView":
        """What the command line shows of a result, in Danish."""
        from datetime import datetime

        from familieopslag.domain.protection import decide
        from familieopslag.presentation.person import present

        today = datetime.now().astimezone().date()
        return present(result, decide(result, today, self.rules), today)


class _Parser(argparse.ArgumentParser):
    """argparse quotes what it does not understand; that might be a person number."""

    def error(self, message: str) -> NoReturn:
        del message
        self.print_usage(sys.stderr)
        sys.stderr.write(
            "Ukendt eller forkert argument. Et CPR-nummer gives på standard input, aldrig som argument.\n"
        )
        sys.exit(_USAGE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run Familieopslag with `argv` (None: the process's own) and return the exit code (domain.faults)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["testservice"]:
        from familieopslag.testservice.command import main as serve

        return serve(arguments[1:])
    options = _parser().parse_args(arguments)
    if options.print_policy:
        return _print_policy(options.profile_dir)
    if options.command == "audit":
        return _run_audit(options)
    program = (
        _demo(options.register, options.profile_dir) if options.demo else _configured(options.profile_dir)
    )
    if options.command == "opslag":
        return _run_command(
            program,
            lambda: _errand(program, options.formaal, options.sagsnr),
            as_json=options.json,
            screenshot=options.screenshot,
        )
    return _run_window(program)


def main_window() -> int:
    """The GUI script: the same program, started without a console."""
    return main()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="familieopslag", description="Opslag i SF6006 Familie+.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"Familieopslag {__version__}")
    parser.add_argument(
        "--demo", action="store_true", help="opdigtede testpersoner, ingen forbindelse udadtil"
    )
    parser.add_argument("--register", type=Path, metavar="DIR", help="med --demo: et andet testregister")
    parser.add_argument("--profile-dir", type=Path, metavar="DIR", help="mappen med settings.toml")
    parser.add_argument(
        "--print-policy",
        action="store_true",
        help="vis hver indstilling, der gælder, og hvem der har bestemt den",
    )
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar="opslag|audit")
    lookup = commands.add_parser(
        "opslag", help="slå det nummer op, der står på standard input", allow_abbrev=False
    )
    lookup.add_argument("--json", action="store_true", help="skriv JSON")
    lookup.add_argument("--screenshot", type=Path, metavar="FILE", help="gem et billede af vinduet (PNG)")
    lookup.add_argument("--formaal", default="", metavar="KODE", help="formålet, som kommunen har sat det op")
    lookup.add_argument("--sagsnr", default="", metavar="TEKST", help="sagens nummer, aldrig et CPR-nummer")
    _add_audit(commands.add_parser("audit", help="spørg revisionsloggen", allow_abbrev=False))
    return parser


def _add_audit(audit: argparse.ArgumentParser) -> None:
    questions = audit.add_subparsers(
        dest="question", parser_class=_Parser, metavar="verify|find", required=True
    )
    verify = questions.add_parser(
        "verify", help="efterprøv, at intet er ændret eller fjernet", allow_abbrev=False
    )
    find = questions.add_parser(
        "find", help="find rækkerne om det nummer, der står på standard input", allow_abbrev=False
    )
    find.add_argument("--json", action="store_true", help="skriv JSON")
    for question in (verify, find):
        question.add_argument("--folder", type=Path, metavar="DIR", help="en anden log end indstillingernes")
        question.add_argument("--key-file", type=Path, metavar="FILE", help="en anden nøgle")


def _demo(register: Path | None, profile_dir: Path | None) -> _Program:
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.system.settings import built_in_configuration, read_configuration

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import DemoLookup

        return DemoLookup(register)

    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError:
        # Invented persons may be shown whatever is wrong with the policy.
        configuration = built_in_configuration(profile_dir)
    return _Program(make_lookup, _environment("demo"), configuration)


def _configured(profile_dir: Path | None) -> _Program:
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.system.settings import built_in_configuration, read_configuration

    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError as error:
        built_in = built_in_configuration(profile_dir)
        return _Program(
            _refusing(error), _environment("none"), built_in, error, exit_code=error.fault.exit_code
        )
    try:
        settings = configuration.settings()
    except FamilieopslagError as error:
        return _Program(_refusing(error), _environment("none"), configuration, error)

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import open_lookup

        return open_lookup(settings)

    return _Program(make_lookup, _environment(settings.environment), configuration, configuration.fault)


def _refusing(error: "FamilieopslagError") -> "Callable[[], PersonLookup]":
    def refuse() -> "PersonLookup":
        raise error

    return refuse


def _print_policy(profile_dir: Path | None) -> int:
    from familieopslag.policy_command import print_policy
    from familieopslag.system.settings import read_configuration

    return _with_streams(
        lambda: print_policy(lambda: read_configuration(profile_dir), sys.stdout, sys.stderr)
    )


def _environment(key: str) -> EnvironmentView:
    return EnvironmentView(key, *_ENVIRONMENTS[key])


def _errand(program: _Program, code: str, case_number: str) -> "Errand":
    from familieopslag.domain.errand import choose_errand

    return choose_errand(program.configuration.purposes, code, case_number)


def _run_command(
    program: _Program, errand_of: "Callable[[], Errand]", *, as_json: bool, screenshot: Path | None
) -> int:
    from familieopslag import cli

    def answer() -> int:
        program.configuration.log_warnings()
        return cli.run_lookup(
            # A window can tell what is wrong and still be used; a script cannot be told.
            program.make_lookup if program.fault is None else _refusing(program.fault),
            program.view_of,
            program.environment,
            errand_of,
            as_json=as_json,
            draw=None if screenshot is None else _picture(program.environment, screenshot),
            source=sys.stdin,
            out=sys.stdout,
            err=sys.stderr,
        )

    return _with_streams(answer)


def _run_audit(options: argparse.Namespace) -> int:
    from familieopslag.audit_command.command import Question, run_find, run_verify

    question = Question(options.profile_dir, options.demo, options.folder, options.key_file)
    if options.question == "verify":
        return _with_streams(lambda: run_verify(question, out=sys.stdout, err=sys.stderr))
    return _with_streams(
        lambda: run_find(question, as_json=options.json, source=sys.stdin, out=sys.stdout, err=sys.stderr)
    )


def _with_streams(command: "Callable[[], int]") -> int:
    """Run a command that talks through the standard streams."""
    from familieopslag.system import log

    log.configure()

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough. What is left in the buffer must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNEXPECTED
    return code


def _picture(environment: EnvironmentView, file: Path) -> "Callable[[PersonView | FailureView], None]":
    def draw(shown: "PersonView | FailureView") -> None:
        from familieopslag.ui.picture import write_picture

        write_picture(environment, shown, file)

    return draw


class RunningWindow:
    """A window and, once `connect` has been called, the worker behind it."""

    def __init__(self, program: _Program) -> None:
        """The window alone: light enough to be painted at once. A QApplication must exist."""
        from familieopslag.ui.main_window import MainWindow

        self._program = program
        self._runner: LookupRunner | None = None
        self.window: MainWindow = MainWindow(program.environment)
        self.window.set_text_size(program.configuration.view.text_size)
        self.window.show_idle()
        if program.fault is not None:
            self.window.show_failure(_told(program.fault))
            if program.environment.key != "none":
                self.window.command("search").trigger()  # the rest works, so typing goes where it always goes

    @property
    def runner(self) -> "LookupRunner":
        """The worker; made on first use."""
        if self._runner is None:
            self._runner = self._connected()
        return self._runner

    def connect_and_warm_up(self) -> None:
        """What follows the first paint. Keys typed meanwhile wait in Qt's queue, so none is lost."""
        from familieopslag.system import log

        log.configure()
        self._program.configuration.log_warnings()
        self.runner.warm_up()

    def shut_down(self) -> bool:
        """Stop the worker; False when a lookup hangs."""
        return self._runner is None or self._runner.shut_down()

    def _connected(self) -> "LookupRunner":
        from familieopslag.ui.errand_presenter import ErrandPresenter
        from familieopslag.ui.presenter import LookupPresenter
        from familieopslag.ui.shown import ShownPerson
        from familieopslag.worker.lookup_runner import LookupRunner

        runner = LookupRunner(self._program.make_lookup, self.window)
        LookupPresenter(
            self.window,
            runner,
            ShownPerson(self._program.rules, self.window),
            ErrandPresenter(self.window, self._program.configuration.purposes),
            modulus_hint=self._program.environment.key != "demo",
        )
        return runner


def open_window(profile_dir: Path | None) -> RunningWindow:
    """The window, connected but not yet shown. A QApplication must exist."""
    running = RunningWindow(_configured(profile_dir))
    running.window.painted.connect(running.runner.warm_up)
    return running


def show_until_closed(running: RunningWindow) -> int:
    """Show the window and return the exit code when it is closed; does not return when a lookup hangs then."""
    from PySide6.QtWidgets import QApplication

    running.window.show()
    code = QApplication.exec()
    if not running.shut_down():
        from familieopslag.worker.lookup_runner import leave_at_once

        leave_at_once(code)
    return code


def _run_window(program: _Program) -> int:
    from PySide6.QtWidgets import QApplication

    from familieopslag.ui import theme, translation
    from familieopslag.ui.garbage import GuiThreadCollector

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Familieopslag")
    app.setApplicationVersion(__version__)
    view = program.configuration.view
    translation.install(app, None if view.language == "system" else view.language)
    theme.apply(app, view.theme)
    running = RunningWindow(program)
    running.window.painted.connect(running.connect_and_warm_up)
    running.window.painted.connect(lambda: GuiThreadCollector(running.window))
    return show_until_closed(running) or program.exit_code


def _told(error: "FamilieopslagError") -> "FailureView":
    from datetime import datetime

    from familieopslag.domain.faults import report_of
    from familieopslag.presentation.failures import present_failure
    from familieopslag.ui.translation import translate

    return present_failure(report_of(error), datetime.now().astimezone(), translate)
