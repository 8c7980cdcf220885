"""Which assumptions vary behind "how sure": chosen below the list."""

from __future__ import annotations

import streamlit as st

from indicators.assumptions import Assumptions
from indicators.attention import Rule
from monitor.assumption_names import assumptions_of, names_for, names_of
from monitor.attention import rule_of
from monitor.release import Release
from texts.assumptions import LABEL, OTHERS_THAN_USUAL, WORDS, varied_words
from ui.choices import here, note_gone, put
from views.assumptions import PARAM, USUAL, assumptions_link, read_assumptions

WIDGET = "assumptions"


def choose_assumptions(release: Release, rule: str | Rule, assumptions: Assumptions) -> None:
    """None left: the usual ones again."""
    made = rule_of(release, rule)
    st.session_state[WIDGET] = names_of(assumptions, made)
    st.multiselect(LABEL, names_for(made), key=WIDGET, format_func=WORDS.__getitem__, on_change=_changed, args=(made,))


def told_assumptions(release: Release, rule: str | Rule, assumptions: Assumptions) -> str:
    """A sentence where others vary than usual, else ""."""
    made = rule_of(release, rule)
    if not assumptions_link(assumptions, made):
        return ""
    return f"**{OTHERS_THAN_USUAL}.** {varied_words(names_of(assumptions, made))}"


def tell_assumptions_gone(release: Release, rule: str | Rule) -> None:
    """A notice where the link asks for what this rule does not know; the link is mended."""
    if gone := read_assumptions(release, rule, here).gone:
        note_gone("Die Annahmen", gone, "die üblichen")
        put(PARAM, "")


def _changed(rule: Rule) -> None:
    chosen = assumptions_of(st.session_state[WIDGET], rule) or USUAL
    put(PARAM, assumptions_link(chosen, rule).get(PARAM, ""))
