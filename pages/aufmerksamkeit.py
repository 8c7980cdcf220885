import streamlit as st

from ui import frame
from ui.attention_table import show_attention_table
from ui.attention_view import choose_attention_view, show_attention_stage, show_rule, show_ways
from ui.data import rule_result
from ui.typology import show_field

shown = frame.open_page("Aufmerksamkeit")
view = choose_attention_view(shown)
found = rule_result(shown, view.level, view.year, view.rule)

show_ways(shown, "aufmerksamkeit", view)
show_rule(shown.release, view.rule)
stage, field = st.columns([1.5, 1], gap="large")
with stage:
    show_attention_stage(shown, view, side="reasons", height=620)
with field:
    show_field(shown, view.level, view.year)
show_attention_table(shown, view, found)

frame.close_page(shown)
