"""What else may be drawn on a map: the county's own base map and overlay, and place points. All off by default."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st

from monitor.release import Release
from ui.base_map import base_map_message, contacted
from ui.choices import switch
from ui.map.documents import offer
from views.content import Content
from views.wanted import Wanted, is_on

EXTRAS = ("orte", "grundkarte", "ueberlagerung")


class Extras(TypedDict):
    """Arguments of `ui.map.stage.view_message`."""

    base_map: object
    places: str


def shown_on_map(shown: Content, source: Wanted) -> Extras:
    """What a link asks for, as far as the county has it."""
    release = shown.release
    places = offer((shown.state, "places"), lambda: _place_points(release)) if is_on(source, "orte") else ""
    return Extras(
        base_map=base_map_message(release.county, is_on(source, "grundkarte"), is_on(source, "ueberlagerung")),
        places=places if release.places else "",
    )


def extras_on(source: Wanted) -> dict[str, str]:
    """The parameters of a link for what is switched on."""
    return {param: "1" for param in EXTRAS if is_on(source, param)}


def choose_extras(release: Release) -> None:
    """A switch for each that the county has, and which host it would ask."""
    county = release.county
    if release.places:
        switch("Orte zeigen", "orte")
    if county.basemap:
        switch(f"Grundkarte: {county.basemap.name}", "grundkarte")
    if county.overlay:
        switch(f"Überlagerung: {county.overlay.name}", "ueberlagerung")
    for sentence in contacted(county):
        st.caption(sentence)


def _place_points(release: Release) -> list[list[object]]:
    return [[place.name, place.lat, place.lon, place.rank] for place in release.places]
