"""What is loaded before the first visit: `PRELOADED` is a list of functions, called in order.

streamlit-folium must not be imported from here (see `ui.map`).
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

HEAVY_LIBRARIES = ("pandas", "geopandas", "folium")

log = logging.getLogger(__name__)


def import_libraries() -> None:
    """Half a second the first visitor need not wait for."""
    for name in HEAVY_LIBRARIES:
        importlib.import_module(name)


def load_content() -> None:
    """The release and its geometry: a browser left open over a restart asks for geometry at once."""
    from problem import DataError
    from ui.data import content

    try:
        content()
    except DataError as error:
        log.warning("The data cannot be shown, every page will say why: %s", error)


PRELOADED: list[Callable[[], object]] = [import_libraries, load_content]


def preload_all() -> None:
    """Call every function. A fault must not stop the server: the page itself says what is wrong."""
    for function in PRELOADED:
        try:
            function()
        except Exception:
            log.exception("Not preloaded: %s", function.__qualname__)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Start-up of the server, for `st.App(lifespan=…)`."""
    preload_all()
    yield {}
