"""MSS rule: status and dynamics of an area among all areas, after the Berlin Monitoring Soziale Stadtentwicklung."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from indicators.assumptions import Choices, weights_of
from indicators.attention import Attention, Judge, Verdicts, completed
from indicators.evidence import Evidence
from indicators.normalise import normalise
from indicators.sampling import Draws
from indicators.scales import scores, standardised
from indicators.shapes import FloatArray
from indicators.status_dynamics import MINIMUM_AREAS, ROUNDING, Dynamics, Status, status_dynamics


@dataclass(frozen=True)
class MssRule:
    """Status "sehr niedrig" with any dynamics, or status "niedrig" with negative dynamics.

    dynamics_years: change over so many years, 0 where the dynamics indicators are changes already. outliers: areas left
    out by name, like those below the minimum of inhabitants, before mean and SD are taken. weights: of an indicator in
    both sums. low, very_low, negative: borders of the classes, in SD of the index; the MSS has 1, 1.5 and 1.
    Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 and 2015.
    """

    status: tuple[str, ...] = ()
    dynamics: tuple[str, ...] = ()
    dynamics_years: int = 2
    outliers: tuple[str, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()
    low: float = 1.0
    very_low: float = 1.5
    negative: float = 1.0
    version: int = 1
    name: ClassVar[str] = "mss"
    knows: ClassVar[tuple[str, ...]] = ("chance", "weights", "normalisation", "leave_one_out", "population")

    @property
    def indicators(self) -> tuple[str, ...]:
        return self.status

    @property
    def inputs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.status, *self.dynamics)))

    def considered(self, evidence: Evidence) -> pd.Index:
        areas = evidence.considered.index[evidence.considered.astype(bool)]
        return areas[~areas.isin(self.outliers)]

    def assess(self, evidence: Evidence) -> Attention:
        """Index: the status index.

        distance, in SD of the index: the larger of "status index − very_low" and "the smaller of status index − low and
        dynamics index − negative"; by so much at least one index would have to move until the flag changes. NaN
        below 20 areas, where there are no classes. Contributions: weight · z, against: those below 0.
        A constant indicator raises DataError that names it.
        """
        found = evidence.only(self.considered(evidence))
        values, changes = found.values[list(self.status)], found.changes
        weights = dict(zip(self.inputs, weights_of(self.inputs, self.weights), strict=True))
        rated = status_dynamics(
            values, changes, found.polarity, weights,
            (-self.low, self.low, self.very_low), (-self.negative, self.negative),
        )  # fmt: skip
        status, dynamics = rated["status"], rated["dynamics"]
        judged = pd.DataFrame(
            {
                "evaluated": rated["status_index"].notna(),
                "flagged": (status == Status.VERY_LOW) | ((status == Status.LOW) & (dynamics == Dynamics.NEGATIVE)),
                "index": rated["status_index"],
                "distance": self._distance(
                    rated["status_index"].where(status != "").to_numpy(),
                    rated["dynamics_index"].where(dynamics != "").to_numpy(),
                ),
                "status": status,
                "dynamics": dynamics,
                "dynamics_index": rated["dynamics_index"],
            }
        )
        areas = evidence.values.index
        contributions = normalise(values, polarity=found.polarity) * pd.Series(weights)[list(self.status)]
        contributions = contributions.reindex(areas)
        return Attention(self, completed(judged, areas), contributions, contributions > 0, contributions < 0)

    def judge(self, evidence: Evidence) -> Judge:
        """The rule among the true values: mean and SD are those of the same draw."""
        people = evidence.inhabitants.to_numpy(dtype=np.float64)

        def verdicts(draws: Draws, choices: Choices) -> Verdicts:
            status = self._index(self.status, draws.values, choices, people)
            dynamics = self._index(draws.changing, draws.changes, choices, people)
            return Verdicts(status, self._distance(_classified(status), _classified(dynamics)) > 0)

        return verdicts

    def _index(
        self, names: tuple[str, ...], drawn: Callable[[str], FloatArray], choices: Choices, people: FloatArray
    ) -> FloatArray:
        total = np.full((len(choices), len(people)), 0.0 if names else np.nan)
        weights = choices.weights[:, [self.inputs.index(name) for name in names]]
        weights = np.where(weights.any(axis=1, keepdims=True), weights, 1.0)  # the last indicator is never left out
        for position, name in enumerate(names):
            total += weights[:, [position]] * scores(drawn(name), choices, people)
        return standardised(total, choices.population, people, ROUNDING)

    def _distance(self, status: FloatArray, dynamics: FloatArray) -> FloatArray:
        low = np.minimum(status - self.low, np.where(np.isnan(dynamics), -np.inf, dynamics - self.negative))
        return np.where(np.isnan(status), np.nan, np.maximum(status - self.very_low, low))


def _classified(index: FloatArray) -> FloatArray:
    """The index where there are areas enough for classes; NaN elsewhere. Missing areas are the same in every draw."""
    enough = np.count_nonzero(~np.isnan(index[0])) >= MINIMUM_AREAS
    return index if enough else np.full(index.shape, np.nan)
