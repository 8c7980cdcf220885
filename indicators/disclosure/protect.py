"""Secondary protection: which further cells must be hidden, as few as possible and where few people live."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.attacks import Attack, attacks_on
from indicators.disclosure.intervals import EXACT, extents, one_per_block
from indicators.disclosure.slim import slimmed
from indicators.disclosure.solver import solved
from indicators.disclosure.system import GIVEN, NEVER, System, blocks_of, filled
from indicators.shapes import BoolArray, FloatArray, IntArray

UNREACHED = 1e9  # cost of leaving a cell unprotected in one step: another step may do it
NO_COST = 1e-6  # of cells that are hidden anyway: short ways are preferred


class UnprotectableError(Exception):
    """Cells that stay too narrow although everything that may be hidden is hidden. cells: their positions."""

    def __init__(self, cells: IntArray) -> None:
        super().__init__(f"{cells.size} cells cannot be protected")
        self.cells = cells


class _Narrow(NamedTuple):
    """Cells whose interval is too narrow, and how far below and above the true number it reaches."""

    cells: IntArray
    lowest: FloatArray
    highest: FloatArray

    def without(self, left_out: BoolArray) -> _Narrow:
        kept = ~left_out[self.cells]
        return _Narrow(self.cells[kept], self.lowest[kept], self.highest[kept])


def protected(system: System, sensitive: BoolArray | None = None) -> BoolArray:
    """Which cells to hide so that no attack leaves a cell narrower than it asks.

    sensitive: cells that are hidden for their own sake; by default all that are hidden at the beginning.
    Cells of lower tiers are given up before those of higher ones. Raises UnprotectableError where nothing helps.
    """
    first = system.hidden
    sensitive = first if sensitive is None else sensitive
    changed = system.hidden
    while changed.any():
        before = system.hidden
        for attack in attacks_on(system, sensitive):
            # Blocks in which nothing has changed since they were attacked are as safe as they were.
            need = np.where(_connected(system, changed | (system.hidden & ~before)), attack.need, 0.0)
            system = _withstanding(system, attack._replace(need=need))
        changed = system.hidden & ~before
    return slimmed(system, sensitive, first)


def _connected(system: System, cells: BoolArray) -> BoolArray:
    """Cells that a chain of relations among unknown ones connects with these."""
    blocks = blocks_of(system.relations, system.unknown)
    return np.isin(blocks, blocks[cells])


def _withstanding(system: System, attack: Attack) -> System:
    tiers = np.unique(system.tier[(system.tier != NEVER) & (system.tier != GIVEN)])
    narrow, beyond_help = _narrow(system, attack), np.zeros(system.hidden.size, dtype=np.bool_)
    while (left := narrow.without(beyond_help)).cells.size:
        opened = np.zeros(system.hidden.size, dtype=np.bool_)
        for tier in tiers:  # who cannot be helped by one tier needs the next, whatever else is hidden
            more, left = _opened(system.with_hidden(system.hidden | opened), attack, left, tier)
            opened |= more
            if not left.cells.size:
                break
        beyond_help[left.cells] = True
        system = system.with_hidden(system.hidden | opened)
        narrow = _narrow(system, attack, opened, narrow.cells)
    if narrow.cells.size and attack.must:
        raise UnprotectableError(narrow.cells)
    return system


def _narrow(system: System, attack: Attack, opened: BoolArray | None = None, before: IntArray | None = None) -> _Narrow:
    """opened, before: cells that were hidden since, and that were narrow then; blocks without either are as they were."""
    need = attack.need
    if opened is not None and before is not None:
        touched = opened.copy()
        touched[before] = True
        need = np.where(_connected(system, touched), need, 0.0)
    lowest, highest = extents(system, attack.knowledge, need)
    cells = np.flatnonzero(highest - lowest < need - EXACT)
    return _Narrow(cells, lowest[cells], highest[cells])


def _opened(system: System, attack: Attack, narrow: _Narrow, tier: int) -> tuple[BoolArray, _Narrow]:
    """Cells of the tier or lower ones that would let one narrow cell of each block move as far as it must.

    Also those among these narrow cells that no such cell lets move any further.
    """
    usable = system.unknown | ((system.tier <= tier) & (system.tier != NEVER))
    blocks = blocks_of(system.relations, usable)
    first = one_per_block(blocks[narrow.cells], narrow.highest - narrow.lowest)
    narrow = _Narrow(narrow.cells[first], narrow.lowest[first], narrow.highest[first])
    opened, halved = np.zeros(system.hidden.size, dtype=np.bool_), np.zeros(first.size, dtype=np.bool_)
    for whole, step in product((False, True), _steps(attack, narrow)):
        left = ~np.isin(blocks[narrow.cells], blocks[opened]) & (halved | (not whole))
        if left.any():
            moved = _cheapest_move(system, attack, blocks, narrow.cells[left], step[left], whole=whole)
            opened |= (np.abs(moved) > EXACT) & ~system.unknown
            # A cell that moves further than it could, and nobody had to help: only halves of persons can do that.
            reached = np.where(step > 0, narrow.highest, -narrow.lowest)
            halved |= left & (np.abs(moved[narrow.cells]) > reached + EXACT)
    return opened, narrow.without(np.isin(blocks, blocks[opened]))


def _steps(attack: Attack, narrow: _Narrow) -> tuple[FloatArray, FloatArray]:
    """By how much each cell must move, up or down; what promises more comes first."""
    cells, lowest, highest = narrow
    need, above, below = attack.need[cells], attack.knowledge.above[cells], attack.knowledge.below[cells]
    # Whoever can move up by the others can mostly move down by them as well, as far as it is not below 0.
    reach_below = np.maximum(-lowest, np.minimum(below, need - 1))
    up = np.where(highest > EXACT, need + lowest, np.maximum(need - reach_below, 1))
    down = -np.maximum(need - highest, 1)
    return np.where(above >= up, up, down), np.where(above >= up, down, up)


def _cheapest_move(
    system: System, attack: Attack, blocks: IntArray, targets: IntArray, steps: FloatArray, *, whole: bool
) -> FloatArray:
    """Differences of least cost that keep all relations and move the targets by their steps, as far as they can.

    blocks: of each cell, −1 where it cannot move; only those of the targets do. whole: by whole persons.
    """
    cells = np.flatnonzero(np.isin(blocks, blocks[targets]))
    count, size = targets.size, cells.size
    relations = filled(system.relations[:, cells])
    aims = sparse.csr_array((np.ones(count), (np.arange(count), np.searchsorted(cells, targets))), shape=(count, size))
    # Columns: what is added, what is taken away, what a target lacks of its step.
    left = sparse.vstack([relations, aims])
    lacking = sparse.vstack([sparse.csr_array((relations.shape[0], count)), sparse.diags_array(np.sign(steps))])
    matrix = sparse.hstack([left, -left, lacking], format="csr")
    cost = np.where(system.unknown[cells], NO_COST, system.cost[cells])
    above, below = attack.knowledge.above[cells], attack.knowledge.below[cells]
    most = np.concatenate([above, below, np.abs(steps)])
    bounds = np.column_stack([np.zeros(most.size), most])
    sums = np.concatenate([np.zeros(relations.shape[0]), steps])
    costs = np.concatenate([cost, cost, np.full(count, UNREACHED)])
    found = solved(costs, matrix, bounds, sums, whole=whole)
    moved = np.zeros(system.hidden.size)
    moved[cells] = found[:size] - found[size : 2 * size]
    return moved
