"""The words of the names and addresses seen in a session, in a form that only recognises them.

They stay for the session, also when everything else of a person has been cleared away. So they are not kept as words
but as keyed hashes, under a key that nobody else has and that goes with the process. Never written anywhere.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from familieopslag.domain.fields import Kind, Secrecy, spec_of
from familieopslag.domain.person import LookupResult, Row

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters of a word that counts alone; "Bo" and "Dam" count beside their neighbours only."""
_ORDINARY = frozenset({"line"})
"""A first name that Python's own traces hold: it counts beside its neighbours only."""
_SHARED = frozenset({"CPSN_POSTDISTTXT", "KOMNVN"})
"""Town and municipality: thousands live there, and the municipality's own name is in its settings."""


class SeenWords:
    """Empty at first. Adding is for one thread, asking for any."""

    def __init__(self) -> None:
        self._key = os.urandom(16)
        self._hashes: set[bytes] = set()

    def add(self, result: LookupResult) -> None:
        """Everybody in `result` has been seen."""
        rows = (result.person.row, result.own_row or Row(), *(relative.row for relative in result.relatives))
        values = {item.value for row in rows for item in row.fields if _tells_of_somebody(item.code)}
        self._hashes.update(self._hash(token) for value in values for token in _tokens(value))

    def are_in(self, text: str) -> bool:
        """Whether a word, or two words side by side, of anybody seen stand in `text`, whatever their case."""
        return any(self._hash(token) in self._hashes for token in set(_tokens(text)))

    def _hash(self, token: str) -> bytes:
        from hashlib import blake2b  # brings OpenSSL along, which the window does not need to be made

        return blake2b(token.encode(), key=self._key, digest_size=8).digest()


def _tells_of_somebody(code: str) -> bool:
    spec = spec_of(code)
    is_text = spec.kind is Kind.TEXT and spec.secrecy in (Secrecy.NAME, Secrecy.LOCATION)
    return is_text and code not in _SHARED


def _tokens(text: str) -> Iterator[str]:
    """The words that count alone, and all pairs of neighbours that say something."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    for word in words:
        if word.isalpha() and len(word) >= _SHORTEST and word not in _ORDINARY:
            yield word
    for pair in pairwise(words):
        if sum(len(word) for word in pair if word.isalpha()) >= _SHORTEST:
            yield " ".join(pair)
