"""Recent trends of a release, from its protected values alone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.trend import Trend, recent_trends, weighted_trends
from monitor.release import Release

TESTED = (Method.PROPORTION, Method.RATE, Method.STANDARDISED)  # values that chance moves


def trends(release: Release, level: str, indicator_id: str, pooled_as: str = "") -> pd.DataFrame:
    """`Trend` of each area in the five years up to each year: index area id, one column per year.

    NOT_TESTED where one of the five values is not shown, where years are pooled (such values share years and are not
    independent), and for values without an interval.
    """
    indicator, values = release.catalogue[indicator_id], release.series(level, indicator_id, pooled_as)
    if indicator.method not in TESTED or release.plan(indicator_id, pooled_as or level).pool > 1:
        codes = np.full(values.sign.shape, Trend.NOT_TESTED, dtype=np.int8)
    elif indicator.method is Method.PROPORTION:
        codes = recent_trends(values.count, values.base).direction
    else:
        codes = weighted_trends(values.estimate).direction
    return pd.DataFrame(codes, index=release.areas(level), columns=pd.Index(release.years, name="year"))
