"""The parameters of a rule as widgets, to try out what would be if; the link is their only memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.assumptions import weights_of
from indicators.attention import Rule
from monitor.release import Release
from texts.numbers import german_exact
from texts.rules import METHOD_NAMES
from ui.choices import here, note_gone, put
from views.content import Content
from views.view import AttentionView
from views.what_if import (
    AS_DECIDED,
    CONFIDENCES,
    FALSE_DISCOVERIES,
    LEAST_BORDER,
    LEAST_WEIGHT,
    METHODS,
    MOST_BORDER,
    MOST_WEIGHT,
    WHAT_IF_PARAMETERS,
    Possible,
    parameters_of,
    possible_of,
    read_what_if,
    what_if_link,
    with_value,
)

BORDERS = {
    "low": "Status niedrig ab (Standardabweichungen)",
    "very_low": "Status sehr niedrig ab",
    "negative": "Dynamik negativ ab",
}
SWITCH = "what-if"
WEIGHT = "weight-"  # before the name of an indicator: the key of its slider

Changed = Callable[[str, str], None]  # field of the rule, key of the widget


def choose_what_if(shown: Content, view: AttentionView) -> None:
    """Everything that the rule leaves to choose, once `switch_what_if` is on."""
    if not st.session_state.get(SWITCH):
        return
    possible = possible_of(shown.release, view.level, view.rule)
    rule = view.what_if or possible.rule
    changed = partial(_changed, shown.release, view, possible)
    with st.container(border=True, key="what-if-panel"):
        _choose_borders(rule, changed)
        _choose_indicators(shown.release, possible, rule, changed)
        _choose_weights(shown.release, rule, changed)


def beside_panel() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Places for the panel and the map: side by side while the panel is open, so that the map is seen repainting."""
    if not st.session_state.get(SWITCH):
        return st.container(), st.container()
    panel, stage = st.columns([1, 2.8], gap="medium")
    return panel, stage


def switch_what_if() -> None:
    """Opens the panel; it is no part of the view, so it stands in no link."""
    st.toggle("Was wäre, wenn: Regel ändern", key=SWITCH)


def tell_what_is_gone(release: Release, level: str, rule: str) -> None:
    """A notice for every parameter of the link that does not exist; the link is mended."""
    for parameter, asked in read_what_if(release, level, rule, here).gone:
        note_gone(parameter.label, asked, AS_DECIDED)
        put(parameter.param, "")


def forget_what_if() -> None:
    """As the callback of a button."""
    for param in WHAT_IF_PARAMETERS:
        put(param, "")


def _changed(release: Release, view: AttentionView, possible: Possible, field: str, key: str) -> None:
    """A callback. The rule is read from the link: after two quick changes the page may still show the one before."""
    rule = read_what_if(release, view.level, view.rule, here).rule or possible.rule
    value = st.session_state[key]
    made = with_value(possible, rule, field, _weighed(rule, key, value) if field == "weights" else value)
    link = what_if_link(None if made == possible.rule else made, possible.rule)
    for param in WHAT_IF_PARAMETERS:
        if here(param) != link.get(param, ""):
            put(param, link.get(param, ""))


def _weighed(rule: Any, key: str, weight: float) -> tuple[tuple[str, float], ...]:
    """The weights of the rule, with another one for the indicator of that slider."""
    weights = dict(zip(rule.inputs, weights_of(rule.inputs, rule.weights).tolist(), strict=True))
    return tuple({**weights, key.removeprefix(WEIGHT): weight}.items())


def _choose_indicators(release: Release, possible: Possible, rule: Any, changed: Changed) -> None:
    names = {each.id: each.name for each in release.catalogue.values()}
    judged = "status" if hasattr(rule, "status") else "indicators"
    _widget(st.multiselect, "Kennzahlen, die zählen", rule, judged, changed, options=possible.indicators,
            format_func=names.__getitem__)  # fmt: skip
    if hasattr(rule, "dynamics"):
        label = f"Kennzahlen der Dynamik (Veränderung über {rule.dynamics_years} Jahre)"
        _widget(
            st.multiselect, label, rule, "dynamics", changed, options=possible.changes, format_func=names.__getitem__
        )


def _choose_borders(rule: Any, changed: Changed) -> None:
    if hasattr(rule, "k") and len(rule.indicators) > 1:
        many = {"min_value": 1, "max_value": len(rule.indicators)}
        _widget(st.slider, "So viele müssen ungünstig sein", rule, "k", changed, **many)
    if hasattr(rule, "method"):
        _widget(st.radio, "Was gesichert heißt", rule, "method", changed, options=METHODS,
                format_func=METHOD_NAMES.__getitem__)  # fmt: skip
    if getattr(rule, "method", "") == "bh":
        _widget(st.radio, "Anteil des Zufalls höchstens", rule, "false_discovery", changed, horizontal=True,
                options=sorted({*FALSE_DISCOVERIES, rule.false_discovery}),
                format_func=lambda share: f"{german_exact(round(100 * share, 4))} %")  # fmt: skip
    elif hasattr(rule, "confidence"):
        _widget(st.radio, "Gesichert mit", rule, "confidence", changed, options=CONFIDENCES, horizontal=True,
                format_func=lambda level: f"{german_exact(level)} %")  # fmt: skip
    for field, label in BORDERS.items():
        if hasattr(rule, field):
            _widget(st.select_slider, label, rule, field, changed, format_func=german_exact,
                    options=_steps(LEAST_BORDER, MOST_BORDER, 0.05, getattr(rule, field)))  # fmt: skip


def _choose_weights(release: Release, rule: Rule, changed: Changed) -> None:
    """A slider for each indicator, where the rule knows weights."""
    if "weights" not in {parameter.field for parameter in parameters_of(rule)}:
        return
    for name, weight in zip(rule.inputs, weights_of(rule.inputs, rule.weights).tolist(), strict=True):
        key = f"{WEIGHT}{name}"
        st.session_state[key] = weight
        st.select_slider(
            f"Gewicht: {release.catalogue[name].name}", _steps(LEAST_WEIGHT, MOST_WEIGHT, 0.25, weight), key=key,
            format_func=german_exact, on_change=changed, args=("weights", key),
        )  # fmt: skip


def _steps(least: float, most: float, step: float, value: float) -> list[float]:
    """Equal steps, and the value itself wherever it lies."""
    return sorted({*(round(least + number * step, 2) for number in range(round((most - least) / step) + 1)), value})


def _widget(widget: Callable[..., Any], label: str, rule: Any, field: str, changed: Changed, **more: Any) -> None:
    key = f"what-if-{field}"
    value = getattr(rule, field)
    st.session_state[key] = list(value) if isinstance(value, tuple) else value
    widget(label, key=key, on_change=changed, args=(field, key), **more)
