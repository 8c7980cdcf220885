"""How an attention rule sees one area."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.attention import Attention
from monitor.attention_reasons import Reasons
from monitor.results import why_not_judged
from texts.attention import strength_words
from views.content import Content
from views.rules import result_or_none, rule_certainty, rule_reasons


@dataclass(frozen=True)
class Standing:
    """rule: its name. strength: "6 von 8 Kennzahlen ungünstig". probability: share of the draws that flag the area, NaN
    where it is not judged; word: how sure. reasons: of the decided rule alone. why_not: the reason where it is not judged,
    else ""."""

    rule: str
    year: int
    flagged: bool
    evaluated: bool
    strength: str
    probability: float
    word: str
    reasons: Reasons | None
    why_not: str


def standing_of(shown: Content, level: str, year: int, rule: str, area: str) -> Standing | None:
    """None where the rule cannot be applied in that year."""
    found = result_or_none(shown, level, year, rule)
    if found is None:
        return None
    if not found.table.loc[area, "evaluated"]:
        why = why_not_judged(shown.release, level, year, rule, area)
        return Standing(rule, year, False, False, "", float("nan"), "", None, why)
    return _judged(shown, level, year, rule, area, found)


def _judged(shown: Content, level: str, year: int, rule: str, area: str, found: Attention) -> Standing:
    decided = shown.release.county.attention.rule
    sure = rule_certainty(shown, level, year, rule).table.loc[area]
    return Standing(
        rule=rule,
        year=year,
        flagged=bool(found.table.loc[area, "flagged"]),
        evaluated=True,
        strength=strength_words(found, area),
        probability=float(sure["probability"]),
        word=str(sure["word"]),
        reasons=rule_reasons(shown, level, year, rule)(area) if rule == decided else None,
        why_not="",
    )
