"""The demo: invented persons and the test service's own connection, whatever is locked on the computer."""

import os
from pathlib import Path

import pytest

from familieopslag import assembly
from familieopslag.domain.accountability import Journal
from familieopslag.system.settings import Settings, read_settings
from tests.support.configurations import policy_of
from tests.support.journal import MemoryJournal
from tests.support.service_process import ServiceProcess

_POLICY = """
[locked.service]
environment = "prod"
service_agreement_uuid = "11111111-2222-3333-4444-555555550001"
"""


class _Connected:
    """Stands where the lookup would be, which is not needed to know where it would go."""

    def close(self) -> None:
        """See PersonLookup."""


@pytest.mark.skipif(os.name == "nt", reason="there, the folder of a test is not the administrators'")
def test_the_demo_is_never_led_to_where_real_numbers_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Settings] = []

    def connect(settings: Settings, _journal: Journal, passphrase: str) -> _Connected:
        assert passphrase
        opened.append(settings)
        return _Connected()

    source = policy_of(tmp_path / "etc", _POLICY)
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    monkeypatch.setattr(assembly, "open_lookup", connect)
    assembly.DemoLookup(MemoryJournal()).close()
    (settings,) = opened
    assert settings.environment == "custom"
    assert settings.endpoint.startswith("https://127.0.0.1:")


def test_the_test_service_s_profile_needs_neither_keyring_nor_proxy(service: ServiceProcess) -> None:
    settings = read_settings(service.profile)
    assert settings.audit.key_file == service.profile / "audit.key"
    assert settings.audit.folder == service.profile / "audit"
    assert settings.proxy == "none"
