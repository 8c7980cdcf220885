"""A number that tells releases apart, made of nothing but what they show.

The fingerprint of the stored release would do that too, but it is made of hidden counts as well: who knows all others could
try out which ones lead to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from indicators.signs import Sign

DIGITS = 12


def release_number(shown: Mapping[Any, Any]) -> str:
    """shown: `Values` that have passed the gate, by key. The same as long as every number and sign stays the same."""
    digest = hashlib.sha256()
    for key in sorted(shown, key=repr):
        values = shown[key]
        visible = values.sign == Sign.SHOWN
        digest.update(repr(key).encode())
        digest.update(np.ascontiguousarray(values.sign, dtype=np.uint8).tobytes())
        for numbers in (values.count, values.base, values.estimate.value):
            printed = np.where(visible & np.isfinite(numbers), numbers, 0.0) + 0.0
            digest.update(np.ascontiguousarray(printed, dtype=np.float64).tobytes())
    return digest.hexdigest()[:DIGITS]
