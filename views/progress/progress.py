"""A goal of one area against what the release shows: status, path, and areas alike without a measure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.catalogue import Indicator
from indicators.path import needed_path
from indicators.progress import Goal, Progress, progress
from indicators.signs import Sign
from texts.progress import due_sentence, goal_words, path_sentence, status_sentence, status_words, value_words
from texts.signs import MEANING, SYMBOL
from texts.treatment import period
from views.content import Content
from views.progress.beside import Beside, beside_of

NAN = float("nan")
YEARS = range(1900, 2201)  # of goals; one row is made for every year between two of them


@dataclass(frozen=True)
class ProgressView:
    """A goal as it is shown. indicator, goal: as asked for; pool: years added up for one value.

    course: index year from the first with numbers to that of the target, columns value, lower95, upper95, sign, needed (the
    path, NaN before the baseline) and others (mean of the compared areas, NaN where one of them is not shown); years to come
    are not delivered either.
    year: the latest with numbers at the level, None where there is none. baseline, now: in words, or the sign and what it
    means. status: "auf dem Weg"; sentences: status, path and date, without empty ones. beside: the comparison.
    """

    area: str
    name: str
    level: str
    indicator: Indicator
    goal: Goal
    pool: int
    course: pd.DataFrame
    year: int | None
    baseline: str
    now: str
    target: str
    found: Progress
    status: str
    sentences: tuple[str, ...]
    beside: Beside


def progress_of(
    shown: Content,
    area: str,
    indicator: str,
    baseline_year: int,
    target: float,
    target_year: int,
    without: Collection[str] = (),
    started: int | None = None,
) -> ProgressView:
    """How a goal stands by the latest value. The baseline is looked up in the release, whatever it is now.

    without: areas that are no comparison because they have a measure themselves. started: year in which the measure began,
    None where none has begun: then nothing is compared.
    Everything is made of values that are shown; a hidden one is a sign, and the status says nothing of it.
    Raises KeyError where the release has no such area or indicator, ValueError where the target is not due after the
    baseline or a year is not one of `YEARS`.
    """
    release = shown.release
    level = release.hierarchy.level_of(area)
    if level not in {each.id for each in release.levels}:
        raise KeyError(area)
    if not {baseline_year, target_year} <= set(YEARS):
        raise ValueError(f"from {baseline_year} to {target_year} is no span of years")
    goal = Goal(baseline_year, target, target_year, release.catalogue[indicator].polarity)
    others = frozenset(without) - {area}
    key = ("progress", area, indicator, goal, others, started)
    return shown.kept(key, lambda: _progress(shown, level, area, indicator, goal, others, started))


def _progress(
    shown: Content,
    level: str,
    area: str,
    indicator_id: str,
    goal: Goal,
    without: frozenset[str],
    started: int | None,
) -> ProgressView:
    release = shown.release
    indicator, pool = release.catalogue[indicator_id], release.plan(indicator_id, level).pool
    years = release.years_of(indicator_id, level)
    course = _course(shown, level, area, indicator_id, goal, years)
    year = years[-1] if years else None
    found = progress(course, goal, goal.baseline_year if year is None else year, pool)
    course["needed"] = needed_path(
        _value(course, goal.baseline_year),
        goal.target,
        (goal.baseline_year, goal.target_year),
        found.direction,
        course.index,
    )
    beside = beside_of(shown, level, area, indicator_id, goal.baseline_year, without, started)
    course["others"] = beside.mean.reindex(course.index)
    return ProgressView(
        area=area,
        name=release.hierarchy.names[area],
        level=level,
        indicator=indicator,
        goal=goal,
        pool=pool,
        course=course,
        year=year,
        baseline=_words(indicator, course, goal.baseline_year),
        now="" if year is None else _words(indicator, course, year),
        target=goal_words(indicator, goal, found.direction),
        found=found,
        status=status_words(found.status),
        sentences=_sentences(indicator, course, goal, found, year, pool),
        beside=beside,
    )


def _course(shown: Content, level: str, area: str, indicator: str, goal: Goal, known: list[int]) -> pd.DataFrame:
    release = shown.release
    series, position = release.series(level, indicator), release.areas(level).get_loc(area)
    columns = {name: getattr(series.estimate, name)[position] for name in ("value", "lower95", "upper95")}
    found = pd.DataFrame(columns | {"sign": series.sign[position]}, index=pd.Index(release.years, name="year"))
    first = min([*known[:1], goal.baseline_year])
    last = max([*known[-1:], goal.target_year])
    found = found.reindex(pd.RangeIndex(first, last + 1, name="year"))
    return found.assign(sign=found["sign"].fillna(Sign.ABSENT).astype(np.uint8))


def _sentences(
    indicator: Indicator, course: pd.DataFrame, goal: Goal, found: Progress, year: int | None, pool: int
) -> tuple[str, ...]:
    latest = goal.baseline_year if year is None else year
    now, start = period(latest, pool), period(goal.baseline_year, pool)
    missing = goal.baseline_year if found.why == "baseline_missing" else latest
    sentences = (
        status_sentence(indicator, found, now, start, MEANING[_sign(course, missing)]),
        path_sentence(indicator, found, goal, now),
        due_sentence(found, goal),
    )
    return tuple(each for each in sentences if each)


def _words(indicator: Indicator, course: pd.DataFrame, year: int) -> str:
    sign = _sign(course, year)
    if sign is not Sign.SHOWN:
        return f"{SYMBOL[sign]} {MEANING[sign]}"
    row = course.loc[year]
    return value_words(indicator, *(float(row[name]) for name in ("value", "lower95", "upper95")))


def _sign(course: pd.DataFrame, year: int) -> Sign:
    return Sign(int(course.loc[year, "sign"])) if year in course.index else Sign.ABSENT


def _value(course: pd.DataFrame, year: int) -> float:
    return float(course.loc[year, "value"]) if year in course.index else NAN
