"""Moves: whole-numbered differences between two states of the cells that agree with everything that is shown.

Every move shows that its cells are not determined. It stays one however much more is hidden, so that it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.system import blocks_of
from indicators.shapes import BoolArray, FloatArray, IntArray

EXACT = 1e-6  # numbers closer than this are one number


@dataclass(frozen=True)
class Knowledge:
    """What an attacker knows beside the shown cells: bounds of every unknown cell around its true number.

    below, above: how far the number could lie below and above the true one, ≥ 0.
    """

    below: FloatArray
    above: FloatArray


class Moves(NamedTuple):
    """Each entry says by which number a move changes a cell; arrays of one length, entries of one move share its number."""

    move: IntArray
    cell: IntArray
    number: FloatArray

    @classmethod
    def none(cls) -> Moves:
        return cls(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0))

    def with_more(self, more: Moves) -> Moves:
        start = self.move.max(initial=-1) + 1
        joined = (np.concatenate([more.move + start, self.move]), np.concatenate([more.cell, self.cell]))
        return Moves(*joined, np.concatenate([more.number, self.number]))

    def possible(self, unknown: BoolArray, knowledge: Knowledge) -> Moves:
        """Those that an attacker cannot rule out: of unknown cells only, and by no more than each may move."""
        within = (self.number <= knowledge.above[self.cell]) & (self.number >= -knowledge.below[self.cell])
        return self._of_moves(~self._with_any(~(within & unknown[self.cell])))

    def of_any(self, cells: BoolArray) -> Moves:
        """Those that move one of the cells or more."""
        return self._of_moves(self._with_any(cells[self.cell]))

    def enough(self) -> Moves:
        """One that moves each cell up and one that moves it down, where there are such."""
        up, down = np.flatnonzero(self.number > 0), np.flatnonzero(self.number < 0)
        first = [way[np.unique(self.cell[way], return_index=True)[1]] for way in (up, down)]
        chosen = np.zeros(self.move.size, dtype=np.bool_)
        chosen[np.concatenate(first)] = True
        return self._of_moves(self._with_any(chosen))

    def within(self, cells: IntArray, size: int) -> Moves:
        """Those of these cells alone, by their position among them. size: of all cells. cells: sorted."""
        position = np.full(size, -1, dtype=np.intp)
        position[cells] = np.arange(cells.size)
        found = self._of_moves(~self._with_any(position[self.cell] < 0))
        return found._replace(cell=position[found.cell])

    def _with_any(self, entries: BoolArray) -> BoolArray:
        """Moves of which one of these entries is part."""
        found = np.zeros(self.move.max(initial=-1) + 1, dtype=np.bool_)
        found[self.move[entries]] = True
        return found

    def _of_moves(self, moves: BoolArray) -> Moves:
        kept = np.flatnonzero(moves[self.move])
        return Moves(self.move[kept], self.cell[kept], self.number[kept])

    def reach(self, size: int) -> tuple[FloatArray, FloatArray]:
        """How far below (≤ 0) and above (≥ 0) its true number these moves bring each cell."""
        lowest, highest = np.zeros(size), np.zeros(size)
        np.minimum.at(lowest, self.cell, self.number)
        np.maximum.at(highest, self.cell, self.number)
        return lowest, highest


def moves_of_state(relations: sparse.csr_array, cells: IntArray, differences: FloatArray) -> Moves:
    """The smallest parts of a state that keep all relations for themselves, as far as they are of whole numbers.

    relations: of the cells alone. cells: position of each among all. Two halves of a person are nobody.
    """
    part = blocks_of(relations, np.abs(differences) > EXACT)
    broken = part[(part >= 0) & (np.abs(differences - np.round(differences)) > EXACT)]
    moved = np.flatnonzero((part >= 0) & ~np.isin(part, broken))
    return Moves(part[moved], cells[moved], np.round(differences[moved]))
