"""Composite index: normalised indicators of an area drawn together into one number.

OECD & JRC (2008), Handbook on Constructing Composite Indicators, ch. 6 (steps "Weighting" and "Aggregation").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from indicators.normalise import normalise
from indicators.status_dynamics import (
    MINIMUM_AREAS,
    Dynamics,
    Status,
    dynamics_class,
    index_of,
    status_class,
    status_dynamics,
)

__all__ = [
    "MINIMUM_AREAS",
    "Dynamics",
    "Status",
    "aggregate",
    "contributions",
    "dynamics_class",
    "index_of",
    "normalise",
    "status_class",
    "status_dynamics",
]

Weights = Mapping[str, float] | pd.Series


def aggregate(
    scores: pd.DataFrame, how: Literal["arithmetic", "geometric"] = "arithmetic", weights: Weights | None = None
) -> pd.Series:
    """Weighted mean of the scores of each area.

    scores: areas × indicators, as from `normalise`. weights: indicator → number above 0, joined by name and brought to
    the sum 1; None: all equal. A missing or impossible weight is a ValueError that names the indicator. An area with a
    missing indicator has no index (NaN), as have all without any indicator. One area is no special case.
    The geometric mean lets a good indicator make up for a bad one only in part. One score of 0 makes it 0; a score below
    0 is a ValueError: z-scores cannot be averaged geometrically.

    >>> scores = pd.DataFrame({"A": [0.2, 0.9], "B": [0.8, 0.1]}, index=["a", "b"])
    >>> aggregate(scores).tolist(), aggregate(scores, "geometric").round(6).tolist()
    ([0.5, 0.5], [0.4, 0.3])
    >>> aggregate(scores, weights={"A": 3, "B": 1}).round(6).tolist()
    [0.35, 0.7]
    """
    if how == "arithmetic":
        return contributions(scores, weights).sum(axis="columns", skipna=False, min_count=1)
    if how != "geometric":
        raise ValueError(f"{how} is neither arithmetic nor geometric")
    below = [str(name) for name in scores.columns[(scores < 0).any().to_numpy()]]
    if below:
        raise ValueError(f"scores below 0, such as z-scores, cannot be averaged geometrically: {', '.join(below)}")
    return scores.pow(_shares(scores.columns, weights)).prod(axis="columns", skipna=False, min_count=1)


def contributions(scores: pd.DataFrame, weights: Weights | None = None) -> pd.DataFrame:
    """What each indicator adds to the arithmetic mean of an area: weight · score. The sum over a row is `aggregate`.

    Weights as in `aggregate`. A missing score contributes a missing part, never 0.

    >>> contributions(pd.DataFrame({"A": [1.0], "B": [-2.0]}), {"A": 1, "B": 3}).to_dict("records")
    [{'A': 0.25, 'B': -1.5}]
    """
    return scores * _shares(scores.columns, weights)


def _shares(indicators: pd.Index, weights: Weights | None) -> pd.Series:
    """Weights in the order of the indicators, with the sum 1."""
    if weights is None:
        return pd.Series(1 / max(len(indicators), 1), index=indicators)
    found = pd.Series(dict(weights), dtype=float).reindex(indicators)
    without = [str(name) for name in indicators[~(found > 0).to_numpy()]]
    if without:
        raise ValueError(f"no weight above 0: {', '.join(without)}")
    return found / found.sum()
