"""Texts kept in files that a person reads in review: compared, and written anew when somebody asks for it."""

import os
from collections.abc import Iterator
from pathlib import Path

from familieopslag.cli import as_lines
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import PersonView

REWRITE = "FAMILIEOPSLAG_REWRITE"
"""Set to 1, the environment variable of this name lets the tests write what they would have compared."""

_DEMO = EnvironmentView("demo", "DEMO", "")
_ORIGIN_LINES = 3
"""The last lines on a terminal: a blank one, when it was fetched, and the id of the lookup."""


def assert_kept(file: Path, text: str) -> None:
    """Fails when `file` does not hold `text`. With REWRITE the file is written instead, for `git diff` to show."""
    if os.environ.get(REWRITE) == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    assert kept == text.splitlines(), (
        f"{file.name} differs; run once with {REWRITE}=1 and read the difference"
    )


def view_text(view: PersonView) -> str:
    """A view as a reader sees it, but for when it was fetched.

    First what a terminal shows, then what a window shows beside it: chips, buttons, streets, protection, and why not.
    """
    return "".join(f"{line}\n" for line in _lines(view))


def _lines(view: PersonView) -> Iterator[str]:
    yield from list(as_lines(view, _DEMO))[:-_ORIGIN_LINES]
    yield from ("", "Desuden i vinduet")
    yield from (f"  Mærke: {chip}" for chip in view.heading.chips)
    yield from (f"  Knap: {banner.action_label}" for banner in view.banners if banner.action)
    for group in view.family.groups:
        for row in group.rows:
            yield f"  {group.title} · {row.name}: " + " · ".join(
                part for part in (row.street, row.protection, row.why_not) if part
            )
