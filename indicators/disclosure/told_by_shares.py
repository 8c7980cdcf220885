"""What follows for readers who know by which shares base units are cut, and what to hide against it.

Whoever sees one part of a unit alone knows its other parts. What is hidden so far withstands readers who take the parts of a
unit for numbers of their own; here it is asked by exact elimination what the shares tell besides, in each kind of sum and
year by itself.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy import sparse

from indicators.disclosure.elimination import recoverable
from indicators.disclosure.layers import within
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.shares import share_relations
from indicators.disclosure.system import GIVEN, NEVER, System, blocks_of
from indicators.shapes import BoolArray, IntArray

NOTHING = np.zeros(0, dtype=np.intp)


def hidden_against_shares(system: System) -> IntArray:
    """Cells to hide so that less follows by the shares, one of each kind and year in which something does; none where nothing
    does. What they protect is to be asked again, and they need protection themselves. Raises UnprotectableError where
    nothing is left to hide."""
    if (system.cut < 0).all():
        return NOTHING
    alone = _of_one_kind_and_year(system)
    told = told_by_shares(alone)
    chosen: list[IntArray] = []
    lost: list[IntArray] = []
    for layer in np.unique(alone.layer[told]):
        inside = np.flatnonzero(alone.layer == layer)
        found = _most_helpful(alone.part(inside))
        (lost if found is None else chosen).append(inside[told[inside]] if found is None else inside[[found]])
    if lost:
        raise UnprotectableError(np.concatenate(lost))
    return np.concatenate([NOTHING, *chosen])


def told_by_shares(alone: System) -> BoolArray:
    """Cells that ask for protection and follow by the shares, but not without, and parts of units in which few are counted.
    alone: with sums of one kind and year only."""
    told = np.zeros(alone.values.size, dtype=np.bool_)
    blocks = blocks_of(alone.relations, alone.unknown)
    cells = np.flatnonzero(alone.unknown & np.isin(blocks, blocks[(alone.cut >= 0) & alone.unknown]))
    part = alone.part(cells)
    asking, is_part = part.hidden & (part.need > 0), part.hidden & (part.cut >= 0)
    part = replace(part, hidden=part.unknown)
    shares = share_relations(part.cut, part.share, part.layer)
    with_shares = replace(part, relations=sparse.vstack([part.relations, shares], format="csr"))
    found = recoverable(with_shares)
    told[cells] = (asking & found & ~recoverable(part)) | (is_part & found)
    return told


def _of_one_kind_and_year(system: System) -> System:
    """The sums that tie areas, for readers who know the single years of municipalities: each of these by itself, and small."""
    return replace(system.of_neighbours, relations=within(system.relations.tocsr(), system.layer))


def _most_helpful(alone: System) -> int | None:
    """The shown cell that holds a part of a unit and leaves the least told once it is hidden; the cheapest of several."""
    holders = _holders(alone)
    left = []
    for each in holders:
        hidden = alone.hidden.copy()
        hidden[each] = True
        left.append(np.count_nonzero(told_by_shares(alone.with_hidden(hidden))))
    return int(holders[np.argmin(left)]) if left else None


def _holders(alone: System) -> IntArray:
    """Shown cells that hold a part of a unit, the cheapest first."""
    parts = ((alone.cut >= 0) & alone.unknown).astype(np.float64)
    held = np.zeros(parts.size, dtype=np.bool_)
    held[alone.relations[np.flatnonzero(abs(alone.relations) @ parts)].indices] = True
    cells = np.flatnonzero(held & ~alone.unknown & (alone.tier != NEVER) & (alone.tier != GIVEN))
    return cells[np.lexsort((alone.cost[cells], alone.tier[cells]))]
