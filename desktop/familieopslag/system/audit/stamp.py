"""A JSON object on one line whose last member is a MAC over the very bytes before it.

Over bytes and not over values, so that nobody has to agree on one spelling of JSON.
"""

import hmac
import json
from collections.abc import Mapping
from typing import Any

from familieopslag.system.audit.key import AuditKey, Use

_BEFORE, _AFTER = b',"mac":"', b'"}'
_LENGTH = len(_BEFORE) + 64 + len(_AFTER)


def stamped(values: Mapping[str, object], key: AuditKey, use: Use) -> bytes:
    """`values`, of which there is at least one, as a line without its end, in UTF-8."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    # A name that is not UTF-8 (a user's, a host's) comes as a lone surrogate, which JSON can escape.
    body = text.encode("utf-8", "backslashreplace")[:-1]
    return body + _BEFORE + key.mac(use, body).encode() + _AFTER


def read_stamped(line: bytes) -> dict[str, Any] | None:
    """The members of a line without its MAC, whoever made it; None for anything but a whole line."""
    if not _has_stamp(line):
        return None
    try:
        values = json.loads(line[:-_LENGTH] + b"}")
    except (ValueError, RecursionError):  # no JSON, no UTF-8, a number or a nesting too long to be read
        return None
    return values if isinstance(values, dict) else None


def is_stamped_by(key: AuditKey, use: Use, line: bytes) -> bool:
    """Whether the line's MAC was made with this key over these bytes."""
    given = line[-_LENGTH + len(_BEFORE) : -len(_AFTER)]
    return _has_stamp(line) and hmac.compare_digest(key.mac(use, line[:-_LENGTH]).encode(), given)


def _has_stamp(line: bytes) -> bool:
    stamp = line[-_LENGTH:]
    return stamp.startswith(_BEFORE) and stamp.endswith(_AFTER)
