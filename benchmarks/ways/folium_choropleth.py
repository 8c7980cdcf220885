"""folium's choropleth as its handbook shows it, in st_folium as its handbook shows it.

Only its legend is taken away: it would load a script from another host.
"""

from __future__ import annotations

import folium
from streamlit_folium import st_folium

from benchmarks.cases import Material
from benchmarks.ways.plain_map import PlainMap


def show(material: Material, indicator: int, height: int) -> None:
    values = material.values.values[indicator, -1]
    frame = material.frame[["name", "geometry"]].assign(gebiet=material.frame.index, wert=values)
    edges = [values.min() - 1, *material.values.breaks[indicator], values.max() + 1]
    choropleth = folium.Choropleth(
        frame, data=frame, columns=["gebiet", "wert"], key_on="feature.id", bins=edges, fill_color="YlOrRd"
    )
    for name in [name for name in choropleth._children if name.startswith("color_map")]:
        del choropleth._children[name]
    choropleth.geojson.add_child(folium.GeoJsonTooltip(["name", "wert"]))
    area_map = PlainMap(frame)
    area_map.add_child(choropleth)
    st_folium(area_map, key="karte", height=height, use_container_width=True)
