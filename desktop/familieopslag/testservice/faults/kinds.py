"""What an injected fault is, and where it strikes."""

from collections.abc import Callable
from dataclasses import dataclass

from familieopslag.testservice.certificates import Authority, KeyPair
from familieopslag.testservice.door import Address, Holder
from familieopslag.testservice.exchange import Treatment
from familieopslag.testservice.reception import Reception


@dataclass(frozen=True, slots=True)
class Certificates:
    """Those of the running service."""

    authority: Authority
    server: KeyPair
    client: KeyPair


@dataclass(frozen=True, slots=True)
class OnRequest:
    """After a request has been read: something else is sent than the usual reply."""

    treatment: Treatment


@dataclass(frozen=True, slots=True)
class OnConnection:
    """Before the first request: the connection is received differently."""

    reception: Callable[[Certificates], Reception]


@dataclass(frozen=True, slots=True)
class OnPort:
    """Before the connection: the port is held instead of served."""

    holder: Holder


@dataclass(frozen=True, slots=True)
class OnProxy:
    """On the way: the proxy does this with whoever wants to be connected with the service's address."""

    reception: Callable[[Address], Reception]


@dataclass(frozen=True, slots=True)
class OnProxyPort:
    """On the way: the proxy's port is held instead of served."""

    holder: Holder


Effect = OnRequest | OnConnection | OnPort | OnProxy | OnProxyPort


@dataclass(frozen=True, slots=True)
class InjectedFault:
    """A fault by its name; `about` says in Danish what happens, for whoever trains with it."""

    name: str
    about: str
    effect: Effect

    @property
    def is_of_proxy(self) -> bool:
        """Whether there has to be a proxy."""
        return isinstance(self.effect, OnProxy | OnProxyPort)

    @property
    def can_be_counted(self) -> bool:
        """Whether it can strike a given number of times: nobody counts those who do not get in."""
        return not isinstance(self.effect, OnPort | OnProxyPort)
