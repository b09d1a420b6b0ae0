"""The key of the audit log, and everything that is worked out with it."""

import hmac
from dataclasses import dataclass, field
from enum import Enum

from familieopslag.domain.cpr import Cpr

KEY_BYTES = 32
_DIGEST = "sha256"
_ID_LENGTH = 16


class Use(Enum):
    """What a MAC is for. Each use has a key of its own, derived with the value, so that none can stand for another."""

    ROW = b"familieopslag audit 1 row"
    SEAL = b"familieopslag audit 1 seal"


@dataclass(frozen=True, slots=True)
class AuditKey:
    """A key of 32 random bytes. Whoever has it can find a person's rows, and could write rows that look real."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError("not a key")

    @property
    def id(self) -> str:
        """Names the key without giving it away: 16 hexadecimal digits, in every row that was written under it."""
        return hmac.digest(self.secret, b"familieopslag audit 1 key id", _DIGEST).hex()[:_ID_LENGTH]

    def subject_hash(self, cpr: Cpr) -> str:
        """HMAC-SHA-256 of the ten digits with the key itself, which any other program can work out as well."""
        return hmac.digest(self.secret, cpr.digits.encode(), _DIGEST).hex()

    def mac(self, use: Use, data: bytes) -> str:
        """HMAC-SHA-256 of `data` with the key derived for `use`, in hexadecimal."""
        return hmac.digest(hmac.digest(self.secret, use.value, _DIGEST), data, _DIGEST).hex()
