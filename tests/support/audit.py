"""Audit logs for tests: a key in memory, a clock that is set by hand, a writer as a process of its own."""

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.system.audit.context import Context
from familieopslag.system.audit.journal import AuditLog
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.key_store import KeyStore
from familieopslag.system.audit.report import Flaw, Notice, Report
from familieopslag.system.audit.verification import verify
from tests.support.replies import invented_number
from tests.support.shared_material import PROJECT_ROOT

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
KEY = AuditKey(bytes(range(32)))
OTHER_KEY = AuditKey(bytes(range(1, 33)))
CONTEXT = Context("exttest", user="KOMMUNE\\abc", host="pc-17", session="s1", program="1.2.3")
ERRAND = Errand(Purpose("HJEMMEHJÆLP", "Visitation"), "2026-4711")
CALL_ID = "0f9a1e2c-7d1a-4a4e-9d5e-0c7d8f0a1b2c"


@dataclass
class HeldKey:
    """A key store in memory; `key` None: it is empty, and makes `next_key` when asked to."""

    key: AuditKey | None = KEY
    next_key: AuditKey = KEY
    place: str = "testens hukommelse"

    def existing(self) -> AuditKey | None:
        """See system.audit.key_store.KeyStore."""
        return self.key

    def make(self) -> AuditKey:
        """See system.audit.key_store.KeyStore."""
        self.key = self.next_key
        return self.key


@dataclass
class Clock:
    """Tells `now`, a second later each time."""

    now: datetime = START
    step: timedelta = field(default=timedelta(seconds=1))

    def __call__(self) -> datetime:
        """The time."""
        self.now += self.step
        return self.now


def log_in(
    folder: Path,
    *,
    keys: KeyStore | None = None,
    clock: Clock | None = None,
    months: int = 6,
) -> AuditLog:
    """A log that has not been opened yet."""
    return AuditLog(folder, keys or HeldKey(), CONTEXT, retention_months=months, clock=clock or Clock())


def entry(
    place: int = 0,
    event: AuditEvent = AuditEvent.LOOKUP,
    *,
    errand: Errand = ERRAND,
    protection: str = "",
    correlation_id: str = CALL_ID,
    result: str = "sendes",
    details: tuple[str, ...] = ("indtastet", "side 1"),
) -> AuditEntry:
    """Something that happened to the `place`-th invented person."""
    return AuditEntry(event, person(place), errand, protection, correlation_id, result, details)


def person(place: int = 0) -> Cpr:
    """The `place`-th invented person."""
    return Cpr(invented_number(place))


def rows_of(folder: Path) -> list[bytes]:
    """Every line of the log, the oldest first, without its end."""
    return [line for file in files_of(folder) for line in file.read_bytes().splitlines()]


def files_of(folder: Path) -> list[Path]:
    """The files with rows, the oldest first."""
    return sorted(folder.glob("audit-????-??.jsonl"))


def flaws(folder: Path, key: AuditKey | None = KEY) -> list[Flaw]:
    """What is wrong with the log."""
    return [remark.kind for remark in verify(folder, key).flaws if isinstance(remark.kind, Flaw)]


def notices(report: Report) -> list[Notice]:
    """What is to be known about the log."""
    return [remark.kind for remark in report.notices if isinstance(remark.kind, Notice)]


def start_writer(folder: Path, key_file: Path, *words: str) -> "subprocess.Popen[str]":
    """A process that writes to the log; see tests.support.audit_writer."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.audit_writer", str(folder), str(key_file), *words],
        cwd=PROJECT_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
