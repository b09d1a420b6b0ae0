"""What runs without a window: a lookup, the questions to the audit log, what is set."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from familieopslag.app import program
from familieopslag.domain.errand import Errand, choose_errand
from familieopslag.domain.faults import ExitCode
from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FailureView, PersonView


def run(options: argparse.Namespace) -> int:
    """Carry out what the arguments ask for."""
    if options.print_policy:
        return _print_policy(options.profile_dir)
    if options.diagnose is not None:
        return _diagnose(options)
    if options.check:
        return _check(program.chosen(options), options)
    if options.command == "audit":
        return _ask_audit_log(options)
    return _look_up(program.chosen(options), options)


def _look_up(chosen: program.Program, options: argparse.Namespace) -> int:
    from familieopslag import cli

    def view_of(result: LookupResult) -> PersonView:
        today = datetime.now().astimezone().date()
        return present(result, decide(result, today, chosen.rules), today)

    def errand() -> Errand:
        return choose_errand(chosen.configuration.purposes, options.formaal, options.sagsnr)

    def answer() -> int:
        chosen.configuration.log_warnings()
        return cli.run_lookup(
            # A window can tell what is wrong and still be used; a script cannot be told.
            chosen.make_lookup if chosen.fault is None else program.refusing(chosen.fault),
            view_of,
            chosen.environment,
            errand,
            as_json=options.json,
            draw=None if options.screenshot is None else _picture(chosen.environment, options.screenshot),
            source=sys.stdin,
            out=sys.stdout,
            err=sys.stderr,
        )

    return _with_streams(answer, options.profile_dir)


def _diagnose(options: argparse.Namespace) -> int:
    from familieopslag.app.package import package_sources
    from familieopslag.diagnose_command import diagnose

    chosen = program.chosen(options)
    return _with_streams(
        lambda: diagnose(options.diagnose, package_sources(chosen), sys.stdout, sys.stderr),
        options.profile_dir,
    )


def _check(chosen: program.Program, options: argparse.Namespace) -> int:
    from familieopslag.check_command import Question, run_check

    question = Question(
        chosen.make_test if chosen.fault is None else program.failing_test(chosen.fault),
        chosen.environment,
        lambda: choose_errand(chosen.configuration.purposes, options.check_formaal, options.check_sagsnr),
        with_number=options.testnummer,
        as_json=options.check_json,
    )
    return _with_streams(
        lambda: run_check(question, source=sys.stdin, out=sys.stdout, err=sys.stderr), options.profile_dir
    )


def _ask_audit_log(options: argparse.Namespace) -> int:
    from familieopslag.audit_command.command import Question, run_find, run_verify

    question = Question(options.profile_dir, options.demo, options.folder, options.key_file)
    if options.question == "verify":
        return _with_streams(
            lambda: run_verify(question, out=sys.stdout, err=sys.stderr), options.profile_dir
        )
    return _with_streams(
        lambda: run_find(question, as_json=options.json, source=sys.stdin, out=sys.stdout, err=sys.stderr),
        options.profile_dir,
    )


def _print_policy(profile_dir: Path | None) -> int:
    from familieopslag.policy_command import print_policy
    from familieopslag.system.settings import read_configuration

    return _with_streams(
        lambda: print_policy(lambda: read_configuration(profile_dir), sys.stdout, sys.stderr), profile_dir
    )


def _with_streams(command: Callable[[], int], profile_dir: Path | None) -> int:
    """Run a command that talks through the standard streams, and logs."""
    from familieopslag.system import paths
    from familieopslag.system.log.running_log import RunningLog

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    log = RunningLog(paths.log_dir(profile_dir), in_thread=False)
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough. What is left in the buffer must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.UNEXPECTED
    finally:
        log.close()
    return code


def _picture(environment: EnvironmentView, file: Path) -> Callable[[PersonView | FailureView], None]:
    def draw(shown: PersonView | FailureView) -> None:
        from familieopslag.ui.picture import write_picture

        write_picture(environment, shown, file)

    return draw
