"""The ways to a map: one file each with `show(material, indicator, height)`, which draws one indicator's last year."""

from __future__ import annotations

from typing import NamedTuple

FOLIUM = "iframe[title*='st_folium']"


class Way(NamedTuple):
    """name: file in this folder, as in `--ways`. title: in the table. map: selector of what is watched.
    naive: draws everything anew at each change and takes minutes with many areas."""

    name: str
    title: str
    map: str
    naive: bool = True


OWN = Way("own", "Sozialraum-Monitor", FOLIUM, naive=False)
PEERS = (
    Way("folium_choropleth", "folium.Choropleth in st_folium", FOLIUM),
    Way("geopandas_explore", "geopandas.explore in st_folium", FOLIUM),
    Way("pydeck_chart", "pydeck (st.pydeck_chart)", "[data-testid='stDeckGlJsonChart']"),
)
FLOOR = Way("floor", "nur Auswahlfeld und eine Zeile", "[data-testid='stHeading']", naive=False)
WAYS = {way.name: way for way in (OWN, *PEERS, FLOOR)}
