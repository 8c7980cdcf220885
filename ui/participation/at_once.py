"""Long lists: the first entries, and the rest when somebody asks. Each has forms of its own, which take their time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from store.entry import Entry
from texts.participation import all_words

MOST = 25
AnEntry = TypeVar("AnEntry", bound=Entry)


def at_once(entries: Sequence[AnEntry], key: str) -> Sequence[AnEntry]:
    """Those to show now; a switch above them where there are more."""
    if len(entries) <= MOST or st.toggle(all_words(len(entries), MOST), key=f"all-{key}"):
        return entries
    return entries[:MOST]
