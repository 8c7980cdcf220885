"""Geometry the browser may fetch: published once per process, found by the name of its content.

The route `anlagen/geo/<name>.json` looks here. The registry is filled when the data are loaded,
also while the server starts, so that a browser left open over a restart finds its geometry again.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import NamedTuple

from ui.map.assets import ASSETS
from views.places import Published

NAME = re.compile(r"[0-9a-f]{16}")


class StoredGeometry(NamedTuple):
    raw: bytes
    gzipped: bytes


_store: dict[str, StoredGeometry] = {}
_lock = Lock()


def publish(published: Published) -> str:
    """Make a geometry available and return its address for the map. Publishing twice does nothing."""
    if not NAME.fullmatch(published.name):
        raise ValueError(f"not a name of 16 hexadecimal digits: {published.name!r}")
    with _lock:
        _store.setdefault(published.name, StoredGeometry(published.raw, published.gzipped))
    return geometry_url(published.name)


def lookup(name: str) -> StoredGeometry | None:
    with _lock:
        return _store.get(name)


def geometry_url(name: str) -> str:
    return f"{ASSETS}/geo/{name}.json"
