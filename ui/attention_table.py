"""All areas under one rule as a table with downloads."""

from __future__ import annotations

import streamlit as st

from indicators.attention import Attention
from monitor.results import attention_rows, reasons_in_words
from texts.numbers import german
from ui.data import Content
from ui.downloads import file_name, notes, offer_downloads
from ui.view import AttentionView, areas_in

HEADINGS = {"index": "Index", "status": "Status", "dynamics": "Dynamik"}

NUMBERS = {
    "mss": ("Index", 2),
    "county": ("ungünstige Kennzahlen", 0),
    "significance": ("Abstand in Standardfehlern", 1),
}


def show_attention_table(shown: Content, view: AttentionView, found: Attention) -> None:
    """The view's areas, flagged ones first, then by index; index, classes and all reasons."""
    release, level, year, rule = shown.release, view.level, view.year, view.rule
    areas = areas_in(release, level, view.municipality)
    words = reasons_in_words(release, level, year, rule, found, most=None)
    table = found.table.loc[areas].sort_values(by=["flagged", "index"], ascending=False)
    readable = table[list(HEADINGS)].rename(columns=HEADINGS)
    readable.insert(0, release.level(level).name, [release.hierarchy.names[area] for area in table.index])
    readable.insert(1, "Aufmerksamkeit", ["ja" if flagged else "" for flagged in table["flagged"]])
    readable["Gründe"] = [words[area] for area in table.index]
    number, decimals = NUMBERS[rule]
    if rule != "mss":
        readable = readable.drop(columns=["Status", "Dynamik"]).rename(columns={"Index": number})
    styled = readable.style.format({number: lambda value: german(value, decimals)})
    st.dataframe(styled, hide_index=True, width="stretch", height=520)
    offer_downloads(
        attention_rows(release, level, year, rule).query("gebiet in @areas"),
        name=file_name(release, f"aufmerksamkeit_{rule}_{level}_{year}"),
        notes=notes(release, []),
    )
