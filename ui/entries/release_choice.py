"""For whom an entry is, and from when on."""

from __future__ import annotations

from functools import partial

import streamlit as st

from store import writing
from store.entry import Released
from store.levels import Level
from texts.entries import level_words, word
from ui.entries.attempt import carry_out
from ui.entries.desk import Desk


def level_badge(desk: Desk, entry: Released) -> str:
    """ "Freigabe: Gremien" for a line of text."""
    return f"Freigabe: {level_words(entry.release_level, entry.embargo, desk.store.today())}"


def offer_release(desk: Desk, entry: Released) -> None:
    """Choose another level, where one may; nothing otherwise."""
    allowed = [level for level in Level if level is entry.release_level or _may_set(desk, entry, level)]
    if len(allowed) < 2:
        return
    key = f"release-{entry.kind()}-{entry.id}"
    with st.popover(level_badge(desk, entry), icon=":material/visibility:"), st.form(f"{key}-form", border=False):
        level = st.selectbox(
            "Wer darf es lesen?", allowed, allowed.index(entry.release_level), format_func=word, key=f"{key}-level"
        )
        day = st.date_input(
            "Sperrfrist: erst ab (bis dahin gilt die engere Stufe)",
            entry.embargo,
            format="DD.MM.YYYY",
            key=f"{key}-day",
        )
        if st.form_submit_button("Freigeben", type="primary", key=f"{key}-save"):
            _release(desk, entry, level, day)


def _may_set(desk: Desk, entry: Released, level: Level) -> bool:
    needs = {each for each in (entry.release_level, level) if each is not Level.DRAFT}
    return all(desk.may(f"{entry.right} {each.value}", entry) for each in needs)


def _release(desk: Desk, entry: Released, level: Level, day: object) -> None:
    write = partial(writing.release, desk.store, desk.actor, type(entry), entry.id, entry.version, level, day)
    carry_out(write)
