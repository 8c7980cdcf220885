"""How far a value lies from the middle of all others, measured so that it does not move its own measure."""

from __future__ import annotations

import pandas as pd

OUTLYING = 3.5  # from here on Iglewicz and Hoaglin call a value a possible outlier
NORMAL = 0.6745  # third quartile of the standard normal distribution: the MAD of normal values in SD
NORMAL_MEAN = 0.7979  # √(2/π): their mean absolute deviation in SD


def robust_distance(values: pd.DataFrame) -> pd.DataFrame:
    """Modified z-score of each column: 0.6745 · (x − median)/MAD; in SD where the values are normal. NaN stays NaN.

    MAD: median of the distances from the median. Where it is 0 (more than half of the values are the same), 0.7979 ·
    (x − median)/mean distance; where all values are the same, 0. Any number of areas; one value has the distance 0.
    Source: Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, p. 11–12 (limit 3.5).

    >>> robust_distance(pd.DataFrame({"A": [1.0, 2.0, 3.0, 4.0, 100.0]}))["A"].round(4).tolist()
    [-1.349, -0.6745, 0.0, 0.6745, 65.4265]
    """
    away, scale = values - values.median(), robust_spread(values)
    return (away / scale.where(scale > 0)).where(away != 0, 0.0).where(values.notna())


def robust_spread(values: pd.DataFrame) -> pd.Series:
    """The standard deviation of each column as `robust_distance` estimates it, in the unit of the values.

    >>> robust_spread(pd.DataFrame({"A": [1.0, 2.0, 3.0, 4.0, 100.0]})).round(4).tolist()
    [1.4826]
    """
    away = (values - values.median()).abs()
    return (away.median() / NORMAL).where(away.median() > 0, away.mean() / NORMAL_MEAN)
