"""The county as the public may see it, for files that are made without a browser: nobody has signed in there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from monitor.folder import open_folder
from monitor.release import make_release
from problem import DataError, Problem
from store.actor import PUBLIC
from store.audience import hidden_indicators
from store.place import has_begun, store_of
from store.store import StoreUnavailableError
from views.audience import narrowed
from views.content import Content, content_of
from views.municipalities import municipality_of_areas
from views.said import said_to


def published(folder: Path) -> Content:
    """Raises DataError with every problem of the data, and where the store cannot say what was decided for the public."""
    shown = content_of(make_release(open_folder(folder)))
    if not has_begun(folder):
        return shown
    try:
        store = store_of(folder, municipality_of_areas(shown))
        hidden = hidden_indicators(store, PUBLIC)
        said = said_to(store, PUBLIC, shown.release.hierarchy.names)
    except (StoreUnavailableError, OSError) as error:
        raise DataError(Problem("store_unavailable")) from error
    return replace(narrowed(shown, hidden), said=said)
