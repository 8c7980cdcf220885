"""The frame of a view of one indicator: one or two maps, the years, and what stands beside them."""

from __future__ import annotations

import streamlit as st

from indicators.catalogue import Indicator
from ui.choices import wanted
from ui.events import follow
from ui.map.part import Shown
from ui.map.stage import Message, Side, show_stage, view_message
from ui.map_extras import extras_on, shown_on_map
from views import options
from views.benchmarks import with_own
from views.class_choice import ClassChoice
from views.content import Content
from views.indicator_layer import indicator_layer
from views.layer import Layer
from views.links import whole_link
from views.places import place_of
from views.view import Second, View
from views.wanted import Wanted

SIDES: dict[str, Side] = {"rangliste": "ranking", "punkte": "scatter", "ohne": ""}


def show_indicator_stage(shown: Content, view: View, *, height: int = 640) -> None:
    """Map, legend, slider and ranking of a view. A click selects an area, the slider chooses the year."""
    message = view_stage(shown, view, wanted) | {"link": whole_link(view, extras_on(wanted))}
    with st.container(key="stage"):
        follow(show_stage(message, key="karte", height=height))


def view_stage(shown: Content, view: View, source: Wanted) -> Message:
    """The message of a view. source: the link it comes from, for what is drawn besides."""
    years = [int(year) for year in options.years(shown.release, view.indicator.id, view.level)]
    place = place_of(shown, view.level, view.shape)
    maps = [Shown(_layer(shown, view, view.indicator, view.classes, years), place, years.index(view.year))]
    if view.second is not None:
        maps.append(_second(shown, view, view.second, maps[0], years))
    return view_message(
        maps,
        years=[str(year) for year in years],
        selected=view.area,
        focus=view.municipality,
        side=SIDES[view.side],
        **shown_on_map(shown, source),
    )


def _layer(shown: Content, view: View, indicator: Indicator, classes: ClassChoice, years: list[int]) -> Layer:
    layer = indicator_layer(shown, view.level, indicator, classes, years, view.since, measured=view.measured)
    return with_own(shown.release, layer, view, indicator, years)


def _second(shown: Content, view: View, second: Second, first: Shown, years: list[int]) -> Shown:
    """The same indicator in its own year, or another one in the same years and, unless it has fixed ones, like classes."""
    if second.year is not None:
        return first._replace(position=years.index(second.year), fixed=True)
    layer = _layer(shown, view, second.indicator, view.classes_of(second.indicator), years)
    return Shown(layer, first.place, first.position)
