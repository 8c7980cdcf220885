"""How many people live in base units, told from published numbers alone.

Numbers of single base units are never published. So the published number of each area of today is spread over its base units
by their inhabited ground: an estimate that anybody could make, however often it is asked for.
"""

from __future__ import annotations

import pandas as pd

from geodata.layer import PART
from monitor.release import Release


def estimated_inhabitants(release: Release) -> pd.Series:
    """Base unit → inhabitants of the latest year; NaN where the number of its published area is not shown."""
    units = release.hierarchy.levels[-1]
    return spread_out(
        release.hierarchy.ancestors(units, release.finest.id),
        release.hierarchy.areas(units).geometry.area,
        release.uninhabited,
        release.inhabitants(release.finest.id, release.years[-1]),
    )


def spread_out(area_of: pd.Series, size: pd.Series, uninhabited: pd.Index, numbers: pd.Series) -> pd.Series:
    """The numbers of published areas over their base units, by the inhabited ground.

    area_of: base unit, or part of one ("unit~area"), → published area. size: its square metres. uninhabited: base units
    without inhabitants. numbers: by published area, NaN = not shown.
    """
    unit = area_of.index.to_series().str.partition(PART)[0]
    lived_in = size.where(~unit.isin(uninhabited), 0.0)
    whole = lived_in.groupby(area_of).transform("sum")
    share = (lived_in / whole.where(whole > 0)).fillna(0.0)
    return (share * area_of.map(numbers)).groupby(unit).agg(lambda parts: parts.sum(skipna=False))
