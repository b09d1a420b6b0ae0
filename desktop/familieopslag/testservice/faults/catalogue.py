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

FAULTS: Mapping[str, InjectedFault] = {
    fault.name: fault
    for room in (connections, tls, proxy, deliveries, pages, envelopes, contents)
    for fault in room.FAULTS
}
