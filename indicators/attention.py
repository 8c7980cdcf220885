"""Attention: which areas a rule singles out, and what speaks for it.

Every rule reads values that have passed the disclosure gate; nothing here can reveal a hidden one.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.composite import Dynamics, Status, normalise, status_dynamics


@dataclass(frozen=True)
class Attention:
    """Result of one rule for all areas of a level.

    table: index area; columns evaluated (bool), flagged (bool), index (float), status, dynamics (class or "").
    contributions: areas × indicators, z-values with high = unfavourable, NaN where not evaluated.
    drivers: areas × indicators, True where the indicator speaks for the flag.
    """

    table: pd.DataFrame
    contributions: pd.DataFrame
    drivers: pd.DataFrame

    def worst_first(self) -> pd.DataFrame:
        """The flagged areas, highest index first; ties by the sum of their driving z-values, then by id."""
        weight = self.contributions.where(self.drivers).sum(axis=1)
        flagged = self.table[self.table["flagged"].astype(bool)].assign(weight=weight)
        return flagged.sort_values(by=["index", "weight"], ascending=False).drop(columns="weight")

    def reasons(self, area: str, most: int = 3) -> list[str]:
        """The indicators that speak for the flag of an area, strongest first."""
        weights = self.contributions.where(self.drivers).loc[[area]].iloc[0].dropna()
        return [str(name) for name in weights.sort_values(ascending=False, kind="stable").index[:most]]


def county_rule(
    values: pd.DataFrame, unfavourable: pd.DataFrame, polarity: pd.Series, k: int, considered: pd.Series
) -> Attention:
    """At least k indicators unfavourable against the county, statistically secured.

    values: areas × indicators, NaN where hidden or missing. unfavourable: same shape, bool (see `benchmark`).
    considered: area → bool, False for areas below the minimum of inhabitants. The index is the number of such
    indicators.
    """
    drivers = unfavourable.where(considered, False).astype(bool)
    counted = drivers.sum(axis=1).astype(float)
    evaluated = considered & values.notna().any(axis=1)
    table = pd.DataFrame(
        {
            "evaluated": evaluated,
            "flagged": evaluated & (counted >= k),
            "index": counted.where(evaluated),
            "status": "",
            "dynamics": "",
        }
    )
    varying = values.where(considered).loc[:, lambda frame: frame.max() > frame.min()]
    contributions = normalise(varying, polarity=polarity).reindex(columns=values.columns)
    # A secured deviation where all considered areas agree has no z; it still counts, at the end of the reasons.
    return Attention(table, contributions.where(contributions.notna(), 0.0).where(values.notna()), drivers)


def mss_rule(values: pd.DataFrame, changes: pd.DataFrame, polarity: pd.Series, considered: pd.Series) -> Attention:
    """Status "sehr niedrig" with any dynamics, or status "niedrig" with negative dynamics.

    values: areas × status indicators. changes: areas × dynamics indicators in percentage points, without columns where
    the county names none. considered: area → bool; areas below the minimum of inhabitants and named outliers are left
    out before mean and SD are taken.
    Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 and 2015.
    """
    found = status_dynamics(values[considered], changes[considered], polarity)
    status, dynamics = found["status"], found["dynamics"]
    table = pd.DataFrame(
        {
            "evaluated": found["status_index"].notna(),
            "flagged": (status == Status.VERY_LOW) | ((status == Status.LOW) & (dynamics == Dynamics.NEGATIVE)),
            "index": found["status_index"],
            "status": status,
            "dynamics": dynamics,
        }
    ).reindex(values.index)
    table[["evaluated", "flagged"]] = table[["evaluated", "flagged"]].eq(True)
    table[["status", "dynamics"]] = table[["status", "dynamics"]].fillna("")
    contributions = normalise(values[considered], polarity=polarity).reindex(values.index)
    return Attention(table, contributions, contributions > 0)
