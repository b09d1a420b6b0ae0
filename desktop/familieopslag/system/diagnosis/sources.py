"""What a package is made of, as far as this computer knows it. Slow: for a worker or a command."""

import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from familieopslag import __version__
from familieopslag.system.diagnosis.package import Source
from familieopslag.system.log.crash_file import crash_files
from familieopslag.system.log.daily_file import log_files
from familieopslag.system.log.redaction import redacted

if TYPE_CHECKING:
    from familieopslag.system.settings import AuditSettings

_PACKAGES = (
    "certifi",
    "cryptography",
    "keyring",
    "lxml",
    "platformdirs",
    "PySide6-Essentials",
    "python-stdnum",
    "requests",
    "tomlkit",
    "urllib3",
    "zeep",
)
_UUID = re.compile(r"\b([0-9a-fA-F]{8})(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")
_LARGEST_LOG = 512 * 1024
"""Bytes: the end of a day is enough."""


def versions(qt: str) -> str:
    """What the program runs on. `qt`: Qt's own version."""
    import ssl

    lines = [
        f"Familieopslag {__version__}{' (installeret program)' if getattr(sys, 'frozen', False) else ''}",
        f"Python {platform.python_version()} ({platform.python_implementation()}, {platform.machine()})",
        f"Qt {qt}",
        ssl.OPENSSL_VERSION,
        f"{platform.system()} {platform.release()}",
        f"Lavet {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "",
    ]
    return "\n".join([*lines, *(f"{name} {_version_of(name)}" for name in _PACKAGES), ""])


def settings(lines: Iterable[str]) -> str:
    """Each setting in force and who said so (`lines` of --print-policy); UUIDs as far as needed to tell them apart."""
    return "".join(f"{redacted(_without_home(_shortened(line)))}\n" for line in lines)


def certificate(file: Path, passphrase: str) -> str:
    """What the municipality's certificate says of itself. Of its key, only the kind.

    Raises FamilieopslagError as system.certificate does.
    """
    from familieopslag.system.certificate import read_certificate

    told = read_certificate(file, passphrase).details
    left = (told.facts.not_after - datetime.now(UTC)).days
    lines = [
        f"Udstedt til: {told.facts.subject}",
        f"Udstedt af: {told.facts.issuer}",
        f"Gyldigt fra {told.facts.not_before:%Y-%m-%dT%H:%M:%SZ}",
        f"Gyldigt til {told.facts.not_after:%Y-%m-%dT%H:%M:%SZ} ({left} dage)",
        f"Serienummer {told.serial}",
        f"SHA-256 {told.fingerprint}",
        f"Nøgle {told.key}",
        f"Kæde: {told.chain} certifikater",
    ]
    return "".join(f"{redacted(line)}\n" for line in lines)


def audit_summary(of: "AuditSettings", profile: Path | None) -> str:
    """Whether the audit log is whole, in numbers only. Raises FamilieopslagError and OSError."""
    from familieopslag.system.audit.key_store import key_store
    from familieopslag.system.audit.places import folder_of
    from familieopslag.system.audit.verification import verify

    key = key_store(of).existing()
    report = verify(folder_of(of, profile), key)
    return "\n".join(
        [
            f"Filer: {report.files}",
            f"Rækker: {report.rows}",
            f"Efterprøvet med nøglen: {report.proven}",
            f"Uden deres nøgle: {sum(span.rows for span in report.unproven)}",
            f"Bemærkninger: {', '.join(sorted(notice.kind.name for notice in report.notices)) or 'ingen'}",
            f"Fejl: {', '.join(sorted(flaw.kind.name for flaw in report.flaws)) or 'ingen'}",
            "",
        ]
    )


def logs(folder: Path) -> Iterator[Source]:
    """The log of the last days, and what is left of runs that crashed."""
    for file in (*log_files(folder), *crash_files(folder)):
        yield f"log/{file.name}", partial(_log_text, file)


def _log_text(file: Path) -> str:
    return _without_home(_end_of(file))


def _end_of(file: Path) -> str:
    with file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        stream.seek(max(0, size - _LARGEST_LOG))
        text = stream.read(_LARGEST_LOG).decode("utf-8", "replace")
    if size <= _LARGEST_LOG:
        return text
    return f"… kun slutningen er med\n{text.partition(chr(10))[2]}"


def _without_home(text: str) -> str:
    """A user's folder is named after the user, who may be in the register as well as anybody."""
    for home in {str(Path.home()), str(Path.home().resolve())} - {"/", ""}:
        text = text.replace(home, "~").replace(home.replace("\\", "\\\\"), "~")
    return text


def _shortened(line: str) -> str:
    return _UUID.sub(r"\1-…", line)


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "–"
