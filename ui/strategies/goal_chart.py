"""The course of an indicator against the path needed, with its interval, and the mean of areas alike."""

from __future__ import annotations

import math
from typing import Any

import altair as alt
import pandas as pd

from indicators.signs import Sign
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from texts.treatment import period
from views.progress.progress import ProgressView

OWN, BAND, PATH, OTHERS = "#0b4f6c", "#cfe0e6", "#b35c00", "#5b7f3b"
LINES = {"Wert": (OWN, [1, 0]), "nötiger Weg": (PATH, [6, 4]), "ähnliche Gebiete": (OTHERS, [2, 3])}


def goal_chart(view: ProgressView) -> Any:
    lines, band = chart_rows(view), view.course[["lower95", "upper95"]].dropna().reset_index(names="year")
    x = alt.X("year:Q", axis=alt.Axis(format="d", title=None, tickMinStep=1, grid=False))
    scale = alt.Scale(zero=False, nice=True)
    area = (
        alt.Chart(band).mark_area(color=BAND).encode(x=x, y=alt.Y("lower95:Q", scale=scale, title=None), y2="upper95:Q")
    )
    names = [each for each in LINES if each in set(lines["line"])]
    colour = alt.Color(
        "line:N", sort=names, legend=alt.Legend(title=None, orient="bottom", symbolType="stroke", symbolStrokeWidth=3),
        scale=alt.Scale(domain=names, range=[LINES[each][0] for each in names]),
    )  # fmt: skip
    dash = alt.StrokeDash(
        "line:N", scale=alt.Scale(domain=names, range=[LINES[each][1] for each in names]), legend=None
    )
    tooltip = [
        alt.Tooltip("line:N", title="Linie"),
        alt.Tooltip("period:N", title="Zeitraum"),
        alt.Tooltip("words:N", title="Wert"),
    ]
    base = alt.Chart(lines).encode(x=x, y=alt.Y("value:Q", scale=scale), color=colour, tooltip=tooltip)
    course = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash, detail="run:N")
    points = base.transform_filter(alt.datum.line == "Wert").mark_point(size=34, filled=True, opacity=1)
    return alt.layer(area, course, points).properties(
        height=230,
        description=f"{view.name}, {view.indicator.name}: Verlauf und nötiger Weg. Die Werte stehen in der Tabelle.",
    )


def chart_rows(view: ProgressView) -> pd.DataFrame:
    """One row per line and year with a number. run: years in a row, a new one behind every gap."""
    columns = {"Wert": "value", "nötiger Weg": "needed", "ähnliche Gebiete": "others"}
    rows = []
    for line, column in columns.items():
        run = 0
        for year, value in view.course[column].items():
            if not math.isfinite(value):
                run += 1
                continue
            words = with_unit(view.indicator, float(value))
            rows.append({"line": line, "run": f"{line}{run}", "year": int(year), "value": float(value),
                         "period": period(int(year), view.pool), "words": words})  # fmt: skip
    return pd.DataFrame(rows, columns=["line", "run", "year", "value", "period", "words"])


def course_table(view: ProgressView) -> pd.DataFrame:
    """The same as a table; a sign where there is no number, empty for years to come."""
    unit = view.indicator
    rows = [
        {
            "Zeitraum": period(int(year), view.pool),
            "Wert": _value(view, int(year), row),
            "95-%-Bereich von": with_unit(unit, row["lower95"]) if math.isfinite(row["lower95"]) else "",
            "bis": with_unit(unit, row["upper95"]) if math.isfinite(row["upper95"]) else "",
            "Nötiger Weg": with_unit(unit, row["needed"]) if math.isfinite(row["needed"]) else "",
            "Ähnliche Gebiete": with_unit(unit, row["others"]) if math.isfinite(row["others"]) else "",
        }
        for year, row in view.course.iterrows()
    ]
    return pd.DataFrame(rows)


def _value(view: ProgressView, year: int, row: Any) -> str:
    if math.isfinite(row["value"]):
        return with_unit(view.indicator, float(row["value"]))
    if view.year is not None and year > view.year:
        return ""
    sign = Sign(int(row["sign"]))
    return f"{SYMBOL[sign]} {MEANING[sign]}"
