"""Persons of the test register as a reader sees them, in files that are read in review.

The texts come from the register's replies through mapping, decision and presentation; only time and ids are left
out. After a change that is meant, write them anew with FAMILIEOPSLAG_REWRITE=1 and read the difference.
"""

from datetime import date
from pathlib import Path

import pytest

from familieopslag.domain.codes import CodeListName
from familieopslag.domain.person import Extent
from familieopslag.domain.protection import Rules, decide, remember
from familieopslag.domain.seen import NOBODY
from familieopslag.presentation.person import present
from tests.support.golden import assert_kept, view_text
from tests.support.register import code_lists, looked_up, register
from tests.support.replies import (
    STREET,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

TODAY = date(2026, 11, 23)
FOLDER = Path(__file__).parent

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
    "markedsfoeringsbeskyttelse": "0109574731",
    "forskerbeskyttelse": "1212613308",
    "kreditadvarsel": "0303601989",
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
    "speciel_vejkode_groenland": "1312911927",
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
    "apostrof_i_navnet": "2609609140",
    "plejehjem_med_tegn_og_vaerge": "1709330877",
    "familie_paa_45": "1707392091",
}

ME = invented_number()
CHILD = invented_number(born=date(2015, 4, 9))
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)
MADE_UP = {
    "ukendt_status": result_of(
        main_row(ME, STATUS="77", CNVN_STATUS="77", STARTDATOSTATUS="20260102"),
        own_row(ME, CNVN_STATUS="77"),
        relative_row(CHILD, CNVN_STATUS="77"),
    ),
    "ukendte_felter": result_of(
        main_row(ME, NYTFELT="Ny værdi", NYTDATO="20260102", NYT_TS="20260102030405000006", NYMYNKOD="0851"),
        own_row(ME),
        relative_row(CHILD, NYTMRK="X"),
    ),
    "uden_egen_raekke": result_of(main_row(ME), relative_row(SPOUSE, "Ægtefælle")),
    "svar_i_modstrid_med_sig_selv": result_of(
        main_row(ME), own_row(ME, CBSK_TYP="00001"), relative_row(SPOUSE, "Ægtefælle")
    ),
    "tegn_i_navne": result_of(
        main_row(ME, ADRNVN="Opdigt & Søn O'Testesen", LOKALITET="Gård <Nr 1>"),
        own_row(ME, ADRNVN="Opdigt & Søn O'Testesen"),
        relative_row(CHILD, ADRNVN='Slægt "Lille" & O\'Testesen'),
        declaration='<?xml version="1.0" encoding="iso-8859-1"?>',
    ),
    "fraskilte_begge_beskyttede": result_of(
        main_row(ME, BESKYT="X", STADR="Påfundsvej 77 A", HUSNR="077A", ETAGE=None, SIDEDOER=None),
        own_row(ME, CBSK_TYP="00001", STADR="Påfundsvej 77 A"),
        relative_row(SPOUSE, "Andet", CBSK_TYP="00001", STADR="Engvej 3"),
        relative_row(CHILD, STADR="Påfundsvej 77A", CPST_POSTNR="9000"),
    ),
    "en_indehaver": result_of(
        main_row(CHILD, FORAELDREMYNMRK="X", CFMY_RELTYPA="00003", CFMY_STARTDATOA="20150409"),
        own_row(CHILD),
        relative_row(ME, "Mor"),
    ),
    "afkortet_adresse": result_of(
        main_row(ME, STADR="Grosserer Langenæs Plads 112B, 12.", HUSNR="112B", ETAGE="12", SIDEDOER="1"),
        own_row(ME, STADR="Grosserer Langenæs Plads 112B, 12."),
        relative_row(
            SPOUSE,
            "Ægtefælle",
            CBSK_TYP="00001",
            STADR="Grosserer Langenæs Plads 112 B,12",
            CPST_POSTNR="9000",
        ),
    ),
    "maaske_flere": result_of(main_row(ME), own_row(ME), relative_row(CHILD), extent=Extent.DOUBTFUL),
    "flere_hentes": result_of(main_row(ME), own_row(ME), relative_row(CHILD), extent=Extent.PARTIAL),
    "resten_kom_ikke": result_of(main_row(ME), own_row(ME), relative_row(CHILD), extent=Extent.INTERRUPTED),
}
"""Replies that no person of the register gets: unknown to the code lists, short of a row, or not whole."""


PROTECTED_COUPLE = result_of(
    *protected_main(ME),
    relative_row(SPOUSE, "Ægtefælle", STADR=STREET, CPST_POSTNR="9000"),
    relative_row(CHILD, STADR="Engvej 3"),
)
FAMILY = result_of(main_row(ME), own_row(ME), relative_row(SPOUSE, "Ægtefælle"), relative_row(CHILD))
DECIDED = {
    "navn_skjult": (PROTECTED_COUPLE, decide(PROTECTED_COUPLE, TODAY, Rules(mask_names=True))),
    "person_vist_for_en_tid": (PROTECTED_COUPLE, decide(PROTECTED_COUPLE, TODAY).revealing(None)),
    "aegtefaelle_vist_for_en_tid": (PROTECTED_COUPLE, decide(PROTECTED_COUPLE, TODAY).revealing(0)),
    "uden_paaroerendes_beskyttelse": (
        FAMILY,
        decide(FAMILY, TODAY, Rules(relatives_flag_delivered=False)),
    ),
    "set_beskyttet_foer": (
        FAMILY,
        decide(FAMILY, TODAY, seen=remember(NOBODY, result_of(*protected_main(SPOUSE)))),
    ),
}
"""Replies under another decision than a municipality's usual one on a person who is seen for the first time."""


@pytest.mark.parametrize("name", PERSONS)
def test_a_person_reads_as_kept(name: str) -> None:
    result = looked_up(PERSONS[name])
    view = present(result, decide(result, TODAY), TODAY)
    assert_kept(FOLDER / f"{name}.txt", view_text(view))


@pytest.mark.parametrize("name", MADE_UP)
def test_a_made_up_reply_reads_as_kept(name: str) -> None:
    result = MADE_UP[name]
    assert_kept(FOLDER / f"{name}.txt", view_text(present(result, decide(result, TODAY), TODAY)))


@pytest.mark.parametrize("name", DECIDED)
def test_a_decision_reads_as_kept(name: str) -> None:
    result, visibility = DECIDED[name]
    assert_kept(FOLDER / f"{name}.txt", view_text(present(result, visibility, TODAY)))


def test_every_status_and_every_protection_has_a_kept_text() -> None:
    persons = [register().persons[number] for number in PERSONS.values()]
    texts = code_lists().texts
    assert set(texts[CodeListName.STATUS]) <= {person.status.kode for person in persons}
    assert set(texts[CodeListName.PROTECTION]) <= {kind for person in persons for kind in person.beskyttelse}


def test_every_kept_text_has_its_person() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == {*PERSONS, *MADE_UP, *DECIDED}
