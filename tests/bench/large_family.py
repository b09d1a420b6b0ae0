"""Invented families far larger than any real one: does the work grow with them, or faster than they do?"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from tests.support.replies import invented_number, invented_numbers

SIZES = (20, 200, 1000)
_MOTHERS_BORN = date(1962, 3, 14)
_FIRST_BIRTHDAY = date(1984, 5, 17)
_OF_ONE_BIRTHDAY = 250
_PROTECTED_EVERY = 7
_IN_A_HOUSEHOLD = 3


def mother_of(size: int) -> str:
    """The number of the person with so many relatives, who are all her children."""
    return invented_number(SIZES.index(size), born=_MOTHERS_BORN)


def write_families(folder: Path) -> None:
    """A register with a family of each of SIZES.

    Three children live at each address and every seventh child is protected, so that there is much to hide.
    """
    numbers = _childrens_numbers()
    for size in SIZES:
        children = tuple(islice(numbers, size))
        (folder / f"familie_paa_{size}.toml").write_text(
            "\n".join(_household(mother_of(size), children)), encoding="utf-8"
        )


def _childrens_numbers() -> Iterator[str]:
    for later in range(15):
        born = _FIRST_BIRTHDAY.replace(year=_FIRST_BIRTHDAY.year + later)
        yield from islice(invented_numbers(born), _OF_ONE_BIRTHDAY)


def _household(mother: str, children: tuple[str, ...]) -> Iterator[str]:
    yield from _address("mor", 1)
    for place in range(0, len(children), _IN_A_HOUSEHOLD):
        yield from _address(f"a{place // _IN_A_HOUSEHOLD}", place + 2)
    yield from _person(mother, "Mange", "mor")
    for place, child in enumerate(children):
        yield from _person(child, f"Barn {place}", f"a{place // _IN_A_HOUSEHOLD}")
        yield f'mor = "{mother}"'
        if place % _PROTECTED_EVERY == 0:
            yield 'beskyttelse = ["00001"]'


def _address(name: str, house: int) -> Iterator[str]:
    yield f"[adresse.{name}]"
    yield 'kommune = "0851"'
    yield 'vejkode = "1234"'
    yield 'vej = "Tællevej"'
    yield f'husnr = "{house % 999 + 1}"'
    yield f'etage = "{house // 999 + 1}"'
    yield 'doer = "tv"'
    yield 'postnr = "9000"'
    yield 'postdistrikt = "Aalborg"'


def _person(number: str, first_name: str, address: str) -> Iterator[str]:
    yield "[[person]]"
    yield f'pnr = "{number}"'
    yield f'fornavn = "{first_name}"'
    yield 'efternavn = "Opdigtet"'
    yield f'adresse = "{address}"'
