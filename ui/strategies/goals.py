"""A goal with what the data say: status with its reasons, the course beside the path needed, and areas alike."""

from __future__ import annotations

from html import escape

import streamlit as st

from store.kinds import Goal
from texts.entries import day_words, word
from texts.strategies import COMPARED
from ui.entries.desk import Desk
from ui.entries.form import offer_edit
from ui.entries.history_table import offer_history
from ui.plain import plain
from ui.profile.german_chart import show_chart
from ui.strategies.goal_chart import course_table, goal_chart
from ui.strategies.progress import goal_progress, status_class
from views.progress.progress import ProgressView
from views.strategies.record import Record

GOAL_FIELDS = ("text", "effect", "indicator", "baseline_year", "target", "due")


def show_goal(desk: Desk, record: Record, goal: Goal, *, can_change: bool) -> None:
    with st.container(border=True, key=f"goal-{goal.id}"):
        st.markdown(f"**{plain(goal.text)}**")
        st.caption(" · ".join(filter(None, (word(goal.effect), f"bis {day_words(goal.due)}" if goal.due else ""))))
        area = _choose_area(desk, record, goal)
        told = goal_progress(desk, record, goal, area) if area else ""
        if isinstance(told, ProgressView):
            _show_progress(told, goal)
        elif told:
            st.markdown(plain(told))
        if can_change:
            offer_edit(desk, goal, GOAL_FIELDS)
        offer_history(desk, goal, record.strategy)


def _choose_area(desk: Desk, record: Record, goal: Goal) -> str:
    areas = record.strategy.areas
    if len(areas) < 2:
        return areas[0] if areas else ""
    return str(
        st.selectbox("Gebiet", areas, format_func=lambda area: desk.names.get(area, area), key=f"area-{goal.id}")
    )


def _show_progress(view: ProgressView, goal: Goal) -> None:
    name = f"{view.name}, {view.indicator.name}"
    st.html(
        f'<p><span class="status {status_class(view)}">{escape(view.status)}</span> {escape(name)}: Ausgangswert '
        f"{escape(view.baseline)}, jetzt {escape(view.now)}, Ziel {escape(view.target)}</p>"
    )
    for sentence in view.sentences:
        st.markdown(plain_sentence(sentence))
    show_chart(goal_chart(view), key=f"chart-{goal.id}")
    st.markdown("**Neben ähnlichen Gebieten ohne Maßnahme**")
    for sentence in view.beside.sentences:
        st.markdown(plain_sentence(sentence))
    st.caption(COMPARED)
    with st.expander("Verlauf als Tabelle", key=f"course-{goal.id}"):
        st.dataframe(course_table(view), hide_index=True, width="stretch", placeholder="")


def plain_sentence(sentence: str) -> str:
    """A sentence with names of areas in it, which are text and never markup."""
    return plain(sentence)
