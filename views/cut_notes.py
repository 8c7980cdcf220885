"""What is said of values of years in which an area was not yet drawn as it is now: one sentence per place."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Indicator
from monitor.backcast import begins, drawn_on, not_reached, recalculated
from monitor.release import Release
from texts.backcast import BROKEN_IN_TABLE, IN_CHANGES, IN_TABLE, break_words, recalculated_words, since_words
from texts.treatment import period
from views.view import View


def value_note(release: Release, view: View) -> str:
    """Below the value of the selected area, of the year a change is counted from as well; "" where nothing is to be said."""
    level, indicator = view.level, view.indicator.id
    years = [year for year in (view.since, view.year) if year is not None]
    if not recalculated(release, level, indicator).loc[view.area, years].any():
        return ""
    return recalculated_words(drawn_on(release, level)[view.area])


def series_note(release: Release, view: View) -> str:
    """Below all years of the selected area: since when it is drawn so, and what that means for the years before."""
    level, indicator, area = view.level, view.indicator, view.area
    day = drawn_on(release, level)[area]
    if day is None:
        return _delivered_note(release, level, area)
    if not not_reached(release, level, indicator.id).loc[area].any():
        return since_words(day)
    first = begins(release, level, indicator.id, area)
    return break_words(day, "" if first is None else period(first, view.plan.pool))


def is_broken(release: Release, view: View) -> bool:
    """Whether the selected area has no number in the view's year because only areas before it had one."""
    return bool(not_reached(release, view.level, view.indicator.id).loc[view.area, view.year])


def table_notes(release: Release, level: str, indicator: Indicator, years: list[int], areas: pd.Index) -> list[str]:
    """Below a table of these areas and years; of several years it is a table of changes."""
    told = {IN_TABLE if len(years) == 1 else IN_CHANGES: recalculated, BROKEN_IN_TABLE: not_reached}
    return [
        words for words, found in told.items() if found(release, level, indicator.id).loc[areas, years].any(axis=None)
    ]


def _delivered_note(release: Release, level: str, area: str) -> str:
    """Of an area that came with the data and was drawn after the series begins: its earlier numbers are those of the same
    ground."""
    drawn = release.hierarchy.areas(level).loc[area, "valid_from"]
    if drawn is None or drawn.year <= release.years[0]:
        return ""
    return f"Zuschnitt seit {drawn:%d.%m.%Y}. Die Werte davor gelten für dieselbe Fläche."
