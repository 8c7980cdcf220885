"""One area beside others that are alike and comparable, from a release's protected tables alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from indicators.caliper import within_caliper
from indicators.catalogue import Method
from indicators.difference_in_differences import Difference, change_between, difference_in_differences
from indicators.mirrored_years import Windows
from indicators.rates import Estimate
from indicators.signs import Sign
from indicators.similar import similar
from monitor.release import Release
from monitor.similar_areas import LEAST_CONTEXT

MOST = 10  # areas: more of them are less alike


def years_shown(release: Release, level: str, indicator_id: str, area: str) -> list[int]:
    signs = release.signs_over_years(level, indicator_id).loc[area]
    return [int(year) for year in signs.index[signs == Sign.SHOWN]]


def comparable_areas(
    release: Release,
    context: pd.DataFrame,
    level: str,
    indicator_id: str,
    area: str,
    choice: int,
    windows: Windows,
    without: Collection[str] = (),
) -> list[str]:
    """Ids of at most ten areas, the most alike in their circumstances first (`similar`; context: see `context_values`).

    Their value in the year of the choice was of similar size, and they are shown in all years of both windows. without:
    areas that are no comparison. Empty where the area itself has no value in the year of the choice.
    """
    if len(context.columns) < LEAST_CONTEXT:
        return []
    order = similar(context, area, len(context)).index.difference(list(without), sort=False)
    indicator, values = release.catalogue[indicator_id], release.over_years(level, indicator_id)[choice]
    most = indicator.per if indicator.method is Method.PROPORTION else None
    order = order[within_caliper(values[order], float(values[area]), most)]
    shown = release.signs_over_years(level, indicator_id) == Sign.SHOWN
    complete = shown.loc[order, [*windows.before, *windows.after]].all(axis=1)
    return [str(each) for each in order[complete]][:MOST]


def difference(
    release: Release, level: str, indicator_id: str, area: str, compared: Sequence[str], windows: Windows
) -> Difference:
    """`difference_in_differences` of one area and those compared, one number each."""
    rows = release.areas(level).get_indexer(pd.Index([area, *compared]))
    series = release.series(level, indicator_id).estimate
    before, after = (_years(series, rows, [release.years.index(year) for year in years]) for years in windows)
    return difference_in_differences(change_between(before, after), np.arange(len(rows)) == 0)


def _years(series: Estimate, rows: np.ndarray, places: list[int]) -> Estimate:
    return Estimate(*(part[np.ix_(rows, places)] for part in series))
