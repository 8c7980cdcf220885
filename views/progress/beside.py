"""Areas alike without a measure beside one with a measure: difference in differences, and their mean over the years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from indicators.catalogue import Indicator
from indicators.difference_in_differences import LEAST_COMPARED
from indicators.mirrored_years import Windows, mirrored_years
from monitor.attention_file import WITH_INTERVAL
from monitor.beside import comparable_areas, difference, years_shown
from monitor.similar_areas import context_values
from texts.beside_others import (
    NO_CHOICE,
    NO_INTERVAL,
    NO_OTHERS,
    NO_YEARS,
    NOT_BEGUN,
    Apart,
    choice_sentence,
    difference_sentence,
    is_secured,
    too_few_sentence,
    what_it_says,
    years_sentence,
    years_words,
)
from views.content import Content

NOTHING = Apart(float("nan"), float("nan"), float("nan"))


@dataclass(frozen=True)
class Beside:
    """areas: ids of those compared, the most alike first; empty where nothing is compared. mean: of their values, by year,
    NaN where one of them is not shown. apart: in the unit of the indicator, NaN where nothing is compared. secured: 0 lies
    outside the interval. sentences: what it says, what it does not, and which years; or why nothing is compared."""

    areas: tuple[str, ...]
    windows: Windows
    mean: pd.Series
    apart: Apart
    secured: bool
    sentences: tuple[str, ...]


class _Asked(NamedTuple):
    level: str
    area: str
    indicator: Indicator
    choice: int
    begun: int
    pool: int


def beside_of(
    shown: Content,
    level: str,
    area: str,
    indicator_id: str,
    baseline_year: int,
    without: frozenset[str],
    started: int | None,
) -> Beside:
    """baseline_year: that of the goal, taken for the year whose value led to the choice. without, started: as in
    `progress_of`."""
    release = shown.release
    if level == release.whole.id:
        return _none(NO_OTHERS)
    if started is None:
        return _none(NOT_BEGUN)
    indicator, pool = release.catalogue[indicator_id], release.plan(indicator_id, level).pool
    asked = _Asked(level, area, indicator, min(baseline_year, started), started, pool)
    years = years_shown(release, level, indicator_id, area)
    windows = mirrored_years(years, asked.choice, started, pool)
    if why := _why_not(asked, windows, years):
        return _none(why)
    context = shown.kept(("context", level, asked.choice), lambda: context_values(release, level, asked.choice))
    compared = comparable_areas(release, context, level, indicator_id, area, asked.choice, windows, without)
    if len(compared) < LEAST_COMPARED:
        return _none(too_few_sentence(len(compared), release.level(level).plural))
    return _compared(shown, asked, windows, compared)


def _why_not(asked: _Asked, windows: Windows, years: list[int]) -> str:
    if asked.indicator.method not in WITH_INTERVAL:
        return NO_INTERVAL
    if not windows.before:
        return NO_YEARS
    return "" if asked.choice in years else NO_CHOICE.format(years=years_words([asked.choice], asked.pool))


def _compared(shown: Content, asked: _Asked, windows: Windows, compared: list[str]) -> Beside:
    release, indicator = shown.release, asked.indicator
    found = difference(release, asked.level, indicator.id, asked.area, compared, windows)
    apart = Apart(float(found.value), float(found.lower95), float(found.upper95))
    name, plural = release.hierarchy.names[asked.area], release.level(asked.level).plural
    sentences = (
        difference_sentence(indicator, name, apart, len(compared), plural),
        what_it_says(apart),
        years_sentence(*windows, asked.pool),
        choice_sentence(asked.choice, asked.begun, asked.pool),
    )
    mean = release.over_years(asked.level, indicator.id).loc[compared].mean(skipna=False)
    return Beside(tuple(compared), windows, mean, apart, is_secured(apart), sentences)


def _none(why: str) -> Beside:
    return Beside((), Windows((), ()), pd.Series(dtype=float), NOTHING, False, (why,))
