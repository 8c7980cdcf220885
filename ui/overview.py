"""Start page: how many areas need attention, and where they lie."""

from __future__ import annotations

import streamlit as st

from indicators.attention import Attention
from views.content import Content
from views.overview import overview_words
from views.view import AttentionView


def show_sentence(shown: Content, view: AttentionView, found: Attention) -> None:
    st.markdown(overview_words(shown.release, view, found))
