"""One strategy: why, its place in the effect chain, its goals with what the data say, its measures, what was said and
decided."""

from __future__ import annotations

from html import escape

import streamlit as st

from store.kinds import Goal, Measure, Statement
from texts.entries import EFFECT_CHAIN, day_words, home_words, word
from texts.strategies import NO_GOAL
from ui.entries.desk import Desk
from ui.entries.form import offer_edit, offer_new
from ui.entries.history_table import offer_history
from ui.entries.release_choice import offer_release
from ui.plain import plain, show_plain
from ui.strategies.begin import FIELDS
from ui.strategies.cards import area_words
from ui.strategies.goals import GOAL_FIELDS, show_goal
from ui.strategies.measures import MEASURE_FIELDS, show_measures
from views.strategies.record import Record


def show_one(desk: Desk, record: Record) -> None:
    strategy = record.strategy
    st.header(plain(strategy.title), anchor=False)
    where = (
        f"{area_words(desk, strategy.areas)} · {home_words(strategy.owner, desk.names)} · Phase: {word(strategy.phase)}"
    )
    st.html(f'<p class="meta">{escape(where)}</p>')
    can_change = desk.may("strategie ändern", strategy)
    with st.container(horizontal=True):
        offer_release(desk, strategy)
    if can_change:
        offer_edit(desk, strategy, (*FIELDS, "phase"))
    show_plain(strategy.reasons)
    _show_chain(record)
    st.header("Ziele und was die Daten dazu sagen", anchor=False)
    if not record.goals:
        st.markdown(NO_GOAL)
    for goal in record.goals:
        show_goal(desk, record, goal, can_change=can_change)
    if can_change:
        _offer_goal(desk, record)
    show_measures(desk, record, can_change=can_change)
    if can_change:
        offer_new(
            desk, Measure, MEASURE_FIELDS, label="Maßnahme eintragen", key=f"new-measure-{strategy.id}",
            fixed={"strategy_id": strategy.id},
        )  # fmt: skip
    _show_said(desk, record)
    offer_history(desk, strategy, strategy)


def _offer_goal(desk: Desk, record: Record) -> None:
    offer_new(
        desk, Goal, GOAL_FIELDS, label="Ziel eintragen", key=f"new-goal-{record.strategy.id}",
        first={"baseline_year": record.strategy.flag_year or desk.shown.release.years[-1], "effect": "outcome"},
        fixed={"strategy_id": record.strategy.id},
    )  # fmt: skip


def _show_chain(record: Record) -> None:
    """What the four places mean, and what of this strategy stands there."""
    sections = "".join(
        f"<section><h3>{escape(word(effect))}</h3><p>{escape(told)}</p>{_items(record, effect)}</section>"
        for effect, told in EFFECT_CHAIN.items()
    )
    st.html(f'<div class="chain">{sections}</div>')


def _items(record: Record, effect: object) -> str:
    goals = "".join(f"<li>{escape(goal.text)}</li>" for goal in record.goals if goal.effect == effect)
    return f"<ul>{goals}</ul>" if goals else ""


def _show_said(desk: Desk, record: Record) -> None:
    """Decisions, tasks and statements on this strategy."""
    if record.decisions:
        st.header("Beschlüsse", anchor=False)
    for decision in record.decisions:
        st.markdown(f"**{plain(decision.title)}** ({plain(decision.body)}, {day_words(decision.day)})")
        show_plain(decision.text)
    if record.tasks:
        st.header("Aufgaben und Meilensteine", anchor=False)
        items = "".join(
            f"<li>{escape(each.title)} · {escape(each.office)} · {day_words(each.due)} · {word(each.state)}</li>"
            for each in record.tasks
        )
        st.html(f"<ul>{items}</ul>")
    if record.statements:
        st.header("Stellungnahmen", anchor=False)
    for statement in record.statements:
        _show_statement(desk, statement)


def _show_statement(desk: Desk, statement: Statement) -> None:
    st.markdown(f"**{plain(home_words(statement.owner, desk.names))}**, {day_words(statement.day)}")
    show_plain(statement.text)
