"""The ground of a release: the counts of every published level, and which areas make up which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.aggregate import add_up, at_areas, completed
from indicators.counts import Counts
from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import Nesting
from indicators.levels import LevelCounts, counts_of_levels
from monitor.memberships import FORMER, apart
from monitor.release_file import Membership

PIECES = "#pieces"  # level of what several divisions are made of; nobody sees it
PARTS = "#parts"  # the parts of cut base units, side by side with the divisions


@dataclass(frozen=True)
class Ground:
    """levels: published ones from the whole to the parts, then the divisions. areas: level → ids.

    former: areas that were published once, in groups that do not overlap; `beside` names the level whose rules apply.
    pieces: the parts that the finest level, all divisions and former areas are made of, None where there are only the first.
    nestings: by positions of the levels, then the former groups, the pieces last. shares: which pieces are parts of base units
    that are cut, None where there are none.
    """

    levels: list[LevelCounts]
    areas: Mapping[str, pd.Index]
    former: list[LevelCounts]
    pieces: LevelCounts | None
    nestings: tuple[Nesting, ...]
    shares: Shares | None = None

    @property
    def positions(self) -> int:
        """How many positions are taken; pieces have one, whether there are any or not."""
        return len(self.levels) + len(self.former) + 1


def ground_of(
    counts: Counts,
    hierarchy: Hierarchy,
    published: Sequence[str],
    former: Membership,
    delivered: Hierarchy | None = None,
    cuts: pd.DataFrame | None = None,
) -> Ground:
    """Counts of the published levels. published: ids, the chain from the whole to the parts, then the divisions.

    former: areas that were published before they were drawn anew; without effect where one of their units is gone.
    delivered: the areas as they came with the data; sums of them stay what they are, however their ground is drawn now.
    cuts: base units that are cut, as `geodata.layer.cuts_of`: each part is a piece by itself.
    """
    areas = {level: hierarchy.areas(level).index for level in [*hierarchy.levels, *hierarchy.divisions]}
    parents = {level: hierarchy.parents(level) for level in hierarchy.levels[1:]}
    chain = counts_of_levels(counts, hierarchy.levels, areas, parents)
    if delivered is not None and delivered is not hierarchy:
        chain = _with_delivered_sums(chain, counts, delivered)
    levels = [each for each in chain if each.level in published]
    divisions = [level for level in published if level in hierarchy.divisions]
    membership = {
        level: hierarchy.ancestors(hierarchy.levels[-1], level) for level in _side_by_side(published, divisions)
    }
    for level in divisions:
        made = add_up(chain[-1].completed, membership[level], areas[level])
        levels.append(LevelCounts(level, at_areas(counts, areas[level]), made, beside=_finest(published, divisions)))
    groups = []
    for level, area_of in _groups(former, areas[hierarchy.levels[-1]]):
        made = add_up(chain[-1].completed, area_of, pd.Index(sorted(area_of.dropna().unique())))
        beside = level if level in published else _finest(published, divisions)
        groups.append(LevelCounts(level, made, made, beside))
        membership[f"{level}{FORMER}{len(groups)}"] = area_of
    nestings = _within(hierarchy, areas, published, divisions)
    parts = pd.Index([]) if cuts is None else pd.Index(cuts["part"]).intersection(areas[hierarchy.levels[-1]])
    if len(parts):
        membership[PARTS] = pd.Series(parts, index=parts, dtype=object).reindex(areas[hierarchy.levels[-1]])
    if len(membership) == 1:
        return Ground(levels, areas, [], None, nestings)
    pieces, piece_of = _pieces(pd.DataFrame(membership))
    made = add_up(chain[-1].completed, piece_of, pieces.index)
    around = [
        *(areas[level] for level in _side_by_side(published, divisions)),
        *(each.completed.areas for each in groups),
    ]
    of_pieces = _of_pieces(pieces.drop(columns=PARTS, errors="ignore"), around, len(published) - 1 - len(divisions))
    shares = _shares(pieces[PARTS], cuts, len(levels) + len(groups)) if cuts is not None and len(parts) else None
    return Ground(levels, areas, groups, LevelCounts(PIECES, made, made), (*nestings, *of_pieces), shares)


def _shares(parts: pd.Series, cuts: pd.DataFrame, level: int) -> Shares:
    """parts: which part each piece is, NaN where it is none."""
    of_part = cuts.set_index("part")
    unit, _ = pd.factorize(parts.map(of_part["unit"]))
    return Shares(level, unit.astype(np.intp), parts.map(of_part["share"]).fillna(0.0).to_numpy(dtype=np.float64))


def _with_delivered_sums(chain: list[LevelCounts], counts: Counts, delivered: Hierarchy) -> list[LevelCounts]:
    """The levels above the drawn one with what adds up of the areas that were delivered, where the base units do not reach."""
    areas = {level: delivered.areas(level).index for level in delivered.levels}
    parents = {level: delivered.parents(level) for level in delivered.levels[1:]}
    before = counts_of_levels(counts, delivered.levels, areas, parents)
    return [
        replace(now, completed=completed(now.completed, then.completed)) if position < len(chain) - 2 else now
        for position, (now, then) in enumerate(zip(chain, before, strict=True))
    ]


def _side_by_side(published: Sequence[str], divisions: Sequence[str]) -> list[str]:
    return [_finest(published, divisions), *divisions]


def _groups(former: Membership, units: pd.Index) -> Iterator[tuple[str, pd.Series]]:
    """Level and unit → area (NaN: none) of each group of former areas that share no unit."""
    for level, areas in former.items():
        known = {area: parts for area, parts in areas.items() if units.isin(parts).sum() == len(parts)}
        for group in apart(known):
            area_of = {unit: area for area, parts in group.items() for unit in parts}
            yield level, pd.Series(area_of).reindex(units)


def _finest(published: Sequence[str], divisions: Sequence[str]) -> str:
    return published[-1 - len(divisions)]


def _within(
    hierarchy: Hierarchy, areas: Mapping[str, pd.Index], published: Sequence[str], divisions: Sequence[str]
) -> tuple[Nesting, ...]:
    """Every level within the one above it; divisions within the one above the finest, as far as they make up all of it."""
    chain = len(published) - len(divisions)
    found = []
    for inner in range(1, len(published)):
        outer = min(inner, chain - 1) - 1
        above = hierarchy.ancestors(published[inner], published[outer]).reindex(areas[published[inner]])
        if published[inner] in divisions:
            above = above.where(~above.isin(_divided_in_part(hierarchy, published[inner], published[outer])))
        found.append(Nesting(inner, outer, areas[published[outer]].get_indexer(pd.Index(above))))
    return tuple(found)


def _divided_in_part(hierarchy: Hierarchy, division: str, outer: str) -> pd.Index:
    """Areas with base units that lie in none of the division: of a draft, only what is drawn anew is a part of it."""
    units = hierarchy.levels[-1]
    left = hierarchy.ancestors(units, division).isna()
    return pd.Index(hierarchy.ancestors(units, outer)[left].unique())


def _pieces(membership: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """membership: index base unit, one column per division with the area it lies in (NaN: in none).

    Index piece, the same columns; and base unit → piece. An area that nothing cuts and that shares its ground with no other
    is no piece: what is drawn elsewhere changes none of its sums.
    """
    piece_of = membership.fillna("").agg("|".join, axis=1)
    pieces = membership.groupby(piece_of).first()
    cuts = pd.Series(False, index=pieces.index)
    for name in pieces:
        cuts |= pieces[name].duplicated(keep=False) & pieces[name].notna()
    kept = cuts | (pieces.notna().sum(axis=1) > 1)
    return pieces[kept], piece_of.where(piece_of.map(kept))


def _of_pieces(pieces: pd.DataFrame, around: Sequence[pd.Index], first: int) -> list[Nesting]:
    """Pieces within the areas of each division, by its position; the first one stands at `first`, the pieces at the end."""
    return [
        Nesting(first + len(around), first + position, areas.get_indexer(pd.Index(pieces[name])))
        for position, (name, areas) in enumerate(zip(pieces.columns, around, strict=True))
    ]
