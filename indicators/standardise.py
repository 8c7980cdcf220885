"""Standardisation: what an area's events mean once its age structure is taken into account."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.intervals import poisson
from indicators.rates import Estimate
from indicators.shapes import FloatArray, as_floats
from indicators.strata import by_area, by_band, refuse_negative, strata, totals

MINIMUM_EVENTS = 10  # fewer events in total give no value, as in PHE/OHID


def direct(counts: Any, base: Any, standard: Any, per: float = 100_000.0, squares: Any = None) -> Estimate:
    """Directly standardised rate: the rate an area would have with the age structure of a standard population.

    counts, base: events and people, age bands on the last axis. Tables (areas × bands) are joined by the names of areas
    and bands; standard is then a Series or a dict by band and may have more bands than the counts. Arrays (…, bands)
    take the standard in the same order. Tables give Series by area, arrays lose their last axis.
    squares: Σ f²·persons with f events per person, where events of one person are not independent; same shape as
    counts; None for independent events.
    Limits after Dobson, with the limits of the event total from `intervals.poisson`; below 0 they end at 0, as no rate
    is negative. Fewer than 10 events in total: all NaN. A missing band or one with base 0 makes the area missing;
    0 events in a band are no special case. Missing squares: no limits.
    Raises DataError where counts or base are negative, naming the areas; ValueError naming a band without base or
    weight, for weights that are no weights and for squares below the counts.
    Source: Dobson et al. (1991), Statistics in Medicine 10:457–462; squares: PHE/OHID, PHEindicatormethods (phe_dsr).

    >>> import pandas as pd
    >>> events = pd.DataFrame({"0-64": [20.0], "65+": [5.0]}, index=["Eitorf"])
    >>> people = pd.DataFrame({"65+": [500.0], "0-64": [1000.0]}, index=["Eitorf"])
    >>> found = direct(events, people, {"65+": 3, "0-64": 1}, per=1000)
    >>> found.value.to_dict(), found.lower95.round(2).tolist(), found.upper95.round(2).tolist()
    ({'Eitorf': 12.5}, [6.26], [20.92])
    """
    x, n, share = strata(counts, counts), strata(counts, base), _shares(counts, standard)
    refuse_negative("count_negative", counts, x)
    refuse_negative("base_not_positive", counts, n)
    n = np.where(n > 0, n, np.nan)
    value = (share * x / n).sum(axis=-1)
    variance = (share**2 * _spread(counts, squares) / n**2).sum(axis=-1)
    events = x.sum(axis=-1)
    events = np.where((events >= MINIMUM_EVENTS) & ~np.isnan(value), events, np.nan)
    value = np.where(np.isnan(events), np.nan, value)
    limits = [
        np.maximum(value + np.sqrt(variance / events) * (limit - events), 0.0)
        for confidence in (0.95, 0.998)
        for limit in poisson(events, confidence)
    ]
    return Estimate(*(by_area(counts, numbers * per) for numbers in (value, *limits)))


def expected(base: Any, reference: Any) -> Any:
    """Events an area would have at the rates of the reference: Σ reference·base.

    base: people, age bands on the last axis. reference: events per person by band, joined as in `direct`.
    A band without people adds nothing; a missing one makes the area missing. Raises DataError where base < 0, naming
    the areas; ValueError for a band without reference and for a negative reference.

    >>> expected(np.array([[1000.0, 0.0], [200.0, 50.0]]), [0.01, 0.1]).tolist()
    [10.0, 7.0]
    """
    n, rate = strata(base, base), by_band(base, reference)
    refuse_negative("base_not_positive", base, n)
    if (rate < 0).any():
        raise ValueError("a negative rate of the reference")
    return by_area(base, (rate * n).sum(axis=-1))


def indirect(counts: Any, base: Any, reference: Any, per: float = 1.0) -> Estimate:
    """Indirectly standardised ratio (SMR, SIR): observed over expected events, times per.

    counts: events by band, like base, or their totals by area (one axis less, Series for a table), as the method needs
    no more. base, reference: see `expected`; a band may have base 0. per: 1 for a ratio, 100 for percent, the rate of
    the whole reference times its unit for a rate.
    Limits: those of the observed events from `intervals.poisson`, over the expected. 0 events: value and lower limit 0.
    No expected events, a missing count or base: all NaN. Raises DataError where counts or base are negative.
    Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 65–69.

    >>> found = indirect([25.0], np.array([[1000.0, 500.0]]), [0.01, 0.02])
    >>> found.value.tolist(), found.lower95.round(4).tolist(), found.upper95.round(4).tolist()
    ([1.25], [0.8087], [1.8453])
    """
    awaited = as_floats(expected(base, reference))
    awaited = np.where(awaited > 0, awaited, np.nan)
    observed = _observed(counts, base)
    limits = [limit for confidence in (0.95, 0.998) for limit in poisson(observed, confidence)]
    return Estimate(*(by_area(base, numbers / awaited * per) for numbers in (observed, *limits)))


def _observed(counts: Any, base: Any) -> FloatArray:
    by_total = np.ndim(counts) < np.ndim(base)
    x = totals(base, counts)[..., None] if by_total else strata(base, counts)
    refuse_negative("count_negative", base, x)
    return as_floats(x.sum(axis=-1))


def _shares(counts: Any, standard: Any) -> FloatArray:
    weight = by_band(counts, standard)
    if not (weight >= 0).all() or not weight.sum() > 0:
        raise ValueError("weights of a standard population must be 0 or more, and not all 0")
    return as_floats(weight / weight.sum())


def _spread(counts: Any, squares: Any) -> FloatArray:
    x = strata(counts, counts)
    if squares is None:
        return x
    spread = strata(counts, squares)
    if (spread < x).any():
        raise ValueError("squares below the counts: f² is never below f")
    return spread
