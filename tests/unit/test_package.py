"""The package for the helpdesk: everything that helps, and nobody in it."""

import os
import stat
import urllib.parse
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.seen_words import SeenWords
from familieopslag.system.diagnosis import sources
from familieopslag.system.diagnosis.package import Part, gather, save
from familieopslag.system.diagnosis.scanner import tells_of_somebody
from tests.support.replies import invented_number, main_row, own_row, relative_row, result_of
from tests.support.spellings import ME, SPELLINGS

CHILD = invented_number(2)
_ID = "0a1b2c3d-1234-4567-8901-23456789abcd"
NAMED = {"ADRNVN": "Børge Ek Sjællandsen", "CNVN_EFTERNVN": "Sjællandsen", "STADR": "Ved Mosen 17,2 tv"}


def _seen() -> SeenWords:
    seen = SeenWords()
    seen.add(
        result_of(
            main_row(ME, **NAMED),
            own_row(ME, CPSN_POSTDISTTXT="Roskilde"),
            relative_row(CHILD, "Barn", ADRNVN="Bo Ek", STADR="Kvæsthusgade 4"),
        )
    )
    return seen


@pytest.mark.parametrize(
    "text",
    [
        "told of Sjællandsen today",
        "SJÆLLANDSEN",
        "x=børge;",
        "went to ved mosen",
        "house Mosen 17",
        "Bo, Ek",
        "kvæsthusgade",
        "Sj\\u00e6llandsen",
        "Sj\\xe6llandsen",
        urllib.parse.quote("Sjællandsen"),
        "Sj&aelig;llandsen",
        "Sj&#230;llandsen",
        "first\\nSjællandsen\\n",
    ],
)
def test_a_word_of_a_name_or_an_address_seen_is_found_in_any_dress(text: str) -> None:
    assert tells_of_somebody(text, _seen())
    assert not tells_of_somebody(text, SeenWords())


@pytest.mark.parametrize(
    "text", ["", "Bo", "Ek", "17", "2 tv", "Roskilde", "Mos", "Sjælland", "lookup ok after 17 ms", "line 12"]
)
def test_ordinary_words_and_towns_that_thousands_share_are_not(text: str) -> None:
    assert not tells_of_somebody(text, _seen())


def test_what_is_remembered_holds_no_word() -> None:
    seen = _seen()
    kept = repr({name: getattr(seen, name) for name in vars(seen)}).casefold()
    assert "sjælland" not in kept
    assert "sj\\xc3" not in kept
    assert "mosen" not in kept


@pytest.mark.parametrize("text", SPELLINGS, ids=range(len(SPELLINGS)))
@pytest.mark.parametrize("dress", [str, urllib.parse.quote, ascii], ids=["plain", "web", "python"])
def test_a_number_is_found_in_any_spelling_and_dress(text: str, dress: Callable[[str], str]) -> None:
    assert tells_of_somebody(f"a {dress(text)} b", SeenWords())


def test_a_package_holds_exactly_its_parts_for_the_user_s_own_eyes(tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    parts = gather(
        [("a.txt", lambda: f"æ {_ID}\n"), ("none.txt", lambda: None), ("log/b.log", lambda: "b")], SeenWords()
    )
    save(file, parts, SeenWords())
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        assert {name: package.read(name).decode() for name in package.namelist()} == {
            "a.txt": f"æ {_ID}\n",
            "log/b.log": "b",
        }
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", [f"x {ME} y", "to Sjællandsen"])
def test_a_part_that_is_about_somebody_stops_all_of_it_and_is_named_without_a_word_of_it(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(b"as it was")
    seen = _seen()
    parts = gather([("ok.txt", lambda: "ok"), ("log/today.log", lambda: text)], seen)
    assert [part.is_refused for part in parts] == [False, True]
    with pytest.raises(FamilieopslagError) as refused:
        save(file, parts, seen)
    assert refused.value.fault is faults.PACKAGE_REFUSED
    assert refused.value.values == {"part": "log/today.log"}
    assert file.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [file]
    assert text not in repr(parts)


def test_whoever_was_seen_after_the_preview_stops_it_as_well(tmp_path: Path) -> None:
    parts = gather([("a.txt", lambda: "Sjællandsen")], SeenWords())
    assert not parts[0].is_refused
    with pytest.raises(FamilieopslagError):
        save(tmp_path / "package.zip", parts, _seen())


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(FamilieopslagError) as failed:
        save(tmp_path / "folder.zip", [Part("a.txt", "a")], SeenWords())
    assert failed.value.fault is faults.PACKAGE_NOT_SAVED


def test_a_part_that_fails_keeps_no_other_away_and_tells_no_value() -> None:
    def broken() -> str:
        raise LookupError(ME)

    def faulty() -> str:
        raise FamilieopslagError(faults.CERTIFICATE_MISSING, _ID)

    texts = [part.text for part in gather([("a", broken), ("b", faulty), ("c", lambda: "c")], SeenWords())]
    assert texts[0] == "Kunne ikke hentes: LookupError\n"
    assert texts[1].startswith(faults.CERTIFICATE_MISSING.code)
    assert texts[2] == "c"


def test_settings_show_neither_whole_uuids_nor_the_user_s_folder() -> None:
    text = sources.settings(
        [f'user_uuid = "{_ID}" # brugerens egen: {Path.home()}/settings.toml', f"x = {ME}"]
    )
    assert '"0a1b2c3d-…"' in text
    assert "~/settings.toml" in text
    assert str(Path.home()) not in text
    assert not tells_of_somebody(text, SeenWords())


def test_of_a_large_log_the_end_is_taken_and_home_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "familieopslag-2026-11-25.log"
    file.write_text("".join(f"{n} {Path.home()}/x\n" for n in range(60_000)), encoding="utf-8")
    ((name, make),) = sources.logs(tmp_path)
    text = make() or ""
    assert name == f"log/{file.name}"
    assert len(text) <= 512 * 1024 + 100
    assert text.startswith("… ")
    assert text.endswith("59999 ~/x\n")


def test_versions_name_what_a_helpdesk_asks_for() -> None:
    text = sources.versions("6.1.2")
    for word in ("Familieopslag ", "Python ", "Qt 6.1.2", "OpenSSL", "zeep 4", "cryptography "):
        assert word in text
    assert not tells_of_somebody(text, SeenWords())
