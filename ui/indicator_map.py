"""The frame of a view of one indicator: one or two maps, the years, and what stands beside them."""

from __future__ import annotations

import streamlit as st

from ui.choices import wanted
from ui.events import follow
from ui.map.stage import show_stage
from ui.map_extras import extras_on
from ui.view_message import message_of
from views.content import Content
from views.links import whole_link
from views.steps import indicator_maps
from views.view import View


def show_indicator_stage(shown: Content, view: View, *, height: int = 640) -> None:
    """Map, legend, slider and ranking of a view. A click selects an area, the slider chooses the year."""
    message = message_of(shown, indicator_maps(shown, view), wanted) | {"link": whole_link(view, extras_on(wanted))}
    with st.container(key="stage"):
        follow(show_stage(message, key="karte", height=height))
