"""A plain folium map for the other ways: Leaflet from this server, no tiles, otherwise as folium makes it."""

from __future__ import annotations

from typing import Any

import folium

from ui.map.assets import ASSETS

LEAFLET = f"{ASSETS}/vendor/leaflet-1.9.4"


class PlainMap(folium.Map):
    """Shows `frame` in full: folium itself would need the centre and a zoom level."""

    default_js = [("leaflet", f"{LEAFLET}/leaflet.js")]  # noqa: RUF012 folium's own kind
    default_css = [("leaflet_css", f"{LEAFLET}/leaflet.css")]  # noqa: RUF012

    def __init__(self, frame: Any) -> None:
        super().__init__(tiles=None)
        west, south, east, north = frame.geometry.to_crs("EPSG:4326").total_bounds
        self.fit_bounds([[south, west], [north, east]])
