"""What a reply holds that nobody may see, by the rules of screens.md §3.2-3.3 and without any of the program's code.

Two ways to find it in an output: by its pieces, and by a twin of the reply, which differs in what is hidden and in
nothing else, so that every output of the two has to be the same to the letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import ValidationError

from tests.support.replies import TODAY

Row = Mapping[str, str]
"""Field code -> value."""

NAMES = frozenset(
    {"ADRNVN", "CNVN_ADRNVN", "CNVN_FORNVN", "CNVN_MELNVN", "CNVN_EFTERNVN", "SLAEGTSNVN", "CNVN_SLAEGTSNVN"}
)
NUMBERS = ("PNR", "PNR_FOEDDATO", "PNT_FOEDDATO")
_FURTHER_NUMBERS = frozenset({"PNRGAELD", "FORAELDRE_MYN_PNRA", "FORAELDRE_MYN_PNRB"})
_OPEN = re.compile(
    r"FOEDDATO(USM)?|KOEN|STATUS|STARTDATOSTATUS|BESKYT|CBSK_TYP|FAMMRK|HISTORIKMRK|FORAELDREMYNMRK"
    r"|CNVN_(FORNVN|MELNVN|EFTERNVN)MRK|CNVN_(KOEN|STATUS|TS|STARTDATO(USM)?|STATUSSTARTDATO|STATUSDATOUSM)"
    r"|CFMY_(RELTYP|STARTDATO|STARTDATOUSM)[AB]|TILFLYKOMDATO(USM)?|STARTDATO(USM)?|ADRTS|CONVNTS|TIMSTP"
    r"|SYSTEM_TS|UDLANDADR_TS|CATX_(STARTDATO|SLETDATO)"
)
"""Codes that tell nothing of where somebody is. Every other one counts as telling it, known or not."""
_SHORTEST = 4
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"\d+[a-f]?")
_GROUP = re.compile(r"\d+|[^\W\d_]+")
_SHIFTED = re.compile("[A-Za-z1-9](?![\u0300-\u036f])")
_FULL = 33


@dataclass(frozen=True)
class Reply:
    """The rows of a reply, the main row first. `homes` runs parallel where it is known who lives together."""

    rows: tuple[Row, ...]
    homes: tuple[int, ...] | None = None

    @property
    def number(self) -> str:
        """Of the person looked up."""
        return self.rows[0]["PNR"]

    @cached_property
    def protected(self) -> frozenset[int]:
        """Places of the rows of whoever is protected, or not known not to be."""
        own = [place for place in self._listed if self._number(place) == self.number]
        flags = {_flag(self.rows[place]) for place in (0, *own)}
        main = "P" if flags == {"P"} or (not own and "P" in flags) else ""
        main = main or ("" if own and flags == {""} else "U")
        flagged = {self._number(place) for place in self._listed if _flag(self.rows[place]) == "P"} - {""}
        found = {0, *own} if main else set()
        for place in self._listed:
            flag = _flag(self.rows[place])
            if place not in own and (flag or main == "U" or self._number(place) in flagged):
                found.add(place)
        return frozenset(found)

    @cached_property
    def concealed(self) -> frozenset[int]:
        """Places of the rows whose addresses are hidden: of the protected, their households and their children."""
        found = set(self.protected)
        found |= {
            place
            for place in range(len(self.rows))
            if any(self._live_together(place, other) for other in self.protected)
        }
        if self._is_mine(found):
            found |= {place for place in range(len(self.rows)) if self._is_me(place)}
        return frozenset(found | set(self._kin()))

    @property
    def kind(self) -> tuple[bool, ...]:
        """Whether the person looked up is protected, or hidden, and the same of anybody else."""
        others = frozenset(place for place in self._listed if not self._is_me(place))
        beside = self.concealed - self.protected
        return 0 in self.protected, 0 in self.concealed, bool(others & self.protected), bool(others & beside)

    def hidden_values(self) -> Iterator[str]:
        """Every value that may be in no output."""
        for place in self.concealed:
            yield from (value for code, value in self.rows[place].items() if _tells_where(code))

    def open_values(self) -> Iterator[str]:
        """Every value that may be shown."""
        for place, row in enumerate(self.rows):
            for code, value in row.items():
                if code in NUMBERS or code in _FURTHER_NUMBERS:
                    yield value[:6] if place or self.protected & {0} else value
                elif not (place in self.concealed and _tells_where(code)):
                    yield value

    def hidden_numbers(self) -> frozenset[str]:
        """Numbers whose last four are hidden: everybody's but that of an unprotected person looked up."""
        told = {
            value
            for row in self.rows
            for code, value in row.items()
            if (code in NUMBERS or code in _FURTHER_NUMBERS) and re.fullmatch(r"\d{10}", value)
        }
        return frozenset(
            told - (set() if 0 in self.protected else {self.number, self.rows[0].get("PNRGAELD", "")})
        )

    def twin(self) -> "Reply":
        """The same reply with other values in place of the hidden ones."""
        rows = tuple(
            {code: _other(value) if _tells_where(code) else value for code, value in row.items()}
            if place in self.concealed
            else row
            for place, row in enumerate(self.rows)
        )
        return Reply(rows, self.homes)

    @property
    def _listed(self) -> range:
        return range(1, len(self.rows))

    def _number(self, place: int) -> str:
        return next((self.rows[place][code] for code in NUMBERS if code in self.rows[place]), "")

    def _is_me(self, place: int) -> bool:
        return place == 0 or self._number(place) == self.number

    def _is_mine(self, places: Iterable[int]) -> bool:
        return any(self._is_me(place) for place in places)

    def _live_together(self, one: int, other: int) -> bool:
        if self.homes is not None:
            return self.homes[one] == self.homes[other] >= 0
        return _same_home(self.rows[one], self.rows[other])

    def _kin(self) -> Iterator[int]:
        """Minor children of protected parents, and parents of protected minors, whose address is not known."""
        if not _has_address(self.rows[0]):
            relations = {self.rows[place].get("FAMMRK", "").casefold() for place in self.protected}
            minor = _may_be_minor(self.number)
            if minor and relations & {"mor", "far"}:
                yield from (place for place in range(len(self.rows)) if self._is_me(place))
        couple = any(
            self._is_me(place) or self.rows[place].get("FAMMRK", "").casefold() == "ægtefælle"
            for place in self.protected
        )
        for place in self._listed:
            relation = self.rows[place].get("FAMMRK", "").casefold()
            if not _has_address(self.rows[place]) and (
                (relation == "barn" and couple and _may_be_minor(self._number(place)))
                or (
                    relation in ("mor", "far")
                    and self._is_mine(self.protected)
                    and _may_be_minor(self.number)
                )
            ):
                yield place


@dataclass(frozen=True)
class Secrets:
    """Pieces that may not be in an output; `names` only in what leaves the screen."""

    pieces: frozenset[str] = field(repr=False)
    numbers: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)

    def found_in(
        self, texts: Iterable[str], *, own_words: Iterable[str] = (), with_names: bool = False
    ) -> set[str]:
        """What of it is in `texts`. `own_words`: what the program says anyway, of a twin."""
        text, said_anyway = _folded("\n".join(texts)), _folded("\n".join(own_words))
        # Nobody says a whole address by chance; a single word of one may be a word of the program's as well.
        pieces = {piece for piece in self.pieces if " " in piece or piece not in said_anyway}
        found = {
            piece
            for piece in pieces | (self.names if with_names else frozenset())
            if piece in text and re.search(_as_pattern(piece), text)
        }
        return found | {number for number in self.numbers if re.search(_number_pattern(number), text)}


def secrets_of(*replies: Reply) -> Secrets:
    """What is hidden in any of `replies` and public in none of them."""
    public = _folded("\n".join(value for reply in replies for value in reply.open_values()))
    names = {
        value
        for reply in replies
        for place in reply.protected
        for code, value in reply.rows[place].items()
        if code in NAMES
    }
    open_names = _folded(
        "\n".join(
            value
            for reply in replies
            for place, row in enumerate(reply.rows)
            for code, value in row.items()
            if (code in NAMES and place not in reply.protected) or not (code in NAMES or _tells_where(code))
        )
    )
    hidden = [value for reply in replies for value in reply.hidden_values()]
    return Secrets(
        pieces=frozenset(piece for piece in _pieces(hidden) if piece not in public),
        numbers=frozenset(number for reply in replies for number in reply.hidden_numbers()),
        names=frozenset(piece for piece in _pieces(names) if piece not in open_names),
    )


def particulars_of(replies: Iterable[Reply], *, besides: Reply | None = None) -> Secrets:
    """Whoever is in `replies`: names, numbers and places, hidden or not, but for what is in `besides` as well."""
    told = [(code, value) for reply in replies for row in reply.rows for code, value in row.items()]
    others = "" if besides is None else "\n".join(value for row in besides.rows for value in row.values())
    numbers = {value for code, value in told if code in NUMBERS and re.fullmatch(r"\d{10}", value)}
    pieces = _pieces(value for code, value in told if code in NAMES or _tells_where(code))
    return Secrets(
        pieces=frozenset(piece for piece in pieces if piece not in _folded(others)),
        numbers=frozenset(number for number in numbers if number not in others),
        names=frozenset(),
    )


def _pieces(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        folded = _folded(value).strip()
        yield from (
            word for word in (folded, *_WORD.findall(folded)) if len(word) >= _SHORTEST and word.strip("0")
        )


def _as_pattern(piece: str) -> str:
    """A number, of a house too, counts when it stands alone: its signs are also in numbers, ids and hashes."""
    return rf"(?<!\w){re.escape(piece)}(?!\w)" if _NUMBERED.fullmatch(piece) else re.escape(piece)


def _number_pattern(number: str) -> str:
    return rf"{number[:6]}[-\u2010\u2011\u2013 ]?{number[6:]}"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _tells_where(code: str) -> bool:
    return not (code in NAMES or code in NUMBERS or code in _FURTHER_NUMBERS or _OPEN.fullmatch(code))


def _flag(row: Row) -> str:
    """P: protected, U: not known not to be."""
    kind = row.get("CBSK_TYP", "").strip()
    if row.get("BESKYT", "").strip() or (kind.isdigit() and int(kind) == 1):
        return "P"
    return "" if not kind or (kind.isdigit() and 1 < int(kind) <= 5) else "U"


def _has_address(row: Row) -> bool:
    codes = ("STADR", "VEJKOD", "BNR", *(f"UDLANDSADR{line}" for line in range(1, 6)))
    return any(row.get(code, "").strip() for code in codes)


def _same_home(one: Row, other: Row) -> bool:
    mine, its = one.get("STADR", ""), other.get("STADR", "")
    if not mine or not its or not _agree(_postal(one), _postal(other)):
        return False
    (my_house, my_unit), (its_house, its_unit) = (
        tuple(_plain(part) for part in (street.partition(",")[0], street.partition(",")[2]))
        for street in (mine, its)
    )
    if my_house == its_house and _agree(my_unit, its_unit):
        return True
    return min(len(mine), len(its)) >= _FULL and (
        my_house.startswith(its_house) or its_house.startswith(my_house)
    )


def _plain(text: str) -> str:
    return "".join(str(int(g)) if g.isdigit() else g for g in _GROUP.findall(_folded(text)))


def _postal(row: Row) -> str:
    return (row.get("POSTNR") or row.get("CPST_POSTNR") or "").strip().lstrip("0")


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _may_be_minor(number: str) -> bool:
    try:
        born = stdnum_cpr.get_birth_date(number)
    except (ValidationError, ValueError):
        return True
    return (born.year + 18, born.month, born.day) > (TODAY.year, TODAY.month, TODAY.day)


def _other(value: str) -> str:
    """Another text of the same make: each ASCII letter and digit is the next one, and 0 stays what it is."""

    def after(match: "re.Match[str]") -> str:
        letter = match.group()
        if letter.isdigit():
            return str(int(letter) % 9 + 1)
        first = "A" if letter.isupper() else "a"
        return chr((ord(letter) - ord(first) + 1) % 26 + ord(first))

    return _SHIFTED.sub(after, value)
