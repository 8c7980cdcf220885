"""Somebody else was quicker: both texts side by side, and the choice. Neither is lost."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from store import writing
from store.entry import Entry
from store.merging import ConflictError
from texts.entries import FIELDS
from ui.entries.attempt import attempt
from ui.entries.desk import Desk
from ui.entries.session_keys import CONFLICTS
from ui.entries.value_words import value_words
from ui.plain import show_plain

TOLD = (
    "Während Sie geschrieben haben, hat jemand anderes dasselbe Feld geändert. Nichts ist verloren: Bitte wählen Sie, welche "
    "Fassung gilt; die andere bleibt im Verlauf."
)


class Both(NamedTuple):
    """mine: everything that was to be written. theirs: the same fields as they are now. fields: those that differ."""

    kind: str
    id: str
    version: int
    mine: dict[str, Any]
    theirs: dict[str, Any]
    fields: list[str]


def remember_conflict(key: str, conflict: ConflictError) -> None:
    theirs = {name: getattr(conflict.theirs, name) for name in conflict.mine}
    found = conflict.theirs
    both = Both(found.kind(), found.id, found.version, conflict.mine, theirs, conflict.fields)
    st.session_state.setdefault(CONFLICTS, {})[key] = both


def ask_which(desk: Desk, kind: type[Entry], key: str) -> None:
    """The question, where there is one."""
    both: Both | None = st.session_state.get(CONFLICTS, {}).get(key)
    if both is None:
        return
    with st.container(border=True, key=f"conflict-{key}"):
        st.warning(TOLD, icon=":material/call_split:")
        for name in both.fields:
            st.markdown(f"**{FIELDS[f'{kind.kind()}.{name}']}**")
            for column, title, value in zip(
                st.columns(2),
                ("Ihre Fassung", "Gespeicherte Fassung"),
                (both.mine[name], both.theirs[name]),
                strict=True,
            ):
                with column:
                    st.caption(title)
                    show_plain(value_words(desk, kind, name, value))
        with st.container(horizontal=True):
            takes_mine = st.button("Meine Fassung speichern", key=f"mine-{key}", type="primary")
            takes_theirs = st.button("Gespeicherte Fassung behalten", key=f"theirs-{key}")
        if takes_mine:
            _settle(desk, kind, key, both, both.mine)
        if takes_theirs:
            rest = {name: value for name, value in both.mine.items() if name not in both.fields}
            _settle(desk, kind, key, both, rest)


def _settle(desk: Desk, kind: type[Entry], key: str, both: Both, values: dict[str, Any]) -> None:
    """What else was written goes along; where somebody was quicker once more, the question comes again. Until it is written
    both texts stay, with the reason why it could not be."""
    try:
        if attempt(partial(writing.change, desk.store, desk.actor, kind, both.id, both.version, **values)) is None:
            return
        del st.session_state[CONFLICTS][key]
    except ConflictError as again:
        remember_conflict(key, again)
    st.rerun()
