"""What is in the package for the helpdesk."""

from datetime import datetime

from PySide6.QtCore import qVersion

from familieopslag.app.program import Program
from familieopslag.policy_command import policy_lines
from familieopslag.presentation.connection_test import present_step, present_summary, step_lines
from familieopslag.system import paths
from familieopslag.system.audit.places import demo_audit
from familieopslag.system.diagnosis import sources
from familieopslag.system.diagnosis.package import Source
from familieopslag.system.log.redaction import redacted


def package_sources(program: Program) -> list[Source]:
    """Every part, in the order of reading. The connection is tested for it; nobody is looked up."""
    configuration, session = program.configuration, program.session
    audit = demo_audit(session.profile_dir) if program.is_demo else configuration.audit

    def start_fault() -> str | None:
        fault = program.fault
        return None if fault is None else f"{fault.fault.code} {fault.fault.title} ({fault.correlation_id})\n"

    def certificate() -> str | None:
        if program.is_demo:
            return None
        settings = configuration.settings()
        passphrase = session.passphrases.of(settings.certificate_file, settings.environment)
        return sources.certificate(settings.certificate_file, passphrase)

    return [
        ("versioner.txt", lambda: sources.versions(qVersion())),
        ("indstillinger.toml", lambda: sources.settings(policy_lines(configuration))),
        ("fejl-ved-start.txt", start_fault),
        ("certifikat.txt", certificate),
        ("forbindelsestest.txt", lambda: _connection_test(program)),
        ("revisionslog.txt", lambda: sources.audit_summary(audit, session.profile_dir)),
        *sources.logs(paths.log_dir(session.profile_dir)),
    ]


def _connection_test(program: Program) -> str:
    report = program.make_test().run(None, lambda _step: None, lambda: False)
    now = datetime.now().astimezone()
    lines = [line for result in report.results for line in step_lines(present_step(result, now))]
    return "".join(f"{redacted(line)}\n" for line in (*lines, present_summary(report)))
