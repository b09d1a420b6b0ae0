"""The certificate's passphrase: from keyring or, for automation, from the environment.

Only backends that keep secrets encrypted are used; a plaintext or null backend counts as none at all.
"""

import os
import uuid

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError

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


def certificate_passphrase(environment: str, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> str:
    """The passphrase for the certificate of `environment`. May block on a keyring's prompt.

    Raises FamilieopslagError (PASSPHRASE_MISSING, KEYRING_UNAVAILABLE).
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    found = _from_keyring(environment, trusted_backends)
    if found is None:
        raise FamilieopslagError(faults.PASSPHRASE_MISSING, str(uuid.uuid4()))
    return found


def _from_keyring(environment: str, trusted_backends: tuple[str, ...]) -> str | None:
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
        for backend in trusted:
            found = backend.get_password(SERVICE_NAME, passphrase_user(environment))
            if found is not None:
                return found
    except KeyringError as error:
        detail = type(error).__name__
    else:
        return None
    raise FamilieopslagError(faults.KEYRING_UNAVAILABLE, str(uuid.uuid4()), detail=detail)
