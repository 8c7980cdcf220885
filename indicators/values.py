"""From the counts of one level to the values of one indicator, before anything is hidden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.counts import Counts, SignArray
from indicators.pooling import pool
from indicators.rates import Estimate, crude_rate, proportion, quotient
from indicators.shapes import FloatArray
from indicators.signs import Sign
from indicators.standard_population import STANDARDS
from indicators.standardise import direct


@dataclass(frozen=True)
class Values:
    """One indicator at one level; every array has the shape (areas, years).

    count, base: what was divided (pooled where the indicator is pooled). estimate: value and limits in the
    indicator's unit. sign: member of `Sign`; every number of a cell that is not SHOWN is NaN.
    """

    count: FloatArray
    base: FloatArray
    estimate: Estimate
    sign: SignArray


def indicator_values(indicator: Indicator, counts: Counts) -> Values:
    """Values of one indicator for the areas and years of `counts`. A missing count or base leaves its sign, never 0."""
    if indicator.method is Method.STANDARDISED:
        return _standardised(indicator, counts)
    count, sign = _measure(counts, indicator.numerator, indicator.pool)
    if indicator.method in (Method.GIVEN, Method.COUNT):
        return _plain(count, sign, given=indicator.method is Method.GIVEN, per=indicator.per)
    base, base_sign = _measure(counts, indicator.denominator, indicator.pool)
    sign = np.where(sign == Sign.SHOWN, base_sign, sign).astype(np.uint8)
    sign = np.where((sign == Sign.SHOWN) & (base <= 0), Sign.SMALL_BASE, sign).astype(np.uint8)
    return masked(Values(count, base, _estimate(indicator, count, base, sign), sign), sign)


def masked(values: Values, sign: SignArray) -> Values:
    """The same values with every number removed where `sign` is not SHOWN."""
    shown = sign == Sign.SHOWN

    def kept(numbers: FloatArray) -> FloatArray:
        return np.where(shown, numbers, np.nan)

    return Values(kept(values.count), kept(values.base), Estimate(*map(kept, values.estimate)), sign)


def _estimate(indicator: Indicator, count: FloatArray, base: FloatArray, sign: SignArray) -> Estimate:
    method = {Method.PROPORTION: proportion, Method.RATE: crude_rate, Method.RATIO: quotient}[indicator.method]
    usable = sign == Sign.SHOWN
    return method(np.where(usable, count, np.nan), np.where(usable, base, np.nan), indicator.per)


def _plain(count: FloatArray, sign: SignArray, *, given: bool, per: float) -> Values:
    none = np.full_like(count, np.nan)
    value = count if given else count * per
    return masked(Values(none if given else count, none, Estimate(value, none, none, none, none), sign), sign)


def _measure(counts: Counts, measure: str, years: int) -> tuple[FloatArray, SignArray]:
    """Pooled numbers and signs of the total of a measure; ABSENT throughout where the measure was never delivered."""
    shape = counts.values.shape[1:]
    position = counts.positions(measure)[0]
    if position < 0:
        return np.full(shape, np.nan), np.full(shape, Sign.ABSENT, dtype=np.uint8)
    return pool(counts.values[position], counts.signs[position], years)


def _standardised(indicator: Indicator, counts: Counts) -> Values:
    standard = STANDARDS[indicator.standard]
    bands = [str(group) for measure, group in counts.measures if measure == indicator.numerator and group in standard]
    if not bands:
        count, sign = _measure(counts, indicator.numerator, indicator.pool)
        return masked(Values(count, count, Estimate(*[count] * 5), sign), sign)
    events, event_signs = _by_band(counts, indicator.numerator, bands, indicator.pool)
    bases, base_signs = _by_band(counts, indicator.denominator, bands, indicator.pool)
    weights = np.array([standard[band] for band in bands], dtype=np.float64)
    estimate = direct(events, bases, weights, indicator.per)
    sign = np.maximum(event_signs.max(axis=-1), base_signs.max(axis=-1)).astype(np.uint8)
    sign = np.where((sign == Sign.SHOWN) & np.isnan(estimate.value), Sign.NO_EVENTS, sign).astype(np.uint8)
    return masked(Values(events.sum(axis=-1), bases.sum(axis=-1), estimate, sign), sign)


def _by_band(counts: Counts, measure: str, bands: list[str], years: int) -> tuple[FloatArray, SignArray]:
    """Pooled numbers and signs of the shape (areas, years, bands)."""
    positions = counts.positions(measure, bands)
    values = np.where((positions >= 0)[:, None, None], counts.values[positions], np.nan)
    signs = np.where((positions >= 0)[:, None, None], counts.signs[positions], Sign.ABSENT).astype(np.uint8)
    pooled, pooled_signs = pool(values, signs, years)
    return np.moveaxis(pooled, 0, -1), np.moveaxis(pooled_signs, 0, -1)
