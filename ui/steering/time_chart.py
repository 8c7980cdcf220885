"""The time line as a chart: bars for measures, signs for days, a line for today; one row each, under its office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from texts.steering import SORTS
from ui.steering.time_rows import HEADING, chart_rows
from views.steering.dated import Dated, Sort

ROW = 26  # pixels
TOLD = {"title": "Was", "sort": "Art", "when": "Wann", "state": "Stand"}
COLOURS = {"offen": "#0b4f6c", "überfällig": "#9b3d3f", "erledigt": "#8a979e"}
SHAPES = {Sort.MILESTONE: "diamond", Sort.TASK: "square", Sort.MEETING: "circle", Sort.GOAL: "triangle-up"}


def time_chart(items: Sequence[Dated], today: date, edges: tuple[date, date]) -> Any:
    """edges: first and last day that are drawn; what is longer is cut there."""
    rows = chart_rows(items, today, edges)
    order = list(rows["label"])
    bold = {"condition": {"test": f"substring(datum.value, 0, 1) == '{HEADING}'", "value": "bold"}, "value": "normal"}
    y = alt.Y(
        "label:N", sort=order, title=None, scale=alt.Scale(domain=order),
        axis=alt.Axis(labelLimit=330, labelFontWeight=bold, ticks=False, domain=False, grid=False),
    )  # fmt: skip
    x = alt.X(
        "begins:T",
        title=None,
        axis=alt.Axis(
            format="%m.%Y",
            grid=True,
            labelOverlap=True,
            labelSeparation=8,
            tickCount={"interval": "month", "step": months(edges)},
        ),
    )
    told = [alt.Tooltip(f"{name}:N", title=title) for name, title in TOLD.items()]
    base = alt.Chart(rows).encode(y=y, tooltip=told, color=_colour(rows))
    bars = base.transform_filter(alt.datum.is_bar).mark_bar(height=11, cornerRadius=3).encode(x=x, x2="ends:T")
    signs = base.transform_filter(alt.datum.is_sign).mark_point(size=130, filled=True, opacity=1).encode(
        x=x, shape=_shape(rows)
    )  # fmt: skip
    overdue = base.transform_filter(alt.datum.state == "überfällig").mark_text(dx=10, align="left", fontSize=13)
    words = overdue.encode(x=alt.X("ends:T"), text="state:N")
    return alt.layer(bars, signs, words, *_today(today)).properties(
        height=ROW * len(rows) + 30,
        description="Zeitstrahl nach Ämtern. Dieselben Angaben stehen in der Tabelle darunter.",
    )


def months(edges: tuple[date, date]) -> int:
    """From one line of the grid to the next."""
    days = (edges[1] - edges[0]).days
    return next(step for step, longest in ((1, 600), (3, 1900), (12, days)) if days <= longest)


def _colour(rows: pd.DataFrame) -> alt.Color:
    names = [each for each in COLOURS if each in set(rows["state"].dropna())]
    return alt.Color(
        "state:N", scale=alt.Scale(domain=names, range=[COLOURS[each] for each in names]),
        legend=alt.Legend(title="Stand", orient="top"),
    )  # fmt: skip


def _shape(rows: pd.DataFrame) -> alt.Shape:
    kinds = [each for each in SHAPES if SORTS[each] in set(rows["sort"].dropna())]
    return alt.Shape(
        "sort:N", scale=alt.Scale(domain=[SORTS[each] for each in kinds], range=[SHAPES[each] for each in kinds]),
        legend=alt.Legend(title="Art (Balken: Maßnahme)", orient="top"),
    )  # fmt: skip


def _today(today: date) -> tuple[alt.Chart, alt.Chart]:
    base = alt.Chart(pd.DataFrame([{"day": pd.Timestamp(today), "words": "heute"}])).encode(x="day:T")
    rule = base.mark_rule(strokeDash=[5, 4], strokeWidth=2, color="#1b2a33")
    words = base.mark_text(dx=5, dy=-6, align="left", fontSize=14, color="#1b2a33").encode(
        text="words:N", y=alt.value(0)
    )
    return rule, words
