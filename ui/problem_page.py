"""The page for data that cannot be shown: every problem in one German list, and nothing half-read beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from problem import Problem
from texts.problems import sentence
from ui.lists import show_list

COUNTS = ("number", "other", "numbers")  # facts that hold what was delivered
HIDDEN = "•"


def show_problems(problems: Sequence[Problem]) -> None:
    """List every error; the app shows nothing else."""
    count = len(problems)
    st.title("Die Daten können so nicht gezeigt werden")
    st.error(f"{'Ein Fehler muss' if count == 1 else f'{count} Fehler müssen'} zuerst behoben werden.")
    st.markdown(
        "Solange ein Fehler besteht, wird nichts angezeigt, damit keine halben Ergebnisse entstehen. "
        "Bitte korrigieren Sie die genannten Stellen im Datenordner und laden Sie die Seite neu."
    )
    show_list((sentence(without_counts(problem)) for problem in problems), numbered=True)
    if any(without_counts(problem) != problem for problem in problems):
        st.caption("Gelieferte Zahlen stehen hier nicht, weil sie geheim sein können. Der Befehl check nennt sie.")


def without_counts(problem: Problem) -> Problem:
    """The same problem for a page that everybody may read: delivered numbers are unprotected."""
    told = {key: HIDDEN for key in COUNTS if key in problem.facts}
    return replace(problem, facts={**problem.facts, **told}) if told else problem
