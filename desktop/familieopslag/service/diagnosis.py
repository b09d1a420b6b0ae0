"""Why a server cut the connection: asked on a connection of its own that carries no lookup.

In TLS 1.3 the client has finished its handshake, and sends its request, before the server has looked at the client's
certificate. A server that then closes at once resets the connection under the request, and the alert that says why is
lost. On a connection without a request there is nothing to reset: the alert arrives.
"""

import http.client
import ssl
from urllib.parse import urlsplit

_HTTPS = 443
_SECONDS = 1.0
"""How long a server may think about a certificate before it counts as accepted."""


def certificate_alert(
    url: str, context: ssl.SSLContext, proxy: str | None, proxy_headers: dict[str, str], timeout: float
) -> ssl.SSLError | None:
    """What the server at `url` says to the certificate in `context`, or None when it says nothing against it.

    Sends no HTTP request to the server. `proxy`: "http://host:port" to go through, with `proxy_headers` on CONNECT;
    `timeout` in seconds for each step.
    """
    target = urlsplit(url)
    host, port = str(target.hostname), target.port or _HTTPS
    if proxy is None:
        connection = http.client.HTTPSConnection(host, port, timeout=timeout, context=context)
    else:
        way = urlsplit(proxy)
        connection = http.client.HTTPSConnection(
            str(way.hostname), way.port, timeout=timeout, context=context
        )
        connection.set_tunnel(host, port, headers=proxy_headers)
    try:
        connection.connect()
        connection.sock.settimeout(_SECONDS)
        connection.sock.recv(1)
    except ssl.SSLError as error:
        return error
    except (OSError, http.client.HTTPException):
        return None
    else:
        return None
    finally:
        connection.close()
