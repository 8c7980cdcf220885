"""Where the entries of a data folder are kept, and how a new store begins."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select

from problem import DataError
from store.backup import restore
from store.history import Change
from store.store import Store, open_store

VARIABLE = "MONITOR_STORE"
SQLITE = "sqlite:///"
FOLDER = "entries"
FILE = "eintraege.sqlite"
FIRST = "anfang.jsonl"  # a backup a new, empty store begins with: the sample has one


def address_of(folder: Path) -> str:
    """The database of the environment variable, else one file in the data folder."""
    return os.environ.get(VARIABLE) or f"{SQLITE}{folder.resolve() / FOLDER / FILE}"


def store_of(folder: Path, municipality_of: Mapping[str, str] | None = None) -> Store:
    """The store of a data folder, made where there is none yet. Raises StoreUnavailableError, and DataError for a broken
    first state."""
    address = address_of(folder)
    if address.startswith(SQLITE):
        Path(address.removeprefix(SQLITE)).parent.mkdir(parents=True, exist_ok=True)
    store = open_store(address, municipality_of)
    first = folder / FOLDER / FIRST
    if first.is_file() and _is_empty(store):
        _begin(store, first)
    return store


def _begin(store: Store, first: Path) -> None:
    try:
        with first.open("rb") as file:
            restore(store, file)
    except DataError as error:
        if [problem.code for problem in error.problems] != ["entries_not_empty"]:  # another program was quicker
            raise


def has_begun(folder: Path) -> bool:
    """Whether there can be entries: False where nobody has entered anything, so that there is no file either."""
    address = address_of(folder)
    first = (folder / FOLDER / FIRST).is_file()
    return first or not address.startswith(SQLITE) or Path(address.removeprefix(SQLITE)).is_file()


def _is_empty(store: Store) -> bool:
    with store.reads() as session:
        return session.scalar(select(Change.entry_id).limit(1)) is None
