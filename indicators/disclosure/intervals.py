"""Feasible intervals: between which numbers a hidden count must lie, as anybody can work out from what is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from indicators.disclosure.solver import solved
from indicators.disclosure.system import System, blocks_of, filled
from indicators.shapes import BoolArray, FloatArray, IntArray

EXACT = 1e-6  # numbers closer than this are one number
SCOUTS = 8  # states that are looked at before single cells are


@dataclass(frozen=True)
class Knowledge:
    """What an attacker knows beside the shown cells: bounds of every unknown cell around its true number.

    below, above: how far the number could lie below and above the true one, ≥ 0.
    """

    below: FloatArray
    above: FloatArray


def extents(system: System, knowledge: Knowledge, asked: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How far each hidden cell could lie below and above its true number: (≤ 0, ≥ 0); NaN for cells that are not hidden.

    Where the whole interval is at least as wide as `asked` it may be wider than told, else it is exact. Only states in
    whole persons count: two halves are nobody. Blocks that no chain of relations connects are solved together, one cell
    of each at a time; every solution is a possible state of all cells, so that few cells have to be asked for themselves.
    """
    unknown = np.flatnonzero(system.unknown)
    lowest, highest = np.full(system.values.size, np.nan), np.full(system.values.size, np.nan)
    if unknown.size:
        search = _Search(system.relations[:, unknown], knowledge.below[unknown], knowledge.above[unknown])
        search.run(system.hidden[unknown], asked[unknown])
        lowest[unknown] = np.where(system.hidden[unknown], search.lowest, np.nan)
        highest[unknown] = np.where(system.hidden[unknown], search.highest, np.nan)
    return lowest, highest


class _Search:
    """Possible states of the unknown cells as differences from the true one: relations @ difference = 0."""

    def __init__(self, relations: sparse.csr_array, below: FloatArray, above: FloatArray) -> None:
        self.relations = relations.tocsr()
        self.blocks = blocks_of(relations, np.ones(below.size, dtype=np.bool_))
        self.below, self.above = below, above
        self.lowest, self.highest = np.zeros(below.size), np.zeros(below.size)

    def run(self, wanted: BoolArray, asked: FloatArray) -> None:
        open_ = wanted & (asked > 0) & ~_left_alone(self.relations)
        self._scout(open_, asked)
        while (open_ := open_ & self._narrower(asked)).any():
            candidates = np.flatnonzero(open_)
            width = (self.highest - self.lowest)[candidates]
            targets = candidates[one_per_block(self.blocks[candidates], width)]
            for direction in (1.0, -1.0):
                left = self._reach(targets, np.full(targets.size, direction))
                if left.size:
                    self._reach(left, np.full(left.size, direction), whole=True)
            open_[targets] = False  # now known exactly

    def _narrower(self, asked: FloatArray) -> BoolArray:
        return np.asarray(self.highest - self.lowest < asked - EXACT)

    def _scout(self, open_: BoolArray, asked: FloatArray) -> None:
        """Move many cells at once by what they are asked for: most intervals are wide, and a few states show it."""
        random, near = np.random.default_rng(1), float(asked.max(initial=0))
        left = np.flatnonzero(open_)
        for round_ in range(SCOUTS):
            if left.size == 0:
                return
            directions = np.full(left.size, (-1.0) ** round_) if round_ < 2 else random.choice([-1.0, 1.0], left.size)
            self._reach(left, directions, near)
            left = left[self._narrower(asked)[left]]

    def _reach(
        self, targets: IntArray, directions: FloatArray, most: float = np.inf, *, whole: bool = False
    ) -> IntArray:
        """Look at a state in which the targets lie as far as possible in their directions; nobody moves by more than `most`.

        Returns the targets in whose blocks that state is none of whole numbers, so that it does not count.
        """
        cells = np.flatnonzero(np.isin(self.blocks, self.blocks[targets]))
        goal = np.zeros(cells.size)
        goal[np.searchsorted(cells, targets)] = -directions
        bounds = np.column_stack([-np.minimum(self.below[cells], most), np.minimum(self.above[cells], most)])
        state = solved(goal, filled(self.relations[:, cells]), bounds, whole=whole)
        broken = np.unique(self.blocks[cells[np.abs(state - np.round(state)) > EXACT]])
        counts = ~np.isin(self.blocks[cells], broken)
        cells, state = cells[counts], np.round(state[counts])
        self.lowest[cells] = np.minimum(self.lowest[cells], state)
        self.highest[cells] = np.maximum(self.highest[cells], state)
        return targets[np.isin(self.blocks[targets], broken)]


def left_alone(system: System) -> BoolArray:
    """Hidden cells that follow at once: the only unknown one of a sum, and what follows from these in turn."""
    unknown = np.flatnonzero(system.unknown)
    found = np.zeros(system.values.size, dtype=np.bool_)
    found[unknown] = _left_alone(system.relations[:, unknown])
    return found & system.hidden


def _left_alone(relations: sparse.csr_array) -> BoolArray:
    determined = np.zeros(relations.shape[1], dtype=np.bool_)
    pattern = abs(relations).sign()
    while True:
        left = pattern @ (~determined).astype(np.float64)
        alone = pattern[np.flatnonzero(left == 1)].indices
        found = determined.copy()
        found[alone] = True
        if (found == determined).all():
            return determined
        determined = found


def one_per_block(blocks: IntArray, width: FloatArray) -> IntArray:
    """Positions of the narrowest entry of each block."""
    order = np.argsort(width, kind="stable")
    _, first = np.unique(blocks[order], return_index=True)
    return np.sort(order[first])
