"""What happened to an entry, and the way back to any of its versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from store import reading, writing
from store.circle import is_own
from store.entry import Entry, Released
from store.history import Change
from texts.entries import FIELDS, word
from ui.entries.attempt import carry_out
from ui.entries.desk import Desk

HIGHEST = 320  # pixels


def offer_history(desk: Desk, entry: Entry, root: Released) -> None:
    """Nothing for those who may not read it: it holds what was written before it was released. root: what it belongs to."""
    if not (desk.may("verlauf lesen", root) and is_own(desk.actor, root)):
        return
    with st.expander("Verlauf", icon=":material/history:", key=f"history-{entry.kind()}-{entry.id}"):
        lines = reading.history(desk.store, desk.actor, type(entry), entry.id)
        st.dataframe(table(desk, lines), hide_index=True, width="stretch", height=min(HIGHEST, 36 * (len(lines) + 1)))
        if desk.may(f"{root.right} ändern", root):
            _offer_ways(desk, entry, lines)


def table(desk: Desk, lines: Sequence[Change]) -> pd.DataFrame:
    """When, who, what; the fields that changed with what stood there before."""
    return pd.DataFrame(
        [
            {
                "Wann": when_words(line.at),
                "Wer": who_words(desk, line),
                "Was": word(line.what),
                "Fassung": line.version,
                "Geändert": ", ".join(_changed(line)),
            }
            for line in lines
        ]
    )


def when_words(moment: str) -> str:
    """ "1.6.2025, 14:00 Uhr", in the time of this machine."""
    when = datetime.fromisoformat(moment).astimezone()
    return f"{when.day}.{when.month}.{when.year}, {when:%H:%M} Uhr"


def who_words(desk: Desk, line: Change) -> str:
    """Role and home; never a person's name."""
    home = desk.names.get(line.home, line.office or line.home)
    return word(line.role) if home in ("", "kreis") else f"{word(line.role)}, {home}"


def _changed(line: Change) -> list[str]:
    before: dict[str, Any] = line.before or {}
    return [
        f"{FIELDS[f'{line.kind}.{name}']}"
        for name, value in line.after.items()
        if f"{line.kind}.{name}" in FIELDS and line.before is not None and before.get(name) != value
    ]


def _offer_ways(desk: Desk, entry: Entry, lines: Sequence[Change]) -> None:
    earlier = [line.version for line in lines[1:]]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if earlier:
            version = st.selectbox("Fassung", earlier, key=f"earlier-{entry.id}", width=140)
            if st.button("Diese Fassung wiederherstellen", key=f"back-{entry.id}"):
                carry_out(
                    partial(writing.put_back, desk.store, desk.actor, type(entry), entry.id, entry.version, version)
                )
        way = writing.bring_back if entry.withdrawn else writing.withdraw
        label = "Zurückholen" if entry.withdrawn else "Zurückziehen"
        if st.button(
            label, key=f"turn-{entry.id}", help="Nichts wird gelöscht: Zurückgezogenes lässt sich zurückholen."
        ):
            carry_out(partial(way, desk.store, desk.actor, type(entry), entry.id, entry.version))
