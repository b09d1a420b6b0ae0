"""urllib3's connections as this program wants them: under one deadline, and with a proxy's words understood."""

import re
import socket

from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from familieopslag.service import deadline as bounded
from familieopslag.service.deadline import Deadline
from familieopslag.service.failures import ProxyRefusedError, ProxySilentError

_STATUS = re.compile(r"\b[1-5]\d\d\b")


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
            except TimeoutError:
                raise ProxySilentError from None
            except OSError as error:
                # http.client has one sentence for every refusal, with the status in it.
                status = _STATUS.search(str(error))
                if status is None:
                    raise ProxySilentError from None
                raise ProxyRefusedError(int(status[0])) from None

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Connection

    return Pool
