"""The check of words finds what it is there to find, and nothing in what may be said."""

import uuid

import pytest

from tests.faults.words import foreign_words_in, id_in, personal_data_in
from tests.support.personal_data import PersonalData
from tests.support.replies import invented_number

NUMBER = invented_number()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Traceback (most recent call last)", ["traceback"]),
        ("requests.exceptions.ConnectionError", ["requests", "exception"]),
        ("[Errno 104] connection reset", ["errno"]),
        ("ssl.SSLError", ["ssl"]),
        ("Serveren svarede: None", ["none"]),
        ("FO-106 · SSLV3_ALERT_CERTIFICATE_REVOKED", ["ssl"]),
        ("FO-034 · alert unknown ca", []),
        ("Proxyen afviste login.", []),
        ("En kilde til fejl (terror, nonesuch)", []),
    ],
)
def test_foreign_words_are_found_as_words(said: str, found: list[str]) -> None:
    assert foreign_words_in(said) == found


def test_a_number_is_found_and_an_id_is_none() -> None:
    known = PersonalData()
    assert personal_data_in(f"{NUMBER[:6]}-{NUMBER[6:]}", known) == {"number"}
    digits_only = "12345678-1234-4234-8234-123456789012"
    assert personal_data_in(f"Fejl-id {digits_only}", known) == set()


def test_the_one_id_is_found() -> None:
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    assert id_in(f"FO-031 · {one}\n{one}") == one
    assert id_in("FO-031") == ""
    assert id_in(f"{one} {other}") == ""
