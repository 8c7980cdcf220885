"""The planning cycle as five columns, and the way of a strategy into the next one."""

from __future__ import annotations

from datetime import date
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from store import writing
from store.kinds import Strategy, Task
from store.kinds.task import TaskKind
from texts.entries import home_words, word
from texts.steering import NO_STRATEGY, ONLY_SHOWN, PHASES, done_words, due_words, next_words
from ui.entries.attempt import carry_out
from ui.entries.desk import Desk
from ui.plain import plain
from ui.steering.reminders import OVERDUE
from views.steering.board import Column, board, is_overdue, next_phase
from views.steering.everything import Everything

PAGE = Path(__file__).resolve().parents[2] / "pages" / "strategien.py"
SIGN = {TaskKind.MILESTONE: "\u25c6", TaskKind.TASK: "\u25a1"}


def show_board(desk: Desk, found: Everything) -> None:
    st.header("Planungskreislauf", anchor=False)
    columns = board(found)
    with st.container(key="board"):
        for place, column in zip(st.columns(len(columns)), columns, strict=True):
            with place:
                _show_column(desk, column)
    st.caption(ONLY_SHOWN)


def _show_column(desk: Desk, column: Column) -> None:
    st.subheader(word(column.phase), anchor=False)
    st.caption(PHASES[column.phase])
    for record in column.strategies:
        _show_strategy(desk, record.strategy)
    if column.open:
        st.html(f'<ul class="cards">{"".join(task_html(each, desk.store.today()) for each in column.open)}</ul>')
    if column.done:
        st.markdown(f"\u2713 {done_words(column.done)}")
    if not (column.strategies or column.open or column.done):
        st.markdown(NO_STRATEGY)


def _show_strategy(desk: Desk, strategy: Strategy) -> None:
    with st.container(border=True, key=f"board-{strategy.id}", gap="xsmall"):
        st.page_link(PAGE, label=plain(strategy.title), icon=":material/chevron_right:",
                     query_params={"strategie": strategy.id})  # fmt: skip
        areas = ", ".join(desk.names.get(area, area) for area in strategy.areas)
        st.html(f'<p class="meta">{escape(areas)} · {escape(home_words(strategy.owner, desk.names))}</p>')
        if desk.may("strategie ändern", strategy):
            label = next_words(next_phase(strategy.phase))
            # By phase too: who looks at an older page does not move it twice.
            if st.button(label, key=f"move-{strategy.id}-{strategy.phase.value}", icon=":material/arrow_forward:"):
                _move(desk, strategy)


def _move(desk: Desk, strategy: Strategy) -> None:
    write = partial(
        writing.change,
        desk.store,
        desk.actor,
        Strategy,
        strategy.id,
        strategy.version,
        phase=next_phase(strategy.phase),
    )
    carry_out(write)


def task_html(task: Task, today: date) -> str:
    """One task or milestone: sign, title, office, and when it is due; overdue by word and sign."""
    when = escape(due_words(task.due, today))
    if is_overdue(task, today):
        when = f'<span class="overdue"><span aria-hidden="true">{OVERDUE}</span> {when}</span>'
    sign = f'<span aria-hidden="true">{SIGN[task.task_kind]}</span>'
    office = f"{escape(task.office)} · " if task.office else ""
    return f"<li><b>{sign} {word(task.task_kind)}: {escape(task.title)}</b><br>{office}{when}</li>"
