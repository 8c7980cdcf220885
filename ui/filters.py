"""A line for every filter that narrows what a page shows, each with its own way back."""

from __future__ import annotations

import streamlit as st

from monitor.release import Release
from ui.choices import clear


def show_filters(release: Release, municipality: str, narrowed: str) -> None:
    """Nothing where the whole county is shown. municipality: id, or "" for all. narrowed: what on the page it narrows."""
    if not municipality:
        return
    name = release.hierarchy.names[municipality]
    with st.container(horizontal=True, vertical_alignment="center", key="filters"):
        st.markdown(f":material/filter_alt: {narrowed}: nur **{name}**.", width="content")
        st.button(f"{release.county.name} ganz zeigen", icon=":material/close:", on_click=clear, args=("kommune",),
                  key="clear-kommune")  # fmt: skip
