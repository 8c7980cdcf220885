"""What an example is made of: an indicator, a level and a year in which there is something to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from indicators.catalogue import Indicator, Method
from indicators.rates import Estimate
from indicators.signs import Sign
from monitor.release import Release
from texts.numbers import german, german_int
from texts.reasons import with_unit
from texts.treatment import period

WITH_INTERVAL = (Method.PROPORTION, Method.RATE, Method.STANDARDISED)


class Example(NamedTuple):
    """Sentences, and a table (first column: what a row is) where numbers are easier to read side by side."""

    sentences: tuple[str, ...]
    table: pd.DataFrame | None = None


class NoExample(Exception):  # noqa: N818 nothing is wrong
    """Why the data hold no example: a German sentence."""


@dataclass(frozen=True)
class Case:
    """One indicator at its finest level in its latest year."""

    release: Release
    indicator: Indicator
    level: str
    year: int

    @property
    def title(self) -> str:
        """ "Kinderarmut 2024"."""
        return f"{self.indicator.name} {period(self.year, self.pool)}"

    @property
    def pool(self) -> int:
        return self.release.plan(self.indicator.id, self.level).pool

    @property
    def plural(self) -> str:
        return self.release.level(self.level).plural

    @cached_property
    def shown(self) -> pd.DataFrame:
        """Rows of the areas whose numbers are shown."""
        return self.in_year(self.year)

    def in_year(self, year: int) -> pd.DataFrame:
        table = self.release.table(self.level, self.indicator.id, year)
        return table[table["sign"] == Sign.SHOWN]

    @cached_property
    def county(self) -> pd.Series:
        """The whole county's row, pooled like the areas'."""
        return self.release.benchmark(self.indicator.id, self.year, self.level)

    def name(self, area: str) -> str:
        return self.release.hierarchy.names[area]

    def value(self, number: float) -> str:
        return with_unit(self.indicator, number)

    def interval(self, lower: float, upper: float) -> str:
        """ "19,2 bis 30,7 %"."""
        return f"{german(lower, self.indicator.decimals)} bis {self.value(upper)}"


def latest(release: Release, indicator_id: str) -> Case | None:
    """The indicator at the finest level where it has numbers; None where it has none at all."""
    for level in reversed(release.levels):
        if years := release.years_of(indicator_id, level.id):
            return Case(release, release.catalogue[indicator_id], level.id, years[-1])
    return None


def case_of(release: Release, chosen: str, fits: Callable[[Case], bool], otherwise: str) -> Case:
    """The chosen indicator if it fits, else the first of the catalogue that does; NoExample with the sentence."""
    for indicator in (chosen, *release.catalogue):
        case = latest(release, indicator)
        if case is not None and fits(case):
            return case
    raise NoExample(otherwise)


def has(*methods: Method, areas: int = 1) -> Callable[[Case], bool]:
    """Fits indicators of these methods with at least so many shown areas that have a base of their own."""
    return lambda case: case.indicator.method in methods and int(case.shown["base"].notna().sum()) >= areas


def middle(numbers: pd.Series) -> str:
    """The area in the middle of the order: neither an extreme nor the first that comes."""
    return str(numbers.sort_values(kind="stable").index[(len(numbers) - 1) // 2])


def typical(case: Case) -> pd.Series:
    """Row of the shown area with the middle base, its id as name."""
    return pd.Series(case.shown.loc[middle(case.shown["base"].dropna())])


def estimate(table: pd.DataFrame | pd.Series) -> Estimate:
    return Estimate(*(table[name] for name in Estimate._fields))


def counted(case: Case, row: pd.Series) -> str:
    """ "Troisdorf 07, Kinderarmut 2024: 52 von 212 sind 24,5 %": what was counted, and the value that follows."""
    numbers = f"{german_int(row['count'])} von {german_int(row['base'])} sind {case.value(row['value'])}"
    if case.indicator.method is not Method.PROPORTION:
        numbers = (
            f"{german_int(row['count'])} Fälle auf {german_int(row['base'])} Personen sind {case.value(row['value'])}"
        )
    return f"{case.name(str(row.name))}, {case.title}: {numbers}"


def positions(size: int) -> tuple[int, ...]:
    """First, middle and last of so many areas, each once."""
    return tuple(dict.fromkeys((0, (size - 1) // 2, size - 1)))


def last_years(case: Case, number: int) -> list[int]:
    """The latest consecutive years with numbers, or fewer where one is missing."""
    known = set(case.release.years_of(case.indicator.id, case.level))
    return list(_backwards(case.year, known, number))[::-1]


def _backwards(year: int, known: set[int], number: int) -> Iterator[int]:
    while year in known and number:
        yield year
        year, number = year - 1, number - 1
