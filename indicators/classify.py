"""Map classes: breaks and the class of each value; classes are (a, b], the lowest one includes its minimum.

Breaks are upper bounds, rounded to the shown decimals, so that the legend and the printed values never disagree. Ties
and equal values give fewer classes; no values give none; missing values are left out.
Source of the schemes: Slocum et al., Thematic Cartography and Geovisualization, 3rd ed. (2009), ch. 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from indicators.natural_breaks import natural_breaks
from indicators.shapes import FloatArray

NO_CLASS = -1
MOST_CLASSES = 7
MOST_CHANGES = 0.95  # share of the changes that the steps of `diverging_breaks` cover


class Scheme(StrEnum):
    """How values are divided into classes."""

    QUANTILE = "quantile"  # about equally many areas in each class (quantiles of type 7)
    EQUAL = "equal"  # classes of equal width
    NATURAL = "natural"  # least squared deviation within the classes (Fisher, Jenks)
    DEVIATION = "deviation"  # bounds one standard deviation (ddof 0) apart, around the mean
    FIXED = "fixed"  # bounds the catalogue gives
    OWN = "own"  # bounds somebody typed in
    SPLIT = "split"  # one bound: up to it, and above


def class_breaks(
    values: FloatArray, scheme: Scheme, classes: int, decimals: int, own: Sequence[float] = ()
) -> list[float]:
    """Upper bounds of up to `classes` classes, rising; the last one is the largest value.

    values: any shape. own: bounds for FIXED, OWN and SPLIT, kept as they are; a last class is added for values above them.
    """
    numbers = np.round(values[np.isfinite(values)], decimals)
    if numbers.size == 0:
        return []
    highest = float(numbers.max())
    if scheme in (Scheme.FIXED, Scheme.OWN, Scheme.SPLIT) and own:
        bounds = sorted(set(own))
        return bounds if bounds[-1] >= highest else [*bounds, highest]
    inner = np.round(_inner_bounds(numbers, scheme, classes), decimals)
    between = inner[(inner >= numbers.min()) & (inner < highest)]
    return [*(float(bound) for bound in np.unique(between)), highest]


def diverging_breaks(values: FloatArray, classes: int, decimals: int) -> list[float]:
    """Upper bounds of classes of change, as many below 0 as above it: the middle class is number `len(breaks) // 2`.

    values: changes, any shape. classes: 3, 5 or 7; an even number is raised by one. The bounds are plus and minus 1/k, 3/k, …
    of what 95 of 100 changes do not exceed: steps of equal width that a few extreme areas do not stretch, and that
    tell areas apart also where nearly all have moved the same way. The last entry is the largest |change|.
    Bounds lie half a printed unit beyond a printable number (0.55 for 0.5): no value is equal to a bound, so a fall of
    0.5 and a rise of 0.5 are always equally far from the middle, and the middle class always holds 0.
    Ties take a class from both sides. All equal and not 0, or one area: fall, no change, rise. All 0: the middle alone.
    No values: empty.
    """
    sizes = np.abs(np.round(values[np.isfinite(values)], decimals))
    if sizes.size == 0:
        return []
    largest, steps = float(sizes.max()), max(classes | 1, 3)
    reach = np.quantile(sizes, MOST_CHANGES)
    inner = np.unique(np.round(reach * np.arange(1, steps - 1, 2) / steps, decimals))
    inner = inner[inner < largest]
    if inner.size == 0:
        inner = np.zeros(1 if largest > 0 else 0)
    bounds = [round(float(bound) + 0.5 * 10**-decimals, decimals + 1) for bound in inner]
    return [*(-bound for bound in reversed(bounds)), *bounds, largest]


def _inner_bounds(numbers: FloatArray, scheme: Scheme, classes: int) -> FloatArray:
    shares = np.arange(1, classes) / classes
    if scheme is Scheme.EQUAL:
        return np.asarray(numbers.min() + shares * (numbers.max() - numbers.min()))
    if scheme is Scheme.NATURAL:
        return natural_breaks(numbers, classes)[:-1]
    if scheme is Scheme.DEVIATION:
        return np.asarray(numbers.mean() + numbers.std() * (np.arange(classes - 1) - (classes - 2) / 2))
    return np.quantile(numbers, shares)


def assign(values: FloatArray, breaks: list[float], decimals: int) -> npt.NDArray[np.int_]:
    """Class of each value, 0 the lowest; `NO_CLASS` where the value is missing."""
    classes = np.searchsorted(np.array(breaks), np.round(values, decimals), side="left")
    return np.where(np.isfinite(values), np.minimum(classes, len(breaks) - 1), NO_CLASS)
