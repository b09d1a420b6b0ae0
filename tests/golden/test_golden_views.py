"""Persons of the test register as a reader sees them, in files that are read in review.

The texts come from the register's replies through mapping, decision and presentation; only time and ids are left
out. After a change that is meant, write them anew with FAMILIEOPSLAG_REWRITE=1 and read the difference.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from familieopslag.cli import as_lines
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import PersonView
from tests.support.golden import assert_kept
from tests.support.register import looked_up

TODAY = date(2026, 11, 23)
FOLDER = Path(__file__).parent
ENVIRONMENT = EnvironmentView("demo", "DEMO", "")
ORIGIN_LINES = 3
"""The last lines on a terminal: a blank one, when it was fetched, and the id of the lookup."""

PERSONS = {
    "almindelig_familie": "1405810704",
    "barn_med_begge_foraeldre": "1908125187",
    "bynavn": "3003510302",
    "lokalitet_og_doer": "2702048628",
    "co_navn": "2511037068",
    "ingen_paaroerende": "1904660887",
    "administrativt_nummer": "2404792767",
    "annulleret": "1201989636",
    "reserveret_uden_navn": "1406026459",
    "aendret_nummer": "0304943485",
    "slettet_nummer": "0510691530",
    "beskyttet": "2309864156",
    "beskyttet_aegtefaelle": "1104841665",
    "barn_hos_beskyttet_mor": "1710138392",
    "lokalvejviserbeskyttelse": "2202594906",
    "ukendt_beskyttelsestype": "1707900176",
    "enke": "2412443568",
    "doed": "0606413035",
    "doedt_barn": "2204086633",
    "forsvundet": "0411543989",
    "groenland_bnr_og_husnr": "0603779616",
    "groenland_bygd": "2106493681",
    "udrejst": "2508680277",
    "udrejst_beskyttet": "3101753242",
    "speciel_vejkode": "0712629521",
    "speciel_vejkode_status_01": "0605731621",
    "fire_meddelelser": "0506731487",
    "adresse_2023": "2201026706",
    "anden_indehaver": "1209104548",
    "to_andre_indehavere": "2912094559",
    "usikker_myndighedsdato": "2305116593",
    "over_18": "2103057499",
    "to_moedre": "1003208554",
    "uden_nummer": "0209840275",
    "ukendt_relation": "2805218467",
    "usikre_datoer": "1309363561",
    "umulige_datoer": "1111591347",
    "indrapportering": "1612774805",
    "familie_paa_45": "1707392091",
}


@pytest.mark.parametrize("name", PERSONS)
def test_a_person_reads_as_kept(name: str) -> None:
    result = looked_up(PERSONS[name])
    view = present(result, decide(result, TODAY), TODAY)
    assert_kept(FOLDER / f"{name}.txt", "".join(f"{line}\n" for line in _text(view)))


def test_every_kept_text_has_its_person() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(PERSONS)


def _text(view: PersonView) -> Iterator[str]:
    """What a terminal shows, then what a window shows beside it: chips, buttons, streets, protection, and why not."""
    yield from list(as_lines(view, ENVIRONMENT))[:-ORIGIN_LINES]
    yield from ("", "Desuden i vinduet")
    yield from (f"  Mærke: {chip}" for chip in view.heading.chips)
    yield from (f"  Knap: {banner.action_label}" for banner in view.banners if banner.action)
    for group in view.family.groups:
        for row in group.rows:
            yield f"  {group.title} · {row.name}: " + " · ".join(
                part for part in (row.street, row.protection, row.why_not) if part
            )
