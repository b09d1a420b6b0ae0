"""Made-up families whose members' homes are known, whatever the rows say of them: each row spells them its own way."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from tests.leaks.hidden import Reply
from tests.support.replies import Row, invented_number, main_row, own_row, relative_row

_STREETS = (
    (
        "Grævlingestien",
        "Pr. Opdigtas Allé",
        "Kommandør Opdigtesens Allé",
        "Åmoseholtet",
        "Vejløs-Bakken",
        "Sdr. Ingenstedsvej",
    ),
    (
        "Mosekærshulen",
        "Gl. Fabelgyde",
        "Provst Fabulandsens Plads",
        "Østerukendt",
        "Hvidtjørns-Toften",
        "Ndr. Nulmarksvej",
    ),
    (
        "Tranebærkrogen",
        "Chr. Gætteligs Gade",
        "Doktor Ugyldigsens Vænge",
        "Ærteløkken",
        "Lyngdrags-Brinken",
        "Vestre Tomrumsvej",
    ),
)
_NAMES = (
    ("Opdigt Testesen", "Slægt Nummer"),
    ("Prøve Udtænktsen", "Kusine Tæller"),
    ("Skygge Mandagsen", "Fætter Ciffer"),
)
"""Of the person looked up, and of the others before they are counted."""
APART = len(_STREETS)
"""So many families have no name, number or street in common."""
_NUMBERS = 100
"""From one family's numbers to the next one's."""
_DISTRICTS = (
    ("7730", "Hanstholm"),
    ("9990", "Skagen"),
    ("4070", "Kirke Hyllinge"),
    ("0800", "Høje Taastrup"),
)
_NOBODY = -1
_CUT = 34
_RELATIONS = ("Ægtefælle", "Barn", "Barn", "Mor", "Far", "Andet")
_UNFLAGGED: tuple[dict[str, str], ...] = ({}, {"CBSK_TYP": "00002"}, {"CBSK_TYP": "00005"})
_FLAGGED: tuple[dict[str, str], ...] = ({"CBSK_TYP": "00001"}, {"CBSK_TYP": "1"}, {"BESKYT": "X"})
_UNCLEAR: tuple[dict[str, str], ...] = ({"CBSK_TYP": "00009"}, {"CBSK_TYP": "?"})


_CHANGES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    str.upper,
    str.lower,
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(".", ""),
    lambda text: f" {text} ",
    lambda text: unicodedata.normalize("NFD", text),
)


@dataclass(frozen=True)
class _Home:
    """A dwelling; no two of a family are in one street."""

    street: str
    house: int
    letter: str
    unit: tuple[str, str] | None
    district: tuple[str, str]


@st.composite
def _homes(draw: st.DrawFn, count: int, town: int) -> list[_Home]:
    streets = draw(st.permutations(_STREETS[town]))
    return [
        _Home(
            street=streets[place],
            house=draw(st.integers(1, 199)),
            letter=draw(st.sampled_from(["", "A", "K"])),
            unit=draw(st.sampled_from([None, ("1", "tv"), ("st", "th"), ("12", "3"), ("2", "")])),
            district=draw(st.sampled_from(_DISTRICTS)),
        )
        for place in range(count)
    ]


@st.composite
def _spelling(draw: st.DrawFn, home: _Home) -> str:
    """STADR of `home` in one of the ways that the register and its users write it."""
    house = draw(st.sampled_from([f"{home.house}", f"{home.house:03d}"]))
    is_new = draw(st.booleans())
    letter = home.letter if is_new or not home.letter else f" {home.letter}"
    text = f"{home.street} {house}{letter}"
    if home.unit is not None and draw(st.sampled_from([True, True, False])):
        floor, door = home.unit
        text += f", {floor}. {door}".rstrip() if is_new else f",{floor} {door}".rstrip()
    return draw(st.sampled_from(_CHANGES))(text)[:_CUT]


@st.composite
def families(draw: st.DrawFn, town: int = 0) -> Reply:
    """Up to eight relatives in up to four homes, some with no address told; any of them may be protected.

    `town`: below APART; families of different towns share no name, number or street.
    """
    homes = draw(_homes(4, town))
    name = _NAMES[town][0]
    me = invented_number(
        town * _NUMBERS + draw(st.integers(0, 3)),
        born=draw(st.sampled_from([date(1962, 3, 14), date(2014, 8, 2)])),
    )
    mine = draw(st.integers(0, 3))
    flag = draw(st.sampled_from([*_UNFLAGGED, {}, *_FLAGGED, *_UNCLEAR]))
    is_protected = flag in _FLAGGED
    rows = [draw(_relative(place, homes, town)) for place in range(draw(st.integers(0, 7)))]
    own = (
        _row(
            own_row(me, ADRNVN=name),
            draw(_spelling(homes[mine])),
            homes[mine],
            {"CBSK_TYP": "00001"} if is_protected else flag,
        ),
        mine,
    )
    listed = draw(st.permutations([*rows, own]))
    main = main_row(
        me,
        **_told(homes[mine], draw(_spelling(homes[mine])), "POSTNR"),
        **_codes(homes[mine], town),
        **_called(name),
    )
    if is_protected:
        main["BESKYT"] = "X"
    return Reply((main, *(row for row, _ in listed)), (mine, *(home for _, home in listed)))


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Reply, ...]:
    """Families that somebody looks up one after the other."""
    towns = draw(st.permutations(range(APART)))[: draw(st.integers(2, APART))]
    return tuple(draw(families(town)) for town in towns)


@st.composite
def _relative(draw: st.DrawFn, place: int, homes: list[_Home], town: int) -> tuple[Row, int]:
    born = draw(st.sampled_from([date(1960, 7, 19), date(1999, 2, 3), date(2015, 4, 9)]))
    row = relative_row(
        invented_number(town * _NUMBERS + place + 10, born=born),
        draw(st.sampled_from(_RELATIONS)),
        ADRNVN=f"{_NAMES[town][1]}{place}",
    )
    home = draw(st.integers(_NOBODY, len(homes) - 1))
    flag = draw(st.sampled_from([*_UNFLAGGED, {}, {}, *_FLAGGED, *_UNCLEAR]))
    if home == _NOBODY:
        bare = {
            code: value
            for code, value in row.items()
            if code not in ("STADR", "CPST_POSTNR", "CPSN_POSTDISTTXT")
        }
        return {**bare, **flag}, home
    return _row(row, draw(_spelling(homes[home])), homes[home], flag), home


def _row(row: Row, spelled: str, home: _Home, flag: dict[str, str]) -> Row:
    return {**row, **_told(home, spelled, "CPST_POSTNR"), "CPSN_POSTDISTTXT": home.district[1], **flag}


def _told(home: _Home, spelled: str, postal: str) -> dict[str, str]:
    return {"STADR": spelled, postal: home.district[0]}


def _called(name: str) -> dict[str, str]:
    first, _, last = name.partition(" ")
    return {"ADRNVN": name, "CNVN_ADRNVN": name, "CNVN_FORNVN": first, "CNVN_EFTERNVN": last}


def _codes(home: _Home, town: int) -> dict[str, str | None]:
    floor, door = home.unit or (None, None)
    return {
        "BYNVN": None,
        "VEJKOD": f"{5100 + town}",
        "HUSNR": f"{home.house:03d}{home.letter or ' '}",
        "ETAGE": floor.zfill(2) if floor else None,
        "SIDEDOER": door or None,
    }
