"""One figure of the bench, and how it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

_NAME, _SIDE, _RATIO = 44, 11, 7


@dataclass(frozen=True)
class Figure:
    """`ours` beside `bare` in the same unit; `limit` is the highest ratio, or without `bare` the highest value."""

    name: str
    unit: str
    ours: float
    bare: float | None = None
    limit: float | None = None
    note: str = ""

    @staticmethod
    def heading() -> str:
        """The titles of the columns."""
        return f"{'':{_NAME}}{'ours':>{_SIDE}}{'beside':>{_SIDE}}{'ratio':>{_RATIO}}{'limit':>{_RATIO}}"

    def line(self) -> str:
        """The figure as a line of the table."""
        ratio = self.ours / self.bare if self.bare else None
        judged = ratio if ratio is not None else self.ours
        verdict = "" if self.limit is None else ("ok" if judged <= self.limit else "OVER THE LIMIT")
        columns = (
            f"{self.name:{_NAME}}",
            f"{self._value(self.ours):>{_SIDE}}",
            f"{self._value(self.bare):>{_SIDE}}",
            f"{'' if ratio is None else f'{ratio:.2f}':>{_RATIO}}",
            f"{'' if self.limit is None else f'{self.limit:g}':>{_RATIO}}",
            f"  {verdict:3}" if verdict else "     ",
            f"  {self.note}" if self.note else "",
        )
        return "".join(columns).rstrip()

    def _value(self, value: float | None) -> str:
        return "" if value is None else f"{value:.{1 if self.unit == 'MiB' else 3}f} {self.unit}"


def paired(
    name: str, unit: str, pairs: Sequence[tuple[float, float]], *, limit: float | None = None, note: str = ""
) -> Figure:
    """The medians of both sides of `pairs` (ours, bare); the note tells how the ratio of each pair spreads."""
    low, _middle, high = quantiles((ours / bare for ours, bare in pairs), n=4)
    spread = f"n={len(pairs)} pairs, middle half of the ratios {low:.2f}-{high:.2f}"
    return Figure(
        name,
        unit,
        median(ours for ours, _bare in pairs),
        median(bare for _ours, bare in pairs),
        limit,
        f"{spread}; {note}" if note else spread,
    )
