"""The page for data that cannot be shown: every problem in one German list, and nothing half-read beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from problem import Problem
from texts.problems import sentence
from ui.lists import show_list


def show_problems(problems: Sequence[Problem]) -> None:
    """List every error; the app shows nothing else."""
    count = len(problems)
    st.title("Die Daten können so nicht gezeigt werden")
    st.error(f"{'Ein Fehler muss' if count == 1 else f'{count} Fehler müssen'} zuerst behoben werden.")
    st.markdown(
        "Solange ein Fehler besteht, wird nichts angezeigt, damit keine halben Ergebnisse entstehen. "
        "Bitte korrigieren Sie die genannten Stellen im Datenordner und laden Sie die Seite neu."
    )
    show_list((sentence(problem) for problem in problems), numbered=True)
