"""Geometry the browser may fetch: published once per process, found by the name of its content.

The route `anlagen/geo/<name>.json` looks here. The registry is filled when the data are loaded,
also while the server starts, so that a browser left open over a restart finds its geometry again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple, Protocol

from ui.map.assets import ASSETS

NAME = re.compile(r"[0-9a-f]{16}")


class Published(Protocol):
    """What `geodata` publishes for one level: GeoJSON, features in the order of `ids`.

    name: 16 hexadecimal digits of the content's SHA-256. raw, gzipped: the same GeoJSON in WGS 84.
    Every feature has `id` and the properties `name`, `parent` (id, may be missing) and `label`
    ([longitude, latitude] of a point well inside, may be missing).
    """

    @property
    def ids(self) -> Sequence[str]: ...
    @property
    def name(self) -> str: ...
    @property
    def raw(self) -> bytes: ...
    @property
    def gzipped(self) -> bytes: ...


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
