"""What is in the package for the helpdesk."""

from collections.abc import Callable

from PySide6.QtCore import qVersion

from familieopslag.app.program import Program
from familieopslag.policy_command import policy_lines
from familieopslag.system import paths
from familieopslag.system.audit.places import demo_audit
from familieopslag.system.diagnosis import sources
from familieopslag.system.diagnosis.package import Source


def package_sources(
    program: Program, connection_test: Callable[[], str | None] | None = None
) -> list[Source]:
    """Every part, in the order of reading. `connection_test`: its outcome in words, if there is one."""
    configuration, profile = program.configuration, program.profile_dir
    audit = demo_audit(profile) if program.is_demo else configuration.audit

    def start_fault() -> str | None:
        fault = program.fault
        return None if fault is None else f"{fault.fault.code} {fault.fault.title} ({fault.correlation_id})\n"

    def certificate() -> str | None:
        return None if program.is_demo else sources.certificate(configuration.settings())

    return [
        ("versioner.txt", lambda: sources.versions(qVersion())),
        ("indstillinger.toml", lambda: sources.settings(policy_lines(configuration))),
        ("fejl-ved-start.txt", start_fault),
        ("certifikat.txt", certificate),
        *([] if connection_test is None else [("forbindelsestest.txt", connection_test)]),
        ("revisionslog.txt", lambda: sources.audit_summary(audit, profile)),
        *sources.logs(paths.log_dir(profile)),
    ]
