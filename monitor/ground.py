"""The ground of a release: the counts of every published level, and which areas make up which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.aggregate import add_up, at_areas
from indicators.counts import Counts
from indicators.disclosure.sums import Nesting
from indicators.levels import LevelCounts, counts_of_levels

PIECES = "#pieces"  # level of what several divisions are made of; nobody sees it


@dataclass(frozen=True)
class Ground:
    """levels: published ones from the whole to the parts, then the divisions. areas: level → ids.

    pieces: the parts that the finest level and all divisions are made of, None where there are no divisions.
    nestings: by positions of the levels, the pieces last.
    """

    levels: list[LevelCounts]
    areas: Mapping[str, pd.Index]
    pieces: LevelCounts | None
    nestings: tuple[Nesting, ...]


def ground_of(counts: Counts, hierarchy: Hierarchy, published: Sequence[str]) -> Ground:
    """Counts of the published levels. published: ids, the chain from the whole to the parts, then the divisions."""
    areas = {level: hierarchy.areas(level).index for level in [*hierarchy.levels, *hierarchy.divisions]}
    parents = {level: hierarchy.parents(level) for level in hierarchy.levels[1:]}
    chain = counts_of_levels(counts, hierarchy.levels, areas, parents)
    levels = [each for each in chain if each.level in published]
    divisions = [level for level in published if level in hierarchy.divisions]
    for level in divisions:
        units = hierarchy.ancestors(hierarchy.levels[-1], level)
        made = add_up(chain[-1].completed, units, areas[level])
        levels.append(LevelCounts(level, at_areas(counts, areas[level]), made, beside=_finest(published, divisions)))
    nestings = _within(hierarchy, areas, published, divisions)
    if not divisions:
        return Ground(levels, areas, None, nestings)
    pieces, piece_of = _pieces(hierarchy, [_finest(published, divisions), *divisions])
    made = add_up(chain[-1].completed, piece_of, pieces.index)
    of_pieces = LevelCounts(PIECES, made, made)
    return Ground(levels, areas, of_pieces, (*nestings, *_of_pieces(pieces, areas, published)))


def _finest(published: Sequence[str], divisions: Sequence[str]) -> str:
    return published[-1 - len(divisions)]


def _within(
    hierarchy: Hierarchy, areas: Mapping[str, pd.Index], published: Sequence[str], divisions: Sequence[str]
) -> tuple[Nesting, ...]:
    """Every level within the one above it; divisions within the one above the finest."""
    chain = len(published) - len(divisions)
    found = []
    for inner in range(1, len(published)):
        outer = min(inner, chain - 1) - 1
        above = hierarchy.ancestors(published[inner], published[outer]).reindex(areas[published[inner]])
        found.append(Nesting(inner, outer, areas[published[outer]].get_indexer(pd.Index(above))))
    return tuple(found)


def _pieces(hierarchy: Hierarchy, levels: Sequence[str]) -> tuple[pd.DataFrame, pd.Series]:
    """Index piece, one column per level with the area it lies in (NaN: in none); and base unit → piece."""
    units = hierarchy.levels[-1]
    membership = pd.DataFrame({level: hierarchy.ancestors(units, level) for level in levels})
    piece_of = membership.fillna("").agg("|".join, axis=1)
    return membership.groupby(piece_of).first(), piece_of


def _of_pieces(pieces: pd.DataFrame, areas: Mapping[str, pd.Index], published: Sequence[str]) -> list[Nesting]:
    return [
        Nesting(len(published), published.index(level), areas[level].get_indexer(pd.Index(pieces[level])))
        for level in pieces.columns
    ]
