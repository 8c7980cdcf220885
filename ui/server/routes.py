"""Files of this server: geometry, the map's scripts, Leaflet. All named by content or version."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ui.map import documents
from ui.map.assets import asset_names
from ui.map.geometry import lookup

STATIC = Path(__file__).resolve().parents[2] / "static"
FAVICON = STATIC / "favicon.png"

FOR_EVER = "public, max-age=31536000, immutable"
PRIVATE_FOR_EVER = "private, max-age=31536000, immutable"
ONE_DAY = "public, max-age=86400"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css"}


def routes(base_path: str = "") -> list[BaseRoute]:
    """Routes for the launcher. base_path: `server.baseUrlPath`, which Streamlit does not add."""
    base = "/" + base_path.strip("/") if base_path.strip("/") else ""
    return [
        Route(f"{base}/favicon.png", favicon),
        Route(f"{base}/anlagen/geo/{{name}}.json", geometry),
        Route(f"{base}/anlagen/werte/{{name}}.json", values),
        Route(f"{base}/anlagen/karte/{{name}}", map_asset),
        Mount(f"{base}/anlagen", ImmutableFiles(directory=STATIC)),
    ]


async def geometry(request: Request) -> Response:
    """GeoJSON of one level, compressed once when it was published."""
    stored = lookup(request.path_params["name"])
    if stored is None:
        return Response(status_code=404)
    return compressible(request, stored.raw, stored.gzipped, "application/geo+json", FOR_EVER)


def values(request: Request) -> Response:
    """Classes or texts of a map, made now if nobody has asked before; not async, so that it does not hold up others."""
    found = documents.lookup(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    return compressible(request, gzip.decompress(found), found, "application/json", PRIVATE_FOR_EVER)


async def map_asset(request: Request) -> Response:
    """The map's script or style sheet."""
    name = request.path_params["name"]
    content = asset_names().get(name)
    if content is None:
        return Response(status_code=404)
    return compressible(request, content, compressed(content), MEDIA_TYPES[Path(name).suffix], FOR_EVER)


@lru_cache
def compressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def compressible(request: Request, raw: bytes, gzipped: bytes, media_type: str, kept: str) -> Response:
    """The content as the browser can take it."""
    headers = {"Cache-Control": kept, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(raw, media_type=media_type, headers=headers)
    return Response(gzipped, media_type=media_type, headers=headers | {"Content-Encoding": "gzip"})


async def favicon(request: Request) -> Response:
    """Streamlit's first document names its own icon at this address; it gets ours."""
    return FileResponse(FAVICON, headers={"Cache-Control": ONE_DAY})


class ImmutableFiles(StaticFiles):
    """Files whose address holds a version: the browser never asks twice."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = FOR_EVER
        return response
