"""The county's attention rules, applied to a release.

A rule is named ("county") or given as an object, which may be one of the county's with other parameters:
`replace(rule_of(release, "county"), k=3)`. What such a rule says is a what-if, see `is_decided`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.assumptions import Assumptions
from indicators.attention import Attention, Rule, agreement
from indicators.certainty import DRAWS, Certainty, certainty_of
from indicators.flag_history import flag_history
from indicators.mss_rule import MssRule
from indicators.signs import Sign
from monitor.attention_evidence import HIDDEN, evidence_of, has_changes
from monitor.attention_file import WITH_INTERVAL
from monitor.release import Release

RULES = ("county", "mss", "significance")


def rule_of(release: Release, rule: str | Rule) -> Rule:
    """The county's rule of that name, without indicators where the county describes none."""
    if not isinstance(rule, str):
        return rule
    spec = release.county.attention
    return {"county": spec.county, "mss": spec.mss, "significance": spec.significance}[rule]


def rules_of(release: Release) -> dict[str, Rule]:
    """The rules for which the county names indicators."""
    return {name: rule for name in RULES if (rule := rule_of(release, name)).indicators}


def is_what_if(release: Release, rule: str | Rule) -> bool:
    """Whether a rule of the county has other parameters than county.toml gives it."""
    chosen = rule_of(release, rule)
    return chosen != rule_of(release, chosen.name)


def is_decided(release: Release, rule: str | Rule) -> bool:
    """Whether this is the procedure as county.toml has it; else it is a what-if and must be shown as such."""
    return rule_of(release, rule) == rule_of(release, release.county.attention.rule)


def kind_of(release: Release, rule: str | Rule) -> str:
    """ "decided", "compared" (a rule of the county beside the decided one) or "what_if"."""
    if is_what_if(release, rule):
        return "what_if"
    return "decided" if is_decided(release, rule) else "compared"


def attention(release: Release, level: str, year: int, rule: str | Rule) -> Attention:
    """Result of one rule for all areas of a level."""
    chosen = rule_of(release, rule)
    return chosen.assess(evidence_of(release, level, year, chosen))


def certainty(
    release: Release,
    level: str,
    year: int,
    rule: str | Rule,
    draws: int = DRAWS,
    seed: int = 1,
    assumptions: Assumptions | None = None,
    found: Attention | None = None,
) -> Certainty:
    """How sure the rule is of each area: see `indicators.certainty`. found: its result, if it is known already."""
    chosen = rule_of(release, rule)
    return certainty_of(chosen, evidence_of(release, level, year, chosen), draws, seed, assumptions, found)


def side_by_side(release: Release, level: str, year: int) -> pd.DataFrame:
    """All rules of the county: a bool column for each, how many flag an area and how many could judge it."""
    return agreement({name: attention(release, level, year, rule) for name, rule in rules_of(release).items()})


def history(release: Release, level: str, year: int, rule: str | Rule) -> pd.DataFrame:
    """Who entered, who left, since when flagged, up to a year: see `flag_history`. All years by the same rule."""
    chosen = rule_of(release, rule)
    years = [each for each in rule_years(release, level, chosen) if each <= year]
    return flag_history({each: attention(release, level, each, chosen) for each in {*years, year}})


def rule_years(release: Release, level: str, rule: str | Rule) -> list[int]:
    """Years in which every indicator of the rule has numbers, and every change an earlier year."""
    chosen = rule_of(release, rule)
    years = [set(release.years_of(each, level)) for each in chosen.inputs]
    return sorted(each for each in set.intersection(*years) if has_changes(release, each, chosen)) if years else []


def indicators_of(release: Release, rule: str | Rule) -> tuple[str, ...]:
    """The indicators whose values a rule looks at, in the county's order."""
    return rule_of(release, rule).indicators


def possible_indicators(release: Release, level: str, rule: str | Rule) -> tuple[str, ...]:
    """What a rule could judge at a level, its own first: what has numbers there and a direction, and for rules that ask for
    security an interval too."""
    chosen = rule_of(release, rule)
    secures = not isinstance(chosen, MssRule)
    others = [
        each.id
        for each in release.indicators_at(level)
        if each.polarity and (each.method in WITH_INTERVAL or not secures)
    ]
    return tuple(dict.fromkeys((*chosen.indicators, *others)))


def possible_changes(release: Release, level: str, rule: MssRule) -> tuple[str, ...]:
    """What the dynamics of the rule could be made of, its own first: pooled years must not overlap."""
    possible = possible_indicators(release, level, rule)
    apart = [each for each in possible if release.plan(each, level).pool <= max(rule.dynamics_years, 1)]
    return tuple(dict.fromkeys((*rule.dynamics, *apart)))


def hidden_of(release: Release, level: str, year: int, indicators: Sequence[str]) -> pd.DataFrame:
    """areas × indicators: True where the value is hidden for protection."""
    return pd.DataFrame({each: release.table(level, each, year)["sign"].isin(HIDDEN) for each in indicators})


def missing_of(release: Release, level: str, year: int, indicators: Sequence[str]) -> pd.DataFrame:
    """areas × indicators: True where there is no value, and not for protection."""
    return pd.DataFrame(
        {each: ~release.table(level, each, year)["sign"].isin([Sign.SHOWN, *HIDDEN]) for each in indicators}
    )
