"""What an attention rule may read: published numbers, and stand-ins where a number is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.rates import Estimate
from indicators.shapes import BoolArray


@dataclass(frozen=True)
class Evidence:
    """Everything a rule may read of one level and year; tables of areas × indicators, joined by area and name.

    published: values with their limits, NaN where hidden or missing. values: the same, a stand-in where hidden, NaN where
    missing. counts, bases: of published values only. changes: since the rule's earlier year, stand-ins included, no
    columns where there is none; change_errors: standard error of a published change, NaN for stand-ins and without counts.
    benchmark, polarity (−1 high is unfavourable, 1 high is favourable), methods, per: by indicator; polarity also for the
    changes. considered: enough inhabitants. inhabitants: of each area, NaN where unknown.
    """

    published: Estimate
    values: pd.DataFrame
    counts: pd.DataFrame
    bases: pd.DataFrame
    changes: pd.DataFrame
    change_errors: pd.DataFrame
    benchmark: pd.Series
    polarity: pd.Series
    methods: pd.Series
    per: pd.Series
    considered: pd.Series
    inhabitants: pd.Series

    def only(self, areas: pd.Index) -> Evidence:
        """The same for some areas, in their order."""
        by_area = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in BY_INDICATOR}
        found = {name: value.loc[areas] for name, value in by_area.items() if name != "published"}
        return replace(self, published=Estimate(*(each.loc[areas] for each in self.published)), **found)

    def turned(self, table: pd.DataFrame) -> pd.DataFrame:
        """A table in the unit of its indicators, turned so that high is unfavourable."""
        return table * -self.polarity.reindex(table.columns)

    def own(self, indicator: str) -> BoolArray:
        """Where the value is the area's own published one, no stand-in."""
        return np.asarray(self.published.value[indicator].notna(), dtype=np.bool_)


BY_INDICATOR = ("benchmark", "polarity", "methods", "per")


def evidence_of_values(
    values: pd.DataFrame,
    polarity: Mapping[str, float] | pd.Series,
    considered: pd.Series | None = None,
    changes: pd.DataFrame | None = None,
) -> Evidence:
    """Evidence of values that are delivered as such: no counts, no limits, no benchmark, nothing hidden.

    values, changes: areas × indicators. considered: area → bool, None: all. Inhabitants are unknown.

    >>> found = evidence_of_values(pd.DataFrame({"A": [1.0, 2.0]}, index=["a", "b"]), {"A": 1})
    >>> found.turned(found.values)["A"].tolist(), found.only(pd.Index(["b"])).values["A"].tolist()
    ([-1.0, -2.0], [2.0])
    """
    nothing = values * np.nan
    changed = pd.DataFrame(index=values.index) if changes is None else changes
    return Evidence(
        published=Estimate(values, nothing, nothing, nothing, nothing),
        values=values,
        counts=nothing,
        bases=nothing,
        changes=changed,
        change_errors=changed * np.nan,
        benchmark=pd.Series(np.nan, index=values.columns),
        polarity=pd.Series(dict(polarity), dtype=float),
        methods=pd.Series(Method.GIVEN, index=values.columns, dtype=object),
        per=pd.Series(1.0, index=values.columns),
        considered=pd.Series(True, index=values.index) if considered is None else considered,
        inhabitants=pd.Series(np.nan, index=values.index),
    )
