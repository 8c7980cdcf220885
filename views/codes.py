"""Class codes: one character per area and year, as the map reads them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.classify import NO_CLASS, assign
from monitor.attention import HIDDEN as HIDDEN_SIGNS
from views.layer import HIDDEN, MISSING, UNSECURED

PLAIN = np.frombuffer(b"0123456789", dtype=np.uint8)
WITH_DOUBT = np.frombuffer(UNSECURED.encode(), dtype=np.uint8)


def class_codes(
    values: np.ndarray, signs: np.ndarray, breaks: Sequence[float], decimals: int, unsecured: np.ndarray | None = None
) -> list[str]:
    """One string per year. values, signs, unsecured (bool): areas × years; a hidden value has its own code, never one
    of a class or of a missing value. unsecured: areas whose class is drawn with the sign for "could be chance"."""
    classes = assign(values, list(breaks), decimals)
    codes = np.where(np.isin(signs, HIDDEN_SIGNS), ord(HIDDEN), ord(MISSING)).astype(np.uint8)
    has_class = classes != NO_CLASS
    codes[has_class] = PLAIN[classes[has_class]]
    if unsecured is not None:
        doubtful = has_class & unsecured
        codes[doubtful] = WITH_DOUBT[classes[doubtful]]
    return [column.tobytes().decode("ascii") for column in np.ascontiguousarray(codes.T)]
