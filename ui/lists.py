"""Sentences as a list. Names in them come from delivered data, so they are text and never markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st


def show_list(sentences: Iterable[str], *, numbered: bool = False) -> None:
    tag = "ol" if numbered else "ul"
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<{tag} style="line-height: 1.55; padding-left: 1.6rem; margin: 0">{items}</{tag}>')
