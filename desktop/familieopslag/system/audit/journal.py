"""Writes the audit log: the Journal of domain.accountability on disk."""

import logging
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry
from familieopslag.domain.cpr import looks_like_number
from familieopslag.domain.errand import InvalidCaseNumberError, read_case_number
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.audit.context import Context, this_process
from familieopslag.system.audit.folder import AuditFolder
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.key_store import KeyStore, key_store
from familieopslag.system.audit.pen import Pen
from familieopslag.system.audit.places import folder_of
from familieopslag.system.audit.retention import Expired, expired
from familieopslag.system.audit.row import Detail, LogEvent
from familieopslag.system.audit.seal import Seal, before_the_first_row, write_seal
from familieopslag.system.audit.tail import Tail, survey
from familieopslag.system.settings import AuditSettings

_LOG = logging.getLogger(__name__)


def open_audit_log(settings: AuditSettings, profile: Path | None, environment: str) -> "AuditLog":
    """The log that the settings describe; `profile`: as in places.folder_of. Touches nothing yet."""
    return AuditLog(
        folder_of(settings, profile),
        key_store(settings),
        this_process(environment),
        retention_months=settings.retention_months,
    )


class AuditLog:
    """See domain.accountability.Journal. For any thread and any number of processes."""

    def __init__(
        self,
        folder: Path,
        keys: KeyStore,
        context: Context,
        *,
        retention_months: int = 6,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Touches neither the folder nor the key: that is for `record`, which can tell what is wrong."""
        self._folder = AuditFolder(folder)
        self._keys = keys
        self._context = context
        self._retention_months = retention_months
        self._clock = clock
        self._turn = threading.Lock()
        self._key: AuditKey | None = None
        self._is_fresh_key = False
        self._has_pruned = False

    def record(self, entry: AuditEntry) -> None:
        """See domain.accountability.Journal."""
        detail = _unfit(entry)
        if not detail:
            try:
                with self._turn:
                    self._record(entry)
            except OSError as error:
                detail = type(error).__name__
            else:
                return
        raise FamilieopslagError(faults.AUDIT_UNWRITABLE, str(uuid.uuid4()), detail=detail)

    def _record(self, entry: AuditEntry) -> None:
        # Not under the lock: a keyring may ask its user to unlock it, and others need not wait for that.
        self._key = self._key or self._keys.existing()
        self._folder.make()
        with self._folder.locked():
            if self._key is None:
                self._key, self._is_fresh_key = self._keys.make(), True
            self._append(self._key, entry)

    def _append(self, key: AuditKey, entry: AuditEntry) -> None:
        now = self._clock()
        tail = survey(self._folder, key)
        if tail.is_new:
            self._folder.replace_seal(write_seal(before_the_first_row(key), key))
        files = self._folder.files()
        file = self._folder.file_for(now, files)
        pen = Pen(key, self._context, now, tail.seq, tail.prev)
        self._remark(pen, tail)
        old = None
        if not self._has_pruned or file not in files:
            old = self._announce_pruning(pen, tail, file, now)
        pen.write_entry(entry)
        begin = tail.begin if old is None else old.begin
        self._commit(pen, tail, file, write_seal(Seal(pen.seq, pen.prev, begin, key.id), key))
        if old is not None:
            self._delete(old)
        self._has_pruned, self._is_fresh_key = True, False

    def _remark(self, pen: Pen, tail: Tail) -> None:
        """What has to be told about the log itself before anything else is written."""
        made = f"{Detail.KEY}={'ny' if self._is_fresh_key else 'fandtes i forvejen'}"
        details = [f"{Detail.KEY_BEFORE}={tail.key_id}", made] if tail.key_id not in ("", pen.key.id) else []
        if tail.is_new:
            pen.write_remark(LogEvent.BEGUN, [made])
            return
        was_stopped = tail.torn or tail.lag or (tail.newest is not None and not tail.newest.is_ended)
        if tail.troubles or was_stopped:
            details += [
                f"{Detail.ROW_BEFORE}={tail.row_before}",
                f"{Detail.TORN}={tail.torn}",
                f"{Detail.LAG}={tail.lag}",
                *(f"{Detail.FOUND}={trouble}" for trouble in tail.troubles),
            ]
        if tail.troubles:
            _LOG.error("the audit log was changed by somebody else: %s", "; ".join(tail.troubles))
            pen.write_remark(LogEvent.BROKEN, details)
        elif was_stopped:
            pen.write_remark(LogEvent.RESUMED, details)
        elif details:
            _LOG.warning("the audit log goes on under another key")
            pen.write_remark(LogEvent.KEY_CHANGED, details)

    def _announce_pruning(self, pen: Pen, tail: Tail, file: Path, now: datetime) -> Expired | None:
        """Rows that have been kept long enough: told first and deleted afterwards, so that no gap is unexplained."""
        old = expired(self._folder, file, now, self._retention_months)
        if old is not None and old.begin != tail.begin:
            names = f"{old.files[0].name} - {old.files[-1].name}" if len(old.files) > 1 else old.files[0].name
            details = (
                f"{Detail.BEGIN}={old.begin}",
                f"{Detail.ROWS}={old.rows}",
                f"{Detail.FILES}={names}",
            )
            pen.write_remark(LogEvent.PRUNED, details)
        return old

    def _commit(self, pen: Pen, tail: Tail, file: Path, seal: bytes) -> None:
        """Rows first, then the seal; when the seal cannot be written, the rows have not been written either."""
        data = pen.data
        if tail.newest is not None and not tail.newest.is_ended:
            if tail.newest.file == file:
                data = b"\n" + data
            else:
                self._folder.append(tail.newest.file, b"\n")
        size = self._folder.append(file, data)
        try:
            self._folder.replace_seal(seal)
        except OSError:
            self._folder.take_back(file, size)
            raise

    def _delete(self, old: Expired) -> None:
        for file in old.files:
            try:
                self._folder.remove(file)
            except OSError as error:
                # It is tried again at the next start; the log says already that the rows are gone.
                _LOG.warning("%s could not be deleted: %s", file.name, type(error).__name__)
                return


def _unfit(entry: AuditEntry) -> str:
    """Why the entry must not be written at all, or "": a number must not get into the log in clear text."""
    try:
        read_case_number(entry.errand.case_number)
    except InvalidCaseNumberError as problem:
        return f"case number: {problem.fault.value}"
    words = (entry.errand.purpose_code, entry.protection, entry.result, *entry.details)
    # An id of random digits may look like a number, so that only its own shape is asked for.
    if any(map(looks_like_number, words)) or not _is_id(entry.correlation_id):
        return "looks like a number"
    return ""


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return not looks_like_number(text)
    return True
