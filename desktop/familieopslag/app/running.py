"""What a run tells of itself: in the log at its start, and to whoever is to find a fault in it."""

import logging
import platform

from PySide6.QtCore import qVersion

from familieopslag import __version__
from familieopslag.app.program import Program
from familieopslag.system import paths
from familieopslag.system.log.running_log import RunningLog

_LOG = logging.getLogger(__name__)


def about_this_program() -> str:
    """One line: program, Python, Qt, operating system."""
    python, qt = f"Python {platform.python_version()}", f"Qt {qVersion()}"
    return f"Familieopslag {__version__} · {python} · {qt} · {platform.system()} {platform.release()}"


def start_log(program: Program) -> RunningLog:
    """Log from now on, beginning with what runs and what is wrong with its settings."""
    log = RunningLog(paths.log_dir(program.session.profile_dir), in_thread=True)
    _LOG.info("start: %s, environment %s", about_this_program(), program.environment.key)
    if program.fault is not None:
        told = {"correlation_id": program.fault.correlation_id}
        _LOG.warning("settings: %s", program.fault.fault.code, extra=told)
    return log
