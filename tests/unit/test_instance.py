"""One window a user and session: who may hold the lock, and what the name is made of."""

import subprocess
import sys
from pathlib import Path

import pytest

from familieopslag.system.instance import Instance

_HOLD = """
import sys
from pathlib import Path
from familieopslag.system.instance import Instance
print(Instance(None, "real", Path(sys.argv[1])).take(), flush=True)
sys.stdin.read()
"""


def test_the_second_one_does_not_get_it_until_the_first_is_gone(tmp_path: Path) -> None:
    first, second = (Instance(tmp_path, "real", tmp_path) for _ in range(2))
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_process_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        instance = Instance(None, "real", tmp_path)
        assert not instance.take()
        holder.kill()
        holder.wait()
    assert instance.take()
    instance.release()


def test_demo_other_profiles_and_other_sessions_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    addresses = [
        Instance(profile, kind, tmp_path).address
        for profile in (None, tmp_path, tmp_path / "other")
        for kind in ("real", "demo")
    ]
    if sys.platform != "win32":
        monkeypatch.setenv("XDG_SESSION_ID", "2")
        addresses.append(Instance(None, "real", tmp_path).address)
    assert len(set(addresses)) == len(addresses)
    assert str(tmp_path / "other") not in addresses[4]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no path")
def test_a_path_too_long_for_a_socket_is_not_used(tmp_path: Path) -> None:
    assert Instance(None, "real", tmp_path / ("long" * 30)).address.count("/") == 0
