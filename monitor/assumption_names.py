"""Names of the assumptions that may vary between the draws, as they stand in links, commands and files."""

from __future__ import annotations

from typing import Any

from indicators.assumptions import NOTHING, Assumptions
from indicators.attention import Rule

# name → field of `Assumptions` and its value; of two values of one field the later one wins
NAMES: dict[str, tuple[str, Any]] = {
    "zufall": ("chance", True),
    "gewichte": ("weights", "quarter"),
    "alle-gewichte": ("weights", "dirichlet"),
    "massstab": ("normalisation", True),
    "weglassen": ("leave_one_out", True),
    "mindestzahl": ("k", True),
    "einwohner": ("population", True),
}


def names_for(rule: Rule) -> list[str]:
    """What can vary for a rule: an assumption that it does not know changes nothing."""
    return [name for name, (field, _) in NAMES.items() if field in rule.knows]


def names_of(assumptions: Assumptions, rule: Rule) -> list[str]:
    """Those that vary, of the ones the rule knows."""
    return [name for name in names_for(rule) if getattr(assumptions, NAMES[name][0]) == NAMES[name][1]]


def assumptions_of(names: list[str], rule: Rule) -> Assumptions | None:
    """Assumptions of which these vary and no others; None where there is none, or one that the rule does not know.

    >>> from indicators.county_rule import CountyRule
    >>> assumptions_of(["zufall", "mindestzahl"], CountyRule())
    Assumptions(chance=True, weights='', normalisation=False, leave_one_out=False, k=True, population=False)
    >>> assumptions_of(["einwohner"], CountyRule()) is None
    True
    """
    if not names or not set(names) <= set(names_for(rule)):
        return None
    chosen = dict(NAMES[name] for name in NAMES if name in names)
    return Assumptions(**{**vars(NOTHING), **chosen})
