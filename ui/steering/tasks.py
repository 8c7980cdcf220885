"""Tasks and milestones as a table, by office and state; entered, changed and marked as done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from store import writing
from store.kinds import Task
from store.kinds.task import TaskState
from texts.entries import word
from texts.steering import NO_TASK, due_words
from ui.choices import choose
from ui.entries.attempt import carry_out
from ui.entries.choose_one import choose_one
from ui.entries.desk import Desk
from ui.entries.form import offer_edit, offer_new
from ui.entries.history_table import offer_history
from ui.entries.release_choice import level_badge, offer_release
from ui.plain import plain, show_plain
from ui.steering.reminders import OVERDUE
from views.steering.board import is_overdue
from views.steering.everything import Everything
from views.steering.tasks import ALL, OPEN, STATES, offices_of, tasks_of

FIELDS = ("title", "task_kind", "phase", "office", "due", "state", "note", "strategy_id", "meeting_id")
HIGHEST, ROW = 480, 39  # pixels


def show_tasks(desk: Desk, found: Everything) -> None:
    known = offices_of(found.tasks)
    with st.container(horizontal=True, key="task-filters"):
        office = choose(
            "Amt", "amt", [ALL, *known], default=ALL, name=lambda each: known.get(each, "alle Ämter"), width=320
        )
        state = choose("Stand", "stand", list(STATES), default=OPEN, name=_state_words, width=240)
    tasks = tasks_of(found.tasks, office, state)
    if tasks:
        st.dataframe(
            task_table(desk, tasks, found),
            hide_index=True,
            width="stretch",
            height=min(HIGHEST, ROW * (len(tasks) + 1) + 4),
        )
    else:
        st.markdown(NO_TASK)
    if desk.may("aufgabe anlegen"):
        offer_new(
            desk, Task, FIELDS, label="Aufgabe oder Meilenstein eintragen", key="new-task",
            first={"office": desk.actor.office},
        )  # fmt: skip
    _offer_one(desk, [each for each in tasks if desk.may("aufgabe ändern", each)])


def task_table(desk: Desk, tasks: Sequence[Task], found: Everything) -> pd.DataFrame:
    today = desk.store.today()
    return pd.DataFrame(
        {
            "Was": [each.title for each in tasks],
            "Art": [word(each.task_kind) for each in tasks],
            "Zuständig": [each.office for each in tasks],
            "Fällig": [_due(each, today) for each in tasks],
            "Stand": [word(each.state) for each in tasks],
            "Phase": [word(each.phase) for each in tasks],
            "Strategie": [found.titles.get(each.strategy_id or "", "") for each in tasks],
            "Freigabe": [level_badge(desk, each).removeprefix("Freigabe: ") for each in tasks],
        }
    )


def _due(task: Task, today: date) -> str:
    words = due_words(task.due, today, task.state is TaskState.DONE)
    return f"{OVERDUE} {words}" if is_overdue(task, today) else words


def offer_done(desk: Desk, task: Task) -> None:
    """A button for those who may change it."""
    if task.state is TaskState.DONE or not desk.may("aufgabe ändern", task):
        return
    if st.button("Als erledigt eintragen", key=f"done-{task.id}", icon=":material/check:"):
        write = partial(
            writing.change, desk.store, desk.actor, Task, task.id, task.version, state=TaskState.DONE
        )  # fmt: skip
        carry_out(write)


def _offer_one(desk: Desk, own: list[Task]) -> None:
    """Choose one to change it."""
    task = choose_one("Aufgabe ändern", own, lambda each: each.title, "change-task")
    if task is None:
        return
    with st.container(border=True, key=f"task-{task.id}"):
        st.markdown(f"**{plain(task.title)}**")
        show_plain(task.note)
        with st.container(horizontal=True):
            offer_done(desk, task)
            offer_release(desk, task)
        offer_edit(desk, task, FIELDS)
        offer_history(desk, task, task)


def _state_words(state: str) -> str:
    return {ALL: "alle", OPEN: "nicht erledigt"}.get(state) or word(TaskState(state))
