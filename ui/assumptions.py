"""Which assumptions vary behind "how sure": read from the link, chosen below the list, written into the link."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from indicators.assumptions import Assumptions
from indicators.attention import Rule
from monitor.assumption_names import assumptions_of, names_for, names_of
from monitor.attention import rule_of
from monitor.release import Release
from texts.assumptions import LABEL, OTHERS_THAN_USUAL, WORDS, varied_words
from ui.choices import Wanted, here, note_gone, put

PARAM = "annahmen"
WIDGET = "assumptions"
USUAL = Assumptions()


class Varied(NamedTuple):
    """assumptions: those the link asks for, the usual ones where it asks for none. gone: what it asks for in vain."""

    assumptions: Assumptions
    gone: str = ""


def read_assumptions(release: Release, rule: str | Rule, source: Wanted) -> Varied:
    asked = source(PARAM)
    if not asked:
        return Varied(USUAL)
    found = assumptions_of(asked.split(","), rule_of(release, rule))
    return Varied(USUAL, asked) if found is None else Varied(found)


def assumptions_link(assumptions: Assumptions, rule: Rule) -> dict[str, str]:
    """The parameter of the link; none for the usual ones."""
    names = names_of(assumptions, rule)
    return {} if names == names_of(USUAL, rule) else {PARAM: ",".join(names)}


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
