"""The county as the public may see it, or the readers a file is for: without a browser nobody has signed in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from monitor.folder import open_folder
from monitor.release import Release, make_release
from problem import DataError, Problem
from store.actor import PUBLIC, Actor
from store.audience import hidden_indicators
from store.place import has_begun, store_of
from store.store import StoreUnavailableError
from views.audience import narrowed, without_indicators
from views.content import Content, content_of
from views.municipalities import municipality_of_areas
from views.said import said_to


def published(folder: Path, reader: Actor = PUBLIC) -> Content:
    """Raises DataError with every problem of the data, and where the store cannot say what was decided for the reader."""
    shown = content_of(make_release(open_folder(folder)))
    if not has_begun(folder):
        return shown
    try:
        store = store_of(folder, municipality_of_areas(shown))
        hidden = hidden_indicators(store, reader)
        said = said_to(store, reader, shown.release.hierarchy.names)
    except (StoreUnavailableError, OSError) as error:
        raise DataError(Problem("store_unavailable")) from error
    return replace(narrowed(shown, hidden), said=said)


def decided(folder: Path, release: Release) -> Release:
    """The release of a folder without what was not decided for the public. Raises DataError where the store cannot say so."""
    if not has_begun(folder):
        return release
    try:
        hidden = hidden_indicators(store_of(folder), PUBLIC)
    except (StoreUnavailableError, OSError) as error:
        raise DataError(Problem("store_unavailable")) from error
    return without_indicators(release, hidden)
