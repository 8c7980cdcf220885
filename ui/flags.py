"""Results of the attention rules as the map marks them."""

from __future__ import annotations

import streamlit as st

from indicators.attention import Attention, Rule
from monitor.release import Release
from problem import DataError
from texts.problems import sentence
from texts.rules import RULE_NAMES
from ui.choices import choose
from views import options
from views.content import Content
from views.flags import flags_at


def choose_rule(release: Release) -> str:
    rules = options.rules(release)
    return choose("Regel", "regel", rules, default=rules[0], name=lambda rule: RULE_NAMES[rule], widget=st.radio,
                  horizontal=True)  # fmt: skip


def flags_of(shown: Content, level: str, year: int, rule: str | Rule | None = None) -> Attention | None:
    """Result of the rule (the county's own if none is named); None where there is none, or it cannot be applied, which
    the page says."""
    try:
        return flags_at(shown, level, year, rule)
    except DataError as error:
        st.warning("\n\n".join(sentence(problem) for problem in error.problems))
        return None
