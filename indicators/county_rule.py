"""County rule: at least k of n indicators unfavourable against the county, statistically secured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from indicators.assumptions import Choices
from indicators.attention import Attention, Judge, OfItsIndicators, Verdicts, completed
from indicators.change import limits_at
from indicators.deviations import critical_values
from indicators.evidence import Evidence
from indicators.intervals import normal_quantile
from indicators.normalise import normalise
from indicators.sampling import Draws
from indicators.shapes import FloatArray


@dataclass(frozen=True)
class CountyRule(OfItsIndicators):
    """At least k of the indicators unfavourable, each secured at `confidence` (95 or 99.8 %).

    It counts: every indicator has the same weight. A hidden value counts neither for nor against.
    """

    indicators: tuple[str, ...] = ()
    k: int = 1
    confidence: float = 99.8
    version: int = 1
    name: ClassVar[str] = "county"
    knows: ClassVar[tuple[str, ...]] = ("chance", "leave_one_out", "k")
    weights: ClassVar[tuple[tuple[str, float], ...]] = ()

    def assess(self, evidence: Evidence) -> Attention:
        """Index: how many indicators are unfavourable and secured.

        distance, in standard errors: how far the k-th strongest indicator lies beyond its own limit of security; where it is
        below 0, so much is missing there. NaN where fewer than k indicators can be judged. distance_in_indicators, a
        further column: how many would have to fall away (above 0) or to be added (below 0) until the flag changes.
        Contributions: z over the considered areas. Drivers: the secured deviations; against: the favourable ones.
        """
        found = evidence.only(self.considered(evidence))
        unfavourable, favourable = _secured(found, self.confidence)
        counted = unfavourable.sum(axis=1).astype(float)
        evaluated = found.published.value.notna().any(axis=1)
        flagged = evaluated & (counted >= self.k)
        judged = pd.DataFrame(
            {
                "evaluated": evaluated,
                "flagged": flagged,
                "index": counted.where(evaluated),
                "distance": _nth(self._margins(found), self.k),
                "distance_in_indicators": (counted - self.k + flagged).where(evaluated),
            }
        )
        areas = evidence.values.index
        drivers, against = (each.reindex(areas).eq(True) for each in (unfavourable, favourable))
        return Attention(self, completed(judged, areas), _contributions(found).reindex(areas), drivers, against)

    def judge(self, evidence: Evidence) -> Judge:
        """A true value counts where it would be secured if it had been observed on the area's base."""
        limits = {name: limit.to_numpy() for name, limit in critical_values(evidence, self.confidence).items()}
        judged = evidence.published.value.notna().any(axis=1).to_numpy()

        def verdicts(draws: Draws, choices: Choices) -> Verdicts:
            counted = np.zeros((len(choices), len(judged)))
            for position, name in enumerate(self.indicators):
                counted += (draws.values(name) > limits[name]) & (choices.weights[:, [position]] > 0)
            needed = np.maximum(self.k + choices.k, 1)[:, None]
            return Verdicts(np.where(judged, counted, np.nan), counted >= needed)

        return verdicts

    def _margins(self, found: Evidence) -> pd.DataFrame:
        """By how many standard errors each value lies beyond its limit of security."""
        limits = critical_values(found, self.confidence)
        reach = limits - (-found.polarity * found.benchmark).reindex(limits.columns)
        value = found.turned(found.published.value)
        return normal_quantile(self.confidence / 100) * (value - limits) / reach.where(reach > 0)


def _secured(found: Evidence, confidence: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Where the interval lies on the unfavourable side of the benchmark, and where on the favourable one."""
    lower, upper = limits_at(found.published, confidence)
    above, below = lower.gt(found.benchmark, axis=1), upper.lt(found.benchmark, axis=1)
    high_is_bad = (found.polarity.reindex(above.columns) < 0).to_numpy()

    def chosen(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
        return pd.DataFrame(np.where(high_is_bad, first, second), index=above.index, columns=above.columns)

    return chosen(above, below), chosen(below, above)


def _contributions(found: Evidence) -> pd.DataFrame:
    values = found.published.value
    varying = values.loc[:, lambda frame: frame.max() > frame.min()]
    scores = normalise(varying, polarity=found.polarity).reindex(columns=values.columns)
    # A secured deviation where all considered areas agree has no z; it still counts, at the end of the reasons.
    return scores.where(scores.notna(), 0.0).where(values.notna())


def _nth(margins: pd.DataFrame, n: int) -> FloatArray:
    """The n-th largest of each row; NaN where there are fewer."""
    numbers = np.sort(-margins.to_numpy(dtype=np.float64), axis=1)  # NaN goes last
    return -numbers[:, n - 1] if n <= numbers.shape[1] else np.full(len(numbers), np.nan)
