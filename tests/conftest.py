"""What holds for every test: a profile of its own, no network, no keyring, no personal data in any log."""

import gc
import os
import tempfile
from collections.abc import Generator, Iterator

import keyring
import pytest

from tests.support.memory_keyring import MemoryKeyring
from tests.support.network_guard import loopback_only
from tests.support.personal_data import PersonalData, of_known_test_persons, watched_logs
from tests.support.profile import Profile

_PROFILE = pytest.StashKey[tuple[Profile, "tempfile.TemporaryDirectory[str]"]]()


def pytest_configure(config: pytest.Config) -> None:
    """Before any test module, and so before Qt: nobody's real profile, and no screen unless one is asked for."""
    folder = tempfile.TemporaryDirectory(prefix="familieopslag-tests-", ignore_cleanup_errors=True)
    profile = Profile(folder.name)
    profile.enter()
    config.stash[_PROFILE] = (profile, folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Give the environment back."""
    profile, folder = config.stash[_PROFILE]
    profile.leave()
    folder.cleanup()


@pytest.fixture(scope="session")
def personal_data() -> PersonalData:
    """Finds numbers, and the names and addresses of the known test persons, in a text."""
    return of_known_test_persons()


@pytest.fixture(autouse=True)
def no_personal_data_in_logs(personal_data: PersonalData) -> Iterator[None]:
    """Fails a test that made a log record, of any level, with a number, a name or an address in it."""
    with watched_logs(personal_data) as leaks:
        yield
    if leaks:
        pytest.fail("personal data in a log: " + "; ".join(sorted(set(leaks))), pytrace=False)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails a test that tried to reach another computer, also when the program swallowed the error."""
    with loopback_only() as attempts:
        yield
    if attempts:
        pytest.fail("the network was tried: " + ", ".join(sorted(set(attempts))), pytrace=False)


@pytest.fixture(autouse=True)
def no_machine_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an administrator of this computer has decided is none of the tests' business."""
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", tuple)


@pytest.fixture(autouse=True)
def memory_keyring() -> Iterator[MemoryKeyring]:
    """The keyring of this test: empty at its start, and kept in memory only."""
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Collects the cycles that a test with widgets leaves behind in the GUI thread, and only there.

    The collector runs in whichever thread happens to allocate. A widget that it destroys in a worker leaves its
    timers registered in the GUI thread, and Qt crashes when the next of them fires, some tests later.
    """
    if "qtbot" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
