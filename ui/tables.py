"""The numbers of a map as a table, with the same signs, and as files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators.benchmark import Comparison
from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.release import Release
from monitor.results import value_rows
from monitor.writers import csv_bytes, xlsx_bytes
from texts.comparison import comparison_words
from texts.numbers import german
from texts.signs import MEANING, SYMBOL
from ui.data import Content
from ui.view import View, areas_in, year_words

COUNT, BASE, VALUE, LOWER, UPPER = "Anzahl", "von", "Wert", "untere Grenze", "obere Grenze"


def show_values(shown: Content, view: View) -> None:
    """Table of the view's areas, highest value first, with downloads."""
    release = shown.release
    areas = areas_in(release, view.level, view.municipality)
    table = release.table(view.level, view.indicator.id, view.year).loc[areas]
    st.subheader(f"{view.indicator.name} {year_words(view.year, view.indicator.pool)} als Tabelle", anchor=False)
    st.dataframe(_styled(_readable(release, view, table), table, view.indicator), hide_index=True, width="stretch")
    _show_meanings(table)
    offer_downloads(
        value_rows(release, view.level, view.year, [view.indicator.id]).query("gebiet in @areas"),
        name=file_name(release, f"{view.indicator.id}_{view.level}_{view.year}"),
        notes=notes(release, [view.indicator]),
    )


def offer_downloads(table: pd.DataFrame, name: str, notes: Sequence[str]) -> None:
    """Two buttons: CSV for German Excel, and XLSX with a sheet of notes. Files are made only when asked for."""
    as_csv, as_xlsx, _ = st.columns([1, 1, 3])
    as_csv.download_button(
        "Als CSV herunterladen", lambda: csv_bytes(table), f"{name}.csv", "text/csv",
        on_click="ignore", key=f"csv-{name}", width="stretch",
    )  # fmt: skip
    as_xlsx.download_button(
        "Als Excel herunterladen", lambda: xlsx_bytes(table, "Werte", list(notes)), f"{name}.xlsx",
        on_click="ignore", key=f"xlsx-{name}", width="stretch",
    )  # fmt: skip


def file_name(release: Release, name: str) -> str:
    """A CSV has no room for a notice: a file of invented numbers says so by its name."""
    return f"BEISPIEL_{name}" if release.county.invented else name


def notes(release: Release, indicators: Sequence[Indicator]) -> list[str]:
    """What a file must say about itself once it has left the app."""
    county = release.county
    about = [f"{each.id} {each.name}: {each.numerator_name} / {each.denominator_name}" for each in indicators]
    signs = sorted({f"{SYMBOL[sign]} {MEANING[sign]}" for sign in Sign if sign is not Sign.SHOWN})
    return [f"{county.name}, Sozialraum-Monitor", *([county.notice] if county.notice else []), *about, *signs,
            *county.attribution]  # fmt: skip


def _readable(release: Release, view: View, table: pd.DataFrame) -> pd.DataFrame:
    indicator, areas = view.indicator, release.hierarchy.areas(view.level)
    readable = pd.DataFrame({release.level(view.level).name: areas["name"].reindex(table.index)})
    if len(release.levels) > 2 and view.level != release.levels[1].id:
        above = release.levels[1]
        parents = release.hierarchy.ancestors(view.level, above.id).reindex(table.index)
        readable[above.name] = parents.map(release.hierarchy.areas(above.id)["name"])
    readable[_value_heading(indicator)] = table["value"]
    if table["lower95"].notna().any():
        readable[LOWER], readable[UPPER] = table["lower95"], table["upper95"]
    if table["comparison"].ne(Comparison.NOT_COMPARED).any():
        readable["Vergleich mit dem Kreis"] = [comparison_words(c, indicator.polarity) for c in table["comparison"]]
    if table["count"].notna().any():
        readable[COUNT] = table["count"]
    if table["base"].notna().any():
        readable[BASE] = table["base"]
    return readable.sort_values(_value_heading(indicator), ascending=False, na_position="last")


def _value_heading(indicator: Indicator) -> str:
    return f"{VALUE} ({indicator.unit})" if indicator.unit else VALUE


def _styled(readable: pd.DataFrame, table: pd.DataFrame, indicator: Indicator) -> Any:
    """German numbers for the eye, real numbers for sorting; a sign stands where a number is not shown."""
    numbers = [column for column in readable.columns if pd.api.types.is_numeric_dtype(readable[column])]
    decimals = {column: 0 if column in (COUNT, BASE) else indicator.decimals for column in numbers}
    styled = readable.style.format({column: lambda v, d=d: german(v, d) for column, d in decimals.items()})
    for sign in table["sign"].unique():
        if sign != Sign.SHOWN:
            rows = readable.index.intersection(table.index[table["sign"] == sign])
            styled = styled.format(lambda _, sign=sign: SYMBOL[Sign(sign)], subset=(rows, numbers))
    return styled


def _show_meanings(table: pd.DataFrame) -> None:
    used = [Sign(sign) for sign in sorted(table["sign"].unique()) if sign != Sign.SHOWN]
    if used:
        st.caption(" · ".join(f"**{SYMBOL[sign]}** {MEANING[sign]}" for sign in used))
