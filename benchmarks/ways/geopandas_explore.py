"""`GeoDataFrame.explore` in st_folium, without its legend: that would load a script from another host."""

from __future__ import annotations

from streamlit_folium import st_folium

from benchmarks.cases import Material
from benchmarks.ways.plain_map import PlainMap


def show(material: Material, indicator: int, height: int) -> None:
    values = material.values.values[indicator, -1]
    frame = material.frame[["name", "geometry"]].assign(wert=values)
    bounds = {"bins": [*material.values.breaks[indicator], values.max() + 1]}
    area_map = frame.explore(
        "wert", m=PlainMap(frame), cmap="YlOrRd", scheme="UserDefined", classification_kwds=bounds,
        tooltip=["name", "wert"], legend=False,
    )  # fmt: skip
    st_folium(area_map, key="karte", height=height, use_container_width=True)
