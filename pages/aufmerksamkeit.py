import streamlit as st

from ui import frame
from ui.attention_ranking import show_ranking
from ui.attention_rules import show_rules
from ui.attention_standing import show_standing
from ui.attention_table import show_attention_table
from ui.attention_view import choose_attention_view, result_of, show_attention_stage, show_ways
from ui.attention_years import show_years
from ui.typology import show_field
from ui.what_if_panel import beside_panel, choose_what_if
from views.links import ATTENTION_PARAMETERS

shown = frame.open_page("Aufmerksamkeit", of_indicators=True)
view = choose_attention_view(shown)
standing = st.container()
show_ways(shown, "aufmerksamkeit", view)
panel, stage = beside_panel()
found = result_of(shown, view)

with standing:
    show_standing(shown, view, found)
with stage:
    show_attention_stage(shown, view, height=620, link=ATTENTION_PARAMETERS)
with panel:
    choose_what_if(shown, view)
show_ranking(shown, view, found)
show_rules(shown, view)
show_field(shown, view)
show_years(shown, view)
show_attention_table(shown, view, found)

frame.close_page(shown)
