"""A number that was never given to anybody, in every spelling that somebody may have used."""

from tests.support.replies import invented_number

ME = invented_number()
_DAY, _LAST = ME[:6], ME[6:]
SPELLINGS = (
    ME,
    f"{_DAY}-{_LAST}",
    f"{_DAY} {_LAST}",
    f"{_DAY}\N{NO-BREAK SPACE}{_LAST}",
    f"{_DAY}\N{EN DASH}{_LAST}",
    f"{_DAY}\N{MINUS SIGN}{_LAST}",
    f"{_DAY}_{_LAST}",
    f"{ME[:2]}.{ME[2:4]}.{ME[4:6]}-{_LAST}",
    f"{ME[:2]}/{ME[2:4]}/{ME[4:6]} - {_LAST}",
    " ".join(ME),
    f"PNR={ME};",
    f"x{ME}y",
    f"{int(ME[0]) + 6}{ME[1:]}",  # an erstatningspersonnummer
    "".join(chr(0xFF10 + int(digit)) for digit in ME),  # full width
    "".join(chr(0x0660 + int(digit)) for digit in ME),  # Arabic-Indic
    f"4433 {ME}",
    f"4433 {_DAY} {_LAST}",
    f"2026-11-25 {_DAY}-{_LAST}",
)
