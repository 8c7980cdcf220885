"""Where the browser finds Leaflet and the map's own scripts, seen from the component's frame.

streamlit-folium shows the map in a frame at `<base>/component/streamlit_folium.st_folium/`; two
steps up from there is the app, whatever `server.baseUrlPath` says.

Leaflet and the map's scripts travel as ONE file named by its content: sent as part of the map they would be repeated in
every message that changes a colour, and so would be the addresses of many files. What only the page Sozialräume needs to
draw is a second one.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import streamlit

ASSETS = "../../anlagen"
VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"
LEAFLET = VENDOR / "leaflet-1.9.4"
LEAFLET_SYNC = VENDOR / "leaflet.sync-0.2.4"
LEAFLET_DRAW = VENDOR / "leaflet-draw-1.0.4"
LEAFLET_LASSO = VENDOR / "leaflet-lasso-2.2.13"

SCRIPTS = (
    "local_map.js",
    "documents.js",
    "numbers.js",
    "report.js",
    "resting.js",
    "patterns.js",
    "styles.js",
    "tooltip.js",
    "outlines.js",
    "highlights.js",
    "pointing.js",
    "keyboard.js",
    "walking.js",
    "area_layer.js",
    "series.js",
    "frames.js",
    "legend.js",
    "base_map.js",
    "places.js",
    "map_box.js",
    "time_bar.js",
    "ranking.js",
    "scatter.js",
    "reasons.js",
    "story.js",
    "stage.js",
)
STYLESHEETS = ("map.css", "county_look.css")
DRAWING_SCRIPTS = (
    "sending.js",
    "state.js",
    "area_fills.js",
    "area_borders.js",
    "area_names.js",
    "unit_layer.js",
    "tools.js",
    "draw_bar.js",
    "area_list.js",
    "findings.js",
    "drawing.js",
)

HERE = Path(__file__).parent
DRAWING = HERE.parent / "schemes" / "drawing"


@lru_cache
def script_bundle() -> bytes:
    """Leaflet and all scripts of the map, one after another; later ones use what earlier ones define."""
    files = [LEAFLET / "leaflet.js", LEAFLET_SYNC / "L.Map.Sync.js", *(HERE / name for name in SCRIPTS)]
    return b"\n;\n".join(file.read_bytes() for file in files)


@lru_cache
def drawing_bundle() -> bytes:
    """What the map for drawing social spaces needs besides `script_bundle`."""
    vendored = [LEAFLET_DRAW / "leaflet.draw.js", LEAFLET_LASSO / "leaflet-lasso.umd.min.js"]
    return b"\n;\n".join(file.read_bytes() for file in [*vendored, *(DRAWING / name for name in DRAWING_SCRIPTS)])


@lru_cache
def drawing_stylesheet() -> bytes:
    return b"\n".join(file.read_bytes() for file in (LEAFLET_DRAW / "leaflet.draw.css", DRAWING / "drawing.css"))


@lru_cache
def stylesheet() -> bytes:
    files = [LEAFLET / "leaflet.css", *(HERE / name for name in STYLESHEETS)]
    return font_face() + b"\n".join(file.read_bytes() for file in files)


def font_face() -> bytes:
    """The typeface of the page for the map's frame: Streamlit's own file, whose name changes with its version."""
    fonts = Path(streamlit.__file__).parent / "static" / "static" / "media"
    file = next((font.name for font in fonts.glob("SourceSansVF-Upright*.woff2")), None)
    if file is None:
        return b""
    source = f'url("../../static/media/{file}") format("woff2")'
    return f'@font-face {{ font-family: "Source Sans"; src: {source}; font-weight: 200 900; }}\n'.encode()


@lru_cache
def asset_names() -> dict[str, bytes]:
    """File name with 16 digits of its SHA-256 → content, as served below `anlagen/karte/`."""
    files = {
        "karte-{}.js": script_bundle(),
        "karte-{}.css": stylesheet(),
        "zeichnen-{}.js": drawing_bundle(),
        "zeichnen-{}.css": drawing_stylesheet(),
    }
    return {name.format(hashlib.sha256(content).hexdigest()[:16]): content for name, content in files.items()}


def asset_url(suffix: str, bundle: str = "karte") -> str:
    """Address of a script (".js") or style sheet (".css") for the component's frame. bundle: "karte" or "zeichnen"."""
    name = next(name for name in asset_names() if name.startswith(f"{bundle}-") and name.endswith(suffix))
    return f"{ASSETS}/karte/{name}"
