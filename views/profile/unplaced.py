"""What of the numbers of a municipality or the county lies in none of its areas."""

from __future__ import annotations

from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.unplaced import unplaced
from texts.treatment import period
from texts.unplaced import unplaced_list
from views.profile.profile import Profile


def unplaced_words_of(release: Release, profile: Profile) -> str:
    """One sentence, of the finest areas that each indicator has; "" where nothing is left or nothing can be said."""
    found = {}
    for row in profile.rows:
        level = _finest_level(release, row.indicator)
        if left := unplaced(release, level, profile.area, row.indicator.id, row.year):
            found[f"{row.indicator.name} {period(row.year, release.plan(row.indicator.id, level).pool)}"] = left
    return unplaced_list(found)


def _finest_level(release: Release, indicator: Indicator) -> str:
    chain = [each.id for each in release.levels if each.id not in release.hierarchy.divisions]
    return next(
        level for level in reversed(chain) if indicator.id in {each.id for each in release.indicators_at(level)}
    )
