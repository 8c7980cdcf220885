"""What a page looks at, read from a link: nothing in it is trusted, everything must exist in the release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from indicators.assumptions import Assumptions
from indicators.attention import Rule
from indicators.catalogue import Indicator
from indicators.classify import Scheme
from indicators.plan import Plan
from monitor.attention import rule_of
from monitor.release import Release
from views import options
from views.assumptions import USUAL, assumptions_link, read_assumptions
from views.class_choice import ClassChoice, read_classes
from views.options import NONE
from views.shapes import shapes_of
from views.wanted import Wanted, is_on, known
from views.what_if import read_what_if, what_if_link

WITH_BOUNDS = (Scheme.OWN, Scheme.FIXED, Scheme.SPLIT)


class Second(NamedTuple):
    """The second map: its indicator, and its year where it does not follow the slider."""

    indicator: Indicator
    year: int | None = None


@dataclass(frozen=True)
class View:
    """One view of an indicator. municipality and area are ids, "" where nothing is chosen. plan: what is done at the level.

    since: year a change is counted from, None for the values themselves. side: what stands beside the map, shape: what is
    coloured (see `views.options`). measured: the values themselves where the catalogue would have smoothed ones.
    """

    level: str
    indicator: Indicator
    plan: Plan
    year: int
    municipality: str
    area: str
    classes: ClassChoice
    since: int | None = None
    second: Second | None = None
    shape: str = options.SHAPES[0]
    side: str = options.SIDES[0]
    measured: bool = False

    def classes_of(self, other: Indicator) -> ClassChoice:
        """Classes of the second map: its own fixed ones, else as chosen; bounds typed in for one do not fit another."""
        if other.breaks:
            return ClassChoice(Scheme.FIXED, own=other.breaks)
        return ClassChoice() if self.classes.scheme in WITH_BOUNDS else self.classes


@dataclass(frozen=True)
class AttentionView:
    """Level, year and rule; municipality and area are ids, "" where nothing is chosen.

    what_if: the rule with other parameters than the county has given it, None where it is as in county.toml. changed: these
    parameters, and assumptions other than the usual ones, as they stand in a link.
    agreement: the map shows by how many rules an area is flagged. assumptions: what varies behind "how sure".
    """

    level: str
    year: int
    rule: str
    municipality: str
    area: str
    what_if: Rule | None = None
    changed: Mapping[str, str] = field(default_factory=dict)
    agreement: bool = False
    assumptions: Assumptions = USUAL

    @property
    def applied(self) -> str | Rule:
        return self.rule if self.what_if is None else self.what_if


def read_view(release: Release, source: Wanted) -> View:
    """The view a link asks for; whatever does not exist (any more) falls back to its default."""
    level = read_level(release, source)
    indicator = release.catalogue[
        known(source, "kennzahl", options.indicators(release, level), options.default_indicator(release, level))
    ]
    years = options.years(release, indicator.id, level)
    year = int(known(source, "jahr", years, years[-1]))
    second = known(source, "zweite", options.SECOND, NONE)
    since = known(source, "seit", options.since(release, indicator.id, level), NONE)
    return View(
        level=level,
        indicator=indicator,
        plan=release.plan(indicator.id, level),
        year=year,
        municipality=known(source, "kommune", options.municipalities(release), NONE),
        area=known(source, "gebiet", options.areas(release, level), NONE),
        classes=read_classes(
            indicator.breaks, source, _of_whole(release, level, indicator, int(years[-1])), len(release.areas(level))
        ),
        since=int(since) if since else None,
        second=_read_second(release, source, level, indicator, second),
        shape=known(source, "flaeche", shapes_of(release, level), options.SHAPES[0]),
        measured=known(source, "werte", options.values(release, indicator.id, level), NONE) == options.MEASURED,
        side=known(source, "seite", options.sides(second), options.SIDES[0]),
    )


def _of_whole(release: Release, level: str, indicator: Indicator, year: int) -> float:
    return round(float(release.benchmark(indicator.id, year, level)["value"]), indicator.decimals)


def read_level(release: Release, source: Wanted) -> str:
    return known(source, "ebene", options.levels(release), options.default_level(release))


def _read_second(release: Release, source: Wanted, level: str, indicator: Indicator, second: str) -> Second | None:
    if second == "kennzahl":
        available = options.indicators(release, level)
        other = known(source, "kennzahl2", available, default_second(available, indicator.id))
        return Second(release.catalogue[other])
    if second == "jahr":
        years = options.years(release, indicator.id, level)
        return Second(indicator, int(known(source, "jahr2", years, years[0])))
    return None


def default_second(available: list[str], first: str) -> str:
    """The indicator after the first one."""
    return available[(available.index(first) + 1) % len(available)]


def read_attention_view(release: Release, source: Wanted) -> AttentionView | None:
    """The view of a rule a link asks for; None where the county has no rule that can be applied."""
    rules = options.rules(release)
    if not any(options.attention_years(release, release.finest.id, rule) for rule in rules):
        return None
    rule = known(source, "regel", rules, rules[0])
    level = read_level(release, source)
    what_if = read_what_if(release, level, rule, source).rule
    applied = what_if or rule_of(release, rule)
    assumptions = read_assumptions(release, applied, source).assumptions
    years = [str(year) for year in options.attention_years(release, level, what_if or rule)]
    return AttentionView(
        level=level,
        year=int(known(source, "jahr", years, years[-1])),
        rule=rule,
        municipality=known(source, "kommune", options.municipalities(release), NONE),
        area=known(source, "gebiet", options.areas(release, level), NONE),
        what_if=what_if,
        changed=what_if_link(what_if, rule_of(release, rule)) | assumptions_link(assumptions, applied),
        agreement=is_on(source, "einig"),
        assumptions=assumptions,
    )


def areas_in(release: Release, level: str, municipality: str) -> pd.Index:
    """The areas of a level inside a municipality, or the municipality itself; all of them where none is chosen."""
    areas = release.areas(level)
    if not municipality:
        return areas
    above = release.hierarchy.level_of(municipality)
    if level == above:
        return areas[areas == municipality]
    return areas[release.hierarchy.ancestors(level, above).reindex(areas).eq(municipality)]
