"""What all charts share: German numbers, the app's typeface, calm lines."""

from __future__ import annotations

from typing import Any

import altair as alt
import streamlit as st

LOCALE = alt.Locale(number={"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " €"]})
FONT = "Source Sans, Source Sans 3, sans-serif"
INK, QUIET, LINE = "#1b2a33", "#4a5963", "#d5dcdf"
WORSE, BETTER, SIMILAR, OTHER = "#9b3d3f", "#1f6f8b", "#5f6d75", "#1b2a33"


def show_chart(chart: Any, key: str) -> None:
    """The chart as wide as its place."""
    finished = chart.configure(font=FONT, locale=LOCALE).configure_view(stroke=None)
    finished = finished.configure_axis(
        labelColor=INK, titleColor=INK, labelFontSize=14, titleFontSize=14, gridColor=LINE
    )
    finished = finished.configure_legend(
        labelFontSize=14, titleFontSize=14, labelColor=INK, titleColor=INK, labelLimit=400
    )
    st.altair_chart(finished, key=key, theme=None, width="stretch")
