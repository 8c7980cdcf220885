"""Who did what and when; every earlier state can be had back, as a new draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from monitor.scheme_store import Entry
from texts.schemes import time_words
from ui.schemes.ground import Ground
from ui.schemes.new_draft import save_draft
from ui.schemes.store import Version, store

HIGHEST = 400  # pixels


def show_history(ground: Ground, versions: Mapping[int, Version]) -> None:
    """The newest first, and the way back to any of them."""
    entries = store().history(ground.municipality)
    if not entries:
        return
    st.header("Verlauf", anchor=False)
    st.caption(
        "Jede Änderung ist gespeichert. Einen früheren Stand holt ein neuer Entwurf zurück; verloren geht dabei nichts."
    )
    state, button = st.columns([4, 1], vertical_alignment="bottom")
    at = state.selectbox(
        "Früherer Stand", range(len(entries)), format_func=lambda each: _words(entries[each]), key="earlier-state"
    )
    if button.button("Als neuen Entwurf zurückholen", key="take-back", width="stretch"):
        _take_back(ground, versions, entries[at])
    _show_table(entries)


def _show_table(entries: Sequence[Entry]) -> None:
    rows = [
        {
            "Wann": time_words(each.when),
            "Stelle": each.who,
            "Fassung": str(each.version),
            "Stand": each.number,
            "Was": each.what,
        }
        for each in entries
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=min(HIGHEST, 36 * (len(rows) + 1)))


def _words(entry: Entry) -> str:
    return f"Fassung {entry.version}, Stand {entry.number}: {entry.what} ({time_words(entry.when)})"


def _take_back(ground: Ground, versions: Mapping[int, Version], entry: Entry) -> None:
    scheme = store().state(entry.municipality, entry.version, entry.number)
    what = f"angelegt aus Fassung {entry.version}, Stand {entry.number}"
    save_draft(ground, scheme, scheme.name, scheme.author or ground.name, what)
