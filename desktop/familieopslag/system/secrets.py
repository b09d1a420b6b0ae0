"""Secrets in the operating system's keyring; the certificate's passphrase, for automation, from the environment.

Only backends that keep secrets encrypted are used; a plaintext or null backend counts as none at all.
"""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

PASSPHRASE_VARIABLE = "FAMILIEOPSLAG_CERTIFICATE_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret
SERVICE_NAME = "Familieopslag"
TRUSTED_BACKENDS = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)


def passphrase_user(environment: str) -> str:
    """The keyring user name under which the passphrase for an environment is kept."""
    return f"certifikat:{environment}"


def proxy_secret_user(user: str) -> str:
    """The keyring user name under which the password of a proxy's user is kept."""
    return f"proxy:{user}"


def certificate_passphrase(environment: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> str:
    """The passphrase for the certificate of `environment`. May block on a keyring's prompt.

    Raises FamilieopslagError (PASSPHRASE_MISSING, KEYRING_UNAVAILABLE).
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    found = read_secret(passphrase_user(environment), trusted_backends=trusted_backends)
    if found is None:
        raise FamilieopslagError(faults.PASSPHRASE_MISSING, str(uuid.uuid4()))
    return found


def read_secret(user: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> str | None:
    """The secret of a keyring user, or None when there is none. May block on a keyring's prompt.

    Raises FamilieopslagError (KEYRING_UNAVAILABLE).
    """
    with _backends(trusted_backends) as backends:
        for backend in backends:
            found = backend.get_password(SERVICE_NAME, user)
            if found is not None:
                return found
    return None


def write_secret(user: str, secret: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> None:
    """Keep `secret` under a keyring user, in place of what was there. Raises as `read_secret` does."""
    with _backends(trusted_backends) as backends:
        chosen = backends[0]
        if hasattr(type(chosen), "persist"):
            # Of Windows: a secret of this computer must not travel with a roaming profile.
            chosen.persist = "local machine"  # type: ignore[attr-defined]
        chosen.set_password(SERVICE_NAME, user, secret)


@contextmanager
def _backends(trusted_backends: tuple[str, ...]) -> Iterator["list[KeyringBackend]"]:
    """At least one that encrypts; what keyring cannot do becomes a fault of ours."""
    # Imported here: it costs as much start-up time as the window (and automation never needs it).
    import keyring
    from keyring.backends.chainer import ChainerBackend
    from keyring.errors import KeyringError

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    trusted = [backend for backend in candidates if type(backend).__module__ in trusted_backends]
    if not trusted:
        raise FamilieopslagError(
            faults.KEYRING_UNAVAILABLE, str(uuid.uuid4()), detail=type(chosen).__module__
        )
    try:
        yield trusted
    except KeyringError as error:
        detail = type(error).__name__
    else:
        return
    raise FamilieopslagError(faults.KEYRING_UNAVAILABLE, str(uuid.uuid4()), detail=detail)
