"""The changes of a map as a table, with the same signs, and as files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from monitor.changes import change_table
from monitor.release import Release
from monitor.results import change_rows
from texts.change import secured_words
from texts.treatment import period
from ui.about_view import about_view
from ui.downloads import about_notes, file_name, notes, offer_downloads
from ui.municipality import file_notes
from ui.table_parts import Numbers, names_of, placeholder_of, show_meanings, with_signs
from views.benchmarks import change_benchmark_words
from views.content import Content
from views.view import View, areas_in

CHANGE, LOWER, UPPER = "Veränderung", "untere Grenze", "obere Grenze"


def show_changes(shown: Content, view: View, indicator: Indicator, year: int, since: int) -> None:
    """Both values, the change with its interval and whether it is secured; largest rise first."""
    release = shown.release
    areas = areas_in(release, view.level, view.municipality)
    table = change_table(release, view.level, indicator.id, year, since).loc[areas]
    pool = release.plan(indicator.id, view.level).pool
    before, after = (period(each, pool) for each in (since, year))
    st.subheader(f"{indicator.name}: Veränderung von {before} bis {after} als Tabelle", anchor=False)
    if view.municipality:
        held = change_benchmark_words(release, view, indicator, year)
        st.markdown(f"Zum Vergleich: {', '.join(f'{name} {value}' for name, value in held)}.")
    st.dataframe(_readable(release, view.level, indicator, (since, year), table), hide_index=True, width="stretch",
                 placeholder=placeholder_of(table["sign"]))  # fmt: skip
    show_meanings(table["sign"])
    offer_downloads(
        change_rows(release, view.level, year, since, indicator.id).query("gebiet in @areas"),
        name=file_name(release, f"{indicator.id}_{view.level}_{since}_bis_{year}", view.municipality),
        notes=[
            *file_notes(release, view.municipality),
            *notes(release, [indicator]),
            *about_notes(about_view(release, view)),
        ],
    )


def _readable(
    release: Release, level: str, indicator: Indicator, years: tuple[int, int], table: pd.DataFrame
) -> object:
    readable, numbers, pool = names_of(release, level, table.index), [], release.plan(indicator.id, level).pool
    for year in dict.fromkeys(years):
        values, heading = release.table(level, indicator.id, year).loc[table.index], period(year, pool)
        readable[heading] = values["value"]
        numbers.append(Numbers([heading], values["sign"], indicator.decimals))
    readable[CHANGE], readable[LOWER], readable[UPPER] = table["value"], table["lower95"], table["upper95"]
    numbers.append(Numbers([CHANGE, LOWER, UPPER], table["sign"], indicator.decimals))
    pairs = zip(table["secured"], table["tested"], strict=True)
    readable["Prüfung"] = [secured_words(secured, tested) for secured, tested in pairs]
    return with_signs(readable.sort_values(CHANGE, ascending=False, na_position="last"), numbers)
