"""All checks of the counts, in the order in which one makes the next possible."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.counts import Counts
from monitor.catalogue_file import CatalogueFile
from monitor.county import County
from monitor.county_file import CountyFile
from monitor.crosscheck import level_counts, numerators_above, sums_broken
from monitor.missing_years import measure_names, missing_years
from monitor.row_checks import (
    known_areas,
    known_groups,
    known_measures,
    number_faults,
    signed_measures,
    with_signed,
    without_duplicates,
)
from monitor.row_problems import by_file, first_of, of_rows
from problem import Problem, Severity


def check_rows(
    rows: pd.DataFrame, names: Mapping[str, str], catalogue: CatalogueFile, county: County | None
) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows that can be used, with final numbers and signs, and what is wrong with the others.

    names: id → name of the known areas, empty where they could not be read; then areas are not checked, and without a
    catalogue measures are not, so that one fault does not hide behind a thousand others.
    """
    problems: list[Problem] = []
    if names:
        rows, found = known_areas(rows, names)
        problems += found
    if catalogue.source.data is not None:
        known = catalogue.measures | ({county.inhabitants} if county and county.inhabitants else set())
        rows, found = known_measures(rows, known)
        problems += found
    rows, found = without_duplicates(rows)
    problems += found
    signed = signed_measures(catalogue.indicators.values())
    rows = with_signed(rows, signed)
    problems += number_faults(rows, signed, catalogue.indicators)
    return rows, problems + known_groups(rows, catalogue.indicators)


def check_together(
    counts: Counts, rows: pd.DataFrame, hierarchy: Hierarchy, catalogue_file: CatalogueFile, county_file: CountyFile
) -> list[Problem]:
    """Numbers against each other, against the expected years and against the catalogue."""
    catalogue, county = catalogue_file.indicators, county_file.county
    assert county is not None
    levels = level_counts(counts, hierarchy)
    specs = {level.id: level for level in county.levels}
    return [
        *numerators_above(levels, catalogue, rows),
        *sums_broken(levels, hierarchy, catalogue, rows, county),
        *missing_years(levels, hierarchy, catalogue, specs),
        *_not_delivered(rows, catalogue_file, county),
        *_no_longer_valid(rows, hierarchy),
        *_unknown_outliers(hierarchy, county_file),
    ]


def _not_delivered(rows: pd.DataFrame, catalogue: CatalogueFile, county: County) -> list[Problem]:
    """Measures that the catalogue needs and nobody delivered: their indicators cannot be shown."""
    delivered = set(rows["measure"].unique())
    problems = []
    for measure, name in measure_names(catalogue.indicators).items():
        if measure in delivered:
            continue
        users = [each.name for each in catalogue.indicators.values() if measure in (each.numerator, each.denominator)]
        facts = {"measure": measure, "measure_name": name, "indicators": users}
        problems.append(Problem("measure_not_delivered", Severity.WARNING, facts=facts))
    if county.inhabitants and county.inhabitants not in delivered:
        facts = {"measure": county.inhabitants}
        problems.append(Problem("inhabitants_not_delivered", Severity.WARNING, facts=facts))
    return problems


def _no_longer_valid(rows: pd.DataFrame, hierarchy: Hierarchy) -> list[Problem]:
    """Counts of areas that have gone: they are kept, but no map has a place for them."""
    gone = {area for level in hierarchy.levels for area in hierarchy.predecessors(level).index}
    gone -= {area for level in hierarchy.levels for area in hierarchy.areas(level).index}
    if not gone:
        return []
    of_gone = rows[rows["area"].isin(gone)]
    return [
        problem
        for file, part in by_file(of_gone)
        for problem in of_rows(
            "area_no_longer_valid", part, file, Severity.WARNING,
            distinct=part["area"].nunique(), measures=first_of(part["measure"]),
        )
    ]  # fmt: skip


def _unknown_outliers(hierarchy: Hierarchy, county_file: CountyFile) -> list[Problem]:
    county = county_file.county
    known = {area for level in hierarchy.levels for area in hierarchy.areas(level).index}
    unknown = [area for area in (county.attention.mss.outliers if county else ()) if area not in known]
    line = county_file.source.line("attention.mss", "outliers")
    file = county_file.source.file
    return [Problem("outlier_unknown", file=file, line=line, areas=(area,)) for area in unknown]
