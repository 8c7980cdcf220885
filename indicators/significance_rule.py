"""Significance rule: the deviations of all indicators from the county, pooled to one z that chance can be held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from indicators.assumptions import Choices, weights_of
from indicators.attention import Attention, Judge, OfItsIndicators, Verdicts, completed
from indicators.deviations import completed_errors, deviations
from indicators.evidence import Evidence
from indicators.false_discovery import benjamini_hochberg
from indicators.intervals import normal_quantile
from indicators.sampling import Draws
from indicators.shapes import BoolArray, FloatArray
from indicators.status_dynamics import MINIMUM_AREAS


@dataclass(frozen=True)
class SignificanceRule(OfItsIndicators):
    """Pooled z unfavourable, secured at `confidence` (method "confidence") or among a share of at most `false_discovery`
    chance findings in all areas (method "bh", Benjamini–Hochberg; both sides are one family).

    z = Σ w·zⱼ / √(Σ Σ wⱼ·wₖ·rⱼₖ), the weighted sum of the z of `deviations` over its standard deviation. zⱼ has variance 1
    where the area is like the county; rⱼₖ is the correlation between two indicators over the areas judged. It is larger
    than that of chance alone, because true differences go together too: the pooled z is on the careful side. Below 0 it
    counts as 0; with fewer than 20 areas, or where an indicator does not vary, it cannot be estimated and counts as 1.
    Source: Stouffer et al. (1949), The American Soldier I, p. 45 (sum of z); Strube (1985), Psychological Bulletin
    97:334–341 (results that are not independent); z against the benchmark: Spiegelhalter (2005), as in PHE/OHID.
    """

    indicators: tuple[str, ...] = ()
    confidence: float = 99.8
    method: str = "confidence"
    false_discovery: float = 0.05
    weights: tuple[tuple[str, float], ...] = ()
    version: int = 1
    name: ClassVar[str] = "significance"
    knows: ClassVar[tuple[str, ...]] = ("chance", "weights", "leave_one_out")

    def assess(self, evidence: Evidence) -> Attention:
        """Index: the pooled z, high = unfavourable. An area with a missing indicator is not evaluated.

        distance, in standard errors: z less the z from which on the rule flags. Contributions: the indicators' parts of
        z; drivers: those above 0, against: those below.
        """
        found = evidence.only(self.considered(evidence))
        single = deviations(found)[list(self.indicators)]
        weights = weights_of(self.indicators, self.weights)
        parts = single.mul(weights).div(float(np.sqrt(weights @ correlations(single) @ weights)))
        z = parts.sum(axis=1, skipna=False, min_count=1)
        judged = pd.DataFrame(
            {
                "evaluated": z.notna(),
                "flagged": self._flagged(z),
                "index": z,
                "distance": z - self._border(z.to_numpy()[None, :])[0],
            }
        )
        contributions = parts.where(z.notna()).reindex(evidence.values.index)
        table = completed(judged, evidence.values.index)
        return Attention(self, table, contributions, contributions > 0, contributions < 0)

    def judge(self, evidence: Evidence) -> Judge:
        """The pooled z of the true values, with the errors and correlations of the published ones."""
        related = correlations(deviations(evidence)[list(self.indicators)])
        errors = completed_errors(evidence)
        per_unit = {name: (1 / error.where(error > 0)).to_numpy() for name, error in errors.items()}
        benchmark = -evidence.polarity * evidence.benchmark

        def verdicts(draws: Draws, choices: Choices) -> Verdicts:
            total = np.zeros((len(choices), len(errors)))
            for position, name in enumerate(self.indicators):
                away = draws.values(name) - benchmark[name]
                single = np.where(away == 0, 0.0, away * per_unit[name]) if len(away) == 1 else away * per_unit[name]
                total += choices.weights[:, [position]] * single
            z = total / np.sqrt(np.einsum("dj,jk,dk->d", choices.weights, related, choices.weights))[:, None]
            return Verdicts(z, self._beyond(z, self._border(z)))

        return verdicts

    def _flagged(self, z: pd.Series) -> pd.Series:
        if self.method == "bh":
            return pd.Series(benjamini_hochberg(2 * ndtr(-z.abs())) <= self.false_discovery, index=z.index) & (z > 0)
        return z > normal_quantile(self.confidence / 100)

    def _beyond(self, z: FloatArray, border: FloatArray) -> BoolArray:
        """An interval that touches the county's value secures nothing; a p-value equal to its limit does."""
        return np.asarray(z >= border if self.method == "bh" else z > border, dtype=np.bool_)

    def _border(self, z: FloatArray) -> FloatArray:
        """The z from which on each draw flags, draws × 1; where nobody is, the z that the first would need."""
        if self.method != "bh":
            return np.full((len(z), 1), normal_quantile(self.confidence / 100))
        judged = -np.sort(-np.abs(z[:, ~np.isnan(z[0])]), axis=1)
        areas = judged.shape[1]
        needed = -ndtri(self.false_discovery * np.arange(1, areas + 1) / (2 * max(areas, 1)))
        reached = np.where(judged >= needed, np.arange(areas), 0).max(axis=1, initial=0)
        return needed[reached][:, None] if areas else np.full((len(z), 1), np.inf)


def correlations(deviations_: pd.DataFrame) -> FloatArray:
    """Correlation of every two indicators over the areas that have both, between 0 and 1; see `SignificanceRule`.

    >>> import pandas as pd
    >>> z = pd.DataFrame({"A": np.arange(25.0), "B": np.arange(25.0) ** 2, "C": -np.arange(25.0)})
    >>> correlations(z).round(3).tolist()
    [[1.0, 0.966, 0.0], [0.966, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    found = deviations_.corr(min_periods=MINIMUM_AREAS).fillna(1.0).to_numpy(dtype=np.float64, copy=True)
    np.fill_diagonal(found, 1.0)
    return np.asarray(np.clip(found, 0.0, 1.0), dtype=np.float64)
