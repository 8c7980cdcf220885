"""What wholes count besides their parts as further rows of a result table, so that its sums are right."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.catalogue import Method
from monitor.release import Release
from monitor.unplaced import Unplaced, unplaced
from texts.unplaced import unplaced_in


def with_unplaced_rows(rows: pd.DataFrame, release: Release, level: str, year: int, areas: pd.Index) -> pd.DataFrame:
    """The rows with one more per indicator and whole of which something is left, behind the areas of the indicator.

    rows: as `results.value_rows`, of these areas of the level. With the further rows the areas make up the wholes; in them
    `gebiet` is words.
    """
    parts = [part for _, of_indicator in rows.groupby("indikator", sort=False)
             for part in (of_indicator, _further(of_indicator, release, level, year, areas)) if len(part)]  # fmt: skip
    return pd.concat(parts, ignore_index=True) if len(parts) > rows["indikator"].nunique() else rows


def left_of_wholes(release: Release, level: str, indicator: str, year: int, areas: pd.Index) -> dict[str, Unplaced]:
    """Id of each municipality and of the county → what lies in none of its own parts, if all of them are among the areas and
    something does. areas: of the level."""
    asked = release.catalogue[indicator]
    if not {asked.numerator, asked.denominator} & {key.measure for key in release.unplaced}:
        return {}  # no source says that anybody could be left
    return {
        whole: left
        for parts, whole in _wholes(release, level, areas)
        if (left := unplaced(release, parts, whole, indicator, year, pooled_as=level))
    }


def _wholes(release: Release, level: str, areas: pd.Index) -> Iterator[tuple[str, str]]:
    """Level of its parts, and whole; those one level above the areas first."""
    chain = [each.id for each in release.levels if each.id not in release.hierarchy.divisions]
    if level in release.hierarchy.divisions:
        chain = [*chain[:-1], level]
    for position in range(chain.index(level), 0, -1):
        parent_of = release.hierarchy.ancestors(level, chain[position - 1])
        incomplete = set(parent_of[~parent_of.index.isin(areas)])
        for whole in release.areas(chain[position - 1]):
            if whole not in incomplete and (parent_of == whole).any():
                yield chain[position], str(whole)


def _further(rows: pd.DataFrame, release: Release, level: str, year: int, areas: pd.Index) -> pd.DataFrame:
    indicator = str(rows["indikator"].iloc[0])
    found = left_of_wholes(release, level, indicator, year, areas)
    words = dict.fromkeys(rows.columns[[not pd.api.types.is_numeric_dtype(each) for each in rows.dtypes]], "")
    fixed = {**words, "indikator": indicator, "jahr": year, "freigabe": release.number}
    table = pd.DataFrame([{**fixed, **_told(release, indicator, whole, left)} for whole, left in found.items()])
    return table.reindex(columns=rows.columns).astype(rows.dtypes) if found else table


def _told(release: Release, indicator: str, whole: str, left: Unplaced) -> dict[str, object]:
    asked = release.catalogue[indicator]
    value = {"wert": left.count * asked.per} if asked.method is Method.COUNT else {}
    return {"gebiet": unplaced_in(release.hierarchy.names[whole]), "zaehler": left.count, "nenner": left.base, **value}
