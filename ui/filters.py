"""A line for every filter that narrows or changes what a page shows, each with its own way back."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from monitor.release import Release
from texts.treatment import period
from ui.choices import clear
from views.view import View


class Filter(NamedTuple):
    """words: what is on; params: the parameters of the link that are forgotten to leave it."""

    words: str
    params: tuple[str, ...]


def show_filters(found: list[Filter]) -> None:
    """One button per filter, in a row with what stands there; pressing it removes the filter."""
    for each in found:
        st.button(each.words, icon=":material/close:", on_click=clear, args=each.params, key=f"clear-{each.params[0]}",
                  help="Diesen Filter aufheben", type="primary")  # fmt: skip


def municipality_filter(release: Release, municipality: str) -> list[Filter]:
    """municipality: id, or "" for the whole county."""
    return [Filter(f"nur {release.hierarchy.names[municipality]}", ("kommune",))] if municipality else []


def area_filter(release: Release, area: str) -> list[Filter]:
    return [Filter(f"ausgewählt: {release.hierarchy.names[area]}", ("gebiet",))] if area else []


def view_filters(release: Release, view: View) -> list[Filter]:
    """Everything that is not as the page shows it by itself."""
    found = [*municipality_filter(release, view.municipality), *area_filter(release, view.area)]
    if view.since is not None:
        found.append(Filter(f"Veränderung seit {period(view.since, view.plan.pool)}", ("seit",)))
    if view.second is not None:
        found.append(Filter("zweite Karte", ("zweite", "kennzahl2", "jahr2", "seite")))
    if view.measured:
        found.append(Filter("gemessene statt geglättete Werte", ("werte",)))
    if view.shape != "ganz":
        found.append(Filter({"bewohnt": "nur bewohnte Fläche", "kacheln": "Kachelkarte"}[view.shape], ("flaeche",)))
    return found
