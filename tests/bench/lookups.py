"""What is measured in this process: a warm lookup beside a bare request, and reading beside parsing."""

import gc
import os
import ssl
import time
import uuid
from collections.abc import Callable
from statistics import median
from typing import Any

import requests
from lxml import etree
from requests.adapters import HTTPAdapter

from familieopslag import resources
from familieopslag.assembly import open_lookup
from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.service.paging import FamilyLookup
from familieopslag.service.transport import Reply, SecureSession, client_context
from familieopslag.system.audit.journal import open_audit_log
from familieopslag.system.audit.places import folder_of
from familieopslag.system.certificate import read_certificate
from familieopslag.system.code_lists import read_code_lists
from familieopslag.system.settings import Settings, read_settings
from familieopslag.testservice.register import HouseholdRegister
from tests.bench.figures import Figure, paired
from tests.bench.service import Service
from tests.support.journal import MemoryJournal

LOOKUP_LIMIT = 2.0
_PERSON_WITH = 6
"""Rows of the person who is looked up again and again: an ordinary family."""
_WARM_UP = 20


def warm_lookups(service: Service, *, pairs: int) -> list[Figure]:
    """A lookup of an ordinary family beside `requests.post` of the same bytes, each on its own warm TLS session."""
    settings = read_settings(service.profile)
    register = HouseholdRegister(resources.root() / "testregister")
    number = next(n for n in sorted(register.persons) if len(register.rows(n)) == _PERSON_WITH)
    # The record on disk has a line of its own: a request without one has nothing to compare with.
    lookup = open_lookup(settings, MemoryJournal(), service.passphrase)
    bare = _bare_session(settings, service.passphrase)
    try:
        url, body, headers = _sent_by(lambda: look_up(lookup, Cpr(number)))

        def post() -> None:
            assert bare.post(url, data=body, headers=headers, timeout=20.0).content

        for _ in range(_WARM_UP):
            look_up(lookup, Cpr(number))
            post()
        times = [(timed(lambda: look_up(lookup, Cpr(number))), timed(post)) for _ in range(pairs)]
    finally:
        lookup.close()
        bare.close()
    note = f"{_PERSON_WITH} rows, against requests.post of the same bytes"
    return [paired("warm lookup", "ms", times, limit=LOOKUP_LIMIT, note=note)]


def records(service: Service, *, pairs: int) -> list[Figure]:
    """A row of the audit log, of which a lookup writes two, beside a row of that length that is written and synced."""
    settings = read_settings(service.profile)
    journal = open_audit_log(settings.audit, service.profile, settings.environment)
    entry = AuditEntry(AuditEvent.LOOKUP, subject=None, correlation_id=str(uuid.uuid4()))
    journal.record(entry)
    folder = folder_of(settings.audit, service.profile)
    row = next(folder.glob("*.jsonl")).read_bytes().splitlines(keepends=True)[-1]
    with (folder / "bare").open("ab", buffering=0) as file:

        def write() -> None:
            file.write(row)
            os.fsync(file.fileno())

        times = [(timed(lambda: journal.record(entry)), timed(write)) for _ in range(pairs)]
    (folder / "bare").unlink()
    note = "row and seal, locked, chained and synced; against one write and fsync"
    return [paired("a row of the audit log", "ms", times, note=note)]


def views(*, rounds: int) -> list[Figure]:
    """From the text of a reply to what a window shows, for everybody in the register; beside lxml reading the text."""
    register = HouseholdRegister(resources.root() / "testregister")
    code_lists = read_code_lists(resources.root() / "codes")
    measured: list[tuple[float, float, int]] = []
    for number in sorted(register.persons):
        text = register.reply(number, None)
        assert text is not None
        lookup = FamilyLookup(_Given(text), code_lists, MemoryJournal(), paging_key="", read_timeout=1.0)

        def show(lookup: FamilyLookup = lookup, cpr: Cpr = Cpr(number)) -> None:  # noqa: B008 - bound on purpose
            result = look_up(lookup, cpr)
            today = result.fetched_at.date()
            present(result, decide(result, today), today)

        def parse(data: bytes = text.encode()) -> None:
            etree.fromstring(data)

        times = [(timed(show), timed(parse)) for _ in range(rounds)]
        best = [median(side) for side in zip(*times, strict=True)]
        measured.append((best[0], best[1], len(register.rows(number))))
    largest = max(measured, key=lambda item: item[2])
    note = f"{len(measured)} persons; beside lxml parsing the same text"
    return [
        paired(
            "reply text to view models", "ms", [(mine, theirs) for mine, theirs, _ in measured], note=note
        ),
        Figure("the same for a full page of 20", "ms", largest[0], largest[1]),
    ]


class _Given:
    """A wire that has the reply already."""

    def __init__(self, text: str) -> None:
        self._text = text

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The reply."""
        del gctp_message, correlation_id, accounting_info
        return self._text

    def close(self) -> None:
        """Nothing to close."""


class _BareAdapter(HTTPAdapter):
    """requests with a context of one's own, and nothing else of ours."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - requests' own signature
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)


def _bare_session(settings: Settings, passphrase: str) -> requests.Session:
    certificate = read_certificate(settings.certificate_file, passphrase)
    session = requests.Session()
    session.trust_env = False
    session.verify = str(settings.ca_file)
    session.mount("https://", _BareAdapter(client_context(certificate, settings.ca_file)))
    return session


def look_up(
    lookup: PersonLookup, cpr: Cpr, on_progress: Callable[[LookupResult], None] = lambda _partial: None
) -> LookupResult:
    """The whole family, nothing cancelled."""
    return lookup.lookup(LookupRequest(cpr), on_progress, lambda: False)


def _sent_by(act: Callable[[], object]) -> tuple[str, bytes, dict[str, str]]:
    """What `act` sends, seen at the session."""
    sent: list[tuple[str, bytes, dict[str, str]]] = []
    post = SecureSession.post

    def seeing(self: SecureSession, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        sent.append((url, body, {**headers, "Accept-Encoding": "identity"}))
        return post(self, url, body, headers)

    SecureSession.post = seeing  # type: ignore[method-assign]
    try:
        act()
    finally:
        SecureSession.post = post  # type: ignore[method-assign]
    return sent[0]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that `act` takes. The collector runs between two measurements, not in one."""
    gc.collect(0)
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
