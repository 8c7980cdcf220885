"""What the page Steckbrief looks at: an area of any level, a year, and up to three areas beside it."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from monitor.release import Release
from ui.choices import choose, here, put, say_what_is_gone, wanted
from ui.municipality import municipality_of
from views.content import Content
from views.profile.profile import Profile, profile_of, profile_years
from views.view import areas_in
from views.wanted import known

COMPARED = "vergleich"
MOST_COMPARED = 3
MOST_LISTED = 2500  # names in the list; of more, the areas of the chosen municipality alone
WIDGET = "compared"


class Chosen(NamedTuple):
    profile: Profile
    compared: tuple[Profile, ...]


def choose_profile(shown: Content) -> Chosen:
    """The widgets of the page, in one row."""
    release = shown.release
    columns = st.columns([2.6, 1, 2.4], vertical_alignment="bottom")
    with columns[0]:
        listed = areas_listed(release, municipality_of(release))
        labels = shown.kept(("labels",), lambda: labels_of(release))
        area = choose("Gebiet", "gebiet", listed, default=_default(release, listed), name=labels.__getitem__)
    level = release.hierarchy.level_of(area)
    with columns[1]:
        years = [str(year) for year in profile_years(release, level) or release.years[-1:]]
        year = int(choose("Jahr", "jahr", years[::-1], default=years[-1]))
    with columns[2]:
        others = _choose_compared(release, level, area)
    say_what_is_gone()
    return Chosen(profile_of(shown, area, year), tuple(profile_of(shown, each, year) for each in others))


def areas_listed(release: Release, municipality: str) -> list[str]:
    """The county, the municipalities, then the areas of the other levels: of the chosen municipality first."""
    coarse = [area for level in release.levels[:2] for area in release.areas(level.id)]
    own = [area for level in release.levels[2:] for area in areas_in(release, level.id, municipality)]
    every = [area for level in release.levels[2:] for area in release.areas(level.id)]
    listed = list(dict.fromkeys([*own, *every])) if len(every) <= MOST_LISTED else own[:MOST_LISTED]
    first = [municipality] if municipality else []
    asked = [each for each in (wanted("gebiet"),) if each in set(every)]
    return list(dict.fromkeys([*first, *coarse, *listed, *asked]))


def labels_of(release: Release) -> dict[str, str]:
    """Area id → "Troisdorf 07 · Quartier", with the municipality where the name does not say it."""
    names, found = release.hierarchy.names, {}
    for level in release.levels:
        coarse = level in release.levels[:2]
        above = None if coarse else release.hierarchy.ancestors(level.id, release.levels[1].id)
        for area in release.areas(level.id):
            inside = names[above[area]] if above is not None else ""
            where = f" in {inside}" if inside and not names[area].startswith(inside) else ""
            found[area] = f"{names[area]} · {level.name}{where}"
    return found


def compared_in(release: Release, level: str, area: str, asked: str) -> list[str]:
    """The areas a link asks to stand beside: of the same level, each once, at most three."""
    there = set(release.areas(level)) - {area}
    return [each for each in dict.fromkeys(asked.split(",")) if each in there][:MOST_COMPARED]


def _default(release: Release, listed: list[str]) -> str:
    """The chosen municipality, else the county."""
    return known(wanted, "kommune", listed, str(release.areas(release.whole.id)[0]))


def _choose_compared(release: Release, level: str, area: str) -> list[str]:
    there = [each for each in release.areas(level) if each != area]
    if not there or len(there) > MOST_LISTED:
        return []
    st.session_state[WIDGET] = compared_in(release, level, area, here(COMPARED))
    names = release.hierarchy.names
    return st.multiselect(
        f"Vergleichen mit (bis zu {MOST_COMPARED} {release.level(level).plural})", there, key=WIDGET,
        format_func=lambda each: names[each], max_selections=MOST_COMPARED, placeholder="keine", on_change=_changed,
    )  # fmt: skip


def _changed() -> None:
    put(COMPARED, ",".join(st.session_state[WIDGET]))
