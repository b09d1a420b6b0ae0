"""What may stand on the command line. Never a person number: other users of the computer can see the arguments."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from familieopslag import __version__

_USAGE = 2
"""domain.faults.ExitCode.USAGE, which is not worth an import before the window."""


class _Parser(argparse.ArgumentParser):
    """argparse quotes what it does not understand; that might be a person number."""

    def error(self, message: str) -> NoReturn:
        del message
        self.print_usage(sys.stderr)
        sys.stderr.write(
            "Ukendt eller forkert argument. Et CPR-nummer gives på standard input, aldrig som argument.\n"
        )
        sys.exit(_USAGE)


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for. Ends the process with a sentence on standard error when it was nothing that there is."""
    known = _parser()
    options = known.parse_args(arguments)
    of_check = (options.check_json, options.testnummer, options.check_formaal, options.check_sagsnr)
    asked = (options.check, options.print_policy, options.diagnose is not None, options.command is not None)
    if sum(asked) > 1:
        known.error("one thing at a time")
    if any(of_check) and not options.check:
        known.error("of --check alone")
    return options


def _parser() -> argparse.ArgumentParser:
    """Of everything but `testservice`, which has a parser of its own."""
    root = _Parser(prog="familieopslag", description="Opslag i SF6006 Familie+.", allow_abbrev=False)
    root.add_argument("--version", action="version", version=f"Familieopslag {__version__}")
    root.add_argument("--demo", action="store_true", help="opdigtede testpersoner, ingen forbindelse udadtil")
    root.add_argument("--register", type=Path, metavar="DIR", help="med --demo: et andet testregister")
    root.add_argument("--profile-dir", type=Path, metavar="DIR", help="mappen med settings.toml")
    root.add_argument(
        "--print-policy",
        action="store_true",
        help="vis hver indstilling, der gælder, og hvem der har bestemt den",
    )
    root.add_argument(
        "--diagnose",
        type=Path,
        metavar="FILE",
        help="gem en fejlpakke (zip) til it-support, uden personoplysninger",
    )
    _add_check(root)
    commands = root.add_subparsers(dest="command", parser_class=_Parser, metavar="opslag|audit")
    lookup = commands.add_parser(
        "opslag", help="slå det nummer op, der står på standard input", allow_abbrev=False
    )
    lookup.add_argument("--json", action="store_true", help="skriv JSON")
    lookup.add_argument("--screenshot", type=Path, metavar="FILE", help="gem et billede af vinduet (PNG)")
    _add_errand(lookup)
    _add_audit(commands.add_parser("audit", help="spørg revisionsloggen", allow_abbrev=False))
    return root


def _add_check(root: argparse.ArgumentParser) -> None:
    root.add_argument(
        "--check", action="store_true", help="prøv forbindelsen trin for trin; slår ingen personer op"
    )
    check = root.add_argument_group("med --check")
    check.add_argument("--json", action="store_true", dest="check_json", help="skriv JSON")
    check.add_argument(
        "--testnummer", action="store_true", help="slå til sidst det nummer op, der står på standard input"
    )
    _add_errand(check, "check_")


def _add_errand(command: "argparse._ActionsContainer", of: str = "") -> None:
    """`of`: begins the names under which the answers are kept."""
    command.add_argument(
        "--formaal",
        dest=f"{of}formaal",
        default="",
        metavar="KODE",
        help="formålet, som kommunen har sat det op",
    )
    command.add_argument(
        "--sagsnr",
        dest=f"{of}sagsnr",
        default="",
        metavar="TEKST",
        help="sagens nummer, aldrig et CPR-nummer",
    )


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
