"""Counties without any effect: counts by chance, areas that drift, and a measure where the values looked worst."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from indicators.caliper import within_caliper
from indicators.difference_in_differences import Change, Difference, change_between, difference_in_differences
from indicators.mirrored_years import mirrored_years
from indicators.rates import Estimate, proportion

YEARS, AREAS = 9, 40
CHOICE = {1: 4, 3: 5}  # by pooled years: of three, 3–5; 0–2 lies before and 6–8 after it


class County(NamedTuple):
    """levels: lowest and highest lasting value in percent. drift: standard deviation in points, serial: its correlation
    from year to year (1 = it never comes back). proportional: larger values drift more. persist: the same people are
    counted every year."""

    levels: tuple[float, float] = (10, 30)
    drift: float = 1.0
    serial: float = 0.5
    trend: float = -0.4
    sizes: tuple[float, float] = (300, 10_000)
    proportional: bool = False
    persist: bool = False
    effect: float = 0.0


class Study(NamedTuple):
    """treated: areas with a measure, those with the highest value in the year of the choice. with_choice: that year is
    counted among those before, as nobody should. caliper: only areas of similar value are compared. pool: years added up."""

    treated: int = 1
    compared: int = 10
    with_choice: bool = False
    caliper: bool = False
    pool: int = 1


USUALLY = Study()


def run(county: County, study: Study = USUALLY, runs: int = 1000, seed: int = 7) -> Difference:
    """One difference for each of the synthetic counties."""
    rng = np.random.default_rng(seed)
    sizes = np.exp(rng.uniform(*np.log(county.sizes), (runs, AREAS))).round()
    shown, choice = _shown(county, sizes, study.pool, rng), CHOICE[study.pool]
    value = shown.value[..., choice]
    order = np.argsort(-value, axis=-1)
    treated = np.zeros(value.shape, dtype=bool)
    np.put_along_axis(treated, order[:, : study.treated], True, axis=-1)
    allowed = ~treated
    if study.caliper:
        allowed &= np.array([within_caliper(row, row.max(), 100) for row in value])
    drawn = np.where(allowed, rng.random(value.shape), 2.0)
    compared = allowed & (drawn <= np.sort(drawn, axis=-1)[:, [study.compared - 1]])
    windows = mirrored_years(range(study.pool - 1, YEARS), choice, pool=study.pool)
    before = [year + study.with_choice for year in windows.before]
    if county.effect:
        counted = shown.value.copy()
        counted[..., choice + 1 :] += county.effect * treated[..., None]
        shown = shown._replace(value=counted)
    change = change_between(_years(shown, before), _years(shown, windows.after))
    return difference_in_differences(
        Change(np.where(treated | compared, change.value, np.nan), change.variance), treated
    )


def covers(found: Difference, truth: float = 0.0) -> float:
    """Percent of the intervals that hold the truth."""
    return float(100 * ((found.lower95 <= truth) & (found.upper95 >= truth)).mean())


def _years(shown: Estimate, years: list[int]) -> Estimate:
    return Estimate(*(part[..., list(years)] for part in shown))


def _shown(county: County, sizes: np.ndarray, pool: int, rng: np.random.Generator) -> Estimate:
    level = rng.uniform(*county.levels, sizes.shape)
    swing = county.drift * (level / np.mean(county.levels) if county.proportional else 1.0)
    drift = _drift(county.serial, (*sizes.shape, YEARS), rng) * np.asarray(swing)[..., None]
    truth = (level[..., None] + county.trend * np.arange(YEARS) + drift).clip(0.1, 90) / 100
    base = np.broadcast_to(sizes[..., None], truth.shape)
    if county.persist:  # one draw of people decides in all years
        luck = (rng.binomial(base[..., :1].astype(int), level[..., None] / 100) / base[..., :1]) - level[
            ..., None
        ] / 100
        return proportion(((truth + luck).clip(0, 1) * base).round(), base)
    return _pooled(rng.binomial(base.astype(int), truth), base, pool)


def _pooled(count: np.ndarray, base: np.ndarray, pool: int) -> Estimate:
    """The value of a year is that of the last so many years; the first ones have fewer."""
    added = [np.cumsum(part, axis=-1, dtype=float) for part in (count, base)]
    return proportion(*(each - np.pad(each, ((0, 0), (0, 0), (pool, 0)))[..., :YEARS] for each in added))


def _drift(serial: float, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    news = rng.standard_normal(shape)
    if serial == 1:
        return news.cumsum(axis=-1)
    course = [news[..., 0]]
    for year in range(1, shape[-1]):
        course.append(serial * course[-1] + np.sqrt(1 - serial**2) * news[..., year])
    return np.stack(course, axis=-1)
