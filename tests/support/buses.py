"""A D-Bus of the test's own, with somebody on it who speaks as logind and as a screen saver do."""

import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jeepney import (  # type: ignore[import-untyped]  # no annotations in it
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

LOGIN = "org.freedesktop.login1"
SESSION_PATH = "/org/freedesktop/login1/session/_31"
OTHER_PATH = "/org/freedesktop/login1/session/_32"
_CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def dbus_daemon() -> str | None:
    """The program, where it is installed (tools/setup.sh does it)."""
    return shutil.which("dbus-daemon")


@contextmanager
def private_bus() -> Iterator[str]:
    """Runs a bus; yields its address."""
    program = dbus_daemon()
    assert program is not None
    # A socket's name may have hundred letters, fewer than a folder of pytest's.
    with tempfile.TemporaryDirectory(prefix="fo-bus-") as name:
        configuration = Path(name, "bus.conf")
        configuration.write_text(_CONFIGURATION.format(socket=Path(name, "bus")), "utf-8")
        process = subprocess.Popen(
            [program, f"--config-file={configuration}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


@contextmanager
def hanging_bus() -> Iterator[str]:
    """Something at which one can connect and which never says a word; yields its address."""
    with tempfile.TemporaryDirectory(prefix="fo-bus-") as name, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(Path(name, "bus")))
        listening.listen()
        yield f"unix:path={Path(name, 'bus')}"


class Desktop:
    """Sends the signals of a desktop. `knows_session`: whether its logind answers whose session this is."""

    def __init__(self, address: str, *, name: str = "", knows_session: bool = True) -> None:
        self._connection = open_dbus_connection(address)
        self._knows_session = knows_session
        if name:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def tell(
        self, path: str, interface: str, member: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> None:
        """Send a signal with `body` for its arguments."""
        emitter = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(emitter, member, signature or None, body))

    def close(self) -> None:
        """Leave the bus."""
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    def _answer(self) -> None:
        while True:
            try:
                message: Message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            known = self._knows_session and message.header.fields[HeaderFields.member] == "GetSession"
            answer = (
                new_method_return(message, "o", (SESSION_PATH,))
                if known
                else new_error(message, f"{LOGIN}.NoSuchSession")
            )
            self._connection.send(answer)
