"""The numbers of a map as a table, with the same signs, and as files."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.results import value_rows
from monitor.unplaced_rows import with_unplaced_rows
from reports.map_file import map_file
from texts.municipality import first_rank_words
from texts.report_tables import MAP_BUTTON
from texts.treatment import period
from texts.unplaced import unplaced_note
from ui.about_view import about_view
from ui.change_table import show_changes
from ui.downloads import FileOffer, about_notes, file_name, notes, offer_downloads
from ui.media_types import GEOPACKAGE
from ui.municipality import file_notes
from ui.table_parts import placeholder_of, show_meanings
from ui.unplaced_row import unplaced_of, whole_of
from ui.value_table import readable_values
from views.benchmarks import benchmark_words, shows_smoothed
from views.content import Content
from views.cut_notes import table_notes
from views.view import View, areas_in


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
        areas = areas_in(shown.release, view.level, view.municipality)
        for note in table_notes(shown.release, view.level, indicator, [view.since, year], areas):
            st.caption(note)
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
    st.dataframe(readable_values(release, view, indicator, year, table), hide_index=True, width="stretch",
                 placeholder=placeholder_of(table["sign"]))  # fmt: skip
    show_meanings(table["sign"])
    _show_notes(release, view, indicator, year, areas)
    _offer_files(shown, view, indicator, year, areas)


def _offer_files(shown: Content, view: View, indicator: Indicator, year: int, areas: pd.Index) -> None:
    release, told = shown.release, about_view(shown.release, view)
    said = [*file_notes(release, view.municipality), *notes(release, [indicator]), *about_notes(told)]
    as_map = partial(map_file, shown, view.level, indicator.id, year, told, areas)
    rows = value_rows(release, view.level, year, [indicator.id]).query("gebiet in @areas")
    offer_downloads(
        with_unplaced_rows(rows, release, view.level, year, areas),
        name=file_name(release, f"{indicator.id}_{view.level}_{year}", view.municipality),
        notes=list(dict.fromkeys(said)),
        more=[FileOffer(MAP_BUTTON, ".gpkg", GEOPACKAGE, as_map)],
    )


def _show_notes(release: Release, view: View, indicator: Indicator, year: int, areas: pd.Index) -> None:
    notes = table_notes(release, view.level, indicator, [year], areas)
    if unplaced_of(release, view, indicator, year):
        notes.append(unplaced_note(release.hierarchy.names[whole_of(release, view)]))
    for note in notes:
        st.caption(note)


def _comparison_line(release: Release, view: View, indicator: Indicator, year: int) -> str:
    """What the values of a municipality's areas are held against, and what its ranks mean."""
    held = ", ".join(f"{name} {value}" for name, value in benchmark_words(release, view, indicator, year))
    what = "die geglätteten Werte, wie auf der Karte" if shows_smoothed(release, view, indicator) else "die Werte"
    return f"Zum Vergleich: {held}. Die Ränge ordnen {what}: {first_rank_words(indicator.polarity)}."
