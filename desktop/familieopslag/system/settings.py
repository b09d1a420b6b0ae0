"""The connection's settings: `settings.toml` in the profile folder."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.paths import SETTINGS_FILE

ENDPOINTS = {
    "exttest": "https://exttest.serviceplatformen.dk/service/CPRLookup/CPRLookup/2",
    "prod": "https://prod.serviceplatformen.dk/service/CPRLookup/CPRLookup/2",
}
"""The environments that know their endpoint (SF6006's page). No trailing slash."""
_CUSTOM = "custom"
_UUID = re.compile(r"[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}")
_ERROR_LINE = re.compile(r"at line (\d+)")
_LONGEST_TIMEOUT = 300.0
_LONGEST_RETENTION = 120


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """Where the audit log is, and for how long. `folder` None: system.paths.audit_dir. `key_file` None: keyring."""

    folder: Path | None = None
    key_file: Path | None = None
    retention_months: int = 6


@dataclass(frozen=True, slots=True)
class Settings:
    """What a lookup needs to know. Time-outs in seconds; UUIDs in lower case; paths absolute or as given.

    `paging_key` "": further pages are not asked for. `relatives_flag_delivered` False: a relative without
    CBSK_TYP counts as unknown, hence as protected.
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
    audit: AuditSettings = AuditSettings()


def read_settings(profile: Path) -> Settings:
    """The settings in `profile`/settings.toml; a relative path in it counts from `profile`.

    Raises FamilieopslagError (SETTINGS_MISSING, SETTINGS_UNREADABLE, SETTINGS_INVALID), all with exit code 3.
    """
    file = profile / SETTINGS_FILE
    try:
        values = _read(file)
    except FileNotFoundError:
        _fail(faults.SETTINGS_MISSING, file=str(file))
    return _Reader(file, values).settings()


def read_audit_settings(profile: Path) -> AuditSettings:
    """The `[audit]` table alone, whatever else is missing; without a file, or a table in it, what holds by itself.

    Raises FamilieopslagError (SETTINGS_UNREADABLE, SETTINGS_INVALID).
    """
    file = profile / SETTINGS_FILE
    try:
        values = _read(file)
    except FileNotFoundError:
        return AuditSettings()
    return _Reader(file, values).audit()


def _read(file: Path) -> dict[str, Any]:
    """What is in the file. Raises FileNotFoundError, or FamilieopslagError (SETTINGS_UNREADABLE)."""
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise
    except tomllib.TOMLDecodeError as error:
        line = _ERROR_LINE.search(str(error))
        _fail(faults.SETTINGS_UNREADABLE, file=str(file), line=line.group(1) if line else "–")
    except (OSError, UnicodeDecodeError):
        _fail(faults.SETTINGS_UNREADABLE, file=str(file), line="–")


def _fail(fault: faults.Fault, **values: str) -> NoReturn:
    import uuid  # not needed when all is well

    raise FamilieopslagError(fault, str(uuid.uuid4()), values=values) from None


class _Reader:
    """Reads typed values out of a settings table; every fault names file and key."""

    def __init__(self, file: Path, values: dict[str, Any]) -> None:
        self._file = file
        self._values = values

    def settings(self) -> Settings:
        environment = self._text("service", "environment")
        if environment not in (*ENDPOINTS, _CUSTOM):
            self._invalid("service", "environment")
        ca_file = self._text("service", "ca_file", default="")
        return Settings(
            environment=environment,
            endpoint=self._endpoint(environment),
            ca_file=self._path(ca_file) if ca_file else None,
            service_agreement_uuid=self._uuid("service_agreement_uuid"),
            user_system_uuid=self._uuid("user_system_uuid"),
            user_uuid=self._uuid("user_uuid"),
            certificate_file=self._path(self._text("certificate", "file")),
            paging_key=self._text("service", "paging_key", default="REST").strip(),
            relatives_flag_delivered=self._flag("service", "relatives_flag_delivered", default=True),
            connect_timeout=self._seconds("service", "connect_timeout", default=5.0),
            read_timeout=self._seconds("service", "read_timeout", default=20.0),
            audit=self.audit(),
        )

    def audit(self) -> AuditSettings:
        """The table about the audit log."""
        folder = self._text("audit", "folder", default="").strip()
        key_file = self._text("audit", "key_file", default="").strip()
        months = self._value("audit", "retention_months", 6)
        if isinstance(months, bool) or not isinstance(months, int) or not 0 < months <= _LONGEST_RETENTION:
            self._invalid("audit", "retention_months")
        return AuditSettings(
            folder=self._path(folder) if folder else None,
            key_file=self._path(key_file) if key_file else None,
            retention_months=months,
        )

    def _endpoint(self, environment: str) -> str:
        given = self._text("service", "endpoint", default="").strip()
        if environment != _CUSTOM:
            if given:
                # Real numbers must not be sent to an address that merely is called "prod".
                self._invalid("service", "endpoint")
            return ENDPOINTS[environment]
        try:
            parts = urlsplit(given)
            usable = parts.scheme == "https" and bool(parts.hostname) and not parts.username
            _ = parts.port
        except ValueError:
            usable = False
        if not usable:
            self._invalid("service", "endpoint")
        return given.rstrip("/")

    def _uuid(self, key: str) -> str:
        text = self._text("service", key).strip().strip("{}").strip().lower()
        if not _UUID.fullmatch(text):
            self._invalid("service", key)
        return text

    def _path(self, text: str) -> Path:
        return self._file.parent / Path(text).expanduser()

    def _text(self, table: str, key: str, default: str | None = None) -> str:
        value = self._value(table, key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self._invalid(table, key)
        return value

    def _flag(self, table: str, key: str, *, default: bool) -> bool:
        value = self._value(table, key, default)
        if not isinstance(value, bool):
            self._invalid(table, key)
        return value

    def _seconds(self, table: str, key: str, *, default: float) -> float:
        value = self._value(table, key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= _LONGEST_TIMEOUT:
            self._invalid(table, key)
        return float(value)

    def _value(self, table: str, key: str, default: object) -> object:
        section = self._values.get(table, {})
        if not isinstance(section, dict):
            self._invalid(table, key)
        value = section.get(key, default)
        if value is None:
            self._invalid(table, key)
        return value

    def _invalid(self, table: str, key: str) -> NoReturn:
        _fail(faults.SETTINGS_INVALID, file=str(self._file), key=f"[{table}] {key}")
