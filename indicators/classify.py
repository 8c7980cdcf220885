"""Map classes: breaks and the class of each value; classes are (a, b], the lowest one includes its minimum."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from indicators.shapes import FloatArray

NO_CLASS = -1


def quantile_breaks(values: FloatArray, classes: int, decimals: int) -> list[float]:
    """Upper bounds of up to `classes` classes with about equally many areas (quantiles of type 7), as they are printed.

    Breaks are rounded to the shown decimals, so that the legend and the printed values never disagree.
    Ties and equal values give fewer classes; no values give none. Missing values are left out.
    """
    numbers = np.round(values[np.isfinite(values)], decimals)
    if numbers.size == 0:
        return []
    shares = np.linspace(0, 1, classes + 1)[1:]
    return [float(bound) for bound in np.unique(np.round(np.quantile(numbers, shares), decimals))]


def assign(values: FloatArray, breaks: list[float], decimals: int) -> npt.NDArray[np.int_]:
    """Class of each value, 0 the lowest; `NO_CLASS` where the value is missing."""
    classes = np.searchsorted(np.array(breaks), np.round(values, decimals), side="left")
    return np.where(np.isfinite(values), np.minimum(classes, len(breaks) - 1), NO_CLASS)
