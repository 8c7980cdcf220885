import streamlit as st

from ui import frame
from ui.detail import show_area
from ui.filters import show_filters
from ui.flags import flags_of
from ui.indicator_map import show_indicator_map
from ui.tables import show_values
from ui.view import choose_view

shown = frame.open_page("Karte")
view = choose_view(shown.release)
flags = flags_of(shown, view.level, view.year)
show_filters(shown.release, view.municipality, "Karte und Tabelle")

area_map, detail = st.columns([2.4, 1], gap="medium")
with area_map:
    show_indicator_map(shown, view, flags)
with detail:
    show_area(shown, view, flags)
show_values(shown, view)

frame.close_page(shown)
