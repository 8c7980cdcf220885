import streamlit as st

from ui import frame
from ui.attention_table import show_attention_table
from ui.attention_view import choose_attention_view, show_attention_stage, show_rule, show_ways
from ui.data import rule_result
from ui.links import ATTENTION_PARAMETERS
from ui.typology import show_field

shown = frame.open_page("Aufmerksamkeit")
view = choose_attention_view(shown)
found = rule_result(shown, view.level, view.year, view.rule)

show_ways(shown, "aufmerksamkeit", view)
show_attention_stage(shown, view, height=620, link=ATTENTION_PARAMETERS)
st.header("Die Regel", anchor=False)
show_rule(shown.release, view.rule)
st.header("Status und Dynamik nach der MSS-Regel", anchor=False)
show_field(shown, view.level, view.year)
st.header("Alle Gebiete", anchor=False)
show_attention_table(shown, view, found)

frame.close_page(shown)
