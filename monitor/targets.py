"""Values of a release held against the target of their indicator."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.benchmark import Target, meets_target
from indicators.rates import Estimate
from monitor.release import Release


def against_target(release: Release, level: str, indicator_id: str, year: int, pooled_as: str = "") -> pd.Series:
    """`Target` of each area: index area id; NOT_COMPARED where the indicator has no target or the value no interval."""
    indicator, table = release.catalogue[indicator_id], release.table(level, indicator_id, year, pooled_as)
    if indicator.target is None:
        return pd.Series(np.int8(Target.NOT_COMPARED), index=table.index)
    estimate = Estimate(*(table[name] for name in Estimate._fields))
    return meets_target(estimate, indicator.target, indicator.polarity)
