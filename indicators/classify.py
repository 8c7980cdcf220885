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
from indicators.pretty import pretty_inside
from indicators.shapes import FloatArray

NO_CLASS = -1
MOST_CLASSES = 7
MOST_CHANGES = 0.95  # share of the changes that the steps of `diverging_breaks` cover


class Scheme(StrEnum):
    """How values are divided into classes."""

    QUANTILE = "quantile"  # about equally many areas in each class (quantiles of type 7)
    EQUAL = "equal"  # classes of equal width
    NATURAL = "natural"  # least squared deviation within the classes (Fisher, Jenks)
    DEVIATION = "deviation"  # bounds one standard deviation (sample, ddof 1) apart, around the mean
    PRETTY = "pretty"  # round bounds; their number may differ from the classes asked for
    FIXED = "fixed"  # bounds the catalogue gives
    OWN = "own"  # bounds somebody typed in
    SPLIT = "split"  # one bound: up to it, and above


def class_breaks(
    values: FloatArray, scheme: Scheme, classes: int, decimals: int, own: Sequence[float] = ()
) -> list[float]:
    """Upper bounds of up to `classes` classes, rising; the last one is the largest value.

    values: any shape. own: bounds for FIXED, OWN and SPLIT, kept as they are; a last class is added for values above
    them. PRETTY may give more classes than asked for, at most `MOST_CLASSES`. All equal, or one area: one class.

    >>> class_breaks(np.array([2.1, 4.0, 8.8, np.nan, 33.3]), Scheme.PRETTY, 5, decimals=1)
    [5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 33.3]
    """
    numbers = np.round(values[np.isfinite(values)], decimals)
    if numbers.size == 0:
        return []
    highest = float(numbers.max())
    if scheme in (Scheme.FIXED, Scheme.OWN, Scheme.SPLIT) and own:
        bounds = sorted(set(own))
        return bounds if bounds[-1] >= highest else [*bounds, highest]
    if highest == numbers.min():
        return [highest]
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

    >>> diverging_breaks(np.array([-4.0, -1.0, 0.0, 2.0, 4.0]), 3, decimals=1)
    [-1.35, 1.35, 4.0]
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
        return np.asarray(numbers.mean() + numbers.std(ddof=1) * (np.arange(classes - 1) - (classes - 2) / 2))
    if scheme is Scheme.PRETTY:
        return pretty_inside(float(numbers.min()), float(numbers.max()), classes, MOST_CLASSES)
    return np.quantile(numbers, shares)


def assign(values: FloatArray, breaks: list[float], decimals: int) -> npt.NDArray[np.int_]:
    """Class of each value, 0 the lowest; `NO_CLASS` where the value is missing. A value on a bound is in the lower class.

    >>> assign(np.array([0.0, 5.0, 5.1, np.nan]), [5.0, 10.0], decimals=1).tolist()
    [0, 0, 1, -1]
    """
    classes = np.searchsorted(np.array(breaks), np.round(values, decimals), side="left")
    return np.where(np.isfinite(values), np.minimum(classes, len(breaks) - 1), NO_CLASS)
