"""A Secret Service of the test's own: gnome-keyring on a bus that only this test knows, in folders of its own."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # no annotations in it
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.support.buses import dbus_daemon, private_bus

_NAME = "org.freedesktop.secrets"
_SECONDS = 20.0


def can_keep_secrets() -> bool:
    """Whether the programs are installed (tools/setup.sh does it)."""
    return dbus_daemon() is not None and shutil.which("gnome-keyring-daemon") is not None


@contextmanager
def secret_service(folder: Path) -> Iterator[dict[str, str]]:
    """Runs it with an unlocked keyring below `folder`; yields the environment in which programs find it."""
    with private_bus() as address:
        environment = _environment(folder, address)
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],  # noqa: S607 - see above
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        assert daemon.stdin is not None
        try:
            daemon.stdin.write(b"the keyring's own password")
            daemon.stdin.close()
            _wait_for_service(address)
            yield environment
        finally:
            daemon.terminate()
            daemon.wait()


def _environment(folder: Path, address: str) -> dict[str, str]:
    names = {"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run", "HOME": "home"}
    environment: Mapping[str, str] = {name: str(folder / part) for name, part in names.items()}
    for part in names.values():
        (folder / part).mkdir(mode=0o700)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "GNOME_", "DBUS_", "DISPLAY", "WAYLAND_", "PYTHON_KEYRING"))
    }
    return {**kept, **environment, "DBUS_SESSION_BUS_ADDRESS": address}


def _wait_for_service(address: str) -> None:
    end = time.monotonic() + _SECONDS
    with open_dbus_connection(address) as connection:
        while True:
            answer = connection.send_and_get_reply(message_bus.NameHasOwner(_NAME))
            if answer.body[0]:
                return
            assert time.monotonic() < end, "gnome-keyring did not come up"
            time.sleep(0.02)
