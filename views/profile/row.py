"""One indicator of one area: its value beside those of the county, its municipality and all areas of its level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.backcast import recalculated
from monitor.release import Release
from monitor.targets import against_target
from monitor.trends import trends
from views.content import Content


class Held(NamedTuple):
    """What a value is held against. value: NaN where it is not shown, and sign says why."""

    name: str
    value: float
    sign: Sign


class Range(NamedTuple):
    """All areas of the level that have a value: smallest, quartiles, largest, and how many they are."""

    least: float
    lower: float
    middle: float
    upper: float
    most: float
    areas: int


@dataclass(frozen=True)
class Row:
    """year: the last of the pooled ones. value, lower95, upper95: NaN where not shown. comparison, trend, target: codes.

    whole: the county's value, NaN where it is no yardstick (numbers of people). above: the municipality's, None where the
    area lies in none. range: None where no area has a value. course: index year, columns value, lower95, upper95, sign and
    recalculated (bool), of the years in which the level has numbers up to `year`.
    """

    indicator: Indicator
    pool: int
    year: int
    sign: Sign
    count: float
    base: float
    value: float
    lower95: float
    upper95: float
    comparison: int
    trend: int
    target: int
    whole: float
    above: Held | None
    range: Range | None
    course: pd.DataFrame

    @property
    def is_shown(self) -> bool:
        return self.sign is Sign.SHOWN


class _Everywhere(NamedTuple):
    """One indicator of all areas of a level: what is worked out once for the profiles of all of them."""

    table: pd.DataFrame
    trend: pd.Series
    target: pd.Series
    range: Range | None
    whole: float
    recalculated: pd.DataFrame
    years: list[int]


def row_of(shown: Content, level: str, area: str, indicator: Indicator, year: int) -> Row:
    """year: one of `release.years_of(indicator, level)`."""
    key = ("everywhere", level, indicator.id, year)
    known = shown.kept(key, lambda: _everywhere(shown.release, level, indicator, year))
    own = known.table.loc[area]
    return Row(
        indicator=indicator,
        pool=shown.release.plan(indicator.id, level).pool,
        year=year,
        sign=Sign(int(own["sign"])),
        comparison=int(own["comparison"]),
        trend=int(known.trend[area]),
        target=int(known.target[area]),
        whole=known.whole,
        above=_above(shown.release, level, area, indicator, year),
        range=known.range,
        course=_course(shown.release, level, area, indicator.id, known),
        **{name: float(own[name]) for name in ("count", "base", "value", "lower95", "upper95")},
    )


def _everywhere(release: Release, level: str, indicator: Indicator, year: int) -> _Everywhere:
    table = release.table(level, indicator.id, year)
    return _Everywhere(
        table=table,
        trend=trends(release, level, indicator.id)[year],
        target=against_target(release, level, indicator.id, year),
        range=range_of(table["value"]),
        whole=_whole(release, level, indicator, year),
        recalculated=recalculated(release, level, indicator.id),
        years=[each for each in release.years_of(indicator.id, level) if each <= year],
    )


def range_of(values: pd.Series) -> Range | None:
    shown = values.dropna().to_numpy()
    if not len(shown):
        return None
    return Range(*(float(each) for each in np.percentile(shown, [0, 25, 50, 75, 100])), len(shown))


def _whole(release: Release, level: str, indicator: Indicator, year: int) -> float:
    """A number of people of the whole county is no yardstick for one of its parts."""
    if level == release.whole.id or not indicator.denominator:
        return float("nan")
    return float(release.benchmark(indicator.id, year, level)["value"])


def _above(release: Release, level: str, area: str, indicator: Indicator, year: int) -> Held | None:
    found = municipality_of(release, level, area)
    if not found or not indicator.denominator:
        return None
    row = release.table(release.levels[1].id, indicator.id, year, pooled_as=level).loc[found]
    return Held(release.hierarchy.names[found], float(row["value"]), Sign(int(row["sign"])))


def municipality_of(release: Release, level: str, area: str) -> str:
    """Id of the municipality the area lies in; "" for municipalities themselves and the county."""
    coarse = [each.id for each in release.levels[:2]]
    return "" if level in coarse else str(release.hierarchy.ancestors(level, coarse[1])[area])


def _course(release: Release, level: str, area: str, indicator: str, known: _Everywhere) -> pd.DataFrame:
    series, position = release.series(level, indicator), release.areas(level).get_loc(area)
    columns = {name: getattr(series.estimate, name)[position] for name in ("value", "lower95", "upper95")}
    found = pd.DataFrame(columns | {"sign": series.sign[position]}, index=pd.Index(release.years, name="year"))
    found["recalculated"] = known.recalculated.loc[area]
    return found.loc[known.years]
