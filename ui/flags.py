"""The attention rule of a page: which one, for which level and year, and what it says in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from monitor.attention import indicators_of
from monitor.release import Release
from problem import DataError
from texts.problems import sentence
from texts.rules import RULE_NAMES
from ui.choices import choose
from ui.data import Content, rule_result


def rules_of(release: Release) -> list[str]:
    """The rules for which the county names indicators, the decided one first."""
    possible = [rule for rule in RULE_NAMES if indicators_of(release, rule)]
    return sorted(possible, key=lambda rule: rule != release.county.attention.rule)


def choose_rule(release: Release) -> str:
    rules = rules_of(release)
    return choose("Regel", "regel", rules, default=rules[0], name=lambda rule: RULE_NAMES[rule], widget=st.radio,
                  horizontal=True)  # fmt: skip


def flags_of(shown: Content, level: str, year: int, rule: str | None = None) -> Attention | None:
    """Result of the rule (the county's own if none is named); None where there is none or it cannot be applied."""
    rules = rules_of(shown.release)
    if not rules or (rule and rule not in rules) or level == shown.release.whole.id:
        return None
    try:
        return rule_result(shown, level, year, rule or rules[0])
    except DataError as error:
        st.warning("\n\n".join(sentence(problem) for problem in error.problems))
        return None


def flag_string(flags: Attention | None, areas: pd.Index) -> str:
    """One character per area for the map: "1" where it is flagged; "" where nobody is to be marked."""
    if flags is None:
        return ""
    return "".join("1" if flagged else "0" for flagged in flags.table["flagged"].reindex(areas))


def attention_years(release: Release, level: str, rule: str) -> list[int]:
    """Years in which every indicator of the rule has values at this level; those with any, where none has all."""
    years = [set(release.years_of(each, level)) for each in indicators_of(release, rule)]
    return sorted(set.intersection(*years) or set.union(*years)) if years else []
