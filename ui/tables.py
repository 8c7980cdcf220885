"""The numbers of a map as a table, with the same signs, and as files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.results import value_rows
from monitor.targets import against_target
from monitor.trends import trends
from texts.comparison import comparison_words
from texts.municipality import first_rank_words
from texts.reasons import with_unit
from texts.target import target_words
from texts.treatment import period
from texts.trend import trend_words, trend_years
from ui.benchmarks import benchmark_words, has_parts, ranks_of, shows_smoothed
from ui.change_table import show_changes
from ui.data import Content
from ui.downloads import file_name, notes, offer_downloads
from ui.municipality import file_notes
from ui.table_parts import Numbers, names_of, placeholder_of, show_meanings, with_signs
from ui.view import View, areas_in

COUNT, BASE, VALUE, LOWER, UPPER = "Anzahl", "von", "Wert", "untere Grenze", "obere Grenze"
SMOOTHED = "geglättet"


def show_table(shown: Content, view: View) -> None:
    """What the maps show, as tables: the values or their changes, of the second map too."""
    _show(shown, view, view.indicator, view.year)
    if view.second is None:
        return
    second = view.second.indicator, view.second.year or view.year
    if second != (view.indicator, view.year):  # twice the same map is one table
        _show(shown, view, *second)


def _show(shown: Content, view: View, indicator: Indicator, year: int) -> None:
    if view.since is not None:
        show_changes(shown, view, indicator, year, view.since)
    else:
        show_values(shown, view, indicator, year)


def show_values(shown: Content, view: View, indicator: Indicator, year: int) -> None:
    """Table of the view's areas, highest value first, with downloads."""
    release = shown.release
    areas = areas_in(release, view.level, view.municipality)
    table = release.table(view.level, indicator.id, year).loc[areas]
    st.subheader(
        f"{indicator.name} {period(year, release.plan(indicator.id, view.level).pool)} als Tabelle", anchor=False
    )
    if view.municipality:
        st.markdown(_comparison_line(release, view, indicator, year))
    st.dataframe(_readable(release, view, indicator, year, table), hide_index=True, width="stretch",
                 placeholder=placeholder_of(table["sign"]))  # fmt: skip
    show_meanings(table["sign"])
    offer_downloads(
        value_rows(release, view.level, year, [indicator.id]).query("gebiet in @areas"),
        name=file_name(release, f"{indicator.id}_{view.level}_{year}", view.municipality),
        notes=[*file_notes(release, view.municipality), *notes(release, [indicator])],
    )


def _comparison_line(release: Release, view: View, indicator: Indicator, year: int) -> str:
    """What the values of a municipality's areas are held against, and what its ranks mean."""
    held = ", ".join(f"{name} {value}" for name, value in benchmark_words(release, view, indicator, year))
    what = "die geglätteten Werte, wie auf der Karte" if shows_smoothed(release, view, indicator) else "die Werte"
    return f"Zum Vergleich: {held}. Die Ränge ordnen {what}: {first_rank_words(indicator.polarity)}."


def _ranks(release: Release, view: View, indicator: Indicator, year: int) -> dict[str, pd.Series]:
    """Column heading → ranks within the municipality and in the county; none where no municipality is chosen."""
    if not view.municipality:
        return {}
    within, county = ranks_of(release, view, indicator, year)
    own = {f"Rang in {release.hierarchy.names[view.municipality]}": within.rank} if has_parts(release, view) else {}
    return {**own, "Rang im Kreis": county.rank}


def _readable(release: Release, view: View, indicator: Indicator, year: int, table: pd.DataFrame) -> object:
    level = view.level
    readable, value = names_of(release, level, table.index), _value_heading(indicator)
    readable[value] = table["value"]
    if table["lower95"].notna().any():
        readable[LOWER], readable[UPPER] = table["lower95"], table["upper95"]
    if table["smoothed"].notna().any():
        readable[SMOOTHED] = table["smoothed"]
    ranks = _ranks(release, view, indicator, year)
    for heading, ranked in ranks.items():
        readable[heading] = ranked.reindex(table.index)
    for heading, words in _judged(release, level, indicator, year, table).items():
        if any(words):
            readable[heading] = words
    for column, name in ((COUNT, "count"), (BASE, "base")):
        if table[name].notna().any():
            readable[column] = table[name]
    readable = readable.sort_values(value, ascending=False, na_position="last")
    decimals = dict.fromkeys((value, LOWER, UPPER, SMOOTHED), indicator.decimals) | dict.fromkeys(
        (COUNT, BASE, *ranks), 0
    )
    return with_signs(
        readable, [Numbers([each], table["sign"], decimals[each]) for each in decimals if each in readable]
    )


def _judged(release: Release, level: str, indicator: Indicator, year: int, table: pd.DataFrame) -> dict[str, list[str]]:
    """Column heading → words per area: against the county, against the target, over the last five years."""
    target = f"Zielwert {with_unit(indicator, indicator.target)}" if indicator.target is not None else "Zielwert"
    reached = against_target(release, level, indicator.id, year)[table.index]
    direction = trends(release, level, indicator.id)[year][table.index]
    return {
        "Vergleich mit dem Kreis": [comparison_words(code, indicator.polarity) for code in table["comparison"]],
        target: [target_words(code) for code in reached],
        trend_years(year): [trend_words(code, indicator.polarity) for code in direction],
    }


def _value_heading(indicator: Indicator) -> str:
    return f"{VALUE} ({indicator.unit})" if indicator.unit else VALUE
