"""The temp folder of one start: CA certificate and a ready-made profile. Private, and gone when the service is."""

import json
import os
import shutil
import tempfile
from pathlib import Path

from familieopslag.testservice.agreement import Agreement

_AUDIT_KEY = "audit.key"
"""The program makes this file, when it first needs it."""


class Workspace:
    """A folder that only its owner may enter (0700), with these files in it.

    `ca.pem`, the CA to trust; `profile/client.p12`, the client certificate; `profile/settings.toml`, which makes
    `profile` a profile folder of the program.
    """

    def __init__(self) -> None:
        """Makes the folder, still empty."""
        self.folder = Path(tempfile.mkdtemp(prefix="familieopslag-testservice-"))
        self.ca_file = self.folder / "ca.pem"
        self.profile_dir = self.folder / "profile"
        self.client_certificate = self.profile_dir / "client.p12"

    def write(
        self, ca: bytes, client: bytes, endpoint: str, agreement: Agreement, proxy: str | None = None
    ) -> None:
        """Fill the folder: `ca` as PEM, `client` as .p12; `proxy` None: straight."""
        self.profile_dir.mkdir(mode=0o700)
        _write_private(self.ca_file, ca)
        _write_private(self.client_certificate, client)
        settings = {
            "environment": "custom",
            "endpoint": endpoint,
            "ca_file": str(self.ca_file),
            "service_agreement_uuid": agreement.service_agreement_uuid,
            "user_system_uuid": agreement.user_system_uuid,
            "user_uuid": agreement.user_uuid,
            "proxy": proxy or "none",
        }
        lines = ["[service]", *(f"{key} = {_toml_text(value)}" for key, value in settings.items())]
        lines += ["", "[certificate]", f"file = {_toml_text(self.client_certificate.name)}"]
        # Not in the keyring: there may be none, and what is found out about invented persons is no secret.
        lines += ["", "[audit]", f"key_file = {_toml_text(_AUDIT_KEY)}", ""]
        _write_private(self.profile_dir / "settings.toml", "\n".join(lines).encode())

    def remove(self) -> None:
        """Remove the folder with everything in it; nothing happens when it is gone already."""
        if self.folder.exists():
            shutil.rmtree(self.folder)


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _toml_text(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
