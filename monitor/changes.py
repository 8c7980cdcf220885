"""Change of an indicator since another year, from a release's protected tables alone.

A change is shown only where both years are shown: it says nothing that the two published values do not say.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.change import change, secured
from indicators.rates import Estimate
from indicators.signs import Sign
from monitor.attention import HIDDEN
from monitor.release import Release


def change_table(
    release: Release, level: str, indicator_id: str, year: int, since: int, pooled_as: str = ""
) -> pd.DataFrame:
    """Value of `year` minus value of `since`: index area id; value, four limits, secured (95 %), tested and sign.

    In the unit of the indicator (percentage points for percentages). tested: there is an interval; an area that is not
    tested is never secured. sign: SHOWN where both years are; else what is wrong with one of them, and where both are
    not shown, a sign of protection before any other, so that nobody takes a hidden number for a missing one.
    OVERLAP instead of SHOWN where the pooled years of both share a year: these are no independent samples.
    The change of the whole county is its own table: `change_table(release, release.whole.id, …, pooled_as=level)`.
    """
    later, earlier = (release.table(level, indicator_id, each, pooled_as) for each in (year, since))
    sign = _sign(later["sign"], earlier["sign"])
    if windows_overlap(release.plan(indicator_id, pooled_as or level).pool, year, since):
        sign = sign.where(sign != Sign.SHOWN, np.uint8(Sign.OVERLAP))
    difference = change(_estimate(later), _estimate(earlier))
    table = pd.DataFrame(difference._asdict()).where(sign == Sign.SHOWN)
    table["secured"] = secured(_estimate(table))
    table["tested"] = table["lower95"].notna()
    return table.assign(sign=sign)


def changes_over_years(release: Release, level: str, indicator_id: str, since: int) -> pd.DataFrame:
    """Value of each year minus value of `since`: index area id, one column per year; NaN where `change_table` has none.

    For classes over the whole series, so that a colour means the same in every year.
    """
    values = release.over_years(level, indicator_id)
    changes = values.sub(values[since], axis="index")
    pool = release.plan(indicator_id, level).pool
    changes[[year for year in changes.columns if windows_overlap(pool, year, since)]] = np.nan
    return changes


def change_years(release: Release, level: str, indicator_id: str) -> list[int]:
    """Years with a number that a later year with a number can be compared with, because they share no pooled year."""
    years, pool = release.years_of(indicator_id, level), release.plan(indicator_id, level).pool
    return [year for year in years if not windows_overlap(pool, years[-1], year)]


def windows_overlap(pool: int, year: int, since: int) -> bool:
    """Whether the pooled years of both share a year; a year overlaps with itself."""
    return abs(year - since) < pool


def _sign(later: pd.Series, earlier: pd.Series) -> pd.Series:
    """The sign of two cells together: SHOWN if both are, else of what is not shown, protection first, then the later."""
    takes_earlier = (later == Sign.SHOWN) | (~later.isin(HIDDEN) & earlier.isin(HIDDEN))
    return later.where(~takes_earlier, earlier)


def _estimate(table: pd.DataFrame) -> Estimate:
    return Estimate(*(table[name] for name in Estimate._fields))
