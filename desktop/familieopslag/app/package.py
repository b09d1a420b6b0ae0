"""What is in the package for the helpdesk."""

from datetime import datetime

from PySide6.QtCore import qVersion

from familieopslag import __version__
from familieopslag.app.program import Program, failing_test
from familieopslag.policy_command import policy_lines
from familieopslag.presentation.connection_test import present_step, present_summary, report_lines
from familieopslag.system import paths
from familieopslag.system.audit.places import demo_audit
from familieopslag.system.diagnosis import sources
from familieopslag.system.diagnosis.package import Source
from familieopslag.system.log.redaction import redacted


def package_sources(program: Program) -> list[Source]:
    """Every part, in the order of reading."""
    configuration, profile = program.configuration, program.session.profile_dir
    audit = demo_audit(profile) if program.is_demo else configuration.audit

    def start_fault() -> str | None:
        fault = program.fault
        return None if fault is None else f"{fault.fault.code} {fault.fault.title} ({fault.correlation_id})\n"

    def certificate() -> str | None:
        return (
            None
            if program.is_demo
            else sources.certificate(configuration.settings(), program.session.passphrases)
        )

    return [
        ("versioner.txt", lambda: sources.versions(qVersion())),
        ("indstillinger.toml", lambda: sources.settings(policy_lines(configuration))),
        ("fejl-ved-start.txt", start_fault),
        ("certifikat.txt", certificate),
        ("forbindelsestest.txt", lambda: None if program.is_demo else _tested(program)),
        ("revisionslog.txt", lambda: sources.audit_summary(audit, profile)),
        *sources.logs(paths.log_dir(profile)),
    ]


def _tested(program: Program) -> str:
    """The connection test, which looks nobody up."""
    at = datetime.now().astimezone()
    make_test = program.make_test if program.fault is None else failing_test(program.fault)
    report = make_test().run(None, lambda _step: None, lambda: False)
    steps = [present_step(result, at) for result in report.results]
    lines = report_lines(steps, present_summary(report), program=f"Familieopslag {__version__}", at=at)
    return redacted("".join(f"{line}\n" for line in lines))
