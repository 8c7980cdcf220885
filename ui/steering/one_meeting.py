"""One meeting: agenda, decisions with their reasons, tasks that are open from it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from store.kinds import AgendaItem, Decision, Meeting, Task
from store.kinds.task import TaskState
from texts.entries import day_words
from texts.steering import NO_AGENDA, NO_DECISION, NO_OPEN_TASK, meeting_words
from ui.entries.desk import Desk
from ui.entries.form import offer_edit, offer_new
from ui.entries.history_table import offer_history
from ui.entries.release_choice import level_badge, offer_release
from ui.plain import paragraphs, plain, show_plain
from ui.steering.board import task_html
from ui.steering.calendar_files import offer_meeting_calendar
from ui.steering.tasks import offer_done
from views.steering.everything import Everything

FIELDS = ("body", "title", "day", "begins", "place", "note")
ITEM_FIELDS = ("position", "title", "text")
DECISION_FIELDS = ("title", "body", "day", "text", "reasons", "strategy_id", "indicator")
TASK_FIELDS = ("title", "task_kind", "phase", "office", "due", "state", "note", "strategy_id")


def show_meeting(desk: Desk, found: Everything, meeting: Meeting) -> None:
    can_change = desk.may("sitzung ändern", meeting)
    with st.container(border=True, key=f"meeting-{meeting.id}"):
        st.markdown(f"**{plain(meeting.title or meeting.body)}**")
        words = meeting_words(meeting.body, meeting.day, meeting.begins, meeting.place)
        st.html(f'<p class="meta">{escape(words)} · {escape(level_badge(desk, meeting))}</p>')
        show_plain(meeting.note)
        with st.container(horizontal=True):
            offer_meeting_calendar(desk, found, meeting)
            offer_release(desk, meeting)
        if can_change:
            offer_edit(desk, meeting, FIELDS, label="Sitzung bearbeiten")
        offer_history(desk, meeting, meeting)
    _show_agenda(desk, meeting, found.agenda_of(meeting), can_change)
    _show_decisions(desk, found, meeting)
    _show_tasks(desk, meeting, [each for each in found.tasks_of(meeting) if each.state is not TaskState.DONE])


def agenda_html(items: Sequence[AgendaItem]) -> str:
    """In the order of the meeting, with the numbers that were given."""
    rows = "".join(
        f'<li value="{each.position or 0}"><b>{escape(each.title)}</b>{paragraphs(each.text)}</li>' for each in items
    )
    return f'<ol class="agenda">{rows}</ol>'


def _show_agenda(desk: Desk, meeting: Meeting, items: Sequence[AgendaItem], can_change: bool) -> None:
    st.subheader("Tagesordnung", anchor=False)
    if items:
        st.html(agenda_html(items))
    else:
        st.markdown(NO_AGENDA)
    if not can_change:
        return
    following = max((each.position or 0 for each in items), default=0) + 1
    offer_new(
        desk, AgendaItem, ITEM_FIELDS, label="Tagesordnungspunkt eintragen", key=f"new-item-{meeting.id}",
        first={"position": following}, fixed={"meeting_id": meeting.id},
    )  # fmt: skip
    if items:
        with st.expander("Tagesordnung bearbeiten", icon=":material/edit:", key=f"items-{meeting.id}"):
            for item in items:
                offer_edit(desk, item, ITEM_FIELDS, label=f"{item.position}. {plain(item.title)}")
                offer_history(desk, item, meeting)


def _show_decisions(desk: Desk, found: Everything, meeting: Meeting) -> None:
    st.subheader("Beschlüsse", anchor=False)
    decisions = found.decisions_of(meeting)
    if not decisions:
        st.markdown(NO_DECISION)
    for decision in decisions:
        _show_decision(desk, found, decision)
    if desk.may("beschluss anlegen"):
        offer_new(
            desk, Decision, DECISION_FIELDS, label="Beschluss eintragen", key=f"new-decision-{meeting.id}",
            first={"body": meeting.body, "day": meeting.day}, fixed={"meeting_id": meeting.id},
        )  # fmt: skip


def _show_decision(desk: Desk, found: Everything, decision: Decision) -> None:
    with st.container(border=True, key=f"decision-{decision.id}"):
        st.markdown(f"**{plain(decision.title)}**")
        strategy = found.titles.get(decision.strategy_id or "", "")
        parts = (decision.body, day_words(decision.day), f"Strategie: {strategy}" if strategy else "")
        st.html(f'<p class="meta">{escape(" · ".join(filter(None, parts)))}</p>')
        show_plain(decision.text)
        if decision.reasons:
            st.markdown("**Begründung**")
            show_plain(decision.reasons)
        offer_release(desk, decision)
        if desk.may("beschluss ändern", decision):
            offer_edit(desk, decision, DECISION_FIELDS, label="Beschluss bearbeiten")
        offer_history(desk, decision, decision)


def _show_tasks(desk: Desk, meeting: Meeting, tasks: Sequence[Task]) -> None:
    st.subheader("Offene Aufgaben aus dieser Sitzung", anchor=False)
    if not tasks:
        st.markdown(NO_OPEN_TASK)
    for task in tasks:
        with st.container(horizontal=True, vertical_alignment="center", key=f"open-task-{task.id}"):
            st.html(f'<ul class="cards">{task_html(task, desk.store.today())}</ul>', width="content")
            offer_done(desk, task)
    if desk.may("aufgabe anlegen"):
        offer_new(
            desk, Task, TASK_FIELDS, label="Aufgabe eintragen", key=f"new-task-{meeting.id}",
            first={"office": desk.actor.office}, fixed={"meeting_id": meeting.id},
        )  # fmt: skip
