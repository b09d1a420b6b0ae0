"""Family graphs of the test register as a reader sees them, in files that are read in review.

After a change that is meant, write them anew with FAMILIEOPSLAG_REWRITE=1 and read the difference.
"""

from pathlib import Path

import pytest

from tests.support.golden import assert_kept
from tests.support.graphs import everything_told, graph_of
from tests.support.register import looked_up

FOLDER = Path(__file__).parent / "stamtrae"

SESSIONS = {
    # A child; then both parents and the mother's mother were looked up.
    "tre_generationer": ("1908125187", "1405810704", "0211791775", "3003510302"),
    # A child with its protected mother; then the father, who lives elsewhere, and the mother were looked up.
    "beskyttet_mor": ("1710138392", "2601800069", "0807831162"),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_a_graph_reads_as_kept(name: str) -> None:
    graph = graph_of(*(looked_up(number) for number in SESSIONS[name]))
    assert_kept(FOLDER / f"{name}.txt", everything_told(graph) + "\n")


def test_every_kept_graph_has_its_session() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(SESSIONS)
