"""Kinds of values that a connection needs."""

import re
from pathlib import Path

from familieopslag.system.configuration.kinds import Kind, Value, translate

_UUID = r"[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
_PROXY = r"http://(?:[A-Za-z0-9_.\-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})"
_LONGEST = 1000
_LAST_PORT = 65535


class Uuid(Kind):
    """A UUID in lower case; capitals, braces and blanks around it are accepted."""

    demand = translate("settings", "Skriv et UUID, for eksempel 01234567-89ab-cdef-0123-456789abcdef.")

    def read_text(self, text: str) -> Value:
        plain = text.strip().strip("{}").strip().lower()
        if not re.fullmatch(_UUID, plain):
            raise self.refusal()
        return plain


class FilePath(Kind):
    """A file or folder. From where a relative path counts is for the source to say; "" is None."""

    demand = translate("settings", "Skriv stien til en fil eller mappe.")

    def read_text(self, text: str) -> Value:
        plain = text.strip()
        if not plain.isprintable() or len(plain) > _LONGEST:
            raise self.refusal()
        return Path(plain) if plain else None


class HttpsAddress(Kind):
    """An https address without user and password and without a final slash; "" for none."""

    demand = translate(
        "settings", "Skriv en adresse, der begynder med https://, uden brugernavn og adgangskode."
    )

    def read_text(self, text: str) -> Value:
        plain = text.strip()
        if plain and not _is_https(plain):
            raise self.refusal()
        return plain.rstrip("/")


class Proxy(Kind):
    """Either of "system" and "none", or http://host:port. No user, no password: the address gets printed."""

    demand = translate(
        "settings", "Skriv system, none eller http://navn:port, uden brugernavn og adgangskode."
    )

    def read_text(self, text: str) -> Value:
        plain = text.strip().rstrip("/")
        address = re.fullmatch(_PROXY, plain)
        if plain not in ("system", "none") and not (address and 0 < int(address["port"]) <= _LAST_PORT):
            raise self.refusal()
        return plain


def _is_https(text: str) -> bool:
    from urllib.parse import urlsplit  # most have the endpoint of their environment

    if not text.isprintable() or " " in text or len(text) > _LONGEST:
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
