"""Results of the attention rules as the map marks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from indicators.attention import Attention, Rule
from monitor.release import Release
from problem import DataError
from texts.problems import sentence
from texts.rules import RULE_NAMES
from ui import options
from ui.choices import choose
from ui.data import Content, rule_result


def choose_rule(release: Release) -> str:
    rules = options.rules(release)
    return choose("Regel", "regel", rules, default=rules[0], name=lambda rule: RULE_NAMES[rule], widget=st.radio,
                  horizontal=True)  # fmt: skip


def flags_of(shown: Content, level: str, year: int, rule: str | Rule | None = None) -> Attention | None:
    """Result of the rule (the county's own if none is named); None where there is none, or it cannot be applied, which
    the page says."""
    try:
        return _flags(shown, level, year, rule)
    except DataError as error:
        st.warning("\n\n".join(sentence(problem) for problem in error.problems))
        return None


def flag_strings(shown: Content, level: str, years: Sequence[int], rule: str | None = None) -> Callable[[int], str]:
    """position of the year → one character per area in feature order: "1" where it is flagged; "" where nobody is."""

    def of_year(position: int) -> str:
        try:
            found = _flags(shown, level, years[position], rule)
        except DataError:
            return ""
        return flag_string(found, shown.ids(level))

    return of_year


def flag_string(found: Attention | None, ids: Sequence[str]) -> str:
    if found is None:
        return ""
    return "".join("1" if flagged else "0" for flagged in found.table["flagged"].reindex(list(ids)))


def _flags(shown: Content, level: str, year: int, rule: str | Rule | None) -> Attention | None:
    rules = options.rules(shown.release)
    if not rules or (isinstance(rule, str) and rule not in rules) or level == shown.release.whole.id:
        return None
    return rule_result(shown, level, year, rule or rules[0])
