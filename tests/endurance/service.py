"""`service SHARE SEED [--quick]`: the test service, where a share of all requests goes wrong in ways drawn by lot.

Prints a line of JSON when it is ready, and one for each request that it spoils, before anything is sent. Ends with its
standard input.
"""

import json
import random
import sys
import threading

from familieopslag.testservice.exchange import Delivery, ReceivedRequest, Reply
from familieopslag.testservice.faults.catalogue import FAULTS
from familieopslag.testservice.faults.kinds import InjectedFault, OnRequest
from familieopslag.testservice.server import LocalService

_OF_PAGES = frozenset({"always-another-page", "page-2-of-another", "page-2-refused"})
_HARMLESS_AT_TIMES = frozenset({"latin-1-undeclared"})
"""Nothing is wrong where nobody in the reply has a letter beyond ASCII."""
_SLOW = frozenset({"silence", "drip-in-headers", "drip-in-body"})
"""Those that wait for a time-out."""


class Spoiler:
    """Decides for each request; called in the connections' threads."""

    def __init__(self, share: float, seed: int, *, quick: bool) -> None:
        self._lot = random.Random(seed)  # noqa: S311 - which reply is spoiled is no secret
        self._share = share
        left_out = _OF_PAGES | _HARMLESS_AT_TIMES | (_SLOW if quick else frozenset())
        self._faults = [
            fault for name, fault in FAULTS.items() if name not in left_out and _spoils_request(fault)
        ]
        self._lock = threading.Lock()

    def treat(self, request: ReceivedRequest, usual: Reply) -> Delivery:
        """The usual reply, or a fault instead."""
        with self._lock:
            if self._lot.random() >= self._share:
                return usual
            fault = self._lot.choice(self._faults)
            _say({"id": request.invocation_context["CallersServiceCallIdentifier"], "fault": fault.name})
        assert isinstance(fault.effect, OnRequest)
        return fault.effect.treatment(request, usual)


def _spoils_request(fault: InjectedFault) -> bool:
    return isinstance(fault.effect, OnRequest)


def _say(message: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Serve until standard input ends."""
    share, seed, quick = float(sys.argv[1]), int(sys.argv[2]), "--quick" in sys.argv
    with LocalService() as service:
        service.script.treat(Spoiler(share, seed, quick=quick).treat)
        _say({"profile": str(service.profile_dir), "passphrase": service.passphrase})
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
