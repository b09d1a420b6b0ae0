"""urllib3's connections as this program wants them: under one deadline, and with a proxy's words understood."""

import http.client
import re
import socket

from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from familieopslag.service import deadline as bounded
from familieopslag.service.deadline import Deadline
from familieopslag.service.failures import ProxyRefusedError, ProxySilentError

_REFUSAL = re.compile(r"Tunnel connection failed: (\d{3})")
"""http.client's one sentence for every answer but 200."""


def https_pool(deadline: Deadline) -> type[HTTPSConnectionPool]:
    """A class of pools for PoolManager.pool_classes_by_scheme, whose connections keep `deadline`.

    Opening a connection raises ProxyRefusedError and ProxySilentError besides what urllib3 raises.
    """

    class Connection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return bounded.plain(super()._new_conn(), deadline)

        def _tunnel(self) -> None:
            """Ask the proxy for the way on."""
            try:
                super()._tunnel()
            except (OSError, http.client.HTTPException) as error:
                refusal = _REFUSAL.match(str(error))
                if refusal is None:  # nothing came, nothing in time, or nothing that is HTTP
                    raise ProxySilentError from None
                raise ProxyRefusedError(int(refusal[1])) from None

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Connection

    return Pool
