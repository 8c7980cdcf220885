"""What a value is held against: the county's, and that of the chosen municipality; and its rank in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.changes import change_table
from monitor.ranks_within import Ranks, ranks_within
from monitor.release import Release
from texts.change import change_value
from texts.municipality import first_rank_words, rank_in_county_words, rank_within_words
from texts.reasons import with_unit
from texts.signs import SYMBOL
from views.layer import Layer, Own
from views.view import View, areas_in


def municipality_row(release: Release, level: str, municipality: str, indicator: str, year: int) -> pd.Series:
    """The municipality's own row of `Release.table`, its years pooled as those of the areas it is held against."""
    above = release.hierarchy.level_of(municipality)
    return release.table(above, indicator, year, pooled_as=level).loc[municipality]


def value_words(indicator: Indicator, row: pd.Series) -> str:
    """ "31,2 %", or the sign that stands for it."""
    sign = Sign(int(row["sign"]))
    return with_unit(indicator, row["value"]) if sign is Sign.SHOWN else SYMBOL[sign]


def benchmark_words(release: Release, view: View, indicator: Indicator, year: int) -> list[tuple[str, str]]:
    """("Kreis", "14,0 %") and, where areas of a chosen municipality are shown, ("Troisdorf", "21,7 %")."""
    whole = float(release.benchmark(indicator.id, year, view.level)["value"])
    found = [(release.whole.name, with_unit(indicator, whole))]
    if has_parts(release, view):
        row = municipality_row(release, view.level, view.municipality, indicator.id, year)
        found.append((release.hierarchy.names[view.municipality], value_words(indicator, row)))
    return found


def change_benchmark_words(release: Release, view: View, indicator: Indicator, year: int) -> list[tuple[str, str]]:
    """As `benchmark_words`, of the change since the view's year."""
    found = [(release.whole.name, _change_of(release, view, indicator, year, release.areas(release.whole.id)[0]))]
    if has_parts(release, view):
        changed = _change_of(release, view, indicator, year, view.municipality)
        found.append((release.hierarchy.names[view.municipality], changed))
    return found


def has_parts(release: Release, view: View) -> bool:
    """Whether a municipality is chosen and its parts are shown, not itself."""
    return bool(view.municipality) and release.hierarchy.level_of(view.municipality) != view.level


def compared_values(release: Release, view: View, indicator: Indicator, year: int) -> pd.Series:
    """The values the map shows, as printed: smoothed where it shows these. NaN where a value is not shown."""
    table = release.table(view.level, indicator.id, year)
    return table["smoothed" if shows_smoothed(release, view, indicator) else "value"].round(indicator.decimals)


def shows_smoothed(release: Release, view: View, indicator: Indicator) -> bool:
    return bool(release.plan(indicator.id, view.level).smoothing) and not view.measured


def ranks_of(release: Release, view: View, indicator: Indicator, year: int) -> tuple[Ranks, Ranks]:
    """Ranks within the municipality (of all areas, where none is chosen) and in the county, in the order of the list beside
    the map: what is unfavourable first, else the highest."""
    values, lowest_first = compared_values(release, view, indicator, year), indicator.polarity > 0
    own = areas_in(release, view.level, view.municipality)
    return (
        ranks_within(values, own, lowest_first=lowest_first),
        ranks_within(values, release.areas(view.level), lowest_first=lowest_first),
    )


def rank_words_of(release: Release, view: View, area: str) -> str:
    """ "Rang 2 von 20 in Troisdorf · Rang 5 von 156 im Kreis (1 = am ungünstigsten)"; "" where the area has no rank."""
    within, county = ranks_of(release, view, view.indicator, view.year)
    words = [rank_in_county_words(float(county.rank[area]), county.of)]
    if has_parts(release, view) and area in within.rank.index:
        name = release.hierarchy.names[view.municipality]
        words.insert(0, rank_within_words(float(within.rank[area]), within.of, name))
    said = " · ".join(each for each in words if each)
    return f"{said} ({first_rank_words(view.indicator.polarity)})" if said else ""


def with_own(release: Release, layer: Layer, view: View, indicator: Indicator, years: Sequence[int]) -> Layer:
    """The layer with the municipality's own values or changes, one per year, for tooltips and the list beside the map."""
    if not has_parts(release, view):
        return layer
    words = [_own_words(release, view, indicator, year) for year in years] if indicator.denominator else []
    return replace(layer, own=Own(release.hierarchy.names[view.municipality], words))


def _own_words(release: Release, view: View, indicator: Indicator, year: int) -> str:
    if view.since is None:
        return value_words(indicator, municipality_row(release, view.level, view.municipality, indicator.id, year))
    return _change_of(release, view, indicator, year, view.municipality)


def _change_of(release: Release, view: View, indicator: Indicator, year: int, area: str) -> str:
    """Change of a whole since the view's year, its years pooled as those of the parts; or the sign that stands for it."""
    assert view.since is not None
    level = release.hierarchy.level_of(area)
    row = change_table(release, level, indicator.id, year, view.since, pooled_as=view.level).loc[area]
    sign = Sign(int(row["sign"]))
    return change_value(indicator, float(row["value"])) if sign is Sign.SHOWN else SYMBOL[sign]
