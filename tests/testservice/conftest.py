"""A running service with the program's own register, and persons of it by what they are called here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from familieopslag.testservice.register import HouseholdRegister
from familieopslag.testservice.server import LocalService
from tests.support.shared_material import PROJECT_ROOT
from tests.testservice.wire import Wire

REGISTER = PROJECT_ROOT / "resources" / "testregister"


@pytest.fixture(scope="session")
def register() -> HouseholdRegister:
    return HouseholdRegister(REGISTER)


@pytest.fixture(scope="session")
def number(register: HouseholdRegister) -> Callable[[str], str]:
    """The number of the one person who bears this name (and this status)."""

    def find(name: str, status: str | None = None) -> str:
        found = [
            person.pnr
            for person in register.persons.values()
            if person.adressering == name and status in {None, person.status.kode}
        ]
        assert len(found) == 1, f"{len(found)} persons"
        return found[0]

    return find


@pytest.fixture(scope="session")
def shared_service() -> Iterator[LocalService]:
    """For tests that only ask."""
    with LocalService() as service:
        yield service


@pytest.fixture
def service() -> Iterator[LocalService]:
    """For tests that change what the service does."""
    with LocalService() as service:
        yield service


@pytest.fixture
def wire(shared_service: LocalService) -> Iterator[Wire]:
    with Wire(shared_service) as wire:
        yield wire


@pytest.fixture
def household(tmp_path: Path) -> Callable[[str], Path]:
    """A register of one file with the given text."""

    def write(text: str) -> Path:
        (tmp_path / "familie.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write
