"""The first areas beside the map of an indicator, in the order of the list on the screen, with what they are held against."""

from __future__ import annotations

import math
from collections.abc import Sequence

from monitor.unplaced import unplaced
from reports.side_table import Cell, SideTable, area_words
from texts.slides import CHANGE, INTERVAL, MEASURED, NO_NUMBER, SMOOTHED, VALUE, more_words, order_words
from texts.unplaced import unplaced_list, unplaced_words
from views.benchmarks import benchmark_words, change_benchmark_words
from views.content import Content
from views.layer import AreaText
from views.ranking import ranking_of
from views.steps import StepMap, StepView
from views.view import View

MOST_AREAS = 8
SHORT_UNIT = 3  # characters: a longer unit stands in the heading and not beside every number


def value_table(shown: Content, found: StepView, view: View) -> SideTable:
    """The first areas of the list beside the map on the screen, with the values of every map."""
    release, first = shown.release, found.maps[0]
    assert first.indicator is not None
    ranking = ranking_of(release, view, first.indicator, found.years[first.position])
    ids = shown.ids(view.level)
    chosen = [ids.index(area) for area in ranking.areas[:MOST_AREAS]]
    columns = [_Column(shown, found, view, each) for each in found.maps]
    order = order_words(lowest_first=first.layer.lowest_first)
    headings = _headings(f"{release.level(view.level).name}, {order}", columns)
    if not chosen:
        return SideTable(headings, note=NO_NUMBER)
    rows = tuple(
        ((area_words(shown, view.level, ids[index]),), *(cell for each in columns for cell in each.cells(index)))
        for index in chosen
    )
    more = len(ranking.areas) - len(chosen) + ranking.without
    notes = [more_words(more, ranking.without), _unplaced(shown, found, view)]
    return SideTable(headings, rows, _wholes(columns), "; ".join(filter(None, notes)))


def _unplaced(shown: Content, found: StepView, view: View) -> str:
    """What of the municipality or the county lies in none of the areas, of each map."""
    release, told = shown.release, {}
    for each in found.maps:
        assert each.indicator is not None
        whole, year = view.municipality or str(release.areas(release.whole.id)[0]), found.years[each.position]
        if left := unplaced(release, view.level, whole, each.indicator.id, year):
            told[each.indicator.name, each.layer.labels[each.position]] = left
    if len(told) == 1:
        return unplaced_words(*next(iter(told.values())))
    return unplaced_list({f"{name} {label}": left for (name, label), left in told.items()})


def _headings(area: str, columns: Sequence[_Column]) -> tuple[str, ...]:
    return (area, *(heading for each in columns for heading in each.headings(alone=len(columns) == 1)))


def _wholes(columns: Sequence[_Column]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of the county and the municipality in focus; none where no column is held against them."""
    told = [dict(each.wholes()) for each in columns]
    names = dict.fromkeys(name for each in told for name in each)
    return tuple(
        ((name,), *(cell for each, values in zip(columns, told, strict=True) for cell in each.filled(values.get(name, ""))))
        for name in names
    )  # fmt: skip


class _Column:
    """The value of one map, and beside a single map what else is known of it: interval, or what was measured."""

    def __init__(self, shown: Content, found: StepView, view: View, of: StepMap) -> None:
        assert of.indicator is not None
        self._release, self._view, self._indicator, self._layer = shown.release, view, of.indicator, of.layer
        self._year, self._period = found.years[of.position], of.layer.labels[of.position]
        self._texts = of.layer.texts(of.position).areas
        self._same = len({each.indicator for each in found.maps}) == 1
        self._second = self._kind() if len(found.maps) == 1 else ""

    def headings(self, *, alone: bool) -> list[str]:
        if alone:
            value = SMOOTHED if self._second == MEASURED else VALUE if self._view.since is None else CHANGE
        else:
            value = self._period if self._same else f"{self._indicator.name}, {self._period}"
        unit = self._unit()
        return [f"{value} ({unit})" if len(unit) > SHORT_UNIT else value, *([self._second] if self._second else [])]

    def cells(self, index: int) -> list[Cell]:
        text = self._texts[index]
        if text.reason:
            return self.filled(text.reason.split(":")[0])
        return [(self._short(text.value),), *([(self._beside(text),)] if self._second else [])]

    def filled(self, value: str) -> list[Cell]:
        return [(self._short(value),), *([("",)] if self._second else [])]

    def wholes(self) -> list[tuple[str, str]]:
        """What the values are held against; nothing for numbers that are no rates."""
        release, view = self._release, self._view
        whole = float(release.benchmark(self._indicator.id, self._year, view.level)["value"])
        if not self._indicator.denominator or view.level == release.whole.id or not math.isfinite(whole):
            return []
        words = benchmark_words if view.since is None else change_benchmark_words
        return words(release, view, self._indicator, self._year)

    def _kind(self) -> str:
        if any(text.measured for text in self._texts):
            return MEASURED
        return INTERVAL if any(text.interval for text in self._texts) else ""

    def _beside(self, text: AreaText) -> str:
        return self._short(text.measured) if self._second == MEASURED else _without(text.interval, self._unit())

    def _short(self, text: str) -> str:
        unit = self._unit()
        return _without(text, unit) if len(unit) > SHORT_UNIT else text

    def _unit(self) -> str:
        unit = self._indicator.unit
        return "Prozentpunkte" if unit == "%" and self._view.since is not None else unit


def _without(text: str, unit: str) -> str:
    return text.removesuffix(f" {unit}") if unit else text
