"""The schemes of a data folder, joined to its areas and counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from geodata.hierarchy import Hierarchy
from geodata.layer import cuts_of, with_schemes
from geodata.scheme import Scheme, Status
from monitor.county import County
from monitor.scheme_folder import SCHEMES, FolderSchemes
from monitor.schemes import drawn_level, valid_schemes
from problem import DataError, Problem, Severity

NAMED = 5  # base units that are named in a problem


def folder_schemes(
    folder: Path, county: County, hierarchy: Hierarchy, instead: Sequence[Scheme] | None
) -> tuple[list[Scheme], list[Problem]]:
    """All schemes of the folder, and what is wrong with them; none where the county has no level that could be drawn.

    instead: schemes that are looked at in place of those of the folder.
    """
    try:
        schemes = FolderSchemes(folder).schemes() if instead is None else list(instead)
    except DataError as error:
        return [], error.problems
    if schemes and drawn_level(county) is None:
        return [], [Problem("schemes_without_units", Severity.WARNING, file=SCHEMES)]
    return schemes, [problem for scheme in schemes for problem in _faults(scheme, hierarchy)]


def published(schemes: list[Scheme]) -> list[Scheme]:
    """Those that are or were valid."""
    return [scheme for scheme in schemes if scheme.status is not Status.DRAFT]


def with_valid(hierarchy: Hierarchy, schemes: list[Scheme], day: date) -> Hierarchy:
    """The hierarchy as the municipalities have drawn it on a day."""
    return with_schemes(hierarchy, valid_schemes(schemes, day), cuts_of(published(schemes)))


def _faults(scheme: Scheme, hierarchy: Hierarchy) -> list[Problem]:
    """What a scheme needs that is not there: its municipality and its base units. A draft only waits for being mended."""
    severity = Severity.WARNING if scheme.status is Status.DRAFT else Severity.ERROR
    file = f"{SCHEMES}/{scheme.municipality}/{scheme.version}"
    units = hierarchy.levels[-1]
    if scheme.municipality not in hierarchy.areas(hierarchy.levels[-3]).index:
        return [Problem("scheme_of_unknown_municipality", severity, file, areas=[scheme.municipality])]
    inside = hierarchy.ancestors(units, hierarchy.levels[-3])
    own = inside.index[inside == scheme.municipality]
    unknown = sorted(set(scheme.parts["unit"]) - set(own))
    faults = []
    if unknown:
        faults.append(
            Problem("scheme_unit_unknown", severity, file, areas=unknown[:NAMED], facts={"count": len(unknown)})
        )
    if scheme.status is not Status.DRAFT and (left := scheme.units_left(own)):
        faults.append(Problem("scheme_unit_left", severity, file, areas=left[:NAMED], facts={"count": len(left)}))
    return faults
