"""What happens in the frame becomes a choice like any other: it stands in the link."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.choices import select, wanted
from ui.map.stage import Event

START = Path(__file__).resolve().parents[1] / "pages" / "uebersicht.py"
PARAMS = {"area": "gebiet", "year": "jahr", "step": "schritt"}


def follow(event: Event | None) -> None:
    """An area that was clicked, a year the slider rests at, a step of the meeting, its end. The link's reader checks them."""
    if event is not None and event.kind == "leave":
        st.switch_page(START)
    elif event is not None and wanted(PARAMS[event.kind]) != event.value:
        select(PARAMS[event.kind], event.value)
