"""The data folder as the pages see it: the release and its geometry, loaded once per state of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from geodata.publish import PublishedAreas, publish
from geodata.scheme import Status
from indicators.assumptions import Assumptions
from indicators.attention import Attention, Rule
from indicators.certainty import Certainty, certainty_of
from indicators.evidence import Evidence
from indicators.flag_history import comparable_years, flag_history
from monitor.attention import rule_of, rule_years
from monitor.attention_evidence import evidence_key, evidence_of
from monitor.attention_reasons import Reasons, reasoning
from monitor.folder import open_folder
from monitor.release import Release, make_release
from monitor.scheme_folder import SCHEMES, FolderSchemes
from monitor.scheme_publish import stored_after_changes
from problem import DataError
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


def rule_result(shown: Content, level: str, year: int, rule: str | Rule) -> Attention:
    """Result of an attention rule, computed once per release and parameters."""
    chosen = rule_of(shown.release, rule)
    return _attention(shown.state, level, year, repr(chosen), chosen, shown.release)


def result_or_none(shown: Content, level: str, year: int, rule: str | Rule) -> Attention | None:
    """None in a year in which the rule cannot be applied, for example because an indicator is the same everywhere."""
    try:
        return rule_result(shown, level, year, rule)
    except DataError:
        return None


def rule_certainty(
    shown: Content, level: str, year: int, rule: str | Rule, assumptions: Assumptions | None = None
) -> Certainty:
    """How sure a rule is of each area, computed once like its result. assumptions: what varies, None = the usual ones."""
    chosen, varied = rule_of(shown.release, rule), assumptions or Assumptions()
    return _certainty(shown.state, level, year, repr((chosen, varied)), chosen, varied, shown)


def rule_reasons(shown: Content, level: str, year: int, rule: str | Rule) -> Callable[[str], Reasons]:
    """Area id → its reasons in words, each made once."""
    chosen = rule_of(shown.release, rule)
    return _reasons(shown.state, level, year, repr(chosen), chosen, shown)


class History(NamedTuple):
    """table: `flag_history`. flags: areas × the years of the same procedure, True where flagged; the last is the view's."""

    table: pd.DataFrame
    flags: pd.DataFrame


def rule_history(shown: Content, level: str, year: int, rule: str | Rule) -> History:
    """A rule's flags through the years that it can judge, up to this one; computed once like its result."""
    chosen = rule_of(shown.release, rule)
    return _history(shown.state, level, year, repr(chosen), chosen, shown)


def _state(folder: Path) -> State:
    """Every file, but of the schemes only those that are or were valid: a draft is saved with every click and changes no
    number of the release."""
    drawn = folder / SCHEMES
    beside = (path for path in folder.iterdir() if path != drawn and not path.name.startswith("."))
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
def _load(folder: str, state: State) -> Content:
    release = make_release(open_folder(Path(folder)))
    stored_after_changes(Path(folder), release)
    areas = {level.id: publish(release.hierarchy.areas(level.id)) for level in release.levels}
    for published in areas.values():
        geometry.publish(published)
    return Content(release, areas, state)


# A rule is told apart by its parameters in words.
@st.cache_resource(show_spinner=False, max_entries=200)
def _attention(state: State, level: str, year: int, words: str, _rule: Rule, _release: Release) -> Attention:
    return _rule.assess(_evidence(state, level, year, evidence_key(_rule), _rule, _release))


# Where only weights or borders are tried out, what the rule reads stays the same.
@st.cache_resource(show_spinner=False, max_entries=24)
def _evidence(state: State, level: str, year: int, key: str, _rule: Rule, _release: Release) -> Evidence:
    return evidence_of(_release, level, year, _rule)


@st.cache_resource(show_spinner=False, max_entries=60)
def _certainty(
    state: State, level: str, year: int, words: str, _rule: Rule, _varied: Assumptions, _shown: Content
) -> Certainty:
    evidence = _evidence(state, level, year, evidence_key(_rule), _rule, _shown.release)
    return certainty_of(_rule, evidence, assumptions=_varied, found=rule_result(_shown, level, year, _rule))


@st.cache_resource(show_spinner=False, max_entries=60)
def _history(state: State, level: str, year: int, words: str, _rule: Rule, _shown: Content) -> History:
    years = [each for each in rule_years(_shown.release, level, _rule) if each < year]
    results = {each: found for each in years if (found := result_or_none(_shown, level, each, _rule)) is not None}
    results[year] = rule_result(_shown, level, year, _rule)
    flags = {each: results[each].table["flagged"].astype(bool) for each in comparable_years(results)}
    return History(flag_history(results), pd.DataFrame(flags))


@st.cache_resource(show_spinner=False, max_entries=60)
def _reasons(state: State, level: str, year: int, words: str, _rule: Rule, _shown: Content) -> Callable[[str], Reasons]:
    return cache(reasoning(_shown.release, level, year, _rule, rule_result(_shown, level, year, _rule)))
