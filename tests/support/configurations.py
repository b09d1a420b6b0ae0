"""Configurations made of texts: a user's file and an administrator's, in folders of the test's own."""

import os
from pathlib import Path

from familieopslag.domain.errand import Purpose
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.configuration.policy import PolicyFile
from familieopslag.system.paths import SETTINGS_FILE
from familieopslag.system.settings import Configuration, read_configuration

_UUID = "11111111-2222-3333-4444-55555555{:04x}"


def policy_of(folder: Path, text: str) -> PolicyFile:
    """A policy.toml in `folder`, trusted although it is ours and not root's."""
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / "policy.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    owner = os.getuid() if hasattr(os, "getuid") else 0
    return PolicyFile(file, owners=(0, owner))


def configured(folder: Path, *, user: str = "", policy: str | None = None) -> Configuration:
    """What is in force with these files: `folder`/profil/settings.toml and, if any, `folder`/etc/policy.toml."""
    profile = folder / "profil"
    profile.mkdir(exist_ok=True)
    (profile / SETTINGS_FILE).write_text(user, encoding="utf-8")
    return read_configuration(profile, () if policy is None else (policy_of(folder / "etc", policy),))


def line_of(key: Key, value: Value, table: str = "") -> str:
    """TOML that sets `key` to `value`, in the policy's `table` or in a user's file."""
    path = ".".join(filter(None, (table, *key.path)))
    return f"{path} = {_toml(key, value)}\n"


def _toml(key: Key, value: Value) -> str:
    items = key.kind.plain(value)
    if not isinstance(items, list):
        return key.kind.toml(value)
    tables = (", ".join(f"{name} = '{text}'" for name, text in item.items()) for item in items)
    return f"[{', '.join(f'{{ {table} }}' for table in tables)}]"


SAMPLES: dict[str, tuple[Value, Value]] = {
    "[service] environment": ("exttest", "custom"),
    "[service] endpoint": ("https://a.example/x", "https://b.example/x"),
    "[service] ca_file": (Path("/a/ca.pem"), Path("/b/ca.pem")),
    "[service] service_agreement_uuid": (_UUID.format(1), _UUID.format(2)),
    "[service] user_system_uuid": (_UUID.format(3), _UUID.format(4)),
    "[service] user_uuid": (_UUID.format(5), _UUID.format(6)),
    "[service] paging_key": ("AIA", ""),
    "[service] relatives_flag_delivered": (False, True),
    "[service] connect_timeout": (2.5, 9.0),
    "[service] read_timeout": (10.0, 30.0),
    "[service] proxy": ("none", "http://proxy.example:8080"),
    "[service] proxy_user": ("ab12", "cd34"),
    "[certificate] file": (Path("/a/client.p12"), Path("/b/client.p12")),
    "[audit] folder": (Path("/a/log"), Path("/b/log")),
    "[audit] key_file": (Path("/a/key"), Path("/b/key")),
    "[audit] retention_months": (12, 3),
    "[privacy] idle_minutes": (2, 15),
    "[privacy] reveal": (False, True),
    "[privacy] reveal_seconds": (15, 300),
    "[privacy] reveal_case_number": (True, False),
    "[privacy] mask_names": (True, False),
    "[privacy] clipboard_seconds": (10, 120),
    "[privacy] print": (False, True),
    "[privacy] history": (3, 25),
    "[view] text_size": (80, 200),
    "[view] language": ("da", "en"),
    "[view] theme": ("light", "dark"),
    "[[purposes]]": (
        (Purpose("BØRN", "Børn og unge"), Purpose("YDELSE", "Ydelser")),
        (Purpose("ANDET", "Noget andet"),),
    ),
}
"""Two values for every key; where one is the stricter, it is the first."""
