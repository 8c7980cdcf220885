"""Which assumptions vary behind "how sure": read from a link, written into one."""

from __future__ import annotations

from typing import NamedTuple

from indicators.assumptions import Assumptions
from indicators.attention import Rule
from monitor.assumption_names import assumptions_of, names_of
from monitor.attention import rule_of
from monitor.release import Release
from views.wanted import Wanted

PARAM = "annahmen"
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
