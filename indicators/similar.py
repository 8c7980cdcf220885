"""Areas that are alike in their circumstances, whatever their results: by ranks of several indicators."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

LEAST_SHARE = 0.75  # of the indicators the area has that another one must have too


def similar(values: Any, area: Hashable, most: int = 5) -> Any:
    """Distance of the areas most alike, the nearest first: index area id; areas × indicators, NaN where not shown.

    Each indicator is replaced by its rank among all areas, from 0 (lowest) to 1 (highest), ties at their mean: so units and
    long tails do not matter, and a hidden value counts for nothing. The distance is the square root of the mean squared
    difference of the ranks of the indicators that both areas have, between 0 and 1. An area that lacks more than a quarter
    of the indicators of the given one is not compared; equal distances stay in the order of the table. Empty where the area
    has no value at all.

    Source: Gower (1971), Biometrics 27:857–871 (ranks scaled to their range); nearest neighbours as in the CIPFA model.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"x": [1, 2, 3, 9], "y": [10, 20, 30, 20]}, index=list("abcd"))
    >>> similar(table, "a", 2).round(3).to_dict()
    {'b': 0.425, 'd': 0.791}
    """
    ranks = values.rank() - 1
    ranks = ranks / (values.notna().sum() - 1).where(lambda count: count > 0)
    own = ranks.loc[area].dropna()
    others = ranks[own.index].drop(area)
    enough = others.notna().sum(axis=1) >= max(LEAST_SHARE * len(own), 1)
    distance = ((others[enough] - own) ** 2).mean(axis=1) ** 0.5
    return distance.sort_values(kind="stable").head(most)
