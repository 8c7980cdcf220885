"""The story of a county that has prepared none: the whole, where, why, and what has changed."""

from __future__ import annotations

from monitor.attention import indicators_of
from monitor.changes import change_years
from monitor.release import Release
from monitor.story import Step, Story
from texts.story import STEPS

LOOK_BACK = 5  # years; the nearest one that there is


def default_story(release: Release) -> Story:
    """At most four steps, made of ids that the release has; every view shows the latest year it can.

    Without a rule, or with the whole county as its only level, maps of one indicator stand in for the pages of the
    rule. A step that could show nothing is left out: no number at all, () .
    """
    drivers = _drivers(release)
    shown = drivers or [indicator.id for indicator in release.indicators_at(release.finest.id)]
    if not shown:
        return ()
    return (_with_rule(release, shown[0]) if drivers else _without_rule(release, shown[0])) + _change(release, shown[0])


def _drivers(release: Release) -> list[str]:
    """Indicators of the decided rule that have a number at the finest level; none where no areas can be compared."""
    if release.finest == release.whole:
        return []
    named = indicators_of(release, release.county.attention.rule)
    return [each for each in named if release.years_of(each, release.finest.id)]


def _with_rule(release: Release, indicator: str) -> Story:
    finest = release.finest.id
    where = {"ebene": finest, "jahr": _rule_year(release), "regel": release.county.attention.rule}
    why = {**_map_view(release, indicator, finest), "seite": "rangliste"}
    return (
        _step("uebersicht", "county", {}),
        _step("aufmerksamkeit", "where", where),
        _step("karte", "why", why),
    )


def _without_rule(release: Release, indicator: str) -> Story:
    """The county by its coarsest parts, then by its finest, where there are two kinds of them."""
    coarsest = release.levels[:2][-1].id
    steps = [coarsest] if release.years_of(indicator, coarsest) else []
    story = tuple(_step("karte", "county_map", _map_view(release, indicator, level)) for level in steps)
    if release.finest.id in steps:
        return story
    view = {**_map_view(release, indicator, release.finest.id), "seite": "rangliste"}
    return (*story, _step("karte", "where_map", view))


def _change(release: Release, indicator: str) -> Story:
    finest = release.finest.id
    latest = release.years_of(indicator, finest)[-1]
    years = change_years(release, finest, indicator)
    if not years:
        return ()
    since = min(years, key=lambda year: abs(latest - LOOK_BACK - year))
    return (_step("karte", "change", {**_map_view(release, indicator, finest), "seit": str(since)}),)


def _rule_year(release: Release) -> str:
    """The latest year in which all indicators of the rule have numbers; in which one has, where all never do."""
    named = indicators_of(release, release.county.attention.rule)
    years = [set(release.years_of(each, release.finest.id)) for each in named]
    return str(max(set.intersection(*years) or set.union(*years)))


def _map_view(release: Release, indicator: str, level: str) -> dict[str, str]:
    return {"kennzahl": indicator, "jahr": str(release.years_of(indicator, level)[-1]), "ebene": level}


def _step(page: str, words: str, view: dict[str, str]) -> Step:
    title, sentence = STEPS[words]
    return Step(page, title, sentence, view)
