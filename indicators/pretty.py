"""Round bounds: steps of 1, 2 or 5 times a power of ten, as a person would choose them.

Becker, Chambers & Wilks (1988), The New S Language, Wadsworth & Brooks/Cole; the same bounds as pretty() of R.
"""

from __future__ import annotations

import math

import numpy as np

from indicators.shapes import FloatArray

STEPS = (2, 5, 10)
# How much further a rounder step may be from the wanted one before the finer step is kept: R's high.u.bias, u5.bias.
PREFERENCES = (1.5, 2.75, 1.5)
ROUNDING = 1e-7


def pretty(lowest: float, highest: float, classes: int) -> FloatArray:
    """Equally distant round numbers that span lowest … highest in about `classes` steps.

    The first is at most `lowest`, the last at least `highest`. Their number may differ from `classes` + 1: roundness
    comes first. highest ≤ lowest (all values equal) or classes < 1: ValueError.

    >>> pretty(2.1, 33.3, 5).tolist()
    [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0]
    """
    if not (highest > lowest and classes >= 1):
        raise ValueError("round bounds need two different ends and at least one class")
    step = _round_step((highest - lowest) / classes)
    first, last = math.floor(lowest / step + ROUNDING), math.ceil(highest / step - ROUNDING)
    return np.arange(float(first), last + 1) * step


def pretty_inside(lowest: float, highest: float, classes: int, most: int) -> FloatArray:
    """The round bounds between the two ends, which are no bounds themselves, for `most` classes at most.

    Where the division into `classes` has too many, that into fewer is taken. Errors as in `pretty`.

    >>> pretty_inside(2.1, 33.3, 5, most=7).tolist(), pretty_inside(2.1, 33.3, 5, most=6).tolist()
    ([5.0, 10.0, 15.0, 20.0, 25.0, 30.0], [10.0, 20.0, 30.0])
    """
    for number in range(classes, 0, -1):
        bounds = pretty(lowest, highest, number)
        inside = bounds[(bounds > lowest) & (bounds < highest)]
        if inside.size < most:
            break
    return inside


def _round_step(wanted: float) -> float:
    """The round number whose steps come closest to the wanted width, rounder ones preferred."""
    base = 10.0 ** math.floor(math.log10(wanted))
    step = base
    for factor, preference in zip(STEPS, PREFERENCES, strict=True):
        if factor * base - wanted >= preference * (wanted - step):
            break
        step = factor * base
    return step
