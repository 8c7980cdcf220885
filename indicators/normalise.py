"""Normalisation: indicators of different units made comparable before they enter an index.

OECD & JRC (2008), Handbook on Constructing Composite Indicators, ch. 5 (step "Normalisation").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

import pandas as pd

from problem import DataError, Problem

Method = Literal["z", "rank", "percentile", "minmax"]


def normalise(
    values: pd.DataFrame, method: Method = "z", ddof: int = 0, polarity: Mapping[str, float] | pd.Series | None = None
) -> pd.DataFrame:
    """Scores of each column over its areas, high = unfavourable.

    values: areas × indicators. polarity: indicator → −1 (high is unfavourable) or 1 (high is favourable, is turned),
    joined by name; a column without one is a ValueError; None: every column counts as −1.

    - "z": (x − mean)/SD, the standard deviation with n − `ddof` (0: population, as the MSS; 1: sample).
    - "rank": 1 … n, ties get the smallest rank.
    - "percentile": share of areas with a smaller value plus half of those with the same (itself included), 0–1.
    - "minmax": (x − smallest)/(largest − smallest), 0–1.

    Missing values stay missing and enter nothing. All areas equal, or one area: DataError that names every such
    indicator for "z" and "minmax"; rank 1 and percentile 0.5. A column without any number stays missing.

    >>> values = pd.DataFrame({"A": [2.0, 4, 4, 4, 5, 5, 7, 9]})
    >>> normalise(values)["A"].tolist()
    [-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0]
    >>> normalise(values, "percentile", polarity={"A": 1})["A"].tolist()
    [0.9375, 0.6875, 0.6875, 0.6875, 0.375, 0.375, 0.1875, 0.0625]
    """
    if method not in METHODS:
        raise ValueError(f"{method} is none of {', '.join(METHODS)}")
    turned = values.astype(float) * _directions(values.columns, polarity)
    if method in ("z", "minmax"):
        _refuse_constant(turned)
    return METHODS[method](turned, ddof)


def _z(values: pd.DataFrame, ddof: int) -> pd.DataFrame:
    return (values - values.mean()) / values.std(ddof=ddof)


def _rank(values: pd.DataFrame, _ddof: int) -> pd.DataFrame:
    return values.rank(method="min")


def _percentile(values: pd.DataFrame, _ddof: int) -> pd.DataFrame:
    return (values.rank(method="average") - 0.5) / values.count()


def _minmax(values: pd.DataFrame, _ddof: int) -> pd.DataFrame:
    return (values - values.min()) / (values.max() - values.min())


METHODS: dict[str, Callable[[pd.DataFrame, int], pd.DataFrame]] = dict(
    zip(get_args(Method), (_z, _rank, _percentile, _minmax), strict=True)
)


def _directions(indicators: pd.Index, polarity: Mapping[str, float] | pd.Series | None) -> pd.Series:
    if polarity is None:
        return pd.Series(1.0, index=indicators)
    found = pd.Series(dict(polarity), dtype=float).reindex(indicators)
    without = [str(name) for name in indicators[~found.isin([-1, 1]).to_numpy()]]
    if without:
        raise ValueError(f"no polarity of -1 or 1: {', '.join(without)}")
    return -found


def _refuse_constant(values: pd.DataFrame) -> None:
    # Not by the standard deviation: that of equal numbers is not always exactly 0.
    constant = [str(name) for name in values.columns[(values.max() <= values.min()).to_numpy()]]
    if constant:
        raise DataError(*(Problem("indicator_constant", facts={"indicator": name}) for name in constant))
