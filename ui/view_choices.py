"""The widgets that choose a view of an indicator: one row for what is looked at, one for how."""

from __future__ import annotations

import streamlit as st

from monitor.release import Release
from texts.treatment import period
from ui.choices import choose, say_what_is_gone, wanted
from ui.classes import choose_classes, choose_number_of_changes
from ui.filters import show_filters, view_filters
from ui.map_extras import choose_extras
from ui.municipality import classes_note
from ui.story_button import offer_step
from views import options
from views.content import Content
from views.links import link_of
from views.options import NONE
from views.shapes import shapes_of
from views.view import View, areas_in, default_second
from views.wanted import known

MOST_SEARCHED = 2000  # names that may travel to the browser with every view

SECOND_NAMES = {NONE: "keine", "kennzahl": "eine andere Kennzahl", "jahr": "ein anderes Jahr"}
SIDE_NAMES = {"rangliste": "Rangliste", "punkte": "Punktwolke beider Karten", "ohne": "nichts"}
SHAPE_NAMES = {
    "ganz": "die ganze Fläche der Gebiete",
    "bewohnt": "nur die bewohnte Fläche; unbewohnte ist grau",
    "kacheln": "Kachelkarte: jedes Gebiet gleich groß, ungefähr an seinem Ort",
}


def show_choices(shown: Content, view: View) -> None:
    """Indicator, year, level, and below them how the map looks: the widgets of a view that was read."""
    release = shown.release
    notices, columns = st.container(), st.columns([4, 1.2, 1.6])
    with columns[2]:
        level = choose_level(release)
    with columns[0]:
        indicator = choose_indicator("Kennzahl", "kennzahl", release, level, options.default_indicator(release, level))
    with columns[1]:
        _choose_year("Jahr", "jahr", release, indicator, level)
    with st.container(horizontal=True, key="ways"):
        _choose_comparison(release, indicator, level)
        _choose_classes(release, indicator, level, classes_note(release, level, view.municipality))
        _choose_shape(release, level)
        offer_step(shown, "karte", link_of(view))
        show_filters(view_filters(release, view))
    with notices:
        say_what_is_gone()


def choose_level(release: Release) -> str:
    levels = options.levels(release)
    default = options.default_level(release)
    return choose("Ebene", "ebene", levels, default=default, name=lambda each: release.level(each).plural)


def choose_indicator(label: str, param: str, release: Release, level: str, default: str) -> str:
    return choose(
        label, param, options.indicators(release, level), default=default,
        name=lambda each: f"{release.catalogue[each].name} · {release.catalogue[each].theme}",
    )  # fmt: skip


def search_area(release: Release, view: View) -> None:
    """A field that finds an area by its name and selects it, like a click on the map, which may select one elsewhere too."""
    level, own = view.level, areas_in(release, view.level, view.municipality)
    listed = own.union([view.area]) if view.area else own
    names = release.hierarchy.areas(level)["name"].reindex(listed).sort_values()
    if len(names) > MOST_SEARCHED:
        return
    spec = release.level(level)
    choose("Auswahl", "gebiet", [NONE, *names.index], default=NONE, tell=False,
           name=lambda each: names[each] if each else f"{spec.name} suchen …")  # fmt: skip


def _choose_year(label: str, param: str, release: Release, indicator: str, level: str, default: int = -1) -> None:
    years, pool = options.years(release, indicator, level), release.plan(indicator, level).pool
    choose(label, param, years[::-1], default=years[default], name=lambda year: period(int(year), pool))


def _choose_comparison(release: Release, indicator: str, level: str) -> None:
    pool = release.plan(indicator, level).pool
    with st.popover("Vergleichen", icon=":material/compare:"):
        choose("Veränderung seit", "seit", options.since(release, indicator, level), default=NONE, tell=False,
               name=lambda year: period(int(year), pool) if year else "keine: die Werte selbst")  # fmt: skip
        second = choose("Zweite Karte daneben", "zweite", options.SECOND, default=NONE, widget=st.radio,
                        name=SECOND_NAMES.__getitem__)  # fmt: skip
        if second == "kennzahl":
            default = default_second(options.indicators(release, level), indicator)
            choose_indicator("Kennzahl der zweiten Karte", "kennzahl2", release, level, default)
        elif second == "jahr":
            _choose_year("Jahr der zweiten Karte", "jahr2", release, indicator, level, default=0)
        choose("Neben der Karte", "seite", options.sides(second), default=options.SIDES[0], widget=st.radio, tell=False,
               name=SIDE_NAMES.__getitem__)  # fmt: skip


def _choose_classes(release: Release, indicator: str, level: str, note: str) -> None:
    if known(wanted, "seit", options.since(release, indicator, level), NONE):
        choose_number_of_changes(note)
    else:
        values = options.values(release, indicator, level)
        choose_classes(release.catalogue[indicator].breaks, values, len(release.areas(level)), note)


def _choose_shape(release: Release, level: str) -> None:
    shapes = shapes_of(release, level)
    with st.popover("Fläche", icon=":material/layers:"):
        choose("Gefärbt wird", "flaeche", shapes, default=options.SHAPES[0], widget=st.radio, tell=False,
               name=SHAPE_NAMES.__getitem__)  # fmt: skip
        choose_extras(release)
