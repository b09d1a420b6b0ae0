"""The test service as a program: `python -m familieopslag.testservice`, or `familieopslag testservice`."""

import argparse
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from familieopslag.testservice.agreement import Agreement
from familieopslag.testservice.exchange import ReceivedRequest
from familieopslag.testservice.faults.catalogue import FAULTS
from familieopslag.testservice.faults.kinds import InjectedFault
from familieopslag.testservice.server import LocalService
from familieopslag.testservice.tables import RegisterError

_EXIT_OK = 0
_EXIT_UNEXPECTED = 1
_EXIT_CONFIGURATION = 3
_STDIN = 0
_UUID = re.compile(r"[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}")
# A signal's handler runs between the main thread's steps; on Windows that needs the wait to end now and then.
_WAKE_SECONDS = 0.5


def main(argv: list[str] | None = None) -> int:
    """Serve until a signal (or, with --stop-with-stdin, the end of stdin) says stop.

    When ready, one line of JSON on stdout says how to reach the service; its keys are endpoint, ca_file,
    client_certificate, passphrase, service_uuid, service_agreement_uuid, user_system_uuid, user_uuid and
    profile_dir, and proxy where there is one. Exit codes: 0 stopped, 1 the port is taken or the temp folder cannot be
    written, 2 usage, 3 the register cannot be used.
    """
    options = _options(argv)
    if options.list_faults:
        _list_faults()
        return _EXIT_OK
    stop = threading.Event()
    _stop_on_signals(stop)
    if options.stop_with_stdin:
        threading.Thread(target=_wait_for_end_of_stdin, args=(stop,), daemon=True).start()
    try:
        service = LocalService(
            options.register,
            port=options.port,
            delay_seconds=options.delay / 1000,
            agreement=_agreement(options),
            ignore_paging_key=options.ignore_paging_key,
            with_proxy=options.fault is not None and options.fault.is_of_proxy,
            on_request=_report if options.report_requests else None,
        )
    except RegisterError as error:
        print(f"register: {error}", file=sys.stderr)
        return _EXIT_CONFIGURATION
    try:
        with service:
            if options.fault is not None:
                service.inject(options.fault, options.times)
            _say(_ready(service))
            _explain(service, options.fault)
            while not stop.wait(_WAKE_SECONDS):
                pass
    except OSError as error:
        print(f"cannot serve: {error.strerror}", file=sys.stderr)
        return _EXIT_UNEXPECTED
    return _EXIT_OK


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(argv)
    if options.times is not None and (options.fault is None or not options.fault.can_be_counted):
        parser.error("--times belongs to a --fault that can be counted: not to one that lets nobody in")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="familieopslag testservice", description=__doc__)
    parser.add_argument(
        "--register", type=Path, metavar="DIR", help="household files, or recorded replies PNR.xml"
    )
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="0 (the default): any free port")
    parser.add_argument("--delay", type=_milliseconds, default=0, metavar="MS", help="before every reply")
    for name in ("service-agreement", "user-system", "user"):
        parser.add_argument(f"--{name}-uuid", type=_uuid, metavar="UUID", help="random when not given")
    parser.add_argument("--ignore-paging-key", action="store_true", help="answer every page with the first")
    parser.add_argument("--report-requests", action="store_true", help="a line of JSON on stdout for each")
    parser.add_argument(
        "--fault", type=_fault, metavar="NAME", help="do this wrong; --list-faults names what there is"
    )
    parser.add_argument(
        "--times", type=_count, metavar="N", help="only the first N times (requests, or connections)"
    )
    parser.add_argument("--list-faults", action="store_true", help="list the faults, and do nothing else")
    parser.add_argument("--stop-with-stdin", action="store_true", help="stop when standard input ends")
    return parser


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**16:
        raise ValueError
    return number


def _milliseconds(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _fault(text: str) -> InjectedFault:
    if text not in FAULTS:
        raise argparse.ArgumentTypeError("there is no such fault; --list-faults names those there are")
    return FAULTS[text]


def _uuid(text: str) -> str:
    if not _UUID.fullmatch(text):
        raise ValueError
    return text


def _agreement(options: argparse.Namespace) -> Agreement:
    random = Agreement.random()
    return Agreement(
        service_agreement_uuid=options.service_agreement_uuid or random.service_agreement_uuid,
        user_system_uuid=options.user_system_uuid or random.user_system_uuid,
        user_uuid=options.user_uuid or random.user_uuid,
    )


def _stop_on_signals(stop: threading.Event) -> None:
    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):  # each system has its own
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), on_signal)


def _wait_for_end_of_stdin(stop: threading.Event) -> None:
    """Reads the descriptor itself: a buffered reader is locked while it waits, which breaks the interpreter's exit."""
    try:
        while os.read(_STDIN, 4096):
            pass
    finally:
        stop.set()


def _list_faults() -> None:
    width = max(map(len, FAULTS))
    for fault in FAULTS.values():
        print(f"{fault.name:<{width}}  {fault.about}")


def _ready(service: LocalService) -> Mapping[str, str]:
    return {
        "endpoint": service.endpoint,
        "ca_file": str(service.ca_file),
        "client_certificate": str(service.client_certificate),
        "passphrase": service.passphrase,
        "service_uuid": service.service_uuid,
        "service_agreement_uuid": service.agreement.service_agreement_uuid,
        "user_system_uuid": service.agreement.user_system_uuid,
        "user_uuid": service.agreement.user_uuid,
        "profile_dir": str(service.profile_dir),
        **({"proxy": service.proxy} if service.proxy else {}),
    }


def _report(request: ReceivedRequest) -> None:
    _say(
        {
            "event": "request",
            "pnr": request.pnr,
            "key": dict(request.key),
            "invocation_context": dict(request.invocation_context),
            "outcome": request.outcome,
        }
    )


def _say(message: Mapping[str, object]) -> None:
    print(json.dumps(message), flush=True)


def _explain(service: LocalService, fault: InjectedFault | None) -> None:
    wrong = f"It does something wrong: {fault.name}. " if fault else ""
    print(
        f"Ready. {wrong}To try it, set FAMILIEOPSLAG_CERTIFICATE_PASSPHRASE to the passphrase on stdout and run "
        f"familieopslag --profile-dir {service.profile_dir}; numbers to look up are listed in "
        "resources/testregister/README.md. Ctrl+C stops the service and removes its files.",
        file=sys.stderr,
        flush=True,
    )
