"""Who may read a file: by mode and owner, and by the words of Windows' access control lists."""

import os
from pathlib import Path

import pytest

from familieopslag.system.access_list import read_descriptor
from familieopslag.system.permissions import make_private, readable_by_others

ME = "S-1-5-21-1111-2222-3333-1001"
SOMEBODY = "S-1-5-21-1111-2222-3333-1002"


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_an_own_file_is_not_readable_by_others(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "file"
    file.touch()
    file.chmod(mode)
    assert not readable_by_others(file)


@pytest.mark.parametrize("bit", [0o001, 0o002, 0o004, 0o010, 0o020, 0o040])
def test_any_right_of_others_counts(tmp_path: Path, bit: int) -> None:
    file = tmp_path / "file"
    file.touch()
    file.chmod(0o600 | bit)
    assert readable_by_others(file)
    make_private(file)
    assert not readable_by_others(file)


def test_a_file_of_somebody_else_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch(0o600)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert readable_by_others(tmp_path / "file")


def test_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch(0o600)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert not readable_by_others(tmp_path / "link")
    (tmp_path / "file").chmod(0o644)
    assert readable_by_others(tmp_path / "link")


def test_what_is_no_file_counts(tmp_path: Path) -> None:
    assert readable_by_others(tmp_path)
    with pytest.raises(FileNotFoundError):
        readable_by_others(tmp_path / "missing")


@pytest.mark.parametrize(
    "text",
    [
        f"O:{ME}G:{ME}D:P(A;;FA;;;{ME})(A;;FA;;;SY)(A;;FA;;;BA)",
        f"O:{ME}D:PAI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;{ME})",
        f"O:BAG:DUD:(A;;FR;;;{ME})",
        f"O:SYD:P(A;;FR;;;{ME})(A;;FA;;;S-1-5-18)(A;;FA;;;S-1-5-32-544)(A;;FA;;;LA)(A;;RC;;;OW)",
        f"O:{ME}D:(D;;FA;;;WD)(A;;FA;;;{ME})",
        f"O:{ME}D:(A;OICIIO;FA;;;WD)(A;;FA;;;{ME})",
        f"O:{ME}D:P",
    ],
)
def test_a_list_of_ours_and_the_administrators_is_private(text: str) -> None:
    assert not read_descriptor(text).is_open_to_others_than(ME)


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"O:{ME}D:P(A;;FA;;;{ME})(A;;FR;;;{trustee})"
            for trustee in ("WD", "AU", "BU", "IU", "AN", "DU", SOMEBODY)
        ),
        f"O:{ME}D:AI(A;ID;FA;;;SY)(A;ID;0x1200a9;;;BU)",
        f"O:{ME}D:(A;CIOI;GR;;;WD)",
        f"O:{ME}D:(OA;;FA;;;WD)",
        f"O:{ME}D:(XA;;FA;;;WD)",
        f"O:{SOMEBODY}D:(A;;FA;;;{ME})",
        f"O:{ME}",
        f"O:{ME}D:NO_ACCESS_CONTROL",
    ],
)
def test_anybody_else_on_a_list_or_none_at_all_is_not(text: str) -> None:
    assert read_descriptor(text).is_open_to_others_than(ME)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "D:(A;;FA;;;WD)",
        "O:",
        f"O:{ME}D:(A;;FA;;;{ME}",
        f'O:{ME}D:(XA;;FA;;;WD;(@User.Title=="x"))',
        "hej",
    ],
)
def test_what_is_not_understood_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a security descriptor"):
        read_descriptor(text)
