"""A form for any kind of entry: new, or one that is there. What is typed stays until it is saved or given up.

What was looked at when the form was opened is remembered (`base`): what others change meanwhile is noticed by that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from store import writing
from store.entry import Entry
from store.merging import ConflictError
from texts.entries import KINDS
from ui.entries.attempt import attempt
from ui.entries.conflict import ask_which, remember_conflict
from ui.entries.desk import Desk
from ui.entries.fields import field_widget
from ui.entries.open_forms import close_form, is_open, open_form, opened

__all__ = ["is_open", "offer_edit", "offer_new", "open_form"]


def offer_new(
    desk: Desk, kind: type[Entry], fields: Sequence[str], *, label: str, key: str,
    first: Mapping[str, Any] | None = None, fixed: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """A button, and the form it opens. first: values to begin with; fixed: values nobody chooses ("strategy_id")."""
    if is_open(key):
        _show(desk, kind, fields, key, fixed or {})
    elif st.button(label, icon=":material/add:", key=f"open-{key}"):
        open_form(key, dict(first or {}))
        st.rerun()


def offer_edit(desk: Desk, entry: Entry, fields: Sequence[str], *, label: str = "Bearbeiten", key: str = "") -> None:
    """The same for an entry that is there."""
    key = key or f"{entry.kind()}-{entry.id}"
    ask_which(desk, type(entry), key)
    if is_open(key):
        _show(desk, type(entry), fields, key, {})
    elif st.button(label, icon=":material/edit:", key=f"open-{key}"):
        open_form(key, {name: getattr(entry, name) for name in ("id", "version", *fields)})
        st.rerun()


def _show(desk: Desk, kind: type[Entry], fields: Sequence[str], key: str, fixed: Mapping[str, Any]) -> None:
    form = opened()[key]
    form.kind, form.fields, form.fixed, form.actor = kind, tuple(fields), dict(fixed), desk.actor  # for `left_over`
    with st.form(f"form-{key}", enter_to_submit=False):
        st.markdown(f"**{KINDS[kind.kind()]}** · Felder mit * sind nötig")
        values = {name: field_widget(desk, kind, name, form.base.get(name), key, form.number(name)) for name in fields}
        with st.container(horizontal=True):
            saves = st.form_submit_button("Speichern", type="primary", key=f"save-{key}")
            leaves = st.form_submit_button("Abbrechen", key=f"leave-{key}")
    if leaves:
        _close(key)
    if saves:
        _save(desk, kind, key, form.base, {**values, **fixed})


def _save(desk: Desk, kind: type[Entry], key: str, base: Mapping[str, Any], values: dict[str, Any]) -> None:
    """What a new entry begins with counts also where the form has no field for it: the rule and the year of a flag."""
    try:
        if "version" in base:
            write = partial(writing.change, desk.store, desk.actor, kind, base["id"], base["version"], **values)
        else:
            begun = {name: value for name, value in base.items() if name in kind.fields()}
            write = partial(writing.create, desk.store, desk.actor, kind, **{**begun, **values})
        if attempt(write) is not None:
            _close(key)
    except ConflictError as conflict:
        remember_conflict(key, conflict)
        _close(key)


def _close(key: str) -> None:
    close_form(key)
    st.rerun()
