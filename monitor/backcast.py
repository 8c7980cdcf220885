"""Areas that a municipality has drawn, and the years before: values that were added up for their ground afterwards, and
numbers that only the areas before them have.
"""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Method
from indicators.signs import Sign
from monitor.memberships import FORMER, membership_of
from monitor.release import Release
from monitor.schemes import drawn_level

ROUNDED_TO = " ~"  # in the release file between a measure and the base to which it is rounded


def drawn_on(release: Release, level: str) -> pd.Series:
    """Area id → first day of the scheme that draws it; None for areas as they came with the data, by the ground they have."""
    areas = release.hierarchy.areas(level)
    if not release.has_schemes or level != drawn_level(release.county):
        return pd.Series([None] * len(areas), index=areas.index, dtype=object)
    delivered = set(membership_of(release.delivered, [level])[level].values())
    now = membership_of(release.hierarchy, [level])[level]
    anew = areas.index.isin([area for area, units in now.items() if units not in delivered])
    days = zip(areas["valid_from"], anew, strict=True)
    return pd.Series([day if drawn and pd.notna(day) else None for day, drawn in days], index=areas.index, dtype=object)


def recalculated(release: Release, level: str, indicator: str) -> pd.DataFrame:
    """Areas × years, True where a value rests on a year before the one in which its area was drawn: back-calculated.

    False where no number is shown. Of pooled years the first one decides.
    """
    shown = release.signs_over_years(level, indicator) == Sign.SHOWN
    begun = drawn_on(release, level).map(lambda day: day.year if day else 0).to_numpy(dtype=int)
    first = shown.columns.to_numpy() - release.plan(indicator, level).pool + 1
    return shown & (begun[:, None] > first)


def not_reached(release: Release, level: str, indicator: str) -> pd.DataFrame:
    """Areas × years, True where an area that was drawn anew has no number, but areas before it had one that was shown.

    The numbers were delivered for those areas and not for the base units, or they are values that cannot be added.
    """
    signs = release.signs_over_years(level, indicator)
    drawn = drawn_on(release, level).notna()
    missing = (signs == Sign.ABSENT) & drawn.to_numpy()[:, None]
    if not missing.any(axis=None):
        return missing
    return missing & _known_before(release, level, indicator, missing)


def begins(release: Release, level: str, indicator: str, area: str) -> int | None:
    """First year with a number (or a hidden one) after years that are not reached; None where there is no such year."""
    unreached = not_reached(release, level, indicator).loc[area]
    there = release.signs_over_years(level, indicator).loc[area] != Sign.ABSENT
    after = [int(year) for year in there.index[there] if unreached[unreached.index < year].any()]
    return after[0] if after else None


def _known_before(release: Release, level: str, indicator_id: str, like: pd.DataFrame) -> pd.DataFrame:
    """Areas × years, True where something was shown of an area that lay on the same ground. Values that are delivered as
    such are in no list of what was shown: of them, every year in which the level has a number."""
    indicator = release.catalogue[indicator_id]
    found = pd.DataFrame(False, index=like.index, columns=like.columns)
    if indicator.method is Method.GIVEN:
        found[[year for year in release.years_of(indicator_id, level) if year in found]] = True
        return found
    stored = release.protection.file
    measures = stored.cells["measure"].str.partition(ROUNDED_TO)[0]
    former = stored.cells["shown"] & (stored.cells["level"] == level) & stored.cells["area"].str.contains(FORMER)
    rows = stored.cells[former & (measures == indicator.numerator)]
    before = {area: set(units) for area, units in stored.membership.get(level, {}).items()}
    for area, units in membership_of(release.hierarchy, [level])[level].items():
        on_ground = {each for each in rows["area"].unique() if before.get(each, set()).intersection(units)}
        found.loc[area, sorted({*rows.loc[rows["area"].isin(on_ground), "year"]} & {*found.columns})] = True
    return found
