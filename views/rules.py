"""Results of the attention rules, each worked out once per content and parameters."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pandas as pd

from indicators.assumptions import Assumptions
from indicators.attention import Attention, Rule
from indicators.certainty import Certainty, certainty_of
from indicators.evidence import Evidence
from indicators.flag_history import comparable_years, flag_history
from monitor.attention import rule_of, rule_years
from monitor.attention_evidence import evidence_key, evidence_of
from monitor.attention_reasons import Reasons, reasoning
from problem import DataError
from views.content import Content


def rule_result(shown: Content, level: str, year: int, rule: str | Rule) -> Attention:
    """Raises DataError in a year in which the rule cannot be applied."""
    chosen = rule_of(shown.release, rule)  # told apart by its parameters in words
    return shown.kept(
        ("attention", level, year, repr(chosen)), lambda: chosen.assess(_evidence(shown, level, year, chosen))
    )


def result_or_none(shown: Content, level: str, year: int, rule: str | Rule) -> Attention | None:
    """None in a year in which the rule cannot be applied, for example because an indicator is the same everywhere."""
    try:
        return rule_result(shown, level, year, rule)
    except DataError:
        return None


def rule_certainty(
    shown: Content, level: str, year: int, rule: str | Rule, assumptions: Assumptions | None = None
) -> Certainty:
    """How sure a rule is of each area. assumptions: what varies, None = the usual ones."""
    chosen, varied = rule_of(shown.release, rule), assumptions or Assumptions()

    def make() -> Certainty:
        found = rule_result(shown, level, year, chosen)
        return certainty_of(chosen, _evidence(shown, level, year, chosen), assumptions=varied, found=found)

    return shown.kept(("certainty", level, year, repr((chosen, varied))), make)


def rule_reasons(shown: Content, level: str, year: int, rule: str | Rule) -> Callable[[str], Reasons]:
    """Area id → its reasons in words, each made once."""
    chosen = rule_of(shown.release, rule)
    return shown.kept(
        ("reasons", level, year, repr(chosen)),
        lambda: cache(reasoning(shown.release, level, year, chosen, rule_result(shown, level, year, chosen))),
    )


class History(NamedTuple):
    """table: `flag_history`. flags: areas × the years of the same procedure, True where flagged; the last is the view's."""

    table: pd.DataFrame
    flags: pd.DataFrame


def rule_history(shown: Content, level: str, year: int, rule: str | Rule) -> History:
    """A rule's flags through the years that it can judge, up to this one."""
    chosen = rule_of(shown.release, rule)

    def make() -> History:
        years = [each for each in rule_years(shown.release, level, chosen) if each < year]
        results = {each: found for each in years if (found := result_or_none(shown, level, each, chosen)) is not None}
        results[year] = rule_result(shown, level, year, chosen)
        flags = {each: results[each].table["flagged"].astype(bool) for each in comparable_years(results)}
        return History(flag_history(results), pd.DataFrame(flags))

    return shown.kept(("history", level, year, repr(chosen)), make)


def _evidence(shown: Content, level: str, year: int, rule: Rule) -> Evidence:
    """Where only weights or borders are tried out, what the rule reads stays the same."""
    key = ("evidence", level, year, evidence_key(rule))
    return shown.kept(key, lambda: evidence_of(shown.release, level, year, rule))
