"""Every injected fault by its name."""

from collections.abc import Mapping

from familieopslag.testservice.faults import (
    connections,
    contents,
    deliveries,
    envelopes,
    pages,
    proxy,
    tls,
)
from familieopslag.testservice.faults.kinds import InjectedFault

ROOMS = (connections, tls, proxy, deliveries, pages, envelopes, contents)
"""From the way to the service to what is in its reply."""
FAULTS: Mapping[str, InjectedFault] = {fault.name: fault for room in ROOMS for fault in room.FAULTS}
