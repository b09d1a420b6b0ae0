"""Whether a file can be somebody else's work: on POSIX by owner and mode all the way up, on Windows by its list."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.access_list import read_descriptor
from familieopslag.system.configuration.policy import PolicyFile
from familieopslag.system.permissions import writable_by_others

_IS_POSIX = hasattr(os, "getuid")
_OURS = (0, os.getuid()) if _IS_POSIX else ()
_SOMEBODY = 54321
posix = pytest.mark.skipif(not _IS_POSIX, reason="asks about POSIX modes")
as_root = pytest.mark.skipif(not _IS_POSIX or os.getuid() != 0, reason="only root can give a file away")


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy.toml as an administrator would have it, but for the owner where the tests are not run by root."""
    folder = tmp_path / "familieopslag"
    folder.mkdir(mode=0o755)
    file = folder / "policy.toml"
    file.write_text("[locked.privacy]\nidle_minutes = 3\n")
    file.chmod(0o644)
    return file


@posix
def test_a_file_that_only_its_trusted_owner_can_write_is_believed(policy: Path) -> None:
    assert not writable_by_others(policy, _OURS)
    assert PolicyFile(policy, _OURS).read() is not None


@as_root
def test_root_is_trusted_without_being_named(policy: Path) -> None:
    assert not writable_by_others(policy)
    assert PolicyFile(policy).read() is not None


def _group_writable(file: Path) -> None:
    file.chmod(0o664)


def _other_writable(file: Path) -> None:
    file.chmod(0o646)


def _group_writable_folder(file: Path) -> None:
    file.parent.chmod(0o775)


def _other_writable_folder(file: Path) -> None:
    file.parent.chmod(0o757)


def _sticky_folder(file: Path) -> None:
    file.parent.chmod(0o1777)


def _writable_folder_above(file: Path) -> None:
    file.parent.parent.chmod(0o777)


def _link(file: Path) -> None:
    file.rename(file.with_name("andet.toml"))
    file.symlink_to(file.with_name("andet.toml"))


def _link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.with_name("ingen.toml"))


def _linked_folder(file: Path) -> None:
    elsewhere = file.parent.with_name("andetsteds")
    file.parent.rename(elsewhere)
    file.parent.symlink_to(elsewhere)


def _folder_in_its_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _pipe_in_its_place(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


Spoil = Callable[[Path], None]


@posix
@pytest.mark.parametrize(
    "spoil",
    [
        _group_writable,
        _other_writable,
        _group_writable_folder,
        _other_writable_folder,
        _sticky_folder,
        _writable_folder_above,
        _link,
        _link_to_nothing,
        _linked_folder,
        _folder_in_its_place,
        _pipe_in_its_place,
    ],
)
def test_what_others_can_write_is_refused(policy: Path, spoil: Spoil) -> None:
    spoil(policy)
    assert writable_by_others(policy, _OURS)
    _assert_refused(PolicyFile(policy, _OURS), policy)


def _give_away_the_file(file: Path) -> None:
    os.chown(file, _SOMEBODY, 0)


def _give_away_the_folder(file: Path) -> None:
    os.chown(file.parent, _SOMEBODY, 0)


def _give_away_a_folder_above(file: Path) -> None:
    os.chown(file.parent.parent, _SOMEBODY, 0)


@as_root
@pytest.mark.parametrize("spoil", [_give_away_the_file, _give_away_the_folder, _give_away_a_folder_above])
def test_what_is_not_root_s_is_refused(policy: Path, spoil: Spoil) -> None:
    spoil(policy)
    _assert_refused(PolicyFile(policy), policy)


@as_root
def test_a_shared_folder_above_will_do_if_nobody_can_rename_in_it(policy: Path) -> None:
    policy.parent.parent.chmod(0o1777)
    assert not writable_by_others(policy)


@as_root
def test_a_link_of_root_s_above_will_do(policy: Path) -> None:
    link = policy.parent.with_name("etc")
    link.symlink_to(policy.parent.parent)
    assert not writable_by_others(link / policy.parent.name / policy.name)
    os.chown(link, _SOMEBODY, 0, follow_symlinks=False)
    assert writable_by_others(link / policy.parent.name / policy.name)


def _assert_refused(source: PolicyFile, file: Path) -> None:
    with pytest.raises(FamilieopslagError) as caught:
        source.read()
    error = caught.value
    assert error.fault is faults.POLICY_REFUSED
    assert error.fault.exit_code is ExitCode.CONFIGURATION
    assert error.values == {"file": str(file)}


@posix
def test_a_policy_that_cannot_be_asked_about_is_not_taken_for_none(
    policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise PermissionError("no entry")

    monkeypatch.setattr("familieopslag.system.configuration.policy.writable_by_others", refuse)
    with pytest.raises(FamilieopslagError) as caught:
        PolicyFile(policy).read()
    assert caught.value.fault is faults.POLICY_UNREADABLE


_TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"


@pytest.mark.parametrize(
    "descriptor",
    [
        "O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)",
        "O:SYG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)",
        "O:BAD:(A;ID;FRFX;;;AU)(A;OICI;FA;;;BA)",
        "O:BAG:BAD:(A;;GRGX;;;WD)",
        "O:S-1-5-32-544G:S-1-5-18D:(A;;0x1f01ff;;;S-1-5-32-544)(A;;FR;;;S-1-1-0)",
        f"O:{_TRUSTED_INSTALLER}D:(A;;FA;;;{_TRUSTED_INSTALLER})",
        "O:BAG:SYD:AI(D;;FA;;;WD)(A;;FA;;;SY)",
        "O:BAG:SYD:AI(A;OICIIO;FA;;;CO)(A;;FA;;;BA)",
    ],
)
def test_a_list_that_lets_only_administrators_write_is_believed(descriptor: str) -> None:
    assert not read_descriptor(descriptor).lets_others_write


@pytest.mark.parametrize(
    "descriptor",
    [
        "O:S-1-5-21-1-2-3-1001G:SYD:PAI(A;;FA;;;BA)",
        "O:BUG:SYD:PAI(A;;FA;;;BA)",
        "O:BAG:SYD:PAI(A;;FA;;;BA)(A;;FA;;;BU)",
        "O:BAG:SYD:(A;;0x1301bf;;;AU)",
        "O:BAG:SYD:(A;;0x100116;;;BU)",
        "O:BAG:SYD:(A;;FW;;;WD)",
        "O:BAG:SYD:(A;;FRFW;;;WD)",
        "O:BAG:SYD:(A;;WD;;;WD)",
        "O:BAG:SYD:(A;;WO;;;WD)",
        "O:BAG:SYD:(A;;SD;;;WD)",
        "O:BAG:SYD:(A;;DC;;;BU)",
        "O:BAG:SYD:(A;;LC;;;BU)",
        "O:BAG:SYD:(A;;GA;;;S-1-5-21-1-2-3-1001)",
        "O:BAG:SYD:(A;OICI;FA;;;CO)",
        "O:BAG:SYD:(OA;;FW;;;WD)",
        "O:BAG:SYD:(A;;MW;;;WD)",
        "O:BAG:SYD:NO_ACCESS_CONTROL",
        "O:BAG:SY",
    ],
)
def test_a_list_that_lets_others_write_is_refused(descriptor: str) -> None:
    assert read_descriptor(descriptor).lets_others_write


def test_a_list_without_entries_lets_nobody_in() -> None:
    assert not read_descriptor("O:BAG:SYD:").lets_others_write
