"""Direct standardisation: the rate an area would have with the age structure of a standard population."""

from __future__ import annotations

import numpy as np

from indicators.intervals import poisson
from indicators.rates import Estimate
from indicators.shapes import FloatArray

MINIMUM_EVENTS = 10  # fewer events in total give no value, as in PHE/OHID


def direct(counts: FloatArray, bases: FloatArray, weights: FloatArray, per: float = 100_000.0) -> Estimate:
    """Directly standardised rate with Dobson's limits.

    counts, bases: shape (age bands, …). weights: standard population by age band, in the same order as the bands.
    Fewer than 10 events in total: NaN. A missing band or a band with base 0 makes the area missing.
    Source: Dobson et al. (1991), Statistics in Medicine 10:457–462; event limits after Byar/exact as in `intervals`.
    """
    share = (weights / weights.sum()).reshape(-1, *[1] * (counts.ndim - 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = (share * counts / bases).sum(axis=0)
        variance = (share**2 * counts / bases**2).sum(axis=0)
    events = counts.sum(axis=0)
    usable = (bases > 0).all(axis=0) & (events >= MINIMUM_EVENTS)
    value, variance = np.where(usable, value, np.nan), np.where(usable, variance, np.nan)
    safe_events = np.where(usable, events, np.nan)
    limits: list[FloatArray] = []
    for confidence in (0.95, 0.998):
        for limit in poisson(safe_events, confidence):
            limits.append((value + np.sqrt(variance / safe_events) * (limit - safe_events)) * per)
    return Estimate(value * per, *limits)
