"""What is due, on top of the page: for the reader's own office first, then across all offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from texts.steering import NOTHING_DUE, SORTS, count_words, reminder_heading, when_words
from ui.entries.desk import Desk
from views.steering.dated import Dated, dated
from views.steering.due import reminders
from views.steering.everything import Everything

MOST = 6  # the rest is behind a click
OTHERS = "Fällig in anderen Ämtern oder ohne Amt"
OVERDUE = "\u26a0\ufe0e"  # as text, never as a coloured picture


def show_reminders(desk: Desk, found: Everything) -> None:
    today = desk.store.today()
    due = reminders(dated(found, today), desk.actor.office, today)
    if desk.actor.office:
        _show(due.own, reminder_heading(desk.actor.office), found.titles, today, "own")
    _show(due.others, OTHERS if desk.actor.office else "Fällig", found.titles, today, "others")


def _show(items: Sequence[Dated], heading: str, titles: Mapping[str, str], today: date, key: str) -> None:
    st.header(heading, anchor=False)
    if not items:
        st.markdown(NOTHING_DUE)
        return
    overdue = sum(each.is_overdue(today) for each in items)
    past = sum(each.day is not None and each.day < today for each in items) - overdue
    st.markdown(count_words(overdue, len(items) - overdue - past, past))
    st.html(list_html(items[:MOST], titles, today))
    if rest := items[MOST:]:
        with st.expander(f"{len(rest)} weitere", key=f"due-{key}"):
            st.html(list_html(rest, titles, today))


def list_html(items: Sequence[Dated], titles: Mapping[str, str], today: date) -> str:
    """titles: strategy id → title."""
    return f'<ul class="due">{"".join(_item(each, titles, today) for each in items)}</ul>'


def _item(item: Dated, titles: Mapping[str, str], today: date) -> str:
    when = escape(when_words(item.sort, item.day, today))
    is_overdue = item.is_overdue(today)
    told = f'<span class="overdue"><span aria-hidden="true">{OVERDUE}</span> {when}</span>' if is_overdue else when
    more = " · ".join(escape(each) for each in (item.office, titles.get(item.strategy_id, "")) if each)
    return (
        f'<li><span class="when">{told}</span> <span>{SORTS[item.sort]}: <b>{escape(item.title)}</b>'
        f"{f' · {more}' if more else ''}</span></li>"
    )
