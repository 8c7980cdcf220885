import streamlit as st

from ui import frame
from ui.attention_table import show_attention_table
from ui.attention_view import choose_attention_view, show_attention_map, show_rule
from ui.data import rule_result
from ui.filters import show_filters
from ui.typology import show_field

shown = frame.open_page("Aufmerksamkeit")
view = choose_attention_view(shown, with_choices=True)
found = rule_result(shown, view.level, view.year, view.rule)

show_filters(shown.release, view.municipality, "Karte")
show_rule(shown.release, view.rule)
area_map, field = st.columns([1, 1], gap="large")
with area_map:
    show_attention_map(shown, view, found, height=560)
with field:
    show_field(shown, view.level, view.year)
show_attention_table(shown, view.level, view.year, view.rule, found)

frame.close_page(shown)
