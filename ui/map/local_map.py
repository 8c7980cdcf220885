"""A folium map that asks no other host: Leaflet from this server, no tiles, German controls."""

from __future__ import annotations

import folium
from folium.template import Template

from ui.map.assets import asset_url


class LocalMap(folium.Map):
    """An empty map; its script never changes, so the browser keeps the map over every rerun.

    label: name of the map for screen readers. The view is set in the browser once geometry is
    there (`stage.js`), which is why none is given here. folium's own page header is left out:
    it forbids zooming the page (WCAG 1.4.4).
    """

    default_js = [("area_map", asset_url(".js"))]  # noqa: RUF012 folium's own kind
    default_css = [("area_map_css", asset_url(".css"))]  # noqa: RUF012
    _template = Template("""
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.stage({{ this.get_name()|tojson }}, {{ this.label|tojson }}).map;
        {% endmacro %}
    """)

    def __init__(self, label: str) -> None:
        super().__init__(tiles=None)
        self.label = label
