""" "Meine Kommune": one choice on every page, in the row of its heading, that limits all of them to a municipality."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from monitor.release import Release
from texts.municipality import classes_of_county_words, only_words
from ui.choices import choose, here, note_gone, wanted
from views import options
from views.options import NONE
from views.view import areas_in
from views.wanted import known

PARAM = "kommune"
LABEL = "Meine Kommune"
WIDTH = 440  # pixels: label, and the longest name of a municipality
STYLE = Path(__file__).with_name("municipality.css")


def municipality_of(release: Release) -> str:
    """Id of the chosen municipality, "" for the whole county."""
    return known(wanted, PARAM, options.municipalities(release), NONE)


def choose_municipality(release: Release) -> None:
    """The widget; nothing where the county has no municipalities with parts. It stands in `ui.frame` and nowhere else."""
    found = options.municipalities(release)
    if len(found) < 2:
        return
    st.html(STYLE)
    _tell_what_is_gone(release, found)
    arrived = here(PARAM)
    chosen = choose(LABEL, PARAM, found, default=NONE, tell=False, width=WIDTH,
                    name=lambda each: name_of(release, each))  # fmt: skip
    if chosen and not arrived:
        _write_link(chosen)


def name_of(release: Release, municipality: str) -> str:
    """Name of a municipality, "Rhein-Sieg-Kreis: alle Kommunen" for none."""
    if municipality:
        return release.hierarchy.names[municipality]
    return f"{release.county.name}: alle {release.levels[1].plural}"


def classes_note(release: Release, level: str, municipality: str) -> str:
    """What the classes of a map are made of; "" where no municipality is chosen."""
    if not municipality:
        return ""
    own, everywhere = areas_in(release, level, municipality), release.areas(level)
    return classes_of_county_words(
        name_of(release, municipality), release.level(level).plural, len(own), len(everywhere)
    )


def file_notes(release: Release, municipality: str) -> list[str]:
    """What a file says about itself that holds the areas of one municipality alone."""
    return [only_words(name_of(release, municipality))] if municipality else []


def _tell_what_is_gone(release: Release, found: list[str]) -> None:
    if (asked := here(PARAM)) and asked not in found:
        note_gone(release.levels[1].name, asked, name_of(release, municipality_of(release)))


def _write_link(municipality: str) -> None:
    """A choice that came along from another page belongs into the address of this one too.

    Replaced in the browser, as the frame of the maps does it (`report.js`): pushed by the server it would be a step for Back,
    which would come again at every attempt to leave the page. municipality: an id of the release, never text from a link.
    """
    script = (
        "<script>(() => { const url = new URL(location.href);"
        f" url.searchParams.set({json.dumps(PARAM)}, {json.dumps(municipality)});"
        " history.replaceState(history.state, '', url); })();</script>"
    )
    with st.container(key="kommune-link"):
        st.html(script, unsafe_allow_javascript=True)
