"""What can be chosen for a view, by stable ids, the same for widgets, links and the steps of a story."""

from __future__ import annotations

from indicators.attention import Rule
from monitor.attention import indicators_of
from monitor.changes import change_years
from monitor.release import Release
from texts.rules import RULE_NAMES

NONE = ""  # nothing chosen: the whole county, no area, no second map


def levels(release: Release) -> list[str]:
    """From coarse to fine, without the whole, then the divisions beside the finest one. Only those with an indicator, where
    there is one: of a few that are decided first none may reach the finest level."""
    below, whole = [level.id for level in release.levels[1:]], [release.whole.id]
    return [each for each in below if indicators(release, each)] or (
        whole if indicators(release, *whole) else below or whole
    )


def default_level(release: Release) -> str:
    """The finest one, else the finest that can be chosen."""
    known = levels(release)
    return release.finest.id if release.finest.id in known else known[-1]


def indicators(release: Release, level: str) -> list[str]:
    return [indicator.id for indicator in release.indicators_at(level)]


def default_indicator(release: Release, level: str) -> str:
    """The first one of the county's own rule, else of the catalogue."""
    available = indicators(release, level)
    preferred = [each for each in release.county.attention.county.indicators if each in available]
    return (preferred or available)[0]


def years(release: Release, indicator: str, level: str) -> list[str]:
    """Rising; the last one is the default."""
    return [str(year) for year in release.years_of(indicator, level)]


def municipalities(release: Release) -> list[str]:
    """Ids of the level below the whole in the order of their names, where there is a finer level; first none."""
    if len(release.levels) < 3:
        return [NONE]
    return [NONE, *release.hierarchy.areas(release.levels[1].id)["name"].sort_values().index]


def areas(release: Release, level: str) -> list[str]:
    return [NONE, *release.areas(level)]


MEASURED = "gemessen"  # the values themselves, where the map would show smoothed ones


def values(release: Release, indicator: str, level: str) -> list[str]:
    """What the map can be coloured by: first as the catalogue says."""
    return [NONE, MEASURED] if release.plan(indicator, level).smoothing else [NONE]


def since(release: Release, indicator: str, level: str) -> list[str]:
    """Years a change can be counted from, the latest first; first none."""
    return [NONE, *(str(year) for year in change_years(release, level, indicator)[::-1])]


SECOND = (NONE, "kennzahl", "jahr")  # what the second map shows
SIDES = ("rangliste", "punkte", "ohne")  # what stands beside the map
SHAPES = ("ganz", "bewohnt", "kacheln")  # what is coloured


def sides(second: str) -> list[str]:
    return [each for each in SIDES if second or each != "punkte"]


def rules(release: Release) -> list[str]:
    """The rules for which the county names indicators, the decided one first."""
    possible = [rule for rule in RULE_NAMES if indicators_of(release, rule)]
    return sorted(possible, key=lambda rule: rule != release.county.attention.rule)


def attention_years(release: Release, level: str, rule: str | Rule) -> list[int]:
    """Years in which every indicator of the rule has values at this level; those with any, where none has all.

    Where only the finest level has values, the latest year: the page then says of every area that it is not judged.
    """
    found = [set(release.years_of(each, level)) for each in indicators_of(release, rule)]
    years = sorted(set.intersection(*found) or set.union(*found)) if found else []
    return years if years or not found or level == release.finest.id else [release.years[-1]]
