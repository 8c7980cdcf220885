import streamlit as st

from ui import frame
from ui.choices import wanted
from ui.detail import show_area
from ui.flags import flags_of
from ui.indicator_map import show_indicator_stage
from ui.tables import show_table
from ui.view_choices import show_choices
from views.view import read_view

shown = frame.open_page("Karte", of_indicators=True)
view = read_view(shown.release, wanted)
choices = st.container()
stage, detail = st.columns([3.4, 1], gap="medium")

with stage:  # before the widgets: the colours are on their way while these are made
    show_indicator_stage(shown, view)
with choices:
    show_choices(shown, view)
with detail:
    show_area(shown, view, flags_of(shown, view.level, view.year))
show_table(shown, view)

frame.close_page(shown)
