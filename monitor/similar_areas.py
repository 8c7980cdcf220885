"""Areas of a level that are alike in their circumstances."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Indicator
from indicators.similar import similar
from monitor.release import Release

CONTEXT = "context"  # effect level of indicators that describe circumstances
LEAST_CONTEXT = 2  # of one indicator alone nobody is alike
MOST = 5


def similar_areas(values: pd.DataFrame, area: str) -> pd.Series:
    """Distance by area id, the most alike first. values: see `context_values`."""
    if len(values.columns) < LEAST_CONTEXT:
        return pd.Series(dtype=float)
    found: pd.Series = similar(values, area, MOST)
    return found


def context_values(release: Release, level: str, year: int) -> pd.DataFrame:
    """Areas × indicators of circumstances, each in its latest year up to the given one; NaN where a value is not shown."""
    columns = {
        each.id: release.table(level, each.id, latest_year(release, level, each, year) or year)["value"]
        for each in context_of(release, level, year)
    }
    return pd.DataFrame(columns, index=release.areas(level))


def context_of(release: Release, level: str, year: int) -> list[Indicator]:
    """Indicators of circumstances that have numbers by then."""
    found = (each for each in release.indicators_at(level) if each.effect_level == CONTEXT)
    return [each for each in found if latest_year(release, level, each, year) is not None]


def latest_year(release: Release, level: str, indicator: Indicator, year: int) -> int | None:
    """The latest year with numbers that is not after the asked one."""
    return max((each for each in release.years_of(indicator.id, level) if each <= year), default=None)
