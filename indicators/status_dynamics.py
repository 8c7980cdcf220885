"""Status and dynamics after the Berlin Monitoring Soziale Stadtentwicklung (MSS).

Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 and 2015.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd

from indicators.normalise import normalise

MINIMUM_AREAS = 20  # below, standard-deviation classes say nothing: with n areas |z| cannot exceed √(n − 1)
ROUNDING = 1e-9  # a sum of z-scores that varies less is the same everywhere but for rounding


class Status(StrEnum):
    """Classes of the status index, high index = unfavourable."""

    HIGH = "hoch"
    MEDIUM = "mittel"
    LOW = "niedrig"
    VERY_LOW = "sehr niedrig"


class Dynamics(StrEnum):
    """Classes of the dynamics index, high index = becoming less favourable."""

    POSITIVE = "positiv"
    STABLE = "stabil"
    NEGATIVE = "negativ"


STATUS_BORDERS = (-1.0, 1.0, 1.5)
DYNAMICS_BORDERS = (-1.0, 1.0)


def status_dynamics(
    values: pd.DataFrame,
    changes: pd.DataFrame,
    polarity: Mapping[str, float] | pd.Series,
    weights: Mapping[str, float] | None = None,
    status_borders: tuple[float, float, float] = STATUS_BORDERS,
    dynamics_borders: tuple[float, float] = DYNAMICS_BORDERS,
) -> pd.DataFrame:
    """Columns status_index, status, dynamics_index and dynamics for the areas of `values`.

    values: areas × status indicators. changes: areas × dynamics indicators, in percentage points over two years; joined
    by area, no columns where there is no earlier year. polarity: see `normalise`. Areas that the MSS leaves out (below
    300 inhabitants, named outliers) are left out beforehand: they must not enter mean and SD. weights, borders: the MSS
    has equal weights and the borders that are the defaults; see `index_of`, `status_class`, `dynamics_class`.
    An area with a missing indicator has no index (NaN) and the class "", as have all areas below 20 of them. A constant
    indicator raises DataError that names it. A sum that is the same everywhere: no index.

    >>> values = pd.DataFrame({"A": np.arange(25.0)})
    >>> found = status_dynamics(values, values[["A"]] * -1, {"A": -1})
    >>> found.loc[[0, 24]].round(3).to_numpy().tolist()
    [[-1.664, 'hoch', 1.664, 'negativ'], [1.664, 'sehr niedrig', -1.664, 'positiv']]
    """
    status = index_of(normalise(values, polarity=polarity), weights)
    dynamics = index_of(normalise(changes.reindex(values.index), polarity=polarity), weights)
    return pd.DataFrame(
        {
            "status_index": status,
            "status": status_class(status, status_borders),
            "dynamics_index": dynamics,
            "dynamics": dynamics_class(dynamics, dynamics_borders),
        }
    )


def index_of(scores: pd.DataFrame, weights: Mapping[str, float] | None = None) -> pd.Series:
    """Sum of the z-scores, standardised again. An area with a missing indicator has no index.

    weights: by indicator, 1 where none is named; only their relations count. None: all equal.

    >>> index_of(pd.DataFrame({"A": [1.0, -1.0, np.nan], "B": [1.0, -1.0, 0.0]})).tolist()
    [1.0, -1.0, nan]
    """
    weighted = scores * pd.Series(dict(weights or {}), dtype=float).reindex(scores.columns).fillna(1.0)
    total = weighted.sum(axis="columns", skipna=False, min_count=1)
    spread = total.std(ddof=0)
    return (total - total.mean()) / spread if spread > ROUNDING else total * np.nan


def status_class(index: pd.Series, borders: tuple[float, float, float] = STATUS_BORDERS) -> pd.Series:
    """Status of each area from the unrounded index: ±1 and +1.5 belong to the milder class. "" without index.

    borders: rising, the ones of the MSS by default. −1 itself is medium.

    >>> set(status_class(pd.Series([1.6] * 19)))  # too few areas
    {''}
    >>> [str(name) for name in status_class(pd.Series([-1.1, -1, 1, 1.5, 1.6] * 4))[:5]]
    ['hoch', 'mittel', 'mittel', 'niedrig', 'sehr niedrig']
    """
    return _classes(index, borders, (Status.HIGH, Status.MEDIUM, Status.LOW, Status.VERY_LOW))


def dynamics_class(index: pd.Series, borders: tuple[float, float] = DYNAMICS_BORDERS) -> pd.Series:
    """Dynamics of each area from the unrounded index: ±1 are stable. "" without index. borders: as in `status_class`.

    >>> [str(name) for name in dynamics_class(pd.Series([-1.1, -1, 1, 1.1] * 5))[:4]]
    ['positiv', 'stabil', 'stabil', 'negativ']
    """
    return _classes(index, borders, (Dynamics.POSITIVE, Dynamics.STABLE, Dynamics.NEGATIVE))


def _classes(index: pd.Series, borders: tuple[float, ...], names: tuple[str, ...]) -> pd.Series:
    numbers = index.to_numpy(dtype=float)
    if np.isfinite(numbers).sum() < MINIMUM_AREAS:
        return pd.Series("", index=index.index, dtype=object)
    # The lowest class is open below its border ("< −1"), all others are open at their lower border ("> +1").
    position = (numbers[:, None] > np.array(borders)).sum(axis=1)
    position[numbers == borders[0]] = 1
    named = np.array([str(name) for name in names], dtype=object)[position]
    return pd.Series(np.where(np.isfinite(numbers), named, ""), index=index.index, dtype=object)
