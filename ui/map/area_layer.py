"""The layer of areas in the map: empty at first, it fetches what the first `Paint` names."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class AreaLayer(MacroElement):
    """Areas coloured by class. `key` ties the paint to its layer: `map.areaLayers[key]`."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        L.areaLayer({{ this.key|tojson }}).addTo({{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, key: str = "karte") -> None:
        super().__init__()
        self._name = "AreaLayer"
        self.key = key
