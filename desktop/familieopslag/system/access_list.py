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
_TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
"""Windows' own installer, which owns what comes with Windows."""
_OWNER_RIGHTS = "OW"
_READING_WORDS = frozenset({"GR", "GX", "RC", "FR", "FX", "CC", "SW", "WP", "LO"})
_READING_BITS = 0xA0000000 | 0x00120000 | 0xA9
"""GENERIC_READ and _EXECUTE; SYNCHRONIZE and READ_CONTROL; read data, read and run, in their several forms."""


@dataclass(frozen=True, slots=True)
class SecurityDescriptor:
    """Who owns a file and whom its list lets in. `allowed` None: there is no list, which lets everybody in.

    `writers`: those of `allowed` who may do more than read.
    """

    owner: str
    allowed: frozenset[str] | None
    writers: frozenset[str] = frozenset()

    @property
    def lets_others_write(self) -> bool:
        """Whether somebody besides the administrators owns the file, or may write it or take it over."""
        trusted = {*ADMINISTRATORS, _TRUSTED_INSTALLER}
        return (
            self.owner not in trusted or self.allowed is None or not self.writers <= {*trusted, _OWNER_RIGHTS}
        )

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
    entries = tuple(_allowed(shape["entries"]))
    return SecurityDescriptor(
        shape["owner"],
        frozenset(trustee for trustee, _ in entries),
        frozenset(trustee for trustee, rights in entries if not _only_read(rights)),
    )


def _allowed(entries: str) -> "list[tuple[str, str]]":
    """Whom an entry lets in, and for what."""
    allowed = []
    for entry in _ENTRY.findall(entries):
        kind, flags, rights, _object, _inherited, trustee, *_condition = entry.split(";")
        flag_pairs = {flags[at : at + 2] for at in range(0, len(flags), 2)}
        if kind not in _DENY and _INHERIT_ONLY not in flag_pairs:
            allowed.append((trustee, rights))
    return allowed


def _only_read(rights: str) -> bool:
    """Whether rights, as letters in pairs or as a number, are of no use to somebody who wants to write."""
    if rights.startswith("0x"):
        return not int(rights, 16) & ~_READING_BITS
    return {rights[at : at + 2] for at in range(0, len(rights), 2)} <= _READING_WORDS
