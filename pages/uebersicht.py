import streamlit as st

from ui import frame
from ui.attention_view import choose_attention_view, show_attention_map
from ui.data import rule_result
from ui.overview import show_ranking, show_sentence

shown = frame.open_page("Wo ist besonderer Aufmerksamkeitsbedarf?")
view = choose_attention_view(shown, with_choices=False)
found = rule_result(shown, view.level, view.year, view.rule)

show_sentence(shown, view.level, view.year, found)
ranking, area_map = st.columns([1, 1], gap="large")
with ranking:
    show_ranking(shown, view.level, view.year, view.rule, found)
with area_map:
    show_attention_map(shown, view, found, height=560)

frame.close_page(shown)
