"""Who lives there: the indicators of circumstances beside those of the municipality and the county."""

from __future__ import annotations

import math
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from monitor.release import Release
from texts.reasons import with_unit
from ui.profile.german_chart import INK, show_chart
from views.profile.profile import Profile
from views.profile.row import Row

COLOURS = ("#0b4f6c", "#82b2bb", "#c3cbcf")


def show_structure(release: Release, profile: Profile) -> None:
    rows = structure_rows(release, profile)
    if rows.empty:
        return
    st.header("Wer hier lebt", anchor=False)
    show_chart(structure_chart(rows, profile.name), key="structure")
    with st.expander("Wer hier lebt als Tabelle"):
        table = rows.pivot(index="Kennzahl", columns="Gebiet", values="words")
        st.dataframe(table.reindex(index=rows["Kennzahl"].unique(), columns=rows["Gebiet"].unique()), width="stretch",
                     placeholder="")  # fmt: skip


def structure_rows(release: Release, profile: Profile) -> pd.DataFrame:
    """One line per indicator that can be compared, and area it is compared with, that has a value."""
    return pd.DataFrame(
        [line for row in profile.structure if row.indicator.denominator for line in _lines(release, profile, row)]
    )


def structure_chart(rows: pd.DataFrame, name: str) -> Any:
    areas = list(rows["Gebiet"].unique())
    bars = alt.Chart(rows, width=300, height=30 * len(areas)).encode(
        x=alt.X("value:Q", title=None, axis=alt.Axis(labels=False, ticks=False, grid=False, domain=False)),
        y=alt.Y("Gebiet:N", sort=areas, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=160)),
    )
    colour = alt.Color("Gebiet:N", scale=alt.Scale(domain=areas, range=list(COLOURS[: len(areas)])), legend=None)
    words = bars.mark_text(align="left", dx=5, fontSize=13, color=INK).encode(text="words:N")
    header = alt.Header(title=None, labelFontSize=14, labelColor=INK, labelAnchor="start", labelFontWeight="bold")
    return (
        alt.layer(bars.mark_bar(height=16).encode(color=colour), words)
        .facet(
            facet=alt.Facet("Kennzahl:N", sort=list(rows["Kennzahl"].unique()), header=header), columns=3, spacing=24
        )
        .resolve_scale(x="independent")
        .properties(description=f"{name}: Merkmale der Bevölkerung. Die Werte stehen in der Tabelle darunter.")
    )


def _lines(release: Release, profile: Profile, row: Row) -> list[dict[str, Any]]:
    held = [(profile.name, row.value)]
    held += [(row.above.name, row.above.value)] if row.above else []
    held += [(release.county.name, row.whole)] if math.isfinite(row.whole) else []
    return [
        {"Kennzahl": row.indicator.name, "Gebiet": name, "value": value, "words": with_unit(row.indicator, value)}
        for name, value in held
        if math.isfinite(value)
    ]
