"""Comparison of an area with a benchmark: the county's own value, judged with the area's interval."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from indicators.rates import Estimate
from indicators.shapes import as_floats


class Comparison(IntEnum):
    """Where an area lies; secured at 95 % or at 99.8 %."""

    MUCH_LOWER = -2  # secured at 99.8 %
    LOWER = -1  # secured at 95 %
    SIMILAR = 0
    HIGHER = 1
    MUCH_HIGHER = 2
    NOT_COMPARED = 9  # no interval, hidden, missing, or the benchmark itself


def compare(estimate: Estimate, benchmark: Any) -> npt.NDArray[np.int8]:
    """`Comparison` of each area with the benchmark, strict inequality: an interval that touches it is SIMILAR.

    Identical to the funnel rule of PHE/OHID in all published rows. Without limits or benchmark: NOT_COMPARED.
    """
    reference = as_floats(benchmark)
    lower95, upper95 = as_floats(estimate.lower95), as_floats(estimate.upper95)
    lower998, upper998 = as_floats(estimate.lower998), as_floats(estimate.upper998)
    above = (lower95 > reference).astype(np.int8) + (lower998 > reference)
    below = (upper95 < reference).astype(np.int8) + (upper998 < reference)
    unknown = np.isnan(lower95) | np.isnan(upper95) | np.isnan(reference)
    return np.where(unknown, Comparison.NOT_COMPARED, above - below).astype(np.int8)


def is_unfavourable(comparison: Any, polarity: int, confidence: float = 99.8) -> npt.NDArray[np.bool_]:
    """Whether areas lie on the unfavourable side, secured at 95 or 99.8 %; never for indicators without polarity."""
    codes = np.asarray(comparison)
    needed = 2 if confidence > 95 else 1
    compared = codes != Comparison.NOT_COMPARED
    return np.asarray(compared & (codes * -polarity >= needed) & (polarity != 0), dtype=np.bool_)
