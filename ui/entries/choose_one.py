"""Choose one of several entries, to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from store.entry import Entry

AnEntry = TypeVar("AnEntry", bound=Entry)


def choose_one(label: str, own: Sequence[AnEntry], title: Callable[[AnEntry], str], key: str) -> AnEntry | None:
    """None where there is nothing to choose, or nothing chosen."""
    if not own:
        return None
    known = {each.id: each for each in own}
    chosen = st.selectbox(
        label, [None, *known], format_func=lambda each: title(known[each]) if each else "–", key=key
    )  # fmt: skip
    return known[chosen] if chosen else None
