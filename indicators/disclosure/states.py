"""Possible states of all numbers that are not shown, looked at until every interval that matters is known."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

import numpy as np

from indicators.disclosure.equations import Equations, far, passed_on
from indicators.disclosure.intervals import one_per_block, shortest
from indicators.disclosure.moves import EXACT, Knowledge
from indicators.disclosure.neighbourhood import LARGE
from indicators.disclosure.solver import Whole, solved
from indicators.disclosure.system import blocks_of
from indicators.shapes import BoolArray, FloatArray, IntArray

SCOUTS = 8  # states that are looked at before single cells are, and more while each settles
FEW = 5  # cells or more


class Question(NamedTuple):
    """What is asked about the sums that are not shown; one entry per sum.

    width: intervals narrower than this must be exact; 0 where nothing is asked. least, most: nothing is asked about a
    number that cannot lie between them.
    """

    width: FloatArray
    least: FloatArray
    most: FloatArray


class Search:
    """Possible states of all numbers that are not shown; each widens what they are known to reach.

    Only states in whole numbers count, where the shown numbers are whole: two halves are nobody. In large blocks, in which
    to find such states takes too long, others count as well.
    """

    def __init__(self, equations: Equations, question: Question) -> None:
        self.equations, self.question = equations, question
        size = equations.matrix.shape[1]
        self.blocks = blocks_of(equations.matrix, np.ones(size, dtype=np.bool_))
        self.far = far(equations, self.blocks)
        large = np.bincount(self.blocks)[self.blocks] > LARGE
        counts = ~np.isin(self.blocks, self._blocks_of_rows(_broken(equations.right)))
        # Beside shown numbers with decimals, parts of persons move as well.
        self.in_whole, self.by_parts = counts & ~large, np.where(counts, large, question.width > 0)
        self.bound, most = passed_on(equations, self.far)
        self.exact = most - self.bound < EXACT
        self.state = np.full(size, np.nan)
        self.lowest, self.highest = np.full(size, np.inf), np.full(size, -np.inf)

    def run(self) -> None:
        everything = np.arange(self.blocks.size)
        self._reach(everything, np.zeros(everything.size))
        self._scout()
        self._lift()
        self._scout()
        while (open_ := self._open()).any():
            candidates = np.flatnonzero(open_)
            targets = candidates[one_per_block(self.blocks[candidates], (self.highest - self.lowest)[candidates])]
            for direction in (1.0, -1.0):
                self._reach(targets, np.full(targets.size, direction))
            self.exact[targets] = True

    def _blocks_of_rows(self, chosen: BoolArray) -> IntArray:
        return self.blocks[self.equations.matrix[np.flatnonzero(chosen)].indices]

    def _scout(self) -> None:
        """Move many cells at once by what they are asked for: most intervals are wide, and a few states show it."""
        random, settled = np.random.default_rng(1), 0
        for round_ in count():
            left = np.flatnonzero(self._open())
            if left.size < FEW or (round_ >= SCOUTS and settled < FEW):
                return
            up = np.full(left.size, (-1.0) ** round_) if round_ < 2 else random.choice([-1.0, 1.0], left.size)
            self._try(left, up, self.question.width[left])
            settled = left.size - int(np.count_nonzero(self._open()))

    def _lift(self) -> None:
        """Raise together all cells that were seen at their lower bound only: where none of a block rises, none can."""
        while (stuck := self._open() & (self.highest - self.bound < EXACT)).any():
            targets = np.flatnonzero(stuck)
            self._reach(targets, np.ones(targets.size), self.question.width[targets])
            risen = self.highest[targets] - self.bound[targets] >= EXACT
            self.exact[targets[~np.isin(self.blocks[targets], self.blocks[targets[risen]])]] = True

    def _open(self) -> BoolArray:
        """Cells whose interval may be narrower than asked, as far as is known."""
        width, least, most = self.question
        of_interest = (self.highest >= least - EXACT) & (self.lowest <= most + EXACT)
        # Where parts of persons moved, only the whole numbers between count.
        lowest = np.where(self.by_parts, np.ceil(self.lowest - EXACT), self.lowest)
        highest = np.where(self.by_parts, np.floor(self.highest + EXACT), self.highest)
        return np.asarray(~self.exact & of_interest & (highest - lowest < width - EXACT))

    def _reach(self, targets: IntArray, directions: FloatArray, near: FloatArray | None = None) -> None:
        """Look at a state in which the targets lie as far as possible in their directions.

        near: at most so far from where they were last.
        """
        left = self._try(targets, directions, near)
        if left.any():
            still = targets[left], directions[left], None if near is None else near[left]
            try:
                self._try(*still, whole=True)
            except ArithmeticError:  # contradictions that only whole numbers show
                self.in_whole[np.isin(self.blocks, self.blocks[targets[left]])] = False
                self._try(*still)

    def _try(
        self, targets: IntArray, directions: FloatArray, near: FloatArray | None = None, *, whole: bool = False
    ) -> BoolArray:
        """As `_reach`; returns the targets that the state moves by parts of persons, so that it does not count for them."""
        cells = np.flatnonzero(np.isin(self.blocks, self.blocks[targets]))
        if not cells.size:
            return np.zeros(targets.size, dtype=np.bool_)
        state = self._farthest(cells, targets, directions, near, whole=whole)
        part = self._parts(cells, state)
        broken = np.unique(part[_broken(state) & self.in_whole[cells] & (not whole)])
        counts = ~np.isin(part, broken)
        of_targets = np.isin(part[np.searchsorted(cells, targets)], broken)
        cells, state = cells[counts], np.where(_broken(state), state, np.round(state))[counts]
        self.state[cells] = state
        self.lowest[cells] = np.minimum(self.lowest[cells], state)
        self.highest[cells] = np.maximum(self.highest[cells], state)
        return of_targets

    def _parts(self, cells: IntArray, state: FloatArray) -> IntArray:
        """What moves together from the last state to this one, each by a number of its own, −1 where nothing does. Every part
        is a step to a possible state by itself. Before there is any state, a block moves as a whole."""
        if np.isinf(self.lowest[cells]).any():
            return self.blocks[cells]
        moved = np.abs(state - self.state[cells]) > EXACT
        return blocks_of(self.equations.of(cells).matrix, moved)

    def _farthest(
        self, cells: IntArray, targets: IntArray, directions: FloatArray, near: FloatArray | None, *, whole: bool
    ) -> FloatArray:
        inside, at = self.equations.of(cells), np.searchsorted(cells, targets)
        goal, far = np.zeros(cells.size), self.far[cells]
        goal[at] = -directions
        if whole or np.isnan(self.state[cells]).any():
            bounds = np.column_stack([np.zeros(cells.size), far])
            if near is not None:
                bounds[at, 0] = np.maximum(self.state[targets] - near, bounds[at, 0])
                bounds[at, 1] = np.minimum(self.state[targets] + near, bounds[at, 1])
            return solved(goal, inside.matrix, bounds, inside.right, Whole() if whole else None)
        # From one state to the next by as little as may be: that is found sooner than a state out of nothing.
        room = Knowledge(below=self.state[cells], above=far - self.state[cells])
        most = np.full(cells.size, np.inf)
        if near is not None:
            most[at] = near
        return self.state[cells] + shortest(inside.matrix, goal, room, np.arange(cells.size), most)


def _broken(numbers: FloatArray) -> BoolArray:
    return np.asarray(np.abs(numbers - np.round(numbers)) > EXACT)
