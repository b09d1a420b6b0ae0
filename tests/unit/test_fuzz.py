"""A small part of `make fuzz`, other replies each time: the seed of a failure is in its message."""

import secrets

from tests.fuzz.flags import flags_in
from tests.fuzz.run import spoil
from tests.fuzz.sources import all_replies
from tests.support.replies import (
    STREET,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    reply_text,
)

_COUNT = 1500
ME, CHILD = invented_number(), invented_number(1)


def test_spoiled_replies_end_in_views_or_domain_errors_and_lose_no_flag() -> None:
    tally = spoil(all_replies(), _COUNT, secrets.randbits(32))
    assert tally.wrong == []
    # Were everything refused, nothing would have been tried.
    assert tally.views > _COUNT // 4
    assert tally.protected > 0
    assert tally.faults["FO-050"] > 0


def test_what_judges_the_views_sees_flags() -> None:
    protected = flags_in(reply_text(*protected_main(ME), relative_row(CHILD)), ME)
    assert protected is not None
    assert (protected.main_is_flagged, protected.streets) == (True, {STREET})
    relative = flags_in(reply_text(main_row(ME), own_row(ME), relative_row(CHILD, CBSK_TYP="1")), ME)
    assert relative is not None
    assert (relative.main_is_flagged, len(relative.streets)) == (False, 1)
    assert flags_in("<root", ME) is None
