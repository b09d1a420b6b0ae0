"""Windows' access control lists, read from their text (SDDL, [MS-DTYP] 2.5.1)."""

import re
from dataclasses import dataclass

_SHAPE = re.compile(
    r"O:(?P<owner>S(?:-[0-9A-Fx]+)+|[A-Z]{2})(?:G:(?:S(?:-[0-9A-Fx]+)+|[A-Z]{2}))?"
    r"(?:D:(?P<flags>[A-Z_]*)(?P<entries>(?:\([^()]*\))*))?(?:S:.*)?"
)
_ENTRY = re.compile(r"\(([^()]*)\)")
_DENY = frozenset({"D", "OD", "XD"})
_INHERIT_ONLY = "IO"
ADMINISTRATORS = frozenset({"SY", "BA", "LA", "S-1-5-18", "S-1-5-32-544"})
"""SYSTEM, the group of administrators and the built-in one: they can read everything anyway."""
_OWNER_RIGHTS = "OW"


@dataclass(frozen=True, slots=True)
class SecurityDescriptor:
    """Who owns a file and whom its list lets in. `allowed` None: there is no list, which lets everybody in."""

    owner: str
    allowed: frozenset[str] | None

    def is_open_to_others_than(self, sid: str) -> bool:
        """Whether somebody besides `sid` and the administrators owns the file or may use it in any way."""
        ours = {sid, *ADMINISTRATORS}
        return self.owner not in ours or self.allowed is None or not self.allowed <= {*ours, _OWNER_RIGHTS}


def read_descriptor(text: str) -> SecurityDescriptor:
    """The descriptor that Windows spells out as `text`. A ValueError for what is not understood."""
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError("not a security descriptor")
    if shape["entries"] is None or "NO_ACCESS_CONTROL" in shape["flags"]:
        return SecurityDescriptor(shape["owner"], None)
    return SecurityDescriptor(shape["owner"], frozenset(_allowed(shape["entries"])))


def _allowed(entries: str) -> "list[str]":
    allowed = []
    for entry in _ENTRY.findall(entries):
        kind, flags, _rights, _object, _inherited, trustee, *_condition = entry.split(";")
        flag_pairs = {flags[at : at + 2] for at in range(0, len(flags), 2)}
        if kind not in _DENY and _INHERIT_ONLY not in flag_pairs:
            allowed.append(trustee)
    return allowed
