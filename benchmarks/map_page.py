"""One map and one choice, in two ways: the monitor's own map, and folium as its handbook shows it.

Both ways get the same geometry, values and classes; `?art=folium` or `?art=eigen`, `?ebene=quartier`.
"""

import json

import folium
import streamlit as st
from streamlit_folium import st_folium

from indicators.classify import Scheme, class_breaks
from ui.colours import class_colours
from ui.data import content
from ui.indicator_map import class_codes, tooltips
from ui.map.local_map import LocalMap
from ui.map.paint import Paint
from ui.map.show import show_map

shown = content()
level = st.query_params.get("ebene", "quartier")
published = shown.geometry[level]
indicators = {each.id: each for each in shown.release.indicators_at("quartier") if each.polarity}
chosen = st.radio("Kennzahl", list(indicators), horizontal=True)
indicator = indicators[chosen]
year = shown.release.years_of(chosen, level)[-1]
table = shown.release.table(level, chosen, year).loc[list(published.ids)]
breaks = class_breaks(table["value"].to_numpy(), Scheme.QUANTILE, 5, indicator.decimals)
texts = tooltips(table, indicator)


def own_map() -> None:
    codes = class_codes(table, breaks, indicator.decimals)
    paint = Paint(title=indicator.name, classes=codes, colours=class_colours(len(breaks), -1), texts=texts)
    show_map(published, paint, key="karte", height=600)


def folium_map() -> None:
    """A choropleth with a tooltip, without its legend: that would fetch a script from another host."""
    collection = json.loads(published.raw)
    for feature, text in zip(collection["features"], texts, strict=True):
        feature["properties"] |= {"wert": text.value or text.reason, "bereich": text.interval}
    values = table["value"].dropna()
    edges = [values.min() - 1, *breaks[:-1], values.max() + 1]
    choropleth = folium.Choropleth(
        collection,
        data=values,
        key_on="feature.id",
        bins=edges,
        fill_color="YlOrRd",
    )
    for name in [name for name in choropleth._children if name.startswith("color_map")]:
        del choropleth._children[name]
    choropleth.geojson.add_child(folium.GeoJsonTooltip(["name", "wert", "bereich"]))
    plain = LocalMap("Karte")
    plain.add_child(choropleth)
    plain.fit_bounds(published.bounds)
    st_folium(plain, key="karte", height=600, use_container_width=True, returned_objects=["last_active_drawing"])


if st.query_params.get("art") == "folium":
    folium_map()
else:
    own_map()
