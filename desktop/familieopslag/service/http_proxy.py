"""The HTTP proxy on the way to the service, if there is one."""

import base64
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

_PORT = 80


@dataclass(frozen=True, slots=True)
class HttpProxy:
    """An HTTP proxy that is asked to CONNECT: its address without credentials, and what it is told about us."""

    url: str
    headers: dict[str, str] = field(repr=False)

    @classmethod
    def at(cls, url: str, credentials: tuple[str, str] | None) -> "HttpProxy":
        """Raises ValueError when `url` is no http address."""
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("a proxy has an http address")
        if credentials is None and parts.username is not None:
            credentials = (unquote(parts.username), unquote(parts.password or ""))
        headers = {}
        if credentials is not None:
            token = base64.b64encode(":".join(credentials).encode()).decode("ascii")
            headers["Proxy-Authorization"] = f"Basic {token}"
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return cls(f"http://{host}:{parts.port or _PORT}", headers)
