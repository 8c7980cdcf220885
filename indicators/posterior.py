"""The true values behind the published ones: what the counts of an area and those of all others leave open.

A rate of few people that looks extreme is more often too extreme than too mild: drawing counts around the observed rate
would repeat its error and be too sure of itself. Therefore the true rate is drawn, from its posterior under a prior that
all areas give together (empirical Bayes): beta-binomial for shares, gamma-Poisson for rates, normal for what has only an
interval. The prior mean of an area follows its other indicators by a straight line, because where one is unfavourable
the others mostly are. Values without an interval stay as they are.
Source: Morris (1983), JASA 78:47–65 (empirical Bayes); Fay & Herriot (1979), JASA 74:269–277 (prior means on a line);
moments: Marshall (1991), Applied Statistics 40:283–294.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.catalogue import Method
from indicators.evidence import Evidence
from indicators.intervals import normal_quantile
from indicators.prior import expected_values, variance_between
from indicators.random_rates import random_beta, random_gamma
from indicators.shapes import FloatArray

WIDTH95 = 2 * normal_quantile(0.95)  # a 95 % interval in standard errors
LEAST = 0.1  # no prior mean below this part of the common one


@dataclass(frozen=True)
class Posterior:
    """What is known of the true value of each area. kind: "beta", "gamma", "normal" or "fixed".

    first, second: shapes of the beta, shape and rate of the gamma, mean and SD of the normal, the value and nothing.
    factor: unit of the indicator, below 0 where high is favourable: drawn values are turned, high = unfavourable.
    """

    kind: str
    first: FloatArray
    second: FloatArray
    factor: float

    def draw(self, rng: np.random.Generator, draws: int) -> FloatArray:
        """draws × areas, NaN for areas without a value; one row for fixed values."""
        if self.kind == "fixed":
            return self.first[None, :] * self.factor
        known = ~np.isnan(self.first)
        found = _drawn(self.kind, rng, self.first[known], self.second[known], draws) * self.factor
        if known.all():
            return found
        filled = np.full((draws, len(known)), np.nan)
        filled[:, known] = found
        return filled


def posterior(evidence: Evidence, indicator: str, chance: bool = True) -> Posterior:
    """Posterior of an indicator's true values in the areas of the evidence; chance False: the values as they are.

    A stand-in is no observation: there the prior holds around the stand-in's value. A missing value stays missing.
    All rates equal: the prior is narrow, never without any width. Fewer than 20 areas or no other indicator: all areas
    have the same prior mean.

    >>> import pandas as pd
    >>> from dataclasses import replace
    >>> from indicators.evidence import evidence_of_values
    >>> known = evidence_of_values(pd.DataFrame({"A": [10.0, 30.0]}), {"A": -1})
    >>> posterior(known, "A").draw(np.random.default_rng(1), 5).tolist()
    [[10.0, 30.0]]
    >>> counted = replace(known, counts=pd.DataFrame({"A": [10, 30]}), bases=pd.DataFrame({"A": [100, 100]}),
    ...                   methods=pd.Series({"A": Method.PROPORTION}), per=pd.Series({"A": 100.0}))
    >>> low, high = posterior(counted, "A").draw(np.random.default_rng(1), 10000).mean(axis=0)
    >>> bool(10 < low < 15 < 25 < high < 30)  # drawn towards the common 20 %
    True
    """
    values = evidence.values[indicator].to_numpy(dtype=np.float64)
    turn = -float(evidence.polarity[indicator])
    method, own = evidence.methods[indicator], evidence.own(indicator)
    if not chance or method not in (Method.PROPORTION, Method.RATE, Method.STANDARDISED) or not own.any():
        return Posterior("fixed", values, values, turn)
    others = _others(evidence, indicator)
    if method == Method.STANDARDISED:
        width = (evidence.published.upper95 - evidence.published.lower95)[indicator].to_numpy(dtype=np.float64)
        return _normal(values, np.where(own, width / WIDTH95, np.nan), others, turn)
    per = float(evidence.per[indicator])
    x, n = (np.where(own, table[indicator], np.nan) for table in (evidence.counts, evidence.bases))
    make = _beta if method == Method.PROPORTION else _gamma
    return make(values / per, x, n, others, turn * per)


def change_posterior(evidence: Evidence, indicator: str, chance: bool = True) -> Posterior:
    """Posterior of an indicator's true change; normal, with the mean and variance of all areas' changes as prior.

    Drawn apart from the value itself: that both share the later year's chance is left out. A change without a standard
    error while others have one is a stand-in; where none has one, the changes are taken as they are.
    """
    changes = evidence.changes[indicator].to_numpy(dtype=np.float64)
    errors = np.where(np.isnan(changes), np.nan, evidence.change_errors[indicator])
    turn = -float(evidence.polarity[indicator])
    if not chance or np.isnan(errors).all():
        return Posterior("fixed", changes, changes, turn)
    return _normal(changes, errors, np.full(len(changes), np.nan), turn)


def _others(evidence: Evidence, indicator: str) -> FloatArray:
    """Mean z of the other indicators of each area; NaN where there is none."""
    rest = evidence.turned(evidence.values.drop(columns=indicator))
    spread = rest.std(ddof=0)
    return np.asarray(((rest - rest.mean()) / spread.where(spread > 0)).mean(axis=1), dtype=np.float64)


def _beta(rates: FloatArray, x: FloatArray, n: FloatArray, others: FloatArray, factor: float) -> Posterior:
    common = (np.nansum(x) + 1 / 2) / (np.nansum(n) + 1)  # never 0 or 1
    least, most = LEAST * common, 1 - LEAST * (1 - common)
    mean = np.clip(expected_values(rates, n, others), least, most)
    chance = mean * (1 - mean)
    strength = max(np.mean(chance) / variance_between(x / n - mean, n, chance) - 1, 1.0)
    centre = np.where(np.isnan(x), np.clip(rates, least, most), mean)
    cases, rest = np.nan_to_num(x), np.maximum(np.nan_to_num(n - x), 0.0)  # rounded counts may exceed their base
    return Posterior("beta", centre * strength + cases, (1 - centre) * strength + rest, factor)


def _gamma(rates: FloatArray, x: FloatArray, n: FloatArray, others: FloatArray, factor: float) -> Posterior:
    common = (np.nansum(x) + 1 / 2) / np.nansum(n)
    mean = np.maximum(expected_values(rates, n, others), LEAST * common)
    strength = max(np.mean(mean) / variance_between(x / n - mean, n, mean), 1 / common)
    centre = np.where(np.isnan(x), np.maximum(rates, LEAST * common), mean)
    return Posterior("gamma", centre * strength + np.nan_to_num(x), strength + np.nan_to_num(n), factor)


def _normal(values: FloatArray, errors: FloatArray, others: FloatArray, factor: float) -> Posterior:
    """errors: standard errors, NaN for stand-ins and missing values."""
    own = ~np.isnan(errors)
    expected = expected_values(values, np.where(own, 1.0, np.nan), others)
    between = variance_between(values - expected, np.where(own, 1.0, np.nan), np.where(own, errors, 0.0) ** 2)
    weight: FloatArray = between / (between + np.where(own, errors, 0.0) ** 2)
    mean = np.where(own, weight * values + (1 - weight) * expected, values)
    return Posterior("normal", mean, np.where(own, np.sqrt(weight) * errors, np.sqrt(between)), factor)


def _drawn(kind: str, rng: np.random.Generator, first: FloatArray, second: FloatArray, draws: int) -> FloatArray:
    if kind == "beta":
        return random_beta(rng, first, second, draws)
    if kind == "gamma":
        return random_gamma(rng, first, draws) / second
    return rng.normal(first, second, size=(draws, len(first)))
