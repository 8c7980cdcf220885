"""Secondary protection: which further cells must be hidden, as few and as small ones as possible."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.attacks import Attack, attacks_on
from indicators.disclosure.intervals import EXACT, extents, one_per_block
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


def protected(system: System, sensitive: BoolArray | None = None) -> BoolArray:
    """Which cells to hide so that no attack leaves a cell narrower than it asks.

    sensitive: cells that are hidden for their own sake; by default all that are hidden at the beginning.
    Cells of lower tiers are given up before those of higher ones. Raises UnprotectableError where nothing helps.
    """
    sensitive = system.hidden if sensitive is None else sensitive
    while True:
        before = int(system.hidden.sum())
        for attack in attacks_on(system, sensitive):
            system = _withstanding(system, attack)
        if int(system.hidden.sum()) == before:
            return system.hidden


def _withstanding(system: System, attack: Attack) -> System:
    tiers = np.unique(system.tier[(system.tier != NEVER) & (system.tier != GIVEN)])
    narrow = _narrow(system, attack)
    for tier in tiers:
        while narrow.cells.size:
            opened = _opened(system, attack, narrow, tier)
            if not opened.any():
                break
            system = system.with_hidden(system.hidden | opened)
            narrow = _narrow(system, attack, opened, narrow.cells)
    if narrow.cells.size:
        raise UnprotectableError(narrow.cells)
    return system


def _narrow(system: System, attack: Attack, opened: BoolArray | None = None, before: IntArray | None = None) -> _Narrow:
    """opened, before: cells that were hidden since, and that were narrow then; blocks without either are as they were."""
    need = attack.need
    if opened is not None and before is not None:
        blocks = blocks_of(system.relations, system.unknown)
        touched = np.append(blocks[opened], blocks[before])
        need = np.where(np.isin(blocks, touched), need, 0.0)
    lowest, highest = extents(system, attack.knowledge, need)
    cells = np.flatnonzero(highest - lowest < need - EXACT)
    return _Narrow(cells, lowest[cells], highest[cells])


def _opened(system: System, attack: Attack, narrow: _Narrow, tier: int) -> BoolArray:
    """Cells of the tier or lower ones that would let one narrow cell of each block move as far as it must."""
    usable = system.unknown | ((system.tier <= tier) & (system.tier != NEVER))
    blocks = blocks_of(system.relations, usable)
    chosen = one_per_block(blocks[narrow.cells], narrow.highest - narrow.lowest)
    targets, step = narrow.cells[chosen], _steps(attack, narrow, chosen)
    cells = np.flatnonzero(np.isin(blocks, blocks[targets]))
    moved = _cheapest_move(system, attack, cells, np.searchsorted(cells, targets), step)
    opened = np.zeros(system.hidden.size, dtype=np.bool_)
    opened[cells[np.abs(moved) > EXACT]] = True
    return opened & ~system.unknown


def _steps(attack: Attack, narrow: _Narrow, chosen: IntArray) -> FloatArray:
    """By how much each target must move; downwards where what is known of it leaves no room above."""
    cells, lowest, highest = (part[chosen] for part in narrow)
    need = attack.need[cells]
    # Whoever can move up by the others can mostly move down by them as well, as far as it is not below 0.
    reach_below = np.maximum(-lowest, np.minimum(attack.knowledge.below[cells], need - 1))
    up = np.where(highest > EXACT, need + lowest, np.maximum(need - reach_below, 1))
    down = -np.maximum(need - highest, 1)
    return np.where(attack.knowledge.above[cells] >= up, up, down)


def _cheapest_move(system: System, attack: Attack, cells: IntArray, targets: IntArray, step: FloatArray) -> FloatArray:
    """Differences of least cost that keep all relations and move the targets by their steps, as far as they can."""
    count, size = targets.size, cells.size
    relations = filled(system.relations[:, cells])
    aims = sparse.csr_array((np.ones(count), (np.arange(count), targets)), shape=(count, size))
    # Columns: what is added, what is taken away, what a target lacks of its step.
    left = sparse.vstack([relations, aims])
    lacking = sparse.vstack([sparse.csr_array((relations.shape[0], count)), sparse.diags_array(np.sign(step))])
    matrix = sparse.hstack([left, -left, lacking], format="csr")
    cost = np.where(system.unknown[cells], NO_COST, system.cost[cells])
    above, below = attack.knowledge.above[cells], attack.knowledge.below[cells]
    most = np.concatenate([above, below, np.abs(step)])
    bounds = np.column_stack([np.zeros(most.size), most])
    sums = np.concatenate([np.zeros(relations.shape[0]), step])
    found = solved(np.concatenate([cost, cost, np.full(count, UNREACHED)]), matrix, bounds, sums)
    return found[:size] - found[size : 2 * size]
