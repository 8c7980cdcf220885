"""The values of a map as a readable table: German headings, ranks, judgements, signs where there is no number."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Indicator, Method
from monitor.backcast import recalculated
from monitor.release import Release
from monitor.targets import against_target
from monitor.trends import trends
from texts.backcast import HEADING, cut_words
from texts.comparison import comparison_words
from texts.reasons import with_unit
from texts.target import target_words
from texts.trend import trend_words, trend_years
from ui.table_parts import Numbers, names_of, with_signs
from ui.unplaced_row import unplaced_of, with_unplaced
from views.benchmarks import has_parts, ranks_of
from views.view import View

COUNT, BASE, VALUE, LOWER, UPPER = "Anzahl", "von", "Wert", "untere Grenze", "obere Grenze"
SMOOTHED = "geglättet"


def readable_values(release: Release, view: View, indicator: Indicator, year: int, table: pd.DataFrame) -> object:
    """One line per area, highest value first, and what lies in none of them. table: as `Release.table`, of the areas shown."""
    level = view.level
    readable, value = names_of(release, level, table.index), _value_heading(indicator)
    readable[value] = table["value"]
    if table["lower95"].notna().any():
        readable[LOWER], readable[UPPER] = table["lower95"], table["upper95"]
    if table["smoothed"].notna().any():
        readable[SMOOTHED] = table["smoothed"]
    ranks = _ranks(release, view, indicator, year)
    readable = readable.assign(**{heading: ranked.reindex(table.index) for heading, ranked in ranks.items()})
    judged = _judged(release, level, indicator, year, table)
    readable = readable.assign(**{heading: words for heading, words in judged.items() if any(words)})
    for column, name in ((COUNT, "count"), (BASE, "base")):
        if table[name].notna().any():
            readable[column] = table[name]
    readable = readable.sort_values(value, ascending=False, na_position="last")
    if left := unplaced_of(release, view, indicator, year):
        of_value = {value: left.count * indicator.per} if indicator.method is Method.COUNT else {}
        numbers = {COUNT: left.count, BASE: left.base, **of_value}
        readable = with_unplaced(readable, release.level(level).name, numbers)
    decimals = dict.fromkeys((value, LOWER, UPPER, SMOOTHED), indicator.decimals) | dict.fromkeys(
        (COUNT, BASE, *ranks), 0
    )
    return with_signs(
        readable, [Numbers([each], table["sign"], decimals[each]) for each in decimals if each in readable]
    )


def _ranks(release: Release, view: View, indicator: Indicator, year: int) -> dict[str, pd.Series]:
    """Column heading → ranks within the municipality and in the county; none where no municipality is chosen."""
    if not view.municipality:
        return {}
    within, county = ranks_of(release, view, indicator, year)
    own = {f"Rang in {release.hierarchy.names[view.municipality]}": within.rank} if has_parts(release, view) else {}
    return {**own, "Rang im Kreis": county.rank}


def _judged(release: Release, level: str, indicator: Indicator, year: int, table: pd.DataFrame) -> dict[str, list[str]]:
    """Column heading → words per area: against the county, against the target, the cut, over the last five years."""
    target = f"Zielwert {with_unit(indicator, indicator.target)}" if indicator.target is not None else "Zielwert"
    reached = against_target(release, level, indicator.id, year)[table.index]
    direction = trends(release, level, indicator.id)[year][table.index]
    return {
        "Vergleich mit dem Kreis": [comparison_words(code, indicator.polarity) for code in table["comparison"]],
        target: [target_words(code) for code in reached],
        HEADING: [cut_words(each) for each in recalculated(release, level, indicator.id).loc[table.index, year]],
        trend_years(year): [trend_words(code, indicator.polarity) for code in direction],
    }


def _value_heading(indicator: Indicator) -> str:
    return f"{VALUE} ({indicator.unit})" if indicator.unit else VALUE
