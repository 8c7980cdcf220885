"""What a reader may do with an entry; nothing is drawn for those who may nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from store import reading, writing
from store.entry import Released
from store.levels import Level
from texts.participation import STEPS, WITHDRAWN
from ui.entries.attempt import carry_out
from ui.entries.conflict import CONFLICTS
from ui.entries.desk import Desk
from ui.entries.form import is_open, offer_edit
from ui.entries.history_table import offer_history
from ui.entries.release_choice import offer_release
from ui.plain import plain
from views.participation.moderation import next_levels


def offer_handling(
    desk: Desk, entry: Released, fields: Sequence[str], first: Callable[[], object] | None = None
) -> None:  # fmt: skip
    """Give it to others, change it, its history. first: draws a button that stands before these in their row."""
    key = f"{entry.kind()}-{entry.id}"
    may_change = desk.may(f"{entry.right} ändern", entry)
    needs_room = is_open(key) or key in st.session_state.get(CONFLICTS, {})
    with st.container(horizontal=True):
        if first is not None:
            first()
        offer_next_levels(desk, entry)
        offer_release(desk, entry)
        if may_change and not needs_room:
            offer_edit(desk, entry, fields, key=key)
    if may_change and needs_room:
        offer_edit(desk, entry, fields, key=key)
    offer_history(desk, entry, entry)


def offer_next_levels(desk: Desk, entry: Released) -> None:
    """Hand it in, or release it: a button for each; who moderates need not hand anything in."""
    levels = next_levels(desk.actor, entry)
    for level in levels[1:] if levels[:1] == [Level.ADMINISTRATION] and levels[1:] else levels:
        if st.button(STEPS[level], key=f"to-{level.value}-{entry.kind()}-{entry.id}", icon=":material/visibility:"):
            _release(desk, entry, level)


def show_withdrawn(desk: Desk, kind: type[Released]) -> None:
    """One's own entries that were withdrawn, with the way back."""
    found = reading.entries(desk.store, desk.actor, kind, withdrawn=True)
    if not found or not st.toggle(f"{WITHDRAWN} ({len(found)})", key=f"withdrawn-{kind.kind()}"):
        return
    for entry in found:
        with st.container(border=True):
            st.markdown(plain(title_of(entry)))
            offer_history(desk, entry, entry)


def title_of(entry: Released) -> str:
    """What to recognise it by."""
    told = next((getattr(entry, name) for name in ("title", "name", "text") if getattr(entry, name, "")), entry.id)
    return str(told)[:120]


def _release(desk: Desk, entry: Released, level: Level) -> None:
    write = partial(writing.release, desk.store, desk.actor, type(entry), entry.id, entry.version, level, entry.embargo)
    carry_out(write)
