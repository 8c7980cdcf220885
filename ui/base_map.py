"""The county's own base map and overlay: what the map is told, and what people are told about the host behind it."""

from __future__ import annotations

from monitor.county import County, TileSource


def tile_spec(source: TileSource) -> dict[str, object]:
    """What `ui/map/base_map.js` needs to know about one source; the same source always gives the same dict."""
    return {
        "kind": source.kind,
        "url": source.url,
        "layers": source.layers,
        "format": source.format,
        "transparent": source.transparent,
        "opacity": source.opacity,
        "attribution": source.attribution,
    }


def base_map_message(county: County, base_on: bool, overlay_on: bool) -> dict[str, object] | None:
    """For `BaseMap.show`: {"base": …, "overlay": …}, None for what is off; None where the county has neither."""
    if not (county.basemap or county.overlay):
        return None
    return {"base": _spec_if(base_on, county.basemap), "overlay": _spec_if(overlay_on, county.overlay)}


def _spec_if(on: bool, source: TileSource | None) -> dict[str, object] | None:
    return tile_spec(source) if on and source else None


def contacted(county: County) -> list[str]:
    """One sentence per configured source: which host it is and when it would be asked; [] where there is none."""
    named = (("Die Grundkarte", county.basemap), ("Die Überlagerung", county.overlay))
    return [_sentence(what, source) for what, source in named if source]


def _sentence(what: str, source: TileSource) -> str:
    return (
        f"{what} „{source.name}“ lädt Bilder von {source.host}. Erst wenn sie eingeschaltet wird, erfährt dieser "
        "Rechner, welcher Ausschnitt betrachtet wird."
    )
