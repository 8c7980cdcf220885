"""What there was to say about a file, kept until somebody has read it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from problem import Problem
from texts.problems import sentence
from ui.lists import show_list

KEY = "scheme-notes"


def note(municipality: str, problems: Iterable[Problem]) -> None:
    """For `show_notes`, once the draft made of the file is on the map."""
    st.session_state[KEY] = municipality, [sentence(problem) for problem in problems]


def show_notes(municipality: str) -> None:
    """A button that counts them, so that they do not stand between the reader and the map."""
    about, words = st.session_state.get(KEY, ("", []))
    if not words or about != municipality:
        return
    title = "1 Hinweis" if len(words) == 1 else f"{len(words)} Hinweise"
    with st.popover(title, icon=":material/info:"):
        show_list(words)
        st.button("Gelesen", on_click=_forget, key="notes-read")


def _forget() -> None:
    st.session_state.pop(KEY, None)
