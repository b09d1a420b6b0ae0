"""Secrets in the operating system's keyring; the certificate's passphrase, for automation, from the environment.

Only backends that keep secrets encrypted are used; a plaintext or null backend counts as none at all.
"""

import hashlib
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
_FINGERPRINT_DIGITS = 32
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


def certificate_user(fingerprint: str) -> str:
    """The keyring user name under which the passphrase for one .p12 file is kept; `fingerprint`: see file_fingerprint.

    A file has its passphrase whatever environment it is used for, and a renewed one has another.
    """
    return f"certifikat:{fingerprint}"


def file_fingerprint(data: bytes) -> str:
    """What tells one .p12 file from any other, without opening it: the start of its SHA-256, 32 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:_FINGERPRINT_DIGITS]


def certificate_passphrase(
    environment: str, fingerprint: str = "", *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS
) -> str:
    """The passphrase for a certificate. May block on a keyring's prompt.

    That of the file with `fingerprint` (see file_fingerprint; "": of none) comes before that of `environment`, which
    is what an administrator sets by hand. Raises FamilieopslagError (PASSPHRASE_MISSING, KEYRING_UNAVAILABLE).
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    users = [certificate_user(fingerprint)] if fingerprint else []
    for user in (*users, passphrase_user(environment)):
        found = read_secret(user, trusted_backends=trusted_backends)
        if found is not None:
            return found
    raise FamilieopslagError(faults.PASSPHRASE_MISSING, str(uuid.uuid4()))


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


def write_secret(user: str, secret: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> str:
    """Keep `secret` under a keyring user, in place of what was there; returns what the keyring is called.

    That is the last part of its name in TRUSTED_BACKENDS. The secret is read again: a keyring that says yes and
    forgets counts as none. Raises as `read_secret` does.
    """
    with _backends(trusted_backends) as backends:
        chosen = backends[0]
        _stay_on_this_computer(chosen)
        chosen.set_password(SERVICE_NAME, user, secret)
        if chosen.get_password(SERVICE_NAME, user) == secret:
            return _name_of(chosen)
    raise FamilieopslagError(faults.KEYRING_UNAVAILABLE, str(uuid.uuid4()), detail="forgotten")


def delete_secret(user: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> None:
    """Forget what is kept under a keyring user, wherever it is. Raises as `read_secret` does."""
    with _backends(trusted_backends) as backends:
        for backend in backends:
            if backend.get_password(SERVICE_NAME, user) is not None:
                backend.delete_password(SERVICE_NAME, user)


def keyring_name(*, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> str:
    """What the keyring that takes secrets is called, see write_secret. Raises as `read_secret` does."""
    with _backends(trusted_backends) as backends:
        return _name_of(backends[0])


def _name_of(backend: "KeyringBackend") -> str:
    return type(backend).__module__.rpartition(".")[2]


def _stay_on_this_computer(backend: "KeyringBackend") -> None:
    """On Windows: a secret must not travel with a roaming profile, which keyring's own choice lets it."""
    if hasattr(type(backend), "persist"):
        backend.persist = "local machine"  # type: ignore[attr-defined]


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
