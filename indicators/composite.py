"""Composite index after the Berlin Monitoring Soziale Stadtentwicklung (MSS): status and dynamics."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd

from problem import DataError, Problem

MINIMUM_AREAS = 20  # below, standard-deviation classes say nothing: with n areas |z| cannot exceed √(n − 1)


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


def z_scores(values: pd.DataFrame, polarity: pd.Series) -> pd.DataFrame:
    """z = (x − mean)/SD of each column over the areas, population SD (ddof 0), turned so that high is unfavourable.

    values: areas × indicators. polarity: indicator → −1 (high is unfavourable) or 1 (high is favourable).
    Missing values stay missing and do not enter mean and SD. A constant indicator raises DataError that names it.
    """
    spread = values.std(ddof=0)
    constant = [str(name) for name in values.columns[(spread <= 0).to_numpy()]]
    if constant:
        raise DataError(*(Problem("indicator_constant", facts={"indicator": name}) for name in constant))
    return (values - values.mean()) / spread * -polarity.reindex(values.columns)


def index_of(contributions: pd.DataFrame) -> pd.Series:
    """Sum of the z-values with equal weight, standardised again. An area with a missing indicator has no index."""
    if contributions.shape[1] == 0:
        return pd.Series(np.nan, index=contributions.index)
    total = contributions.sum(axis=1, skipna=False)
    spread = total.std(ddof=0)
    return (total - total.mean()) / spread if spread > 0 else total * np.nan


def status_class(index: pd.Series) -> pd.Series:
    """Status of each area from the unrounded index: ±1 and +1.5 belong to the milder class. "" without index."""
    return _classes(index, (-1.0, 1.0, 1.5), (Status.HIGH, Status.MEDIUM, Status.LOW, Status.VERY_LOW))


def dynamics_class(index: pd.Series) -> pd.Series:
    """Dynamics of each area from the unrounded index: ±1 are stable. "" without index."""
    return _classes(index, (-1.0, 1.0), (Dynamics.POSITIVE, Dynamics.STABLE, Dynamics.NEGATIVE))


def _classes(index: pd.Series, borders: tuple[float, ...], names: tuple[str, ...]) -> pd.Series:
    numbers = index.to_numpy(dtype=float)
    if np.isfinite(numbers).sum() < MINIMUM_AREAS:
        return pd.Series("", index=index.index, dtype=object)
    # The lowest class is open below its border ("< −1"), all others are open at their lower border ("> +1").
    position = (numbers[:, None] > np.array(borders)).sum(axis=1)
    position[numbers == borders[0]] = 1
    named = np.array([str(name) for name in names], dtype=object)[position]
    return pd.Series(np.where(np.isfinite(numbers), named, ""), index=index.index, dtype=object)
