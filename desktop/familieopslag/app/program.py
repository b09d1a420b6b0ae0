"""What window and command line both need: whom to ask, where it is recorded, what is set."""

import argparse
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from familieopslag.presentation.environment import EnvironmentView, present_environment

if TYPE_CHECKING:
    from familieopslag.domain.accountability import Journal
    from familieopslag.domain.connection_test import ConnectionTest
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.domain.ports import PersonLookup
    from familieopslag.domain.protection import Rules
    from familieopslag.system.passphrases import Passphrases
    from familieopslag.system.settings import AuditSettings, Configuration, Settings
    from familieopslag.system.setup import Setup


class Session:
    """What lasts as long as the program, however often its settings change. Made for the window by the GUI thread."""

    def __init__(self, profile_dir: Path | None, register: Path | None = None) -> None:
        """The arguments' `--profile-dir` and `--register`."""
        self.profile_dir = profile_dir
        self.register = register

    @cached_property
    def passphrases(self) -> "Passphrases":
        """What is remembered of them is here."""
        from familieopslag.system.passphrases import Passphrases

        return Passphrases()

    @cached_property
    def setup(self) -> "Setup":
        """What the settings window has done."""
        from familieopslag.system.setup import Setup

        return Setup(self.profile_dir, self.passphrases)


class Program(NamedTuple):
    """What is made is slow to make: for a worker. `fault`: why it is not, or not quite, set up."""

    make_lookup: "Callable[[], PersonLookup]"
    make_journal: "Callable[[], Journal]"
    make_test: "Callable[[], ConnectionTest]"
    environment: EnvironmentView
    configuration: "Configuration"
    session: Session
    fault: "FamilieopslagError | None" = None
    exit_code: int = 0
    """Of the window, when it is closed in the ordinary way."""

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

    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError:
        # Invented persons may be shown whatever is wrong with the policy.
        configuration = built_in_configuration(profile_dir)
    return demo_with(configuration, Session(profile_dir, register))


def demo_with(configuration: "Configuration", session: Session) -> Program:
    """The same, looking as the configuration has it."""
    profile_dir, register = session.profile_dir, session.register

    def make_journal() -> "Journal":
        from familieopslag.system.audit.places import demo_audit

        return _journal(demo_audit(profile_dir), profile_dir, "demo")

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import DemoLookup

        return DemoLookup(make_journal(), register)

    def make_test() -> "ConnectionTest":
        from familieopslag.assembly import DemoTest

        return DemoTest(make_journal, register)

    return Program(make_lookup, make_journal, make_test, present_environment("demo"), configuration, session)


def configured(profile_dir: Path | None) -> Program:
    """What settings and policy say."""
    from familieopslag.domain.faults import FamilieopslagError
    from familieopslag.system.settings import built_in_configuration, read_configuration

    session = Session(profile_dir)
    try:
        configuration = read_configuration(profile_dir)
    except FamilieopslagError as error:
        built_in = built_in_configuration(profile_dir)
        return _unusable(built_in, error, session, exit_code=error.fault.exit_code)
    return configured_with(configuration, session)


def configured_with(configuration: "Configuration", session: Session) -> Program:
    """What the configuration says."""
    from familieopslag.domain.faults import FamilieopslagError

    try:
        settings = configuration.settings()
    except FamilieopslagError as error:
        return _unusable(configuration, error, session)

    def make_journal() -> "Journal":
        return _journal(settings.audit, session.profile_dir, settings.environment)

    def make_lookup() -> "PersonLookup":
        from familieopslag.assembly import open_lookup

        passphrase = session.passphrases.of(settings.certificate_file, settings.environment)
        return open_lookup(settings, make_journal(), passphrase)

    return Program(
        make_lookup,
        make_journal,
        lambda: draft_test(lambda: settings, session),
        present_environment(settings.environment),
        configuration,
        session,
        configuration.fault,
    )


def renewed(program: Program, configuration: "Configuration") -> Program:
    """The same with other settings: a demo stays one."""
    make = demo_with if program.environment.key == "demo" else configured_with
    return make(configuration, program.session)


def draft_test(tried: "Callable[[], Settings]", session: Session) -> "ConnectionTest":
    """A test of the settings that `tried` gives. What `tried` raises is told by the first step."""
    from familieopslag.assembly import connection_test
    from familieopslag.domain.faults import FamilieopslagError

    def opened() -> "tuple[Settings, str | None]":
        settings = tried()
        try:
            return settings, session.passphrases.of(settings.certificate_file, settings.environment)
        except FamilieopslagError:
            return settings, None  # told by the step that needs it

    def make_journal() -> "Journal":
        settings = tried()
        return _journal(settings.audit, session.profile_dir, settings.environment)

    return connection_test(opened, make_journal)


def failing_test(error: "FamilieopslagError") -> "Callable[[], ConnectionTest]":
    """A test whose first step tells that reason."""

    def make_test() -> "ConnectionTest":
        from familieopslag.assembly import connection_test

        return connection_test(refusing(error), refusing(error))

    return make_test


def refusing(error: "FamilieopslagError") -> Callable[[], NoReturn]:
    """Nobody can be looked up, for that reason."""

    def refuse() -> NoReturn:
        raise error

    return refuse


def _unusable(
    configuration: "Configuration", error: "FamilieopslagError", session: Session, exit_code: int = 0
) -> Program:
    def make_journal() -> "Journal":
        return _journal(configuration.audit, session.profile_dir, "none")

    return Program(
        refusing(error),
        make_journal,
        failing_test(error),
        present_environment("none"),
        configuration,
        session,
        error,
        exit_code,
    )


def _journal(settings: "AuditSettings", profile_dir: Path | None, environment: str) -> "Journal":
    from familieopslag.system.audit.journal import open_audit_log

    return open_audit_log(settings, profile_dir, environment)
