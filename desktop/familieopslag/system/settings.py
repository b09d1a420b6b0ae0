"""What is set, as the rest of the program asks for it: built from every source in their order (ADR 13)."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.system import paths
from familieopslag.system.configuration.documents import NO_LINE
from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.configuration.kinds import InvalidValueError, Value, translate
from familieopslag.system.configuration.layers import (
    ConfigurationWarning,
    Effective,
    Layer,
    Origin,
    OriginKind,
    WarningKind,
    merge,
)
from familieopslag.system.configuration.policy import Policy, PolicySource, machine_policy
from familieopslag.system.configuration.user_file import UserFile

if TYPE_CHECKING:
    from familieopslag.domain.errand import Purpose

ENDPOINTS = {
    "exttest": "https://exttest.serviceplatformen.dk/service/CPRLookup/CPRLookup/2",
    "prod": "https://prod.serviceplatformen.dk/service/CPRLookup/CPRLookup/2",
}
"""The environments that know their endpoint (SF6006's page). No trailing slash."""
STEERED = translate("settings", "Styres af din administrator")
"""Beside the lock of a setting that nobody here can change."""
_LOG = logging.getLogger(__name__)
_ENVIRONMENT, _ENDPOINT = key("service", "environment"), key("service", "endpoint")


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """Where the audit log is, and for how long. `folder` None: system.paths.audit_dir. `key_file` None: keyring."""

    folder: Path | None = None
    key_file: Path | None = None
    retention_months: int = 6


class ViewSettings(NamedTuple):
    """The window. `text_size` in per cent; `language` "system", "da" or "en"; `theme` "system", "light" or "dark"."""

    text_size: int = 100
    language: str = "system"
    theme: str = "system"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a lookup needs to know. Time-outs in seconds; UUIDs in lower case; paths absolute or as given.

    `paging_key` "": further pages are not asked for. `relatives_flag_delivered` False: a relative without
    CBSK_TYP counts as unknown, hence as protected. `proxy`: "system", "none" or http://host:port.
    """

    environment: str
    endpoint: str
    ca_file: Path | None
    service_agreement_uuid: str
    user_system_uuid: str
    user_uuid: str
    certificate_file: Path
    paging_key: str = "REST"
    relatives_flag_delivered: bool = True
    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    proxy: str = "system"
    proxy_user: str = field(default="", repr=False)
    audit: AuditSettings = AuditSettings()
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
    view: ViewSettings = field(default_factory=ViewSettings)
    purposes: "tuple[Purpose, ...]" = ()


class Configuration(NamedTuple):
    """What is in force for each key. `file`: the user's own.

    `fault`: what is wrong with the user's own settings; in place of what is not understood, `faulty`, the policy's
    default, or what is built in, is in force.
    """

    file: Path
    effective: Mapping[Key, Effective]
    warnings: tuple[ConfigurationWarning, ...] = ()
    fault: FamilieopslagError | None = None
    faulty: tuple[Key, ...] = ()

    @property
    def blocks_lookups(self) -> bool:
        """Whether what is in force instead will not do for a lookup."""
        return any(key.blocks_lookups for key in self.faulty)

    @property
    def audit(self) -> AuditSettings:
        """About the audit log."""
        return AuditSettings(**self._table("audit"))

    @property
    def privacy(self) -> PrivacySettings:
        """About what may be seen and kept, and for how long."""
        values = self._table("privacy")
        return PrivacySettings(printing=values.pop("print"), **values)

    @property
    def view(self) -> ViewSettings:
        """About the window."""
        return ViewSettings(**self._table("view"))

    @property
    def purposes(self) -> "tuple[Purpose, ...]":
        """The municipality's list; empty: no purpose is asked for."""
        found: tuple[Purpose, ...] = self._value(PURPOSES)
        return found

    @property
    def relatives_flag_delivered(self) -> bool:
        """See Settings."""
        return bool(self._value(key("service", "relatives_flag_delivered")))

    @property
    def is_first_run(self) -> bool:
        """Whether nobody has set anything up: the user has no file, and policy does not do without."""
        return not self.file.exists() and any(
            found.is_required and self._value(found) is None for found in KEYS
        )

    def log_warnings(self) -> None:
        """Tell the log what has no effect, by its name only."""
        for warning in self.warnings:
            _LOG.warning("setting without effect: %s", warning)

    def settings(self) -> Settings:
        """All of it, if somebody can be looked up with it.

        Raises FamilieopslagError (SETTINGS_MISSING, SETTINGS_UNREADABLE, SETTINGS_INVALID, SETTINGS_INCOMPLETE), all
        with exit code 3.
        """
        if self.fault is not None and self.blocks_lookups:
            raise self.fault from None
        for required in KEYS:
            if required.is_required and self._value(required) is None:
                self._refuse_incomplete(required)
        if not self._value(_ENDPOINT):
            self._refuse_incomplete(_ENDPOINT)
        return Settings(
            **self._table("service"),
            certificate_file=self._value(key("certificate", "file")),
            audit=self.audit,
            privacy=self.privacy,
            view=self.view,
            purposes=self.purposes,
        )

    def typed(self, of: Key, text: str) -> Value:
        """The value of what a user has typed for a key. Raises InvalidValueError, with a sentence, if it cannot be."""
        if self.effective[of].is_locked:
            raise InvalidValueError(STEERED, {})
        value = of.kind.read_text(text)
        decided = self.effective[of].decided
        if of.allows(value, decided):
            return value
        if of.strictness is Strictness.POLICY:
            raise InvalidValueError(STEERED, {})
        demand = translate(
            "settings",
            "Kun din administrator kan vælge det. Det er mindre sikkert end det, der gælder: {limit}.",
        )
        raise InvalidValueError(demand, {"limit": of.kind.text(decided)})

    def _table(self, table: str) -> dict[str, Any]:
        return {
            found.name: effective.value for found, effective in self.effective.items() if found.table == table
        }

    def _value(self, of: Key) -> Any:  # noqa: ANN401 - each kind has its own
        return self.effective[of].value

    def _refuse_incomplete(self, missing: Key) -> NoReturn:
        if self.fault is not None and self.fault.fault is faults.SETTINGS_UNREADABLE:
            raise self.fault from None
        is_new = all(value.origin.kind is OriginKind.BUILT_IN for value in self.effective.values())
        if is_new and not self.file.exists():
            _fail(faults.SETTINGS_MISSING, file=str(self.file))
        _fail(faults.SETTINGS_INCOMPLETE, file=str(self.file), key=missing.label)


def read_configuration(
    profile: Path | None = None, policy: Sequence[PolicySource] | None = None
) -> Configuration:
    """What is in force. `profile` None: the user's own folder. `policy` None: this computer's; (): none at all.

    The user's file raises nothing here (see Configuration.fault). Raises FamilieopslagError (POLICY_REFUSED,
    POLICY_UNREADABLE, POLICY_INVALID), all with exit code 3.
    """
    said = [source.read() for source in (machine_policy() if policy is None else policy)]
    file = paths.profile_dir(profile) / paths.SETTINGS_FILE
    user, fault = UserFile(file).read()
    return _configuration(profile, file, [found for found in said if found is not None], user, fault)


def changed_configuration(
    profile: Path | None, changes: Mapping[Key, Value], policy: Sequence[PolicySource] | None = None
) -> Configuration:
    """What would be in force after `changes` to the user's own file (None takes a key out); nothing is written.

    Other arguments, and what is raised: see read_configuration.
    """
    said = [source.read() for source in (machine_policy() if policy is None else policy)]
    file = paths.profile_dir(profile) / paths.SETTINGS_FILE
    source = UserFile(file)
    user, fault = source.read()
    faulty = {found: path for found, path in user.faulty.items() if found not in changes}
    if user.faulty and not faulty:
        fault = None
    values = {found: value for found, value in {**user.values, **changes}.items() if value is not None}
    for found, value in changes.items():
        if not isinstance(value, Path):
            continue
        place = source.placed(value)
        if place is not None:
            values[found] = place
        else:
            del values[found]
            faulty[found] = found.path
            fault = _error(faults.SETTINGS_INVALID, file=str(file), key=found.label, line=NO_LINE)
    user = user._replace(values=values, faulty=faulty)
    return _configuration(profile, file, [found for found in said if found is not None], user, fault)


def built_in_configuration(profile: Path | None = None) -> Configuration:
    """What is in force when nobody says anything."""
    file = paths.profile_dir(profile) / paths.SETTINGS_FILE
    return _configuration(profile, file, (), Layer(Origin(OriginKind.USER, str(file))), None)


def read_settings(profile: Path | None = None, policy: Sequence[PolicySource] | None = None) -> Settings:
    """All that is in force, from sources without a fault. Arguments: see read_configuration.

    Raises FamilieopslagError as Configuration.settings and read_configuration do.
    """
    configuration = read_configuration(profile, policy)
    if configuration.fault is not None:
        raise configuration.fault from None
    return configuration.settings()


def read_audit_settings(
    profile: Path | None = None, policy: Sequence[PolicySource] | None = None
) -> AuditSettings:
    """What concerns the audit log, whatever else is missing or faulty. Arguments: see read_configuration.

    Raises FamilieopslagError (SETTINGS_UNREADABLE, SETTINGS_INVALID) and as read_configuration does.
    """
    configuration = read_configuration(profile, policy)
    fault = configuration.fault
    is_meant = any(found.table == "audit" for found in configuration.faulty)
    if fault is not None and (is_meant or fault.fault is faults.SETTINGS_UNREADABLE):
        raise fault from None
    return configuration.audit


def _configuration(
    profile: Path | None,
    file: Path,
    policies: Sequence[Policy],
    user: Layer,
    fault: FamilieopslagError | None,
) -> Configuration:
    effective, warnings = merge(
        (found.locked for found in policies), user, (found.defaults for found in policies)
    )
    faulty = [found for found in user.faulty if not effective[found].is_locked]
    wrong = _settle_endpoint(effective, warnings)
    if wrong is not None:
        faulty.append(_ENDPOINT)
    _settle_audit_folder(effective, profile)
    return Configuration(file, effective, tuple(warnings), wrong or fault, tuple(faulty))


def _settle_endpoint(
    effective: dict[Key, Effective], warnings: list[ConfigurationWarning]
) -> FamilieopslagError | None:
    """Let an environment that knows its endpoint have it, and no other.

    Real numbers must not be sent to an address that merely is called "prod", nor past the one that is locked: whoever
    has asked for either is told.
    """
    environment, endpoint = effective[_ENVIRONMENT], effective[_ENDPOINT]
    known = ENDPOINTS.get(str(environment.value))
    if known is None:
        return None
    if endpoint.value:
        if endpoint.is_locked and environment.origin != endpoint.origin:
            return _invalid(environment)
        if endpoint.origin.place == environment.origin.place:
            return _invalid(endpoint)
        warnings.append(ConfigurationWarning(WarningKind.UNUSED, _ENDPOINT.label, endpoint.origin))
    effective[_ENDPOINT] = Effective(_ENDPOINT, known, Origin(OriginKind.BUILT_IN), known)
    return None


def _settle_audit_folder(effective: dict[Key, Effective], profile: Path | None) -> None:
    """Where the log is when nobody says it: depends on the user and on the profile."""
    folder = key("audit", "folder")
    if effective[folder].value is None:
        default = paths.audit_dir(profile)
        effective[folder] = effective[folder]._replace(value=default)


def _invalid(of: Effective) -> FamilieopslagError:
    return _error(faults.SETTINGS_INVALID, file=of.origin.place, key=of.key.label, line=NO_LINE)


def _fail(fault: Fault, **values: str) -> NoReturn:
    raise _error(fault, **values) from None


def _error(fault: Fault, **values: str) -> FamilieopslagError:
    import uuid  # not needed when all is well

    return FamilieopslagError(fault, str(uuid.uuid4()), values=values)
