"""The course of every indicator through its years, with intervals and breaks, as small charts and as a table."""

from __future__ import annotations

import math
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from indicators.signs import Sign
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from texts.treatment import period
from ui.profile.german_chart import INK, show_chart
from views.profile.profile import Profile
from views.profile.row import Row

COLUMNS = 4
BLUE, BAND = "#0b4f6c", "#cfe0e6"


def show_courses(profile: Profile) -> None:
    rows = course_rows(profile)
    if rows.empty:
        return
    st.header("Alle Jahre", anchor=False)
    show_chart(course_chart(rows, profile.name), key="courses")
    st.caption(
        "Jede Kennzahl hat ihren eigenen Maßstab. Heller Streifen: 95-%-Vertrauensbereich. Wo eine Zahl geheim ist oder fehlt, "
        "ist die Linie unterbrochen. Offene Punkte: auf den heutigen Zuschnitt zurückgerechnet."
    )
    with st.expander("Alle Jahre als Tabelle"):
        st.dataframe(course_table(profile), hide_index=True, width="stretch", placeholder="")


def course_rows(profile: Profile) -> pd.DataFrame:
    """One line per indicator and year with a value. run: years in a row; a new one begins behind every gap."""
    lines: list[dict[str, Any]] = []
    for row in profile.rows:
        run, last = 0, None
        for year, value in row.course["value"].items():
            if not math.isfinite(value):
                run += 1
                continue
            run += last is not None and int(year) - last > 1
            last = int(year)
            lines.append(_line(row, int(year), run))
    return pd.DataFrame(lines)


def course_chart(rows: pd.DataFrame, name: str) -> Any:
    order = list(dict.fromkeys(rows["label"]))
    base = alt.Chart(rows, width=250, height=90).encode(
        x=alt.X("year:Q", axis=alt.Axis(format="d", title=None, tickMinStep=1, tickCount=4, grid=False)),
        detail="run:N",
    )
    scale = alt.Scale(zero=False, nice=True)
    band = base.mark_area(color=BAND).encode(y=alt.Y("lower:Q", scale=scale, title=None), y2="upper:Q")
    axis = alt.Axis(title=None, tickCount=3)
    line = base.mark_line(color=BLUE, strokeWidth=2).encode(y=alt.Y("value:Q", scale=scale, axis=axis))
    points = base.mark_point(size=26, opacity=1, stroke=BLUE, filled=True).encode(
        y="value:Q",
        fill=alt.Fill("recalculated:N", scale=alt.Scale(domain=[False, True], range=[BLUE, "white"]), legend=None),
        tooltip=[
            alt.Tooltip("label:N", title="Kennzahl"), alt.Tooltip("period:N", title="Zeitraum"),
            alt.Tooltip("words:N", title="Wert"),
        ],
    )  # fmt: skip
    header = alt.Header(
        title=None, labelFontSize=14, labelColor=INK, labelAnchor="start", labelFontWeight="bold", labelLimit=250
    )
    return (
        alt.layer(band, line, points)
        .facet(facet=alt.Facet("label:N", sort=order, header=header), columns=COLUMNS, spacing=18)
        .resolve_scale(y="independent", x="independent")
        .properties(description=f"{name}: Verlauf aller Kennzahlen. Die Werte stehen in der Tabelle darunter.")
    )


def course_table(profile: Profile) -> pd.DataFrame:
    """Indicators × years, values in words; a sign where there is none, "" in years without any numbers of the level."""
    lines = [{"Kennzahl": row.indicator.name, **_years(row)} for row in profile.rows]
    years = sorted({key for line in lines for key in line if key != "Kennzahl"})
    return pd.DataFrame(lines, columns=["Kennzahl", *years]).fillna("")


def _line(row: Row, year: int, run: int) -> dict[str, Any]:
    own = row.course.loc[year]
    value = float(own["value"])
    ends = [float(own[name]) if math.isfinite(own[name]) else value for name in ("lower95", "upper95")]
    return {
        "label": row.indicator.name, "year": year, "run": f"{row.indicator.id}-{run}", "value": value, "lower": ends[0],
        "upper": ends[1], "recalculated": bool(own["recalculated"]), "period": period(year, row.pool),
        "words": with_unit(row.indicator, value),
    }  # fmt: skip


def _years(row: Row) -> dict[str, str]:
    return {
        str(year): with_unit(row.indicator, float(own["value"]))
        if own["sign"] == Sign.SHOWN
        else f"{SYMBOL[Sign(int(own['sign']))]} {MEANING[Sign(int(own['sign']))]}"
        for year, own in row.course.iterrows()
    }
