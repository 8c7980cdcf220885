"""Show a map on a page and learn which area was clicked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui.map.area_layer import AreaLayer
from ui.map.geometry import Published, publish
from ui.map.local_map import LocalMap
from ui.map.paint import Paint

RETURNED = ("last_object_clicked_count", "last_active_drawing")


def show_map(
    published: Published,
    paint: Paint,
    *,
    outlines: Published | None = None,
    key: str = "karte",
    height: int = 620,
    label: str = "Karte der Gebiete",
) -> str | None:
    """Draw the areas and return the id of the area clicked just now, else None.

    The id is returned in the one run the click causes, also when the same area is clicked again;
    later reruns return None, so that a selection made elsewhere is not overwritten.

    outlines: a coarser level whose borders and names are drawn on top, e.g. the municipalities.
    label: name of the map for screen readers.
    """
    # Imported here: the component can only be registered inside a running script.
    from streamlit_folium import st_folium

    address_paint(paint, published, outlines, key)
    # A new map every run: st_folium adds the paint to it, and a map used twice would be remounted.
    area_map = LocalMap(label)
    area_map.add_child(AreaLayer(key))
    answer = st_folium(
        area_map,
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=list(RETURNED),
        feature_group_to_add=paint,
    )
    return new_click(answer or {}, key)


def address_paint(paint: Paint, published: Published, outlines: Published | None, key: str) -> None:
    """Tell the paint which geometry it belongs to. Raises ValueError where the areas disagree."""
    if paint.areas != len(published.ids):
        raise ValueError(f"{paint.areas} classes for {len(published.ids)} areas")
    paint.key = key
    paint.message["url"] = publish(published)
    paint.message["outlines"] = publish(outlines) if outlines is not None else ""


def new_click(answer: Mapping[str, Any], key: str) -> str | None:
    """Id of the clicked area if the count of clicks has changed since the last run."""
    clicks, seen = answer.get("last_object_clicked_count"), f"{key}-clicks"
    is_new = clicks is not None and clicks != st.session_state.get(seen)
    st.session_state[seen] = clicks
    area = answer.get("last_active_drawing")
    return str(area["id"]) if is_new and area else None
