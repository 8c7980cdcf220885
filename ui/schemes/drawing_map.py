"""The map for drawing: the page's frame, a message to it, and what comes back.

streamlit-folium serves as it does for the other maps (docs/adr): the map's script never changes, so the frame stays over
every rerun, and one short message per run says how the areas are. Rectangles are drawn by Leaflet.draw and free lines by
leaflet-lasso. A click is painted in the browser at once; the server hears of it and saves it.
"""

from __future__ import annotations

from typing import Any

import folium
import streamlit as st
from folium.template import Template

from ui.map.assets import asset_url
from ui.map.local_map import LocalMap

KEY = "zeichnen"


class DrawingMap(LocalMap):
    """An empty map with the tools for drawing."""

    default_js = [  # noqa: RUF012 folium's own kind
        ("area_map", asset_url(".js")),
        ("drawing", asset_url(".js", "zeichnen")),
    ]
    default_css = [  # noqa: RUF012
        ("area_map_css", asset_url(".css")),
        ("drawing_css", asset_url(".css", "zeichnen")),
    ]
    _template = Template("""
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.drawing({{ this.get_name()|tojson }}, {{ this.label|tojson }}).map;
        {% endmacro %}
    """)


class Drawn(folium.FeatureGroup):
    """The message, passed to streamlit-folium as a feature group."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        {{ this._parent.get_name() }}.drawing.show({{ this.message|tojson }});
        {% endmacro %}
    """)

    def __init__(self, message: dict[str, object]) -> None:
        super().__init__(name="drawing")
        self.message = message


def sent_changes() -> Any:
    """What the frame has sent, known before it is shown again; {} where nothing has come. See `ui.schemes.draft`."""
    return st.session_state.get(KEY) or {}


def show_drawing(message: dict[str, object], *, height: int = 560, label: str) -> None:
    """message: see `ui.schemes.message`. label: name of the map for screen readers."""
    # Imported here: the component can only be registered inside a running script.
    from streamlit_folium import st_folium

    st_folium(
        DrawingMap(label),
        key=KEY,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Drawn(message),
    )
