"""Attention: which areas a rule singles out, how far they lie from its border, and what speaks for and against it.

Every rule reads values that have passed the disclosure gate; nothing here can reveal a hidden one. The rules themselves:
`county_rule`, `mss_rule`, `significance_rule`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import pandas as pd

from indicators.assumptions import Choices
from indicators.evidence import Evidence
from indicators.sampling import Draws
from indicators.shapes import BoolArray, FloatArray


class Verdicts(NamedTuple):
    """What a rule says of drawn values; arrays of draws × areas. strength: high = unfavourable, NaN: not evaluated."""

    strength: FloatArray
    flagged: BoolArray


Judge = Callable[[Draws, Choices], Verdicts]


class Rule(Protocol):
    """A rule with its parameters; `dataclasses.replace` makes another one of it.

    name: "county", "mss" or "significance". version: of the county's method, stored with every result. indicators: whose
    values are judged. inputs: those and the ones whose change is. weights: indicator and weight, 1 where none is named.
    knows: the assumptions that can change its verdict (fields of `Assumptions`).
    """

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def indicators(self) -> tuple[str, ...]: ...
    @property
    def inputs(self) -> tuple[str, ...]: ...
    @property
    def weights(self) -> tuple[tuple[str, float], ...]: ...
    @property
    def knows(self) -> tuple[str, ...]: ...

    def considered(self, evidence: Evidence) -> pd.Index:
        """The areas among which it judges."""

    def assess(self, evidence: Evidence) -> Attention:
        """Its result for all areas of the evidence."""

    def judge(self, evidence: Evidence) -> Judge:
        """The same decision for many draws of the true values and many choices of the method at once.

        evidence: of the considered areas only, in the order of the draws.
        """


class OfItsIndicators:
    """What a rule shares that judges its own indicators alone, among all areas with enough inhabitants."""

    indicators: tuple[str, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        return self.indicators

    def considered(self, evidence: Evidence) -> pd.Index:
        return evidence.considered.index[evidence.considered.astype(bool)]


def completed(judged: pd.DataFrame, areas: pd.Index) -> pd.DataFrame:
    """`Attention.table` of all areas from what a rule says of those it judged; a rule without classes has empty ones.

    judged: index area; evaluated, flagged, index, distance, and further columns of the rule.

    >>> judged = pd.DataFrame({"evaluated": [True], "flagged": [True], "index": [2.0]}, index=["a"])
    >>> completed(judged, pd.Index(["a", "b"]))[["evaluated", "flagged", "status"]].to_numpy().tolist()
    [[True, True, ''], [False, False, '']]
    """
    table = judged.reindex(areas)
    table[["evaluated", "flagged"]] = table[["evaluated", "flagged"]].eq(True)
    for name in ("status", "dynamics"):
        table[name] = table[name].fillna("") if name in table else ""
    return table if "dynamics_index" in table else table.assign(dynamics_index=np.nan)


@dataclass(frozen=True)
class Attention:
    """Result of one rule for all areas of a level.

    table: index area; columns evaluated (bool), flagged (bool), index (the strength: number of indicators, status index
    or z), distance, status, dynamics (class or ""), dynamics_index. distance: to the nearest border of the rule, above 0
    where and only where the area is flagged (at 0 it lies on the border); see `distance` in each rule for its unit.
    contributions: areas × indicators, what each adds, high = unfavourable, NaN where not evaluated.
    drivers, against: areas × indicators, True where the indicator speaks for the flag, and against it.
    """

    rule: Rule
    table: pd.DataFrame
    contributions: pd.DataFrame
    drivers: pd.DataFrame
    against: pd.DataFrame

    def worst_first(self) -> pd.DataFrame:
        """The flagged areas, highest index first; ties by the sum of their driving contributions, then as in the table."""
        weight = self.contributions.where(self.drivers).sum(axis=1)
        flagged = self.table[self.table["flagged"].astype(bool)]
        # Aligned by hand: an empty table would take over all rows of the weights.
        flagged = flagged.assign(weight=weight.reindex(flagged.index))
        return flagged.sort_values(by=["index", "weight"], ascending=False, kind="stable").drop(columns="weight")

    def reasons(self, area: str, most: int = 3) -> list[str]:
        """The indicators that speak for the flag of an area, strongest first."""
        return self._named(self.drivers, area, most, strongest_is_high=True)

    def counter_reasons(self, area: str, most: int = 3) -> list[str]:
        """The indicators that speak against a flag of the area, strongest first."""
        return self._named(self.against, area, most, strongest_is_high=False)

    def _named(self, which: pd.DataFrame, area: str, most: int, *, strongest_is_high: bool) -> list[str]:
        found = self.contributions.where(which).loc[[area]].iloc[0].dropna()
        return [str(name) for name in found.sort_values(ascending=not strongest_is_high, kind="stable").index[:most]]


def agreement(results: Mapping[str, Attention]) -> pd.DataFrame:
    """Rules side by side: one bool column per rule, `flagged_by` (how many flag the area) and `judged_by` (how many could
    evaluate it). Index: the areas of the first result.
    """
    flags = pd.DataFrame({name: each.table["flagged"].astype(bool) for name, each in results.items()})
    judged = pd.DataFrame({name: each.table["evaluated"].astype(bool) for name, each in results.items()})
    return flags.assign(flagged_by=flags.sum(axis=1), judged_by=judged.sum(axis=1))
