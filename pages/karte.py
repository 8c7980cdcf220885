import streamlit as st

from ui import frame
from ui.detail import show_area
from ui.flags import flags_of
from ui.indicator_map import show_indicator_stage
from ui.tables import show_table
from ui.view_choices import choose_view

shown = frame.open_page("Karte")
view = choose_view(shown)
flags = flags_of(shown, view.level, view.year)

stage, detail = st.columns([3.4, 1], gap="medium")
with stage:
    show_indicator_stage(shown, view)
with detail:
    show_area(shown, view, flags)
show_table(shown, view)

frame.close_page(shown)
