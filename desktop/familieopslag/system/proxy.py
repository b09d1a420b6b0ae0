"""Which proxy leads to the service: none, one that is named, or what the computer says.

The computer's say is the environment (HTTPS_PROXY, ALL_PROXY, NO_PROXY) on Linux and the internet settings of the user
on Windows, where a variable that some other program wants must not decide. An automatic configuration script (PAC) is
not run: name the proxy instead.
"""

import ipaddress
import sys
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError

SYSTEM = "system"
NONE = "none"
"""The words that a setting may hold in place of an address."""


@dataclass(frozen=True, slots=True)
class SystemProxies:
    """What the computer says: proxies by the scheme they are for, and which hosts are reached without one."""

    by_scheme: Mapping[str, str] = field(repr=False)
    bypasses: Callable[[str], bool]


def proxy_for(setting: str, endpoint: str, system: Callable[[], SystemProxies] | None = None) -> str | None:
    """The proxy's http address for `endpoint` (an https address), or None to go straight there.

    `setting`: SYSTEM, NONE or an address. `system` None: this computer; it is asked for SYSTEM only, and may ask the
    name service. The answer holds user and password where the computer's own setting does; a setting of this
    program must not. Raises FamilieopslagError (PROXY_UNUSABLE).
    """
    wish = setting.strip()
    if wish.casefold() == NONE:
        return None
    if wish.casefold() != SYSTEM:
        return _usable(wish, may_hold_password=False)
    host = urlsplit(endpoint).hostname or ""
    if _is_here(host):
        return None
    proxies = (system or system_proxies)()
    found = proxies.by_scheme.get("https") or proxies.by_scheme.get("all")
    if not found or proxies.bypasses(host):
        return None
    return _usable(found, may_hold_password=True)


def system_proxies() -> SystemProxies:
    """What this computer says now."""
    import urllib.request  # not needed by those who name a proxy or none

    if sys.platform == "win32":
        return SystemProxies(
            # The library's types leave out what is there on Windows only.
            urllib.request.getproxies_registry(),  # type: ignore[attr-defined]
            lambda host: bool(urllib.request.proxy_bypass_registry(host)),  # type: ignore[attr-defined]
        )
    proxies = urllib.request.getproxies_environment()
    return SystemProxies(proxies, lambda host: bool(urllib.request.proxy_bypass(host, proxies)))


def _usable(address: str, *, may_hold_password: bool) -> str:
    """`address` with its scheme, which may be left out."""
    url = address if "://" in address else f"http://{address}"
    try:
        parts = urlsplit(url)
        usable = parts.scheme == "http" and bool(parts.hostname) and parts.path in ("", "/")
        _ = parts.port
    except ValueError:
        usable = False
    else:
        usable = usable and not parts.query and (may_hold_password or parts.username is None)
    if not usable:
        raise FamilieopslagError(faults.PROXY_UNUSABLE, str(uuid.uuid4())) from None
    return url.rstrip("/")


def _is_here(host: str) -> bool:
    """This computer itself, where the local test service is: no proxy leads there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
