"""How much areas differ beyond what the chance in each of them explains."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import FloatArray, as_floats

ROUNDS = 100  # the steps grow quadratically small; twenty are usual
CLOSE = 1e-12  # in relation to the variances


def paule_mandel(effects: Any, variances: Any) -> FloatArray:
    """Variance τ² between the areas of the last axis, in the square of the unit of the effects; one number for each row.

    The τ² ≥ 0 at which the squared distances from the weighted mean, with weights 1/(v + τ²), add up to their number of
    degrees of freedom. 0 where chance alone explains them; a missing effect or variance counts for nothing, less than
    two areas: NaN.
    Source: Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87, 377–385; steps as in DerSimonian & Kacker (2007),
    Contemp. Clin. Trials 28, 105–114.

    >>> paule_mandel([0.0, 4.0, 8.0], [1.0, 1.0, 1.0]).round(6).item()  # sample variance 16 = 1 + 15
    15.0
    """
    effect, variance = np.broadcast_arrays(as_floats(effects), as_floats(variances))
    known = np.isfinite(effect) & np.isfinite(variance)
    free = known.sum(axis=-1) - 1
    y, v = np.where(known, effect, 0.0), np.where(known, variance, 1.0)
    between = np.zeros(y.shape[:-1])
    for _ in range(ROUNDS):
        weights = known / (v + between[..., None])
        squares = (y - weighted_mean(y, weights)[..., None]) ** 2
        slope = (weights**2 * squares).sum(axis=-1)
        excess = (weights * squares).sum(axis=-1) - free
        step = np.divide(excess, slope, out=np.zeros_like(slope), where=slope > 0)
        moved = np.maximum(between + step, 0.0)
        done = np.abs(moved - between) <= CLOSE * (v.max(axis=-1) + moved)
        between = moved
        if done.all():
            break
    return np.where(free > 0, between, np.nan)


def weighted_mean(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Mean over the last axis; NaN where no weight is above 0."""
    total = weights.sum(axis=-1)
    found = np.divide((weights * values).sum(axis=-1), total, out=np.full_like(total, np.nan), where=total > 0)
    return np.asarray(found, dtype=np.float64)
