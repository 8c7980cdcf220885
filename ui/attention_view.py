"""What the attention pages look at, and the frame with a rule's result."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from indicators.attention import Attention
from monitor.release import Release
from problem import DataError
from texts.attention import NO_RULE
from texts.problems import sentence
from ui.assumptions import tell_assumptions_gone
from ui.choices import choose, say_what_is_gone, switch, wanted
from ui.events import follow
from ui.filters import area_filter, municipality_filter, show_filters
from ui.flags import choose_rule
from ui.handout.area import offer_report
from ui.map.stage import show_stage
from ui.story_button import offer_step
from ui.view_choices import choose_level
from ui.view_message import message_of
from ui.what_if_panel import switch_what_if, tell_what_is_gone
from views import options
from views.content import Content
from views.links import attention_link_of, whole_link
from views.rules import rule_result
from views.steps import attention_map
from views.view import AttentionView, read_attention_view
from views.wanted import Wanted
from views.what_if import read_what_if

STYLE = Path(__file__).with_name("attention.css")
ON_THE_MAP = "Die Seite Karte zeigt die Kennzahlen auch ohne Regel."
IN_SETTINGS = "Festgelegt wird sie in county.toml, Abschnitt attention."  # nothing is left out: the county has none


def choose_attention_view(shown: Content) -> AttentionView:
    """Rule, level and year in one row."""
    st.html(STYLE)
    release = shown.release
    _stop_without_rule(shown)
    notices, columns = st.container(), st.columns([2.35, 1.4, 1.05])
    with columns[0]:
        rule = choose_rule(release)
    with columns[1]:
        level = choose_level(release)
    tell_what_is_gone(release, level, rule)
    with columns[2]:
        what_if = read_what_if(release, level, rule, wanted).rule
        tell_assumptions_gone(release, what_if or rule)
        years = [str(year) for year in options.attention_years(release, level, what_if or rule)]
        choose("Jahr", "jahr", years[::-1], default=years[-1])
    with notices:
        say_what_is_gone()
    return _read(release, wanted)


def decided_view(shown: Content) -> AttentionView:
    """The county's own rule, for the municipality and the area chosen elsewhere, in the year of the link, else the
    latest: a year looked at on another page is not the answer to "where now?"."""
    _stop_without_rule(shown)
    return _read(shown.release, _chosen_here)


def _chosen_here(param: str) -> str:
    if param == "jahr":
        return str(st.query_params.get(param, ""))
    return wanted(param) if param in ("kommune", "gebiet") else ""


def _read(release: Release, source: Wanted) -> AttentionView:
    view = read_attention_view(release, source)
    assert view is not None
    return view


def _stop_without_rule(shown: Content) -> None:
    if read_attention_view(shown.release, lambda _: "") is None:
        st.info(" ".join((NO_RULE, ON_THE_MAP) if shown.without else (NO_RULE, IN_SETTINGS, ON_THE_MAP)))
        st.stop()


def result_of(shown: Content, view: AttentionView) -> Attention:
    """What the view's rule says; where it cannot be applied, the page says why and ends."""
    try:
        return rule_result(shown, view.level, view.year, view.applied)
    except DataError as error:
        st.warning("\n\n".join(sentence(problem) for problem in error.problems))
        st.stop()


def show_ways(shown: Content, page: str, view: AttentionView) -> None:
    """What can be done with the view, and what narrows it. A step of a meeting shows a rule as the county has it."""
    release = shown.release
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        if view.what_if is None:
            offer_step(shown, page, attention_link_of(view))
        offer_report(shown, view)
        if page == "aufmerksamkeit":
            switch_what_if()
        if page == "aufmerksamkeit" and len(options.rules(release)) > 1:
            switch("Karte: wie viele Regeln einig sind", "einig")
        show_filters(municipality_filter(release, view.municipality) + area_filter(release, view.area))


def show_attention_stage(shown: Content, view: AttentionView, *, height: int, link: Sequence[str]) -> None:
    """The areas by index, flagged ones marked, with their reasons; a click selects an area, the slider chooses the year.

    link: the parameters of the view that belong into the address of this page.
    """
    whole = whole_link(view, {})
    message = message_of(shown, attention_map(shown, view), wanted) | {"link": {param: whole[param] for param in link}}
    with st.container(key="stage"):
        follow(show_stage(message, key="aufmerksamkeit", height=height))
