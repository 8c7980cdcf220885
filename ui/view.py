"""What a page looks at: level, indicator, year, municipality and selected area, all kept in the URL."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from monitor.release import Release
from ui.choices import choose, current, say_what_is_gone

WHOLE = ""  # no municipality chosen: the whole county
NOTHING = ""  # no area selected
MOST_SEARCHED = 2000  # names that may travel to the browser with every view


@dataclass(frozen=True)
class View:
    """One view. municipality and area are ids, "" where nothing is chosen."""

    level: str
    indicator: Indicator
    year: int
    municipality: str
    area: str


def choose_view(release: Release) -> View:
    """One row of choices: indicator, year, level, municipality."""
    notices, columns = st.container(), st.columns([3, 1, 1.2, 2])
    with columns[2]:
        level = choose_level(release)
    with columns[0]:
        indicator = choose_indicator(release, level)
    with columns[1]:
        year = choose_year(release, indicator.id, level)
    with columns[3]:
        municipality = choose_municipality(release, level)
    with notices:
        say_what_is_gone()
    return View(level, indicator, year, municipality, selected_area(release, level))


def choose_level(release: Release) -> str:
    levels = [level.id for level in release.levels[1:]] or [release.whole.id]
    return choose("Ebene", "ebene", levels, default=levels[-1], name=lambda each: release.level(each).plural)


def choose_indicator(release: Release, level: str) -> Indicator:
    available = [indicator.id for indicator in release.indicators_at(level)]
    preferred = [each for each in release.county.attention.county.indicators if each in available]
    chosen = choose(
        "Kennzahl", "kennzahl", available, default=(preferred or available)[0],
        name=lambda each: f"{release.catalogue[each].name} · {release.catalogue[each].theme}",
    )  # fmt: skip
    return release.catalogue[chosen]


def choose_year(release: Release, indicator: str, level: str) -> int:
    years = [str(year) for year in release.years_of(indicator, level)]
    pool = release.catalogue[indicator].pool
    return int(choose("Jahr", "jahr", years[::-1], default=years[-1], name=lambda year: year_words(int(year), pool)))


def choose_municipality(release: Release, level: str) -> str:
    """The municipality to look at more closely; "" where levels leave no choice or the whole county is meant."""
    above = release.levels[1].id if len(release.levels) > 2 else ""
    if not above or level == above:
        return WHOLE
    names = release.hierarchy.areas(above)["name"]
    return choose(
        release.level(above).name, "kommune", [WHOLE, *names.sort_values().index], default=WHOLE,
        name=lambda each: names[each] if each else f"{release.county.name}: alle {release.level(above).plural}",
    )  # fmt: skip


def selected_area(release: Release, level: str) -> str:
    return current("gebiet", [NOTHING, *release.areas(level)], NOTHING)


def search_area(release: Release, level: str) -> None:
    """A field that finds an area by its name and selects it, like a click on the map."""
    names = release.hierarchy.areas(level)["name"].reindex(release.areas(level)).sort_values()
    if len(names) > MOST_SEARCHED:
        return
    spec = release.level(level)
    choose("Auswahl", "gebiet", [NOTHING, *names.index], default=NOTHING, tell=False,
           name=lambda each: names[each] if each else f"{spec.name} suchen …")  # fmt: skip


def areas_in(release: Release, level: str, municipality: str) -> pd.Index:
    """The areas of a level inside a municipality; all of them where none is chosen."""
    areas = release.areas(level)
    if not municipality:
        return areas
    ancestors = release.hierarchy.ancestors(level, release.hierarchy.level_of(municipality))
    return areas[ancestors.reindex(areas).eq(municipality)]


def year_words(year: int, pool: int) -> str:
    """ "2024", or "2022–2024" where three years are pooled."""
    return str(year) if pool == 1 else f"{year - pool + 1}–{year}"
