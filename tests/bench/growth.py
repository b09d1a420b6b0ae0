"""What is measured of growth: reading families of 20, 200 and 1,000, page by page, as a window gets them."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from familieopslag import resources
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import decide, remember
from familieopslag.domain.seen import NOBODY
from familieopslag.presentation.person import present
from familieopslag.service.paging import FamilyLookup
from familieopslag.system.code_lists import read_code_lists
from familieopslag.testservice.register import HouseholdRegister
from tests.bench.figures import Figure
from tests.bench.large_family import SIZES, mother_of, write_families
from tests.bench.lookups import look_up, timed
from tests.support.journal import MemoryJournal
from tests.support.replies import key_of

GROWTH_LIMIT = 1.5
"""How many times longer a relative may take in a family of 1,000 than in one of 20."""


def reading(*, rounds: int) -> list[Figure]:
    """From the texts of all pages to the last view, every view in between included; time for each relative."""
    with tempfile.TemporaryDirectory() as folder:
        write_families(Path(folder))
        wire = _Pages(HouseholdRegister(Path(folder)))
    code_lists = read_code_lists(resources.root() / "codes")
    lookup = FamilyLookup(wire, code_lists, MemoryJournal(), paging_key="REST", read_timeout=1.0)
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    views = dict.fromkeys(SIZES, 0)
    for _ in range(rounds + 1):  # the first round fills the wire's memory and is left out
        for size in SIZES:
            views[size] = 0

            def show(result: LookupResult, size: int = size) -> None:
                views[size] += 1
                today = result.fetched_at.date()
                seen = remember(NOBODY, result)
                present(result, decide(result, today, seen=seen), today, relatives_fields=False)

            def read(size: int = size, show: Callable[[LookupResult], None] = show) -> None:
                show(look_up(lookup, Cpr(mother_of(size)), show))

            times[size].append(timed(read) / size * 1000)
    each = {size: median(taken[1:]) for size, taken in times.items()}
    smallest = SIZES[0]
    return [
        Figure(
            f"reading, each relative of {size}",
            "us",
            each[size],
            None if size == smallest else each[smallest],
            limit=None if size == smallest else GROWTH_LIMIT,
            note=f"{size // 20 + 1} pages, {views[size]} views"
            + ("" if size == smallest else f"; beside each of {smallest}"),
        )
        for size in SIZES
    ]


class _Pages:
    """A wire that is answered by a register, and remembers: what a page costs the service is not measured."""

    def __init__(self, register: HouseholdRegister) -> None:
        self._register = register
        self._texts: dict[str, str] = {}

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The page that is asked for."""
        del correlation_id, accounting_info
        if gctp_message not in self._texts:
            key = key_of(gctp_message)
            text = self._register.reply(key["PNR"], key.get("REST"))
            assert text is not None, "not in the register"
            self._texts[gctp_message] = text
        return self._texts[gctp_message]

    def close(self) -> None:
        """Nothing to close."""
