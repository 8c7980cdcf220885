"""All indicators of an area on one chart, each on its own scale with the county in the middle."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from texts.profile import SPINE_LEGEND
from ui.profile.german_chart import BETTER, INK, OTHER, QUIET, SIMILAR, WORSE, show_chart
from views.profile.profile import Profile
from views.profile.row import Row
from views.profile.spine import Spine, spine_of
from views.profile.verdict import VERDICTS, verdict
from views.profile.words import words_of

ROW = 25  # pixels
FACTS = {
    "value": "Wert", "interval": "95-%-Bereich", "above": "Kommune", "whole": "Kreis", "range": "alle Gebiete",
    "comparison": "Vergleich", "trend": "Trend", "target": "Zielwert", "period": "Zeitraum",
}  # fmt: skip

POSITIONS = {name: f"x_{name}" for name in Spine._fields}  # beside the words of the same name


def show_spine(profile: Profile) -> None:
    rows = spine_rows(profile)
    if rows.empty or not rows["x_left"].notna().any():
        st.caption("Für diese Ebene gibt es keinen Vergleich mit dem Kreis. Die Werte stehen in der Tabelle.")
        return
    show_chart(spine_chart(rows, profile.name), key="spine")
    st.caption(SPINE_LEGEND.format(plural=profile.level.plural))


def spine_rows(profile: Profile) -> pd.DataFrame:
    """One line per theme and indicator, in the order they are drawn; positions are NaN where a mark is missing."""
    lines: list[dict[str, Any]] = []
    for theme in profile.themes:
        lines.append({"label": theme.name.upper(), "theme": True})
        lines += [_line(row) for row in theme.rows]
    return pd.DataFrame(lines, columns=["label", "theme", "verdict", "said", *FACTS, *POSITIONS.values()])


def _line(row: Row) -> dict[str, Any]:
    spine, words = spine_of(row), words_of(row)
    return {
        "label": row.indicator.name,
        "theme": False,
        "verdict": VERDICTS[verdict(row)],
        "said": words.comparison,
        **{name: getattr(words, name) for name in FACTS},
        **({} if spine is None else {POSITIONS[name]: at for name, at in spine._asdict().items()}),
    }


def spine_chart(rows: pd.DataFrame, name: str) -> Any:
    """Bars, the county's line, target, municipality, interval and value; the value in words at the right."""
    order = list(dict.fromkeys(rows["label"]))
    themes = [each for each, is_theme in zip(rows["label"], rows["theme"], strict=True) if is_theme]
    bold = alt.condition(f"indexof({themes!r}, datum.value) >= 0", alt.value("bold"), alt.value("normal"))
    axis = alt.Axis(title=None, labelLimit=260, ticks=False, domain=False, labelPadding=8, labelFontWeight=bold)
    base = alt.Chart(rows, height=ROW * len(order)).encode(y=alt.Y("label:N", sort=order, axis=axis))
    scale = alt.Scale(domain=[0, 1])
    hint = [alt.Tooltip(f"{field}:N", title=title) for field, title in FACTS.items()]
    tooltip = [alt.Tooltip("label:N", title="Kennzahl"), *hint]

    def bar(left: str, right: str, colour: str) -> Any:
        return base.mark_bar(color=colour, height=13).encode(
            x=alt.X(f"{left}:Q", scale=scale, axis=None), x2=f"{right}:Q", tooltip=tooltip
        )

    line = alt.Chart(pd.DataFrame({"x": [0.5]})).mark_rule(color=INK, size=1.4).encode(x=alt.X("x:Q", scale=scale))
    target = base.mark_tick(color=INK, thickness=2.5, height=19).encode(x="x_target:Q")
    above = base.mark_point(
        shape="diamond", size=70, filled=True, fill="white", stroke=INK, strokeWidth=1.4, opacity=1
    ).encode(x="x_above:Q", tooltip=tooltip)
    interval = base.mark_rule(color=INK, size=1.6).encode(x="x_start:Q", x2="x_end:Q")
    return alt.layer(
        bar("x_left", "x_right", "#dfe6e9"), bar("x_inner_left", "x_inner_right", "#aebcc3"), line, target, above, interval,
        _value_marks(base, tooltip), *_words(base),
    ).properties(
        padding={"left": 5, "right": 245, "top": 5, "bottom": 5},
        description=f"{name}: alle Kennzahlen im Vergleich mit dem Kreis. Die Werte stehen in der Tabelle darunter.",
    )  # fmt: skip


def _value_marks(base: Any, tooltip: Any) -> Any:
    """Told apart by shape as well as by colour."""
    names = list(VERDICTS.values())
    shapes = alt.Scale(domain=names, range=["circle", "triangle-right", "circle", "square"])
    colours = alt.Scale(domain=names, range=[WORSE, BETTER, SIMILAR, OTHER])
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1, columns=2)
    return base.mark_point(filled=True, opacity=1, size=110, stroke="white", strokeWidth=0.8).encode(
        x="x_value:Q",
        color=alt.Color("verdict:N", scale=colours, legend=legend),
        shape=alt.Shape("verdict:N", scale=shapes, legend=legend),
        tooltip=tooltip,
    ).transform_filter("isValid(datum.x_value)")  # fmt: skip


def _words(base: Any) -> list[Any]:
    base = base.transform_filter("!datum.theme")
    value = base.mark_text(align="right", xOffset=118, fontSize=14, fontWeight="bold", color=INK).encode(
        x=alt.value("width"), text="value:N"
    )
    said = base.mark_text(align="left", xOffset=128, fontSize=13, color=QUIET).encode(
        x=alt.value("width"), text="said:N"
    )
    return [value, said]
