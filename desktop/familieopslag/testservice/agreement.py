"""Who may ask: the three UUIDs of a service agreement, and the service that it is about."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from familieopslag.testservice.soap import FaultError

SERVICE_UUID = "a34cf599-26e4-4609-bfbd-2490d3d1c3ab"
"""Familie+ in Serviceplatformen, the same in test and production."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The UUIDs as they must stand in InvocationContext, in lower case."""

    service_agreement_uuid: str
    user_system_uuid: str
    user_uuid: str

    @classmethod
    def random(cls) -> "Agreement":
        """An agreement that exists nowhere else."""
        return cls(
            service_agreement_uuid=str(uuid.uuid4()),
            user_system_uuid=str(uuid.uuid4()),
            user_uuid=str(uuid.uuid4()),
        )

    def check(self, context: Mapping[str, str]) -> None:
        """Raise FaultError when `context` names another service or another agreement.

        The real service's codes are not published; those of this stand-in say which UUID is wrong: SP-UUID-1
        ServiceUUID, SP-UUID-2 ServiceAgreementUUID, SP-UUID-3 UserSystemUUID, SP-UUID-4 UserUUID.
        """
        expected = {
            "ServiceUUID": SERVICE_UUID,
            "ServiceAgreementUUID": self.service_agreement_uuid,
            "UserSystemUUID": self.user_system_uuid,
            "UserUUID": self.user_uuid,
        }
        errors = tuple(
            (f"SP-UUID-{number}", f"{name} is not known here")
            for number, (name, value) in enumerate(expected.items(), start=1)
            if context.get(name) != value
        )
        if errors:
            raise FaultError("Access denied: the invocation context matches no agreement", errors)
