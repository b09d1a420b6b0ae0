"""Why a server cut the connection: asked on a connection of its own that carries no lookup.

In TLS 1.3 the client has finished its handshake, and sends its request, before the server has looked at the client's
certificate. A server that then closes at once resets the connection under the request, and the alert that says why is
lost. On a connection without a request there is nothing to reset: the alert arrives.
"""

import ssl

from familieopslag.service.failures import WireError
from familieopslag.service.http_proxy import HttpProxy
from familieopslag.service.way import Way


def certificate_alert(
    url: str, context: ssl.SSLContext, proxy: HttpProxy | None, timeout: float
) -> ssl.SSLError | None:
    """What the server at `url` says to the certificate in `context`, or None when it says nothing against it.

    Sends no HTTP request to the server. `timeout` in seconds for each step.
    """
    with Way(url, proxy, timeout) as way:
        try:
            way.resolve()
            way.connect()
            way.tunnel()
            way.secure(context)
        except ssl.SSLError as error:
            return error
        except (OSError, WireError):
            return None
        return way.alert()
