"""What window and command line both need: whom to ask, where it is recorded, what is set."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from familieopslag.presentation.environment import EnvironmentView

if TYPE_CHECKING:
    from familieopslag.domain.accountability import Journal
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.domain.ports import PersonLookup
    from familieopslag.domain.protection import Rules
    from familieopslag.system.settings import AuditSettings, Configuration

_ENVIRONMENTS = {
    "prod": ("PRODUKTION", "PRODUKTION"),
    "exttest": ("EKSTERN TEST", "EKSTERN TEST – kun testpersoner"),
    "demo": ("DEMO", "DEMO – opdigtede testpersoner, intet sendes til Serviceplatformen"),
    "custom": ("EGEN ADRESSE", "EGEN ADRESSE – servicen er valgt i indstillingerne"),
    "none": ("IKKE SAT OP", "IKKE SAT OP – der kan ikke slås op"),
}


class Program(NamedTuple):
    """`make_lookup` and `make_journal` are slow: for a worker. `fault`: why it is not, or not quite, set up."""

    make_lookup: "Callable[[], PersonLookup]"
    make_journal: "Callable[[], Journal]"
    environment: EnvironmentView
    configuration: "Configuration"
    fault: "FamilieopslagError | None" = None
    exit_code: int = 0
    """Of the window, when it is closed in the ordinary way."""
    profile_dir: Path | None = None

    @property
    def is_demo(self) -> bool:
        """Whether it is about invented persons."""
        return self.environment.key == "demo"

    @property
    def rules(self) -> "Rules":
        """What decides on protection."""
        from familieopslag.domain.protection import Rules

        return Rules(
            # The test service is known to send it.
            relatives_flag_delivered=self.is_demo or self.configuration.relatives_flag_delivered,
            mask_names=self.configuration.privacy.mask_names,
        )


def chosen(options: argparse.Namespace) -> Program:
    """As the arguments want it."""
    return demo(options.register, options.profile_dir) if options.demo else configured(options.profile_dir)


def demo(register: Path | None, profile_dir: Path | None) -> Program:
    """Invented persons of a test service of its own, with an audit log of their own."""
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.system.settings import built_in_configuration, read_configuration

    def make_journal() -> "Journal":
        from familieopslag.system.audit.places import demo_audit

        return _journal(demo_audit(profile_dir), profile_dir, "demo")

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import DemoLookup

        return DemoLookup(make_journal(), register)

    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError:
        # Invented persons may be shown whatever is wrong with the policy.
        configuration = built_in_configuration(profile_dir)
    return Program(make_lookup, make_journal, _environment("demo"), configuration, profile_dir=profile_dir)


def configured(profile_dir: Path | None) -> Program:
    """What settings and policy say."""
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.system.settings import built_in_configuration, read_configuration

    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError as error:
        built_in = built_in_configuration(profile_dir)
        return _unusable(built_in, error, profile_dir, exit_code=error.fault.exit_code)
    try:
        settings = configuration.settings()
    except FamilieopslagError as error:
        return _unusable(configuration, error, profile_dir)

    def make_journal() -> "Journal":
        return _journal(settings.audit, profile_dir, settings.environment)

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import open_lookup

        return open_lookup(settings, make_journal())

    return Program(
        make_lookup,
        make_journal,
        _environment(settings.environment),
        configuration,
        configuration.fault,
        profile_dir=profile_dir,
    )


def refusing(error: "FamilieopslagError") -> "Callable[[], PersonLookup]":
    """Nobody can be looked up, for that reason."""

    def refuse() -> "PersonLookup":
        raise error

    return refuse


def _unusable(
    configuration: "Configuration", error: "FamilieopslagError", profile_dir: Path | None, exit_code: int = 0
) -> Program:
    def make_journal() -> "Journal":
        return _journal(configuration.audit, profile_dir, "none")

    environment = _environment("none")
    return Program(
        refusing(error), make_journal, environment, configuration, error, exit_code, profile_dir=profile_dir
    )


def _journal(settings: "AuditSettings", profile_dir: Path | None, environment: str) -> "Journal":
    from familieopslag.system.audit.journal import open_audit_log

    return open_audit_log(settings, profile_dir, environment)


def _environment(key: str) -> EnvironmentView:
    return EnvironmentView(key, *_ENVIRONMENTS[key])
