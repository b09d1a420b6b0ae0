"""Every recorded reply of the real service, served over mutual TLS, through the command line and the window."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Address
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.e2e.conftest import Opslag
from tests.support.places import may_be_same_place
from tests.support.recorded import NUMBERS, RECORDED, protected_rows, rows_of
from tests.support.service_process import ServiceProcess
from tests.support.shared_material import Shared, requires_shared

pytestmark = requires_shared(Shared.RECORDED)


@pytest.fixture(scope="module")
def recorded() -> Iterator[ServiceProcess]:
    with ServiceProcess(register=RECORDED) as process:
        yield process


def _protected_addresses(number: str) -> list[Address]:
    return [
        Address(standard=row["STADR"], postal_code=row.get("CPST_POSTNR", row.get("POSTNR", "")))
        for row in protected_rows(number)
        if "STADR" in row
    ]


def test_there_are_fifty() -> None:
    assert len(NUMBERS) == 50


@pytest.mark.parametrize("number", NUMBERS)
def test_every_value_is_shown_masked_or_raw(
    recorded: ServiceProcess, opslag: Opslag, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, recorded.passphrase)
    answer = opslag(recorded.profile, number)
    assert (answer.exit_code, answer.err) == (0, "")
    person = answer.data["person"]
    main, *listed = rows_of(number)
    own = [row for row in listed if row["PNR_FOEDDATO"] == number]
    relatives = [row for row in listed if row["PNR_FOEDDATO"] != number]
    shown = [
        relative
        for group in answer.data["family"]["groups"]
        if group["title"] != "Forældremyndighed"  # which names relatives a second time
        for relative in group["relatives"]
    ]

    _assert_complete({**own[0], **main}, person["fields"] + person["own_row"])
    _assert_complete(own[0], person["own_row"])
    assert len(shown) == len(relatives) == answer.data["family"]["count"]
    for row in relatives:
        # The number is masked, so a relative is found again by everything else that is told.
        assert any(_is_complete(row, relative["fields"]) for relative in shown)

    whole = answer.out
    for address in _protected_addresses(number):
        assert address.standard not in whole
        for value in _shown_values(answer.data):
            assert not may_be_same_place(Address(standard=value), Address(standard=address.standard))
    for row in relatives:
        assert row["PNR_FOEDDATO"] not in whole
        assert Cpr(row["PNR_FOEDDATO"]).formatted not in whole


def _assert_complete(row: dict[str, str], fields: list[dict[str, Any]]) -> None:
    assert _is_complete(row, fields), sorted(row)


def _is_complete(row: dict[str, str], fields: list[dict[str, Any]]) -> bool:
    by_code = {(field["code"], field["value"]) for field in fields}
    masked = {field["code"] for field in fields if field["state"] == "masked"}
    return all((code, value) in by_code or code in masked for code, value in row.items())


def _shown_values(data: dict[str, Any]) -> Iterator[str]:
    stack: list[Any] = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack += item.values()
        elif isinstance(item, list):
            stack += item
        elif isinstance(item, str) and len(item) > 3:
            yield item


def test_text_output_holds_no_protected_address(
    recorded: ServiceProcess, opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, recorded.passphrase)
    checked = 0
    for number in NUMBERS:
        addresses = _protected_addresses(number)
        if addresses:
            answer = opslag(recorded.profile, number, "--text")
            assert answer.exit_code == 0
            assert all(address.standard not in answer.out for address in addresses)
            checked += 1
    assert checked


def test_the_json_has_the_same_keys_for_everybody(
    recorded: ServiceProcess, opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, recorded.passphrase)
    shapes = {json.dumps(_keys(opslag(recorded.profile, number).data)) for number in NUMBERS[:5]}
    assert len(shapes) == 1


def _keys(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _keys(value) if isinstance(value, dict) else None for key, value in data.items()}
