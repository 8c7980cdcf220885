"""The way from a selected area to its profile: what is chosen goes along."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

PAGE = Path(__file__).resolve().parents[2] / "pages" / "steckbrief.py"


def offer_way() -> None:
    """A button; the selected area and the year are remembered like every choice."""
    if st.button("Zum Steckbrief", icon=":material/assignment:", key="to-profile"):
        st.switch_page(PAGE)
