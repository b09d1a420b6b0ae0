"""The guards of every test fail the tests that they should fail."""

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.errors
import platformdirs
import pytest

from tests.support.memory_keyring import MemoryKeyring
from tests.support.network_guard import OutsideConnectionError, loopback_only
from tests.support.personal_data import PersonalData, watched_logs
from tests.support.shared_material import PROJECT_ROOT, Shared, requires_shared

_NUMBER = "310799" + "1234"  # 31 July; fails modulus 11, never issued
_KNOWN = PersonalData(
    names=["Ib Vandmand Prøvesen", "Prøvesen"], addresses=["Opfundet Allé 7 B, 2. tv", "Bo"]
)

_BAD_TESTS = """
import logging, socket

def test_number_in_a_log():
    logging.getLogger("some.library").debug("asked for %s", "310799" + "-1234")

def test_swallowed_connection():
    try:
        socket.create_connection(("192.0.2.1", 9), timeout=1)
    except OSError:
        return

def test_clean():
    logging.getLogger("some.library").debug("asked for somebody")
"""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"PNR {_NUMBER}", {"number"}),
        (f"'{_NUMBER[:6]}-{_NUMBER[6:]}'", {"number"}),
        (f"{_NUMBER[:6]} {_NUMBER[6:]}.", {"number"}),
        ("IB VANDMAND PRØVESEN var her", {"name"}),
        ("hr. Prøvesen", {"name"}),
        ("bor Opfundet  Allé 7 B 2 tv", {"address"}),
        ("prøvesens og Bo", set()),
        ("0c7f2a1e-52b1-4a8e-9d2c-123456789012", set()),
        ("12345678-1234-1234-1234-123456789012", set()),
        ("a1234567890b, 20261123-1105, 12345678901, 0.1234567890", set()),
    ],
)
def test_what_counts_as_personal_data(text: str, kinds: set[str]) -> None:
    assert _KNOWN.kinds_in(text) == kinds


@pytest.fixture
def own_record_factory() -> Iterator[None]:
    """Takes the guard of this very test away, so that a test of the guard may do what is forbidden."""
    guard = logging.getLogRecordFactory()
    logging.setLogRecordFactory(logging.LogRecord)
    yield
    logging.setLogRecordFactory(guard)


@pytest.mark.usefixtures("own_record_factory")
def test_every_record_is_read_whatever_its_level_and_logger() -> None:
    silent = logging.getLogger("tests.guards.silent")
    silent.propagate = False
    silent.addHandler(logging.NullHandler())

    with watched_logs(_KNOWN) as leaks:
        silent.debug("asked for %s", _NUMBER)
        silent.error("failed", exc_info=ValueError("Prøvesen"))
        silent.error("nothing to see")

    assert leaks == [
        "tests.guards.silent logged a number at DEBUG",
        "tests.guards.silent logged a name at ERROR",
    ]
    assert not any(_KNOWN.kinds_in(leak) for leak in leaks)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("hentede Mette Kirstine Ravnholt Højgård", {"name"}),
        ("fru HØJGÅRD", {"name"}),
        ("Lærkebakken 16, 8800 Viborg", {"address"}),
        ("c/o Brammersen", {"address"}),
        ("8800 Viborg", set()),
    ],
)
def test_own_register_is_known(personal_data: PersonalData, text: str, kinds: set[str]) -> None:
    assert personal_data.kinds_in(text) == kinds


@requires_shared(Shared.RECORDED)
def test_recorded_persons_are_known(personal_data: PersonalData) -> None:
    assert personal_data.kinds_in("Helle Gunvorsen, Pflamenstrasse 22") == {"name", "address"}


def test_only_loopback_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, loopback_only() as attempts:
        socket.create_connection(server.getsockname()).close()
        with pytest.raises(socket.gaierror):
            socket.create_connection(("nowhere.invalid", 443))
        assert attempts == []
        with pytest.raises(OutsideConnectionError):
            socket.create_connection(("192.0.2.1", 443))
        with pytest.raises(OutsideConnectionError):
            socket.getaddrinfo("example.org", 443)
        with (
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagram,
            pytest.raises(OutsideConnectionError),
        ):
            datagram.sendto(b"", ("192.0.2.1", 9))

    assert attempts == ["192.0.2.1", "example.org", "192.0.2.1"]


def test_keyring_is_in_memory_and_empty(memory_keyring: MemoryKeyring) -> None:
    assert keyring.get_keyring() is memory_keyring
    assert keyring.get_password("familieopslag", "anybody") is None

    keyring.set_password("familieopslag", "anybody", "secret")
    assert keyring.get_password("familieopslag", "anybody") == "secret"
    keyring.delete_password("familieopslag", "anybody")
    with pytest.raises(keyring.errors.PasswordDeleteError):
        keyring.delete_password("familieopslag", "anybody")


def test_profile_is_the_test_runs_own() -> None:
    folders = {
        platformdirs.user_config_dir("familieopslag"),
        platformdirs.user_data_dir("familieopslag"),
        platformdirs.user_state_dir("familieopslag"),
        platformdirs.user_log_dir("familieopslag"),
        str(Path.home()),
    }

    assert all("familieopslag-tests-" in folder for folder in folders), folders


def test_bad_tests_fail(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    (tmp_path / "test_bad.py").write_text(_BAD_TESTS)

    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            str(tmp_path),
            "--rootdir",
            str(tmp_path),
        ],
        env={**os.environ, "PYTHONPATH": str(PROJECT_ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "3 passed, 2 errors" in run.stdout, run.stdout + run.stderr
    assert "some.library logged a number at DEBUG" in run.stdout
    assert "the network was tried: 192.0.2.1" in run.stdout
