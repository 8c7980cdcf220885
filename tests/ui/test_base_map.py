"""The county's own base map: what the map is told, and what people are told."""

import json

import pytest

from monitor.county import County, TileSource
from ui.base_map import base_map_message, contacted, tile_spec

BASE = TileSource(
    "Grundkarte grau", "wms", "https://geodienste.example.de/wms", "dtk_grau", "© Vermessungsamt", format="image/jpeg"
)
OVERLAY = TileSource(
    "Radwege", "wmts", "https://kacheln.example.de:8443/wege/{z}/{y}/{x}.png", "", "© Kreis", 0.5, transparent=True
)


def county(**sources):
    return County(name="Musterkreis", genitive="des Musterkreises", key="05999", levels=(), **sources)


def test_the_map_is_told_everything_but_the_name():
    assert tile_spec(BASE) == {
        "kind": "wms",
        "url": "https://geodienste.example.de/wms",
        "layers": "dtk_grau",
        "format": "image/jpeg",
        "transparent": False,
        "opacity": 1,
        "attribution": "© Vermessungsamt",
    }


def test_without_configuration_there_is_no_message_and_no_host():
    assert base_map_message(county(), True, True) is None
    assert contacted(county()) == []


@pytest.mark.parametrize(("base_on", "overlay_on"), [(False, False), (True, False), (False, True), (True, True)])
def test_only_what_is_switched_on_is_named(base_on, overlay_on):
    message = base_map_message(county(basemap=BASE, overlay=OVERLAY), base_on, overlay_on)
    assert message["base"] == (tile_spec(BASE) if base_on else None)
    assert message["overlay"] == (tile_spec(OVERLAY) if overlay_on else None)
    assert json.loads(json.dumps(message)) == message


def test_what_is_off_names_no_address():
    assert "example" not in json.dumps(base_map_message(county(basemap=BASE, overlay=OVERLAY), False, False))


def test_switched_on_but_not_configured():
    assert base_map_message(county(basemap=BASE), False, True) == {"base": None, "overlay": None}


def test_the_host_is_named():
    assert contacted(county(basemap=BASE, overlay=OVERLAY)) == [
        "Die Grundkarte „Grundkarte grau“ lädt Bilder von geodienste.example.de. Erst wenn sie eingeschaltet wird, "
        "erfährt dieser Rechner, welcher Ausschnitt betrachtet wird.",
        "Die Überlagerung „Radwege“ lädt Bilder von kacheln.example.de:8443. Erst wenn sie eingeschaltet wird, "
        "erfährt dieser Rechner, welcher Ausschnitt betrachtet wird.",
    ]
