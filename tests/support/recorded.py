"""The recorded replies, read without any of the program's own code."""

from xml.etree import ElementTree as ET

from tests.support.shared_material import Shared

RECORDED = Shared.RECORDED.value
NUMBERS: tuple[str, ...] = (
    tuple(sorted(file.stem for file in RECORDED.glob("*.xml"))) if RECORDED.is_dir() else ()
)
PLACES = frozenset({
    "BNR", "BYNVN", "CONVN", "CPSN_POSTDISTTXT", "CPST_POSTNR", "ETAGE", "HUSNR", "KOMKOD", "LOKALITET", "POSTNR",
    "SIDEDOER", "STADR", "UDLANDSADR1", "UDLANDSADR2", "UDLANDSADR3", "UDLANDSADR4", "UDLANDSADR5", "UDRLANDEKOD",
    "VEJKOD",
})  # fmt: skip
"""The codes in them that tell where somebody is."""
NAMES = frozenset({"ADRNVN", "CNVN_ADRNVN", "CNVN_EFTERNVN", "CNVN_FORNVN", "CNVN_MELNVN"})
"""The codes in them that tell somebody's name."""
_FIELD = "{http://www.cpr.dk}Field"
_ROW = "{http://www.cpr.dk}Row"


def rows_of(number: str) -> list[dict[str, str]]:
    """The rows of a reply, code -> value; the first is the main row."""
    root = ET.fromstring((RECORDED / f"{number}.xml").read_text(encoding="utf-8"))
    return [{field.attrib["r"]: field.attrib["v"] for field in row.iter(_FIELD)} for row in root.iter(_ROW)]


def protected_rows(number: str) -> list[dict[str, str]]:
    """The rows of protected persons."""
    return [row for row in rows_of(number) if row.get("BESKYT") or row.get("CBSK_TYP") == "00001"]


def protected_streets(number: str) -> set[str]:
    """STADR of every protected person in a reply."""
    return {row["STADR"] for row in protected_rows(number) if "STADR" in row}
