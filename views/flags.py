"""Which areas a map marks: those that an attention rule flags."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indicators.attention import Attention, Rule
from problem import DataError
from views import options
from views.content import Content
from views.rules import rule_result


def flags_at(shown: Content, level: str, year: int, rule: str | Rule | None = None) -> Attention | None:
    """Result of the rule (the county's own if none is named); None where there is none. Raises DataError where it cannot be
    applied."""
    rules = options.rules(shown.release)
    if not rules or (isinstance(rule, str) and rule not in rules) or level == shown.release.whole.id:
        return None
    return rule_result(shown, level, year, rule or rules[0])


def flag_strings(shown: Content, level: str, years: Sequence[int], rule: str | None = None) -> Callable[[int], str]:
    """position of the year → one character per area in feature order: "1" where it is flagged; "" where nobody is."""

    def of_year(position: int) -> str:
        try:
            found = flags_at(shown, level, years[position], rule)
        except DataError:
            return ""
        return flag_string(found, shown.ids(level))

    return of_year


def flag_string(found: Attention | None, ids: Sequence[str]) -> str:
    if found is None:
        return ""
    return "".join("1" if flagged else "0" for flagged in found.table["flagged"].reindex(list(ids)))
