"""The replies of our own register: every one of them in the habits of the service, each case as it should be."""

import re
from collections.abc import Callable

import pytest
from lxml import etree

from familieopslag.testservice.register import HouseholdRegister
from familieopslag.testservice.server import LocalService
from tests.support.shared_material import Shared, requires_shared
from tests.testservice.wire import CPR, SOAP, Wire

Number = Callable[..., str]

_WITHOUT_ADDRESS = {"50", "60", "70", "80", "90"}
_ROW_FIELDS = {
    *("ADRNVN", "CBSK_TYP", "CNVN_STATUS", "CPSN_POSTDISTTXT", "CPST_POSTNR"),
    *("FAMMRK", "PNR_FOEDDATO", "STADR"),
}
_ALWAYS = {"FOEDDATO", "KOEN", "PNR", "POSTNR", "STATUS", "CNVN_KOEN", "CNVN_STATUS"}
_LENGTHS = {
    **dict.fromkeys(("ADRNVN", "STADR", "CONVN", "LOKALITET", "BYNVN"), 34),
    **dict.fromkeys((f"UDLANDSADR{line}" for line in range(1, 6)), 34),
    "CNVN_FORNVN": 50,
    "CNVN_MELNVN": 40,
    "CNVN_EFTERNVN": 40,
    "CPSN_POSTDISTTXT": 20,
    "BNR": 4,
}
_PATTERNS = {
    "PNR": r"\d{10}",
    "PNRGAELD": r"\d{10}",
    "STATUS": r"\d{2}",
    "FOEDDATO": r"\d{8}",
    "STARTDATOSTATUS": r"\d{8}",
    "CNVN_STARTDATO": r"\d{12}",
    "CNVN_STATUSSTARTDATO": r"\d{12}",
    "KOEN": "[MK]",
    "BESKYT": "X",
    "HUSNR": r"\d{3}[ A-Z]",
    "ETAGE": r"\d{2}|st|kl",
    "KOMKOD": r"\d{4}",
    "VEJKOD": r"\d{4}",
    "POSTNR": r"0|\d{4}",
    "UDRLANDEKOD": r"5\d{3}",
    "FOEDDATOUSM": r"\*",
    "CFMY_STARTDATOUSMA": r"[ *]",
    "CBSK_TYP": r"\d{5}",
    "PNR_FOEDDATO": r"\d{10}|\d{8}",
}


@pytest.fixture(scope="module")
def replies(register: HouseholdRegister, shared_service: LocalService) -> dict[str, list[dict[str, str]]]:
    """Everybody's rows, all pages together, as they came over the wire."""
    found = {}
    with Wire(shared_service) as wire:
        for pnr in register.persons:
            answer = wire.look_up(pnr)
            assert answer.receipt == ("Ok", "0", "")
            rows = page = answer.rows
            while len(page) == 21:
                page = wire.look_up(pnr, REST=page[-1]["PNR_FOEDDATO"]).rows
                rows = rows + page[1:]
            found[pnr] = rows
    return found


@pytest.fixture
def rows(replies: dict[str, list[dict[str, str]]], number: Number) -> Callable[..., list[dict[str, str]]]:
    """The rows of the person of this name."""
    return lambda name, status=None: replies[number(name, status)]


def _relation(rows: list[dict[str, str]], name: str) -> dict[str, str]:
    (row,) = [row for row in rows[1:] if row.get("ADRNVN") == name]
    return row


def test_every_main_row_is_in_the_habits_of_the_service(replies: dict[str, list[dict[str, str]]]) -> None:
    for pnr, (main, *_) in replies.items():
        assert main["PNR"] == pnr
        assert main.keys() >= _ALWAYS
        assert main["CNVN_STATUS"] == main["STATUS"]
        assert main["CNVN_KOEN"] == main["KOEN"]
        assert main.get("CNVN_ADRNVN") == main.get("ADRNVN")
        assert ("VEJKOD" in main) <= ("KOMKOD" in main)
        assert ("STARTDATOSTATUS" in main) == (main["STATUS"] != "01")
        assert ("PNRGAELD" in main) >= (main["STATUS"] in {"50", "60"})
        assert (main["POSTNR"] == "0") == ("STADR" not in main)
        codes = list(main)
        blocks = [_block(code) for code in codes]
        assert blocks == sorted(blocks), "stam, then CNVN_, then CFMY_"


def test_every_relation_row_is_in_the_habits_of_the_service(replies: dict[str, list[dict[str, str]]]) -> None:
    for pnr, (_, *relatives) in replies.items():
        numbers = [row["PNR_FOEDDATO"] for row in relatives]
        assert numbers == sorted(numbers)
        assert [row["FAMMRK"] for row in relatives if row["PNR_FOEDDATO"] == pnr] == ["Andet"]
        for row in relatives:
            assert row.keys() <= _ROW_FIELDS
            if row.get("CNVN_STATUS") in _WITHOUT_ADDRESS:
                assert not row.keys() & {"STADR", "CPST_POSTNR", "CPSN_POSTDISTTXT"}


def test_every_value_has_its_form(replies: dict[str, list[dict[str, str]]]) -> None:
    for rows in replies.values():
        for row in rows:
            for code, value in row.items():
                assert value, f"{code} is empty and should be left out"
                assert len(value) <= _LENGTHS.get(code, 50)
                pattern = _PATTERNS.get(code)
                assert pattern is None or re.fullmatch(pattern, value), code


def test_the_own_row_tells_the_protection_and_the_main_row_only_the_first_type(
    replies: dict[str, list[dict[str, str]]], register: HouseholdRegister
) -> None:
    for pnr, (main, *relatives) in replies.items():
        (own,) = [row for row in relatives if row["PNR_FOEDDATO"] == pnr]
        assert own.get("CBSK_TYP") == min(register.persons[pnr].beskyttelse, default=None)
        assert ("BESKYT" in main) == (own.get("CBSK_TYP") == "00001")


def test_relations_are_told_by_both_sides(replies: dict[str, list[dict[str, str]]]) -> None:
    opposite = {
        "Mor": {"Barn"},
        "Far": {"Barn"},
        "Barn": {"Mor", "Far", "Medmor"},
        "Ægtefælle": {"Ægtefælle"},
    }
    for pnr, (_, *relatives) in replies.items():
        for row in relatives:
            other = row["PNR_FOEDDATO"]
            if row["FAMMRK"] in opposite and other in replies:
                back = {line["FAMMRK"] for line in replies[other][1:] if line["PNR_FOEDDATO"] == pnr}
                assert back & opposite[row["FAMMRK"]]


def test_the_result_is_escaped_text_without_declaration(wire: Wire, number: Number) -> None:
    answer = wire.look_up(number("Aksel Toftum"))
    assert b"&lt;root" in answer.body
    assert b"&amp;amp;" in answer.body, "the & of a name is escaped twice: once in the text, once as text"
    assert answer.result.startswith('<root xmlns="http://www.cpr.dk"><Gctp v="1.0">')
    assert answer.rows[0]["LOKALITET"] == "Hvile & Hjem Klithuset"
    assert {etree.QName(element).namespace for element in answer.reply.iter()} == {CPR}
    service = answer.reply[0][0][0]
    assert [etree.QName(child).localname for child in service] == ["CprServiceHeader", "CprData", "Kvit"]


@requires_shared(Shared.CONTRACT)
def test_replies_are_valid_by_the_published_contract(wire: Wire, number: Number) -> None:
    schema = etree.XMLSchema(etree.parse(str(Shared.CONTRACT.value / "CprLookupServiceMsg.xsd")))
    for pnr in (number("Aksel Toftum"), "3112990000", "0000000000"):
        body = wire.look_up(pnr).envelope.find(f"{{{SOAP}}}Body")
        assert body is not None
        schema.assertValid(body[0])


@requires_shared(Shared.CONTRACT)
def test_fault_details_are_valid_by_the_published_contract(wire: Wire) -> None:
    schema = etree.XMLSchema(etree.parse(str(Shared.CONTRACT.value / "ServiceplatformFault_1.xsd")))
    refused = wire.call("", UserUUID="00000000-0000-4000-8000-000000000000")
    assert refused.fault[1]
    detail = refused.envelope.find(f"{{{SOAP}}}Body/{{{SOAP}}}Fault/detail")
    assert detail is not None
    schema.assertValid(detail[0])


@requires_shared(Shared.RECORDED)
def test_our_replies_use_the_recorded_fields_and_no_others(replies: dict[str, list[dict[str, str]]]) -> None:
    """But for those that are there to be unknown, and those that the documentation promises."""
    recorded = set()
    for file in Shared.RECORDED.value.glob("*.xml"):
        recorded |= {field.get("r") for field in etree.parse(str(file)).iter(f"{{{CPR}}}Field")}
    promised = {"CNVN_FORNVNMRK", "CNVN_EFTERNVNMRK", "FORAELDRE_MYN_PNRA", "FORAELDRE_MYN_PNRB"}
    extra = {"ADRTS", "CONVNTS", "CNVN_MYNKOD", "CNVN_TS", "UDLANDADR_MYNKOD", "TILFLYKOMDATO", "SLAEGTSNVN"}
    ours = {code for rows in replies.values() for row in rows for code in row}
    assert ours - recorded == promised | extra | {"CXYZ_NYTFELT"}
    assert recorded <= ours


def test_spouses_children_and_parents(rows: Callable[..., list[dict[str, str]]]) -> None:
    family = rows("Mette Kirstine Ravnholt Højgård")
    assert sorted(row["FAMMRK"] for row in family[1:]) == [
        "Andet",
        "Barn",
        "Barn",
        "Barn",
        "Mor",
        "Ægtefælle",
    ]
    assert _relation(family, "Emilie Ravnholt Højgård")["STADR"] == "Tegnerparken 7,3 112"


def test_the_unnamed_newborn_has_no_name_field_at_all(replies: dict[str, list[dict[str, str]]]) -> None:
    (newborn,) = [rows for rows in replies.values() if rows[0]["FOEDDATO"].startswith("2026")]
    assert not {code for code in newborn[0] if code.endswith("NVN") or code.startswith("CNVN_STARTDATO")}
    assert [row["FAMMRK"] for row in newborn[1:] if "ADRNVN" not in row] == ["Andet"]


@pytest.mark.parametrize(
    ("name", "relative", "fammrk"),
    [
        ("Bent Julebæk", "Finn Hellebo", "Andet"),
        ("Ruth Kirke-Værløse", "Gunnar Kirke-Værløse", "Andet"),
        ("Gunnar Kirke-Værløse", "Ruth Kirke-Værløse", "Andet"),
        ("Torben Antvorskov", "Jytte Antvorskov", "Andet"),
        ("Jytte Antvorskov", "Torben Antvorskov", "Andet"),
        ("Aksel Toftum", "Lis Toftum Krogh", "Andet"),
        ("Storm Rørvig", "Anja Rørvig", "Medmor"),
        ("Malthe Tranekær", "Ingrid Tranekær", "Ægtefælle"),
    ],
)
def test_relations_with_a_catch(
    rows: Callable[..., list[dict[str, str]]], name: str, relative: str, fammrk: str
) -> None:
    assert _relation(rows(name), relative)["FAMMRK"] == fammrk


def test_a_guardian_s_reply_does_not_tell_of_the_ward(rows: Callable[..., list[dict[str, str]]]) -> None:
    assert len(rows("Lis Toftum Krogh")) == 2


def test_two_parents_of_one_kind(rows: Callable[..., list[dict[str, str]]]) -> None:
    assert [row["FAMMRK"] for row in rows("Ellen Nyby")[1:]].count("Mor") == 2
    assert [row["FAMMRK"] for row in rows("Otto Harte")[1:]].count("Far") == 2


def test_custody_fields(rows: Callable[..., list[dict[str, str]]], number: Number) -> None:
    both = rows("Viggo Gjellerup")[0]
    assert both["FORAELDREMYNMRK"] == "X"
    assert (both["CFMY_RELTYPA"], both["CFMY_RELTYPB"]) == ("00005", "00006")
    assert both["CFMY_STARTDATOUSMA"] == " "
    assert both["FORAELDRE_MYN_PNRA"] == number("Else Gjellerup")
    assert both["FORAELDRE_MYN_PNRB"] == number("Knud Gjellerup")
    single = rows("Eskild Gjellerup")[0]
    assert (single["CFMY_RELTYPA"], single["CFMY_STARTDATOUSMA"]) == ("00004", "*")
    assert "CFMY_RELTYPB" not in single


def test_a_custody_holder_may_be_nobody_the_service_holds(
    wire: Wire, rows: Callable[..., list[dict[str, str]]]
) -> None:
    child = rows("Luna Gjellerup")
    holder = child[0]["FORAELDRE_MYN_PNRA"]
    assert holder not in {row["PNR_FOEDDATO"] for row in child[1:]}
    assert wire.look_up(holder).receipt[1] == "172"


def test_both_ways_of_writing_an_address(rows: Callable[..., list[dict[str, str]]]) -> None:
    family = rows("Louise Vedbæk")
    assert family[0]["STADR"] == _relation(family, "Louise Vedbæk")["STADR"] == "Strandvejen 123A, st. tv"
    assert _relation(family, "Christoffer Vedbæk")["STADR"] == "Strandvejen 123 A,st tv"
    assert _relation(family, "Selma Vedbæk")["STADR"] == "Strandvejen 123A, 2."


def test_the_chain_of_numbers_ends_and_the_loop_does_not(
    replies: dict[str, list[dict[str, str]]], number: Number
) -> None:
    def follow(pnr: str) -> list[str]:
        seen = [pnr]
        while (following := replies[seen[-1]][0].get("PNRGAELD")) and following not in seen:
            seen.append(following)
        return [replies[number][0]["STATUS"] for number in seen]

    assert follow(number("Jørgen Marstrand", "60")) == ["60", "50", "01"]
    loop = [pnr for pnr, rows in replies.items() if rows[0].get("ADRNVN") == "Karla Drejø"]
    assert [follow(pnr) for pnr in loop] == [["60", "60"], ["60", "60"]]


def test_relatives_without_number(rows: Callable[..., list[dict[str, str]]]) -> None:
    father = _relation(rows("Tuan Minh Nguyen"), "Van Hai Nguyen")
    assert father == {"ADRNVN": "Van Hai Nguyen", "FAMMRK": "Far", "PNR_FOEDDATO": "19510417"}
    assert {"FAMMRK": "Mor", "PNR_FOEDDATO": "19870206"} in rows("Klara Nguyen")


def test_odd_dates_and_unknown_fields_pass_as_they_are(rows: Callable[..., list[dict[str, str]]]) -> None:
    impossible = rows("Verner Ydby")[0]
    assert (impossible["STARTDATOSTATUS"], impossible["CNVN_STATUSSTARTDATO"]) == ("12345678", "123456789012")
    assert impossible["CNVN_STATUSDATOUSM"] == "*"
    assert rows("Gudrun Ydby")[0]["CNVN_STARTDATO"] == "196100000000"
    assert rows("Asger F Pedersborg")[0]["CXYZ_NYTFELT"] == "Q7"


def _block(code: str) -> int:
    if code.startswith(("CNVN_", "HISTORIK")) and code not in {"CNVN_MYNKOD", "CNVN_TS"}:
        return 1
    if code.startswith(("CFMY_", "FORAELDRE")):
        return 2
    return 3 if code in _EXTRA else 0


_EXTRA = {
    *("ADRTS", "CONVNTS", "CNVN_MYNKOD", "CNVN_TS"),
    *("UDLANDADR_MYNKOD", "TILFLYKOMDATO", "SLAEGTSNVN", "CXYZ_NYTFELT"),
}
