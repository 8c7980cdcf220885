"""The data folder as the pages see it: the release and its geometry, loaded once per state of the files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from geodata.publish import PublishedAreas, publish
from indicators.attention import Attention
from monitor.attention import attention
from monitor.folder import open_folder
from monitor.release import Release, make_release
from ui.map import geometry

ROOT = Path(__file__).resolve().parents[1]
FOLDER_VARIABLE = "MONITOR_DATA"
State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Content:
    """What the pages show: the release, the geometry of its levels, and the state of the files behind both."""

    release: Release
    geometry: Mapping[str, PublishedAreas]
    state: State

    def ids(self, level: str) -> tuple[str, ...]:
        """Area ids in the order of the map's features."""
        return self.geometry[level].ids


def content() -> Content:
    """The current data folder. Raises DataError with every problem if it cannot be shown."""
    folder = data_folder()
    return _load(str(folder), _state(folder))


def data_folder() -> Path:
    return Path(os.environ.get(FOLDER_VARIABLE) or ROOT / "sample_data")


def rule_result(shown: Content, level: str, year: int, rule: str) -> Attention:
    """Result of an attention rule, computed once per release."""
    return _attention(shown.state, level, year, rule, shown.release)


def _state(folder: Path) -> State:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


# Cached by the state of the files, never by tables: Streamlit hashes large tables by sample only.
@st.cache_resource(show_spinner="Daten werden geladen …", max_entries=2)
def _load(folder: str, state: State) -> Content:
    release = make_release(open_folder(Path(folder)))
    areas = {level.id: publish(release.hierarchy.areas(level.id)) for level in release.levels}
    for published in areas.values():
        geometry.publish(published)
    return Content(release, areas, state)


@st.cache_resource(show_spinner=False, max_entries=200)
def _attention(state: State, level: str, year: int, rule: str, _release: Release) -> Attention:
    return attention(_release, level, year, rule)
