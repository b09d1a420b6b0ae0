"""The composition root: reads the arguments, puts the parts together, returns the exit code.

What only some runs need, or only after the window has been painted, is imported where it is needed.
"""

import sys
from collections.abc import Sequence

from familieopslag.app import program
from familieopslag.app.arguments import read


def main(argv: Sequence[str] | None = None) -> int:
    """Run Familieopslag with `argv` (None: the process's own) and return the exit code (domain.faults)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["testservice"]:
        from familieopslag.testservice.command import main as serve

        return serve(arguments[1:])
    options = read(arguments)
    asks = options.print_policy or options.check or options.diagnose is not None
    if asks or options.command is not None:
        from familieopslag.app import commands

        return commands.run(options)
    from familieopslag.app import window

    return window.run(program.chosen(options))


def main_window() -> int:
    """The GUI script: the same program, started without a console."""
    return main()
