"""A short name for everything a protection depends on: the same numbers under the same rules have the same one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import ARRAYS, Key, Nesting, Sums

METHOD = 1  # raised when the same input would be protected in another way


def fingerprint(sums: Mapping[Key, Sums], nestings: Sequence[Nesting], shares: Shares | None = None) -> str:
    """32 hexadecimal digits of all numbers, rules and sums; the order of the keys does not matter."""
    digest = hashlib.blake2b(str(METHOD).encode(), digest_size=16)
    for key in sorted(sums):
        digest.update(repr(tuple(key)).encode())
        for name in ARRAYS:
            digest.update(np.ascontiguousarray(getattr(sums[key], name)).tobytes())
        if sums[key].rounding:
            digest.update(repr(sums[key].rounding).encode())
    for nesting in nestings:
        levels = (nesting.inner, nesting.outer, nesting.unplaced)[: 2 + (nesting.unplaced >= 0)]
        digest.update(repr(levels).encode() + np.ascontiguousarray(nesting.outer_of).tobytes())
    for each in shares or ():
        digest.update(np.ascontiguousarray(each).tobytes())
    return digest.hexdigest()
