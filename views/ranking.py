"""The areas in the order of the list beside the map: what is unfavourable first, else the highest."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import pandas as pd

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.changes import change_table
from monitor.release import Release
from views.benchmarks import compared_values
from views.view import View, areas_in


class Ranking(NamedTuple):
    """areas: ids of those with a number, in order; without: how many have none."""

    areas: tuple[str, ...]
    without: int


def ranking_of(release: Release, view: View, indicator: Indicator, year: int) -> Ranking:
    """The areas looked at by the values or changes the map shows, as printed; of equal ones by name.

    The rules are those of `ui/map/ranking.js`.
    """
    printed = _numbers(release, view, indicator, year).reindex(areas_in(release, view.level, view.municipality))
    known = printed.dropna().map(lambda number: round(float(number), indicator.decimals))
    names, sign = release.hierarchy.names, 1 if indicator.polarity > 0 else -1
    ordered = sorted(known.index, key=lambda area: (sign * known[area], collated(names[area])))
    return Ranking(tuple(ordered), len(printed) - len(ordered))


def collated(name: str) -> tuple[str, str]:
    """Sorts names as German readers do: an umlaut with its letter, capitals or not; the name itself tells equal ones apart.

    >>> sorted(["Zülpich", "Ägidienberg", "Bad Honnef", "agger"], key=collated)
    ['agger', 'Ägidienberg', 'Bad Honnef', 'Zülpich']
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)), name


def _numbers(release: Release, view: View, indicator: Indicator, year: int) -> pd.Series:
    if view.since is None:
        return compared_values(release, view, indicator, year)
    table = change_table(release, view.level, indicator.id, year, view.since)
    return table["value"].where(table["sign"] == Sign.SHOWN)
