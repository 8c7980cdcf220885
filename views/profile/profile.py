"""The profile of one area: all indicators by theme, the attention rules, its neighbours and areas like it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.neighbours import neighbours
from monitor.attention import rule_years, rules_of
from monitor.county import LevelSpec
from monitor.release import Release
from monitor.similar_areas import CONTEXT, context_values, latest_year, similar_areas
from views.content import Content
from views.profile.row import Row, municipality_of, row_of
from views.profile.standing import Standing, standing_of


@dataclass(frozen=True)
class Theme:
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Profile:
    """year: no value is of a later one. municipality: id and "" where the area lies in none. standings: one per rule of the
    county, the decided one first. neighbours: ids. similar: distance by area id, see `indicators.similar`."""

    area: str
    name: str
    level: LevelSpec
    year: int
    municipality: str
    themes: tuple[Theme, ...]
    standings: tuple[Standing, ...]
    neighbours: tuple[str, ...]
    similar: pd.Series

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for theme in self.themes for row in theme.rows)

    @property
    def structure(self) -> tuple[Row, ...]:
        """The circumstances: who lives there."""
        return tuple(row for row in self.rows if row.indicator.effect_level == CONTEXT)


def profile_of(shown: Content, area: str, year: int | None = None) -> Profile:
    """year: None = the latest. Raises KeyError where the release has no such area."""
    release = shown.release
    level = release.hierarchy.level_of(area)
    if level not in {each.id for each in release.levels}:
        raise KeyError(area)
    until = release.years[-1] if year is None else year
    return shown.kept(("profile", area, until), lambda: _profile(shown, level, area, until))


def profile_years(release: Release, level: str) -> list[int]:
    """Years in which at least one indicator has a number at the level."""
    return sorted({year for each in release.indicators_at(level) for year in release.years_of(each.id, level)})


def _profile(shown: Content, level: str, area: str, year: int) -> Profile:
    release = shown.release
    return Profile(
        area=area,
        name=release.hierarchy.names[area],
        level=release.level(level),
        year=year,
        municipality=municipality_of(release, level, area),
        themes=_themes(shown, level, area, year),
        standings=_standings(shown, level, area, year),
        neighbours=_neighbours(shown, level, area),
        similar=similar_areas(shown.kept(("context", level, year), lambda: context_values(release, level, year)), area),
    )


def _themes(shown: Content, level: str, area: str, year: int) -> tuple[Theme, ...]:
    release, rows = shown.release, dict[str, list[Row]]()
    for indicator in release.indicators_at(level):
        if (latest := latest_year(release, level, indicator, year)) is not None:
            rows.setdefault(indicator.theme, []).append(row_of(shown, level, area, indicator, latest))
    return tuple(Theme(name, tuple(found)) for name, found in rows.items())


def _standings(shown: Content, level: str, area: str, year: int) -> tuple[Standing, ...]:
    release = shown.release
    if level == release.whole.id:
        return ()
    decided = release.county.attention.rule
    found = []
    for rule in sorted(rules_of(release), key=lambda each: each != decided):
        years = [each for each in rule_years(release, level, rule) if each <= year]
        if years and (standing := standing_of(shown, level, years[-1], rule, area)) is not None:
            found.append(standing)
    return tuple(found)


def _neighbours(shown: Content, level: str, area: str) -> tuple[str, ...]:
    frame = shown.release.hierarchy.areas(level)[["geometry"]]
    found = shown.kept(("neighbours", level), lambda: neighbours(frame))
    return tuple(str(each) for each in found[area])
