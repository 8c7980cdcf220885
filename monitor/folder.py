"""One data folder, read and checked as a whole: either everything can be used, or every fault is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from geodata.hierarchy import Hierarchy
from geodata.layer import cuts_of
from geodata.places import Place
from geodata.scheme import Scheme
from indicators.catalogue import Catalogue
from indicators.counts import Counts
from indicators.cut_units import in_parts
from monitor.attention_file import check_attention
from monitor.catalogue_file import CatalogueFile, read_catalogue
from monitor.county import County
from monitor.county_file import CountyFile, read_county
from monitor.folder_areas import area_names, read_areas
from monitor.folder_checks import check_rows, check_together
from monitor.folder_counts import deliveries, read_counts
from monitor.folder_divisions import with_divisions
from monitor.folder_files import files_not_read, folder_fingerprint
from monitor.folder_places import folder_places
from monitor.folder_schemes import folder_schemes, published, with_valid
from monitor.scheme_folder import SCHEMES
from monitor.story import Story
from monitor.story_file import folder_story
from problem import DataError, Problem, is_error

__all__ = ["Folder", "folder_fingerprint", "open_folder"]


@dataclass(frozen=True)
class Folder:
    """A data folder without errors. problems: the warnings. deliveries: what was read, one row per file of counts.

    story: the prepared one of sitzung.json, () where there is none. schemes: of all municipalities, drafts as well.
    delivered: the areas as they came with the data, before any scheme; read: the counts before any base unit was cut.
    """

    path: Path
    county: County
    catalogue: Catalogue
    hierarchy: Hierarchy
    counts: Counts
    problems: list[Problem]
    deliveries: pd.DataFrame
    places: tuple[Place, ...] = ()
    story: Story = ()
    schemes: tuple[Scheme, ...] = ()
    delivered: Hierarchy | None = None
    read: Counts | None = None

    @property
    def cuts(self) -> pd.DataFrame:
        """Base units that are or were cut in a valid scheme, see `geodata.layer.cuts_of`."""
        return cuts_of(published(list(self.schemes)))


def open_folder(path: Path, day: dt.date | None = None, schemes: Sequence[Scheme] | None = None) -> Folder:
    """The data folder at `path`. Raises DataError with all errors at once; warnings come with the folder.

    day: the areas are those which the municipalities have drawn on that day, None = today. schemes: in place of those that
    are kept in the folder, to see what would follow; see also `redrawn`.
    """
    path = Path(path)
    if not path.is_dir():
        raise DataError(Problem("folder_missing", facts={"folder": str(path)}))
    county_file, catalogue_file, problems = _settings(path)
    rows, found = read_counts(path)
    problems += found
    story, found = folder_story(path)
    problems += found
    county = county_file.county
    hierarchy, delivered, names = None, None, {}
    known: list[Scheme] = []
    places: tuple[Place, ...] = ()
    if county:
        hierarchy, found = read_areas(path, county, int(rows["year"].max()) if len(rows) else None)
        problems += found
        names = area_names(hierarchy) if hierarchy else {}
        if hierarchy:
            known, found = folder_schemes(path, county, hierarchy, schemes)
            problems += found
            delivered = hierarchy
            hierarchy = hierarchy if any(map(is_error, found)) else with_valid(hierarchy, known, day or dt.date.today())
            names = {**names, **area_names(hierarchy)}
            hierarchy, found = with_divisions(path, county, hierarchy)
            problems += found
        places, found = folder_places(path, county, hierarchy)
        problems += found
    rows, found = check_rows(rows, names, catalogue_file, county)
    problems += found
    counts = Counts.from_tidy(rows) if len(rows) else None
    if county and hierarchy and counts:
        problems += check_together(counts, rows, delivered or hierarchy, catalogue_file, county_file)
    problems = _in_order([_with_names(problem, names) for problem in problems + files_not_read(path, county)])
    errors = [problem for problem in problems if is_error(problem)]
    if errors or not (county and hierarchy and delivered and counts):
        raise DataError(*errors)
    return Folder(
        path, county, catalogue_file.indicators, hierarchy, in_parts(counts, cuts_of(published(known))), problems,
        deliveries(rows, catalogue_file.indicators, county), story=story, places=places, schemes=tuple(known),
        delivered=delivered, read=counts,
    )  # fmt: skip


def redrawn(folder: Folder, schemes: Sequence[Scheme], day: dt.date | None = None) -> Folder:
    """The folder with other schemes in place of its own, without reading its files again; see `open_folder`.

    Raises DataError where municipalities or base units of the schemes are not there.
    """
    assert folder.delivered is not None and folder.read is not None
    known, found = folder_schemes(folder.path, folder.county, folder.delivered, schemes)
    names = area_names(folder.delivered)
    problems = [_with_names(problem, names) for problem in found]
    if errors := [problem for problem in problems if is_error(problem)]:
        raise DataError(*errors)
    drawn = with_valid(folder.delivered, known, day or dt.date.today())
    hierarchy, found = with_divisions(folder.path, folder.county, drawn)
    if errors := [_with_names(problem, names) for problem in found if is_error(problem)]:
        raise DataError(*errors)
    if set(folder.read.areas) - {*names, *area_names(hierarchy)}:  # numbers of areas that are gone: told as ever
        return open_folder(folder.path, day, schemes)
    others = [problem for problem in folder.problems if problem.file.partition("/")[0] != SCHEMES]
    return replace(
        folder, hierarchy=hierarchy, counts=in_parts(folder.read, cuts_of(published(known))), schemes=tuple(known),
        problems=_in_order([*others, *problems]),
    )  # fmt: skip


def _settings(path: Path) -> tuple[CountyFile, CatalogueFile, list[Problem]]:
    """county.toml and catalogue.toml, each checked alone and against the other."""
    county_file, problems = read_county(path)
    catalogue_file, found = read_catalogue(path, county_file.county)
    problems += found
    if county_file.county and catalogue_file.source.data is not None:
        attention = county_file.county.attention
        problems += check_attention(
            attention, county_file.source, catalogue_file.indicators, catalogue_file.headings
        )  # fmt: skip
    return county_file, catalogue_file, problems


def _with_names(problem: Problem, names: Mapping[str, str]) -> Problem:
    matches = problem.facts.get("matches", {})
    wanted = [*problem.areas, *(matches.values() if isinstance(matches, Mapping) else ())]
    known = {area: names[area] for area in wanted if area in names}
    return replace(problem, facts={**problem.facts, "names": known}) if known else problem


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Errors first, then by file and line."""
    return sorted(problems, key=lambda each: (not is_error(each), each.file, each.line or 0))
