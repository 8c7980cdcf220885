"""pydeck's GeoJsonLayer in `st.pydeck_chart`. No base map is wanted, but it asks a foreign host for one anyway."""

from __future__ import annotations

import json

import pydeck as pdk
import streamlit as st

from benchmarks.cases import Material

COLOURS = [[255, 255, 178], [254, 204, 92], [253, 141, 60], [240, 59, 32], [189, 0, 38]]  # ColorBrewer's YlOrRd


def show(material: Material, indicator: int, height: int) -> None:
    frame = material.frame[["name", "geometry"]].to_crs("EPSG:4326")
    frame["wert"] = material.values.values[indicator, -1]
    frame["farbe"] = [COLOURS[each] for each in material.values.classes[indicator, -1]]
    layer = pdk.Layer(
        "GeoJsonLayer", json.loads(frame.to_json()), get_fill_color="properties.farbe", pickable=True,
        get_line_color=[255, 255, 255], line_width_min_pixels=1,
    )  # fmt: skip
    west, south, east, north = frame.total_bounds
    view = pdk.data_utils.compute_view([[west, south], [east, north]])
    view.zoom += 1  # as large as the other maps
    deck = pdk.Deck([layer], initial_view_state=view, map_style=None, tooltip={"text": "{name}: {wert}"})
    st.pydeck_chart(deck, height=height, key="karte")
