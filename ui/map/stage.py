"""The frame with one or two maps, the years and what stands beside them: one message per change, events back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import folium
import streamlit as st
from folium.template import Template

from ui.map.local_map import LocalMap
from ui.map.part import Shown, part_of

Side = Literal["", "ranking", "scatter", "reasons"]
Message = dict[str, object]
POINT = re.compile(r"(-?\d{1,2}\.\d{5}),(-?\d{1,3}\.\d{5})")


class Event(NamedTuple):
    """What happened in the frame. kind: "area" (value: its id), "year" (as in the message), "step" (its number), "leave".

    point: latitude and longitude of the click on an area, where the message asked for it; None by keyboard.
    """

    kind: str
    value: str
    point: tuple[float, float] | None = None


class Stage(folium.FeatureGroup):
    """The short message that changes the frame; passed to streamlit-folium as a feature group."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        {{ this._parent.get_name() }}.stage.show({{ this.message|tojson }});
        {% endmacro %}
    """)

    def __init__(self, message: Message) -> None:
        super().__init__(name="stage")
        self.message = message


def view_message(
    maps: Sequence[Shown],
    *,
    years: Sequence[str] = ("",),
    selected: str = "",
    focus: str = "",
    side: Side = "",
    base_map: object = None,
    places: str = "",
    link: Mapping[str, str] | None = None,
    pick: bool = False,
) -> Message:
    """One view. maps: one or two with the same areas in the same order; the first one's position is the year shown.

    years: what the server is told when the slider rests, one per position. selected: id of the area to outline. focus:
    id of a parent; the map zooms to its areas, dims the others. base_map, places: see `ui.map_extras`. link: parameters
    of the view for the address of the page, "" where there is none. pick: a click tells its place too.
    Raises ValueError where areas, classes or years disagree.
    """
    if len(maps) > 1 and list(maps[0].place.areas.ids) != list(maps[1].place.areas.ids):
        raise ValueError("two maps need the same areas in the same order")
    if any(len(each.layer.labels) != len(years) for each in maps):
        raise ValueError(f"a map has other years than {len(years)} positions")
    return {
        "maps": [part_of(each) for each in maps],
        "years": None if list(years) == list(maps[0].layer.labels) else list(years),
        "position": maps[0].position,
        "selected": selected,
        "focus": focus,
        "side": side,
        "baseMap": base_map,
        "places": places,
        "link": dict(link or {}),
        **({"pick": True} if pick else {}),
    }


def show_stage(
    message: Message, *, key: str = "karte", height: int = 620, label: str = "Karte der Gebiete"
) -> Event | None:
    """Show a view or a story and return what has happened in the frame just now, else None.

    An event is returned in the one run it causes; later reruns return None, so that a choice made elsewhere is not
    overwritten. label: name of the map for screen readers.
    """
    # Imported here: the component can only be registered inside a running script.
    from streamlit_folium import st_folium

    # A new map every run: st_folium adds the message to it, and a map used twice would be remounted.
    answer = st_folium(
        LocalMap(label),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Stage(message),
    )
    return new_event(answer or {}, key)


def new_event(answer: Mapping[str, Any], key: str) -> Event | None:
    """The event, if its number has changed since the last run."""
    number, seen = answer.get("number"), f"{key}-event"
    is_new = number is not None and number != st.session_state.get(seen)
    st.session_state[seen] = number
    if not is_new:
        return None
    kind = next((kind for kind in ("area", "year", "step", "leave") if kind in answer), "")
    return Event(kind, str(answer[kind]), _point(answer.get("point"))) if kind else None


def _point(told: object) -> tuple[float, float] | None:
    """ "50.80000,7.10000" as numbers; what a browser sends is never trusted."""
    found = POINT.fullmatch(str(told or ""))
    return (float(found[1]), float(found[2])) if found else None
