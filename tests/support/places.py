"""Two addresses compared, as protection compares each with all."""

from familieopslag.domain.person import Address
from familieopslag.domain.places import Places


def may_be_same_place(one: Address, other: Address) -> bool:
    """Whether the two addresses are, or cannot be told not to be, one place."""
    return Places((other.place,)).may_hold(one.place)
