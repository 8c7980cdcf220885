"""The data folder as the pages see it: the release and its geometry, loaded once per state of the files."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from geodata.scheme import Status
from monitor.opened import opened
from monitor.release import make_release
from monitor.scheme_folder import SCHEMES, FolderSchemes
from monitor.scheme_publish import stored_after_changes
from problem import DataError
from store.place import FOLDER as ENTRIES
from ui.map import geometry
from views.content import Content, State, content_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER_VARIABLE = "MONITOR_DATA"


def content() -> Content:
    """The current data folder. Raises DataError with every problem if it cannot be shown."""
    folder = data_folder()
    state = _state(folder)
    # Streamlit takes long to hash so many names and numbers, and does so on every run of a page; of one text it is done at once.
    return _load(str(folder), repr(state), state)


def data_folder() -> Path:
    return Path(os.environ.get(FOLDER_VARIABLE) or ROOT / "sample_data")


def _state(folder: Path) -> State:
    """Every file, but of the schemes only those that are or were valid: a draft is saved with every click and changes no
    number of the release. What people enter changes none either."""
    drawn = folder / SCHEMES
    apart = (drawn, folder / ENTRIES)
    beside = (path for path in folder.iterdir() if path not in apart and not path.name.startswith("."))
    inside = (file for path in beside for file in (path.rglob("*") if path.is_dir() else [path]))
    files = sorted(path for path in (*inside, *drawn.glob("*.*")) if path.is_file())
    return (*((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files), *_valid_schemes(folder))


def _valid_schemes(folder: Path) -> State:
    try:
        found = FolderSchemes(folder).schemes()
    except DataError as error:  # told when the folder is read
        return ((str(error), 0, 0),)
    valid = [scheme for scheme in found if scheme.status is not Status.DRAFT]
    return tuple((f"{SCHEMES}/{each.municipality}/{each.version}", 0, len(each.parts)) for each in valid)


# Cached by the state of the files, never by tables: Streamlit hashes large tables by sample only.
@st.cache_resource(show_spinner="Daten werden geladen …", max_entries=2)
def _load(folder: str, told: str, _state: State) -> Content:
    release = make_release(opened(Path(folder)))
    stored_after_changes(Path(folder), release)
    loaded = content_of(release, _state)
    for published in loaded.geometry.values():
        geometry.publish(published)
    return loaded
