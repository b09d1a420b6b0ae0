"""The register's files: what they must hold, what is refused, and the list of persons to try."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from familieopslag.testservice.personnummer import birth_date, gender, may_have_been_issued
from familieopslag.testservice.register import HouseholdRegister
from familieopslag.testservice.tables import RegisterError
from tests.testservice.conftest import REGISTER

_PERSON = '[[person]]\npnr = "3112990000"\nfornavn = "Bo"\nefternavn = "Å"\n'
_PASSING = "990002"  # after 3112: the sum is 132, so that modulus 11 is passed
_SECOND = '[[person]]\npnr = "3012990000"\n'


def test_no_number_was_ever_given_to_anybody(register: HouseholdRegister) -> None:
    for pnr, person in register.persons.items():
        assert not may_have_been_issued(pnr)
        born = birth_date(pnr)
        assert born is not None
        assert (born.day, born.month) != (1, 1)
        assert person.foedt.startswith(str(born.year))
        assert person.koen == gender(pnr)


def test_there_are_enough_of_every_kind(register: HouseholdRegister) -> None:
    persons = register.persons.values()
    assert len(persons) >= 75
    assert {person.status.kode for person in persons} == {
        *("01", "03", "05", "07", "10", "20", "30", "50", "60", "70", "80", "90"),
    }
    types = {type_ for person in persons for type_ in person.beskyttelse}
    assert types == {"00001", "00002", "00003", "00004", "00005", "00009"}
    assert {holder.type for person in persons for holder in person.foraeldremyndighed} == {
        *("00003", "00004", "00005", "00006"),
    }


def test_every_protection_type_is_on_a_person_and_on_a_relative(register: HouseholdRegister) -> None:
    own: set[str] = set()
    relative: set[str] = set()
    for pnr in register.persons:
        for row in register.rows(pnr)[1:]:
            (own if row["PNR_FOEDDATO"] == pnr else relative).add(row.get("CBSK_TYP", ""))
    assert own == relative == {"", "00001", "00002", "00003", "00004", "00005", "00009"}


def test_the_list_of_persons_to_try_agrees_with_the_files(register: HouseholdRegister) -> None:
    text = (REGISTER / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\d{6})-(\d{4}) \| (.*?) \| (.*) \|$", text, flags=re.MULTILINE)
    described = {
        (pnr, person.adressering or "(uden navn)", person.viser)
        for pnr, person in register.persons.items()
        if person.viser
    }
    assert {(date + serial, name, shows) for date, serial, name, shows in listed} == described
    assert len(listed) == len(described)


def test_every_file_says_at_its_top_what_it_shows() -> None:
    for file in REGISTER.glob("*.toml"):
        assert file.read_text(encoding="utf-8").startswith("# "), file.name


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[person", "not readable as TOML"),
        ("[[person]]\n", "person 1: key 'pnr' is missing"),
        ('[[person]]\npnr = "3113990000"\n', "key 'pnr' must be ten digits"),
        (f'[[person]]\npnr = "0101{"990000"}"\n', "key 'pnr' may belong to somebody"),
        (f'[[person]]\npnr = "3112{_PASSING}"\n', "key 'pnr' may belong to somebody"),
        (_PERSON + _PERSON, "person 2: key 'pnr' is a number that is taken"),
        (f'eksterne = ["3112990000"]\n{_PERSON}', "key 'pnr' is a number that is taken"),
        (_PERSON + "hund = true\n", "person 1: key 'hund' is not a key"),
        (_PERSON + "fornavn = 1\n", "not readable as TOML"),
        (_PERSON + "mellemnavn = 1\n", "key 'mellemnavn' must be a text"),
        (_PERSON + 'foedt_usikker = "ja"\n', "key 'foedt_usikker' must be true or false"),
        (_PERSON + "beskyttelse = [1]\n", "key 'beskyttelse' must be a text or a list"),
        (_PERSON + 'adresse = "hjem"\n', "key 'adresse' names no address"),
        (_PERSON + 'mor = "3012990000"\n', "person 1: key 'mor' links to a number"),
        (_PERSON + 'vaerge = "3012990000"\n', "key 'vaerge' links"),
        (_PERSON + 'status = "60"\nstatus_dato = "20200101"\n', "key 'gaeldende' belongs to statuses"),
        (
            _PERSON + 'aegtefaelle = "3012990000"\n' + _SECOND + 'aegtefaelle = "3112990000"\n',
            "key 'aegtefaelle' is given on both",
        ),
        (_PERSON + 'status = "80"\n', "key 'status_dato' belongs to every status but 01"),
        (_PERSON + 'status = "8"\nstatus_dato = "20200101"\n', "key 'status' must be two digits"),
        (_PERSON + f'mellemnavn = "{"o" * 40}"\n', "key 'adresseringsnavn' is needed"),
        (_PERSON + 'convn = "' + "o" * 35 + '"\n', "key 'convn' must not be longer than 34"),
        (_PERSON + 'udland = ["1", "2", "3", "4", "5", "6"]\n', "key 'udland' holds five lines"),
        (
            _PERSON + 'foraeldremyndighed = [{ type = "00005", fra = "20200101" }]\n',
            "1: key 'pnr' belongs to",
        ),
        (
            _PERSON + 'andre = [{ pnr_foeddato = "1", fammrk = "Far" }]\n',
            "andre 1: key 'pnr_foeddato' must be",
        ),
        ("[adresse.hjem]\n" + _PERSON, "adresse.hjem: key 'kommune' is missing"),
        ('[adresse.hjem]\nkommune = "851"\n' + _PERSON, "key 'kommune' must be 4 digits"),
        ('[adresse.hjem]\nkommune = "0851"\nhusnr = "16 a"\n' + _PERSON, "key 'husnr' must be"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(
    household: Callable[[str], Path], text: str, complaint: str
) -> None:
    with pytest.raises(RegisterError) as refused:
        HouseholdRegister(household(text))
    assert str(refused.value).startswith("familie.toml: ")
    assert complaint in str(refused.value)


def test_a_link_may_go_to_another_file_or_to_an_external_number(household: Callable[[str], Path]) -> None:
    folder = household(f'eksterne = ["2912990000"]\n{_PERSON}mor = "3012990000"\nfar = "2912990000"\n')
    (folder / "moren.toml").write_text(_SECOND, encoding="utf-8")
    rows = HouseholdRegister(folder).rows("3112990000")
    assert [row["FAMMRK"] for row in rows[1:]] == ["Mor", "Andet"]


def test_two_relations_to_one_person_are_two_rows(household: Callable[[str], Path]) -> None:
    folder = household(f'{_PERSON}mor = "3012990000"\nvaerge = "3012990000"\n{_SECOND}')
    rows = HouseholdRegister(folder).rows("3112990000")
    assert [row["FAMMRK"] for row in rows[1:]] == ["Mor", "Andet", "Andet"]


@pytest.mark.parametrize(
    ("pnr", "born"),
    [
        ("0702363000", "1936-02-07"),
        ("0702364001", "2036-02-07"),
        ("0702374000", "1937-02-07"),
        ("0702575000", "2057-02-07"),
        ("0702585000", "1858-02-07"),
        ("0702369000", "2036-02-07"),
        ("3002990000", None),
        ("311299000", None),
        ("３１12990000", None),
    ],
)
def test_the_century_is_in_the_seventh_digit(pnr: str, born: str | None) -> None:
    date = birth_date(pnr)
    assert (date.isoformat() if date else None) == born
