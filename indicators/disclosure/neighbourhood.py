"""Neighbourhoods of cells in a system: what lies around each may move while everything further away stays as it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.layers import DEPTH, across, entries_where, to_wholes, within
from indicators.disclosure.moves import EXACT, Moves
from indicators.disclosure.system import NEVER, System, blocks_of, distinct
from indicators.shapes import BoolArray, FloatArray, IntArray

LARGE = 600  # cells of a block that is not looked at as a whole for every single cell
STEPS = 3  # sums away: from a part of two areas over their other parts to what these have in common


class Neighbourhoods(NamedTuple):
    """One for each target, side by side, so that a cell may stand in several.

    owner: position of the target, and cell: position in the system, of each column. relations: of all columns.
    own: column of each target itself. whole: whether each target's is everything that it is connected with.
    """

    owner: IntArray
    cell: IntArray
    relations: sparse.csr_array
    own: IntArray
    whole: BoolArray

    def of(self, chosen: BoolArray) -> Neighbourhoods:
        """Those of some of the targets, which are numbered anew."""
        kept = chosen[self.owner]
        number, column = np.cumsum(chosen) - 1, np.cumsum(kept) - 1
        relations = self.relations[:, np.flatnonzero(kept)]
        filled = relations[np.flatnonzero(np.diff(relations.indptr))]
        owner, own = number[self.owner[kept]], column[self.own[chosen]]
        return Neighbourhoods(owner, self.cell[kept], filled, own, self.whole[chosen])

    def apart(self, contested: BoolArray) -> BoolArray:
        """Targets of which no two have a contested cell around them; the first ones come first. contested: of all cells."""
        taken, chosen = np.zeros(contested.size, dtype=np.bool_), np.zeros(self.own.size, dtype=np.bool_)
        ends = np.searchsorted(self.owner, np.arange(self.own.size + 1))
        for target in range(self.own.size):
            cells = self.cell[ends[target] : ends[target + 1]]
            cells = cells[contested[cells]]
            if not taken[cells].any():
                chosen[target] = taken[cells] = True
        return chosen

    def halved(self, differences: FloatArray) -> BoolArray:
        """Targets around which somebody moves by half a person."""
        broken = self.owner[np.abs(differences - np.round(differences)) > EXACT]
        return np.isin(np.arange(self.own.size), broken)

    def moves(self, differences: FloatArray) -> Moves:
        """The moves of those that are of whole numbers."""
        moved = (np.abs(differences) > EXACT) & ~self.halved(differences)[self.owner]
        return Moves(self.owner[moved], self.cell[moved], np.round(differences[moved]))


class Layout:
    """How the cells of a system lie to each other, whatever of them is hidden."""

    def __init__(self, system: System) -> None:
        crossing = across(system.relations.tocsr(), system.layer)
        self._rows, self._relations = system.relations, system.relations.tocsc()
        self._years_and_categories = blocks_of(crossing, np.ones(system.layer.size, dtype=np.bool_))
        self._to_whole = entries_where(to_wholes(crossing, system.tier == NEVER))
        self._inside = entries_where(within(system.relations.tocsr(), system.layer))

    def around(self, usable: BoolArray, targets: IntArray, *, exact: bool = False) -> Neighbourhoods:
        """Everything that chains of sums connect with each target; of a large block, unless exact, only what lies around it.

        usable: cells that may move at all. Around a cell lies what is some sums away in each layer that sums of the same
        area connect with it, such as other years and categories; wholes that nobody is shown take up what moves there.
        """
        blocks = blocks_of(self._rows, usable)
        whole = np.asarray((np.bincount(blocks + 1)[blocks[targets] + 1] <= LARGE) | exact)
        start, movable = _rows_of(targets, usable.size), _only(usable)
        members = _joined(_all_of(blocks, _only(whole) @ start), self._near(_only(~whole) @ start, movable))
        members.sort_indices()
        owner, cell = (each.astype(np.intp) for each in members.tocoo().coords)
        own = np.flatnonzero(cell == targets[owner])
        return Neighbourhoods(owner, cell, _side_by_side(self._relations, owner, cell), own, whole)

    def _near(self, start: sparse.csr_array, movable: sparse.dia_array) -> sparse.csr_array:
        """start: targets × cells."""
        members = sparse.csr_array(_all_of(self._years_and_categories, start) @ movable)
        for _ in range(STEPS):
            members = _joined(members, members @ self._inside.T @ self._inside @ movable)
        for _ in range(DEPTH):
            members = _joined(members, members @ self._to_whole)
        return members


def _only(chosen: BoolArray) -> sparse.dia_array:
    return sparse.diags_array(chosen.astype(np.float64))


def _all_of(group: IntArray, start: sparse.csr_array) -> sparse.csr_array:
    """Every cell of each group of which a cell is among the start. group: −1 for cells of none."""
    cells = np.flatnonzero(group >= 0)
    shape = (int(group.max(initial=-1)) + 1, group.size)
    among = sparse.csr_array((np.ones(cells.size), (group[cells], cells)), shape=shape)
    return _joined(start, start @ among.T @ among)


def _joined(members: sparse.csr_array, more: sparse.csr_array) -> sparse.csr_array:
    found = sparse.csr_array(members + more)
    found.eliminate_zeros()
    found.data = np.ones(found.nnz)
    return found


def _rows_of(cells: IntArray, size: int) -> sparse.csr_array:
    return sparse.csr_array((np.ones(cells.size), (np.arange(cells.size), cells)), shape=(cells.size, size))


def _side_by_side(relations: sparse.csc_array, owner: IntArray, cell: IntArray) -> sparse.csr_array:
    """The relations of each owner's cells, none shared between owners."""
    entries = relations[:, cell].tocoo()
    row, column = entries.coords
    _, own_row = np.unique(owner[column].astype(np.int64) * relations.shape[0] + row, return_inverse=True)
    shape = (int(own_row.max(initial=-1)) + 1, cell.size)
    return distinct(sparse.csr_array((entries.data, (own_row, column)), shape=shape))
