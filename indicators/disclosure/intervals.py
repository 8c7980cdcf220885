"""Feasible intervals: between which numbers a hidden count must lie, as anybody can work out from what is shown."""

from __future__ import annotations

from itertools import product

import numpy as np
from scipy import sparse

from indicators.disclosure.exchanges import exchanges
from indicators.disclosure.moves import EXACT, Knowledge, Moves, moves_of_state
from indicators.disclosure.neighbourhood import Layout
from indicators.disclosure.solver import Whole, solved
from indicators.disclosure.system import System, blocks_of, distinct
from indicators.shapes import BoolArray, FloatArray, IntArray

MANY = 60  # open cells that are worth a state of everything
ROUND = 200  # cells that are looked at before asking which of the others have moved with them
NEXT = 0.9  # to move a cell by a whole person less costs more than this
SHORT = 1e-4  # cost of moving anything else by one person: short moves are found sooner, and hold when others do not


def extents(system: System, knowledge: Knowledge, asked: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How far each hidden cell could lie below and above its true number: (≤ 0, ≥ 0); NaN for cells that are not hidden.

    Where the whole interval is at least as wide as `asked` it may be wider than told, else it is exact. Only states in
    whole persons count: two halves are nobody.
    """
    found = explored(system, knowledge, asked, exact=True).possible(system.unknown, knowledge)
    lowest, highest = found.reach(system.values.size)
    return np.where(system.hidden, lowest, np.nan), np.where(system.hidden, highest, np.nan)


def explored(
    system: System,
    knowledge: Knowledge,
    asked: FloatArray,
    known: Moves | None = None,
    layout: Layout | None = None,
    *,
    exact: bool = False,
) -> Moves:
    """The known moves, and enough others that each hidden cell reaches the width asked for, if it can.

    exact: whatever the size of a block. Otherwise only the surroundings of a cell are looked at where a block is large:
    what they let it move is sure, that nothing further away moves it is not. layout: of this system, if it is known.
    """
    moves = Moves.none() if known is None else known
    left = narrow(system, knowledge, asked, moves)
    if np.count_nonzero(left) > MANY:
        moves = moves.with_more(exchanges(system, knowledge, np.where(left, asked, 0.0)))
        moves = _scouted(system, knowledge, asked, moves)
        left = narrow(system, knowledge, asked, moves)
    if not left.any():
        return moves
    left, layout = left & ~left_alone(system), layout or Layout(system)
    while left.any():
        targets = np.flatnonzero(left)
        # Spread over the system: neighbours mostly move together.
        targets = targets[:: max(targets.size // ROUND, 1)]
        moves = _each_alone(system, layout, knowledge, asked, moves, targets, exact)
        left[targets] = False
        left &= narrow(system, knowledge, asked, moves)
    return moves


def narrow(system: System, knowledge: Knowledge, asked: FloatArray, moves: Moves) -> BoolArray:
    """Hidden cells that these moves do not bring as far as asked for."""
    asking = system.hidden & (asked > 0)
    lowest, highest = moves.of_any(asking).possible(system.unknown, knowledge).reach(asked.size)
    return np.asarray(asking & (highest - lowest < asked - EXACT))


def _scouted(system: System, knowledge: Knowledge, asked: FloatArray, moves: Moves) -> Moves:
    """Move many cells at once by what they are asked for: most intervals are wide, and a few states show it."""
    blocks, random = blocks_of(system.relations, system.unknown), np.random.default_rng(1)
    ways = (np.ones(asked.size), -np.ones(asked.size), random.choice([-1.0, 1.0], asked.size))
    before = 0
    for directions in ways:
        open_ = narrow(system, knowledge, asked, moves)
        if (count := int(np.count_nonzero(open_))) <= MANY or count == before:
            break  # what moves everything by halves settles nothing
        before = count
        cells = np.flatnonzero(np.isin(blocks, blocks[open_]) & system.unknown)
        relations, goal = distinct(system.relations[:, cells]), np.where(open_[cells], -directions[cells], 0.0)
        most = np.full(cells.size, asked[open_].max())
        state = shortest(relations, goal, knowledge, cells, most)
        moves = moves.with_more(moves_of_state(relations, cells, state))
    return moves


def _each_alone(
    system: System,
    layout: Layout,
    knowledge: Knowledge,
    asked: FloatArray,
    moves: Moves,
    targets: IntArray,
    exact: bool,
) -> Moves:
    """Moves of each target by itself, up and then, if that is not enough, down; where its whole block is looked at, in the
    end by whole persons."""
    around = layout.around(system.unknown, targets, exact=exact)
    most = np.where(around.whole, np.inf, asked[targets])
    halved = {1.0: np.ones(targets.size, dtype=np.bool_), -1.0: np.ones(targets.size, dtype=np.bool_)}
    for whole, direction in product((False, True), halved):
        tried = halved[direction] & narrow(system, knowledge, asked, moves)[targets] & (around.whole | (not whole))
        if tried.any():
            part = around.of(tried)
            goal = np.zeros(part.cell.size)
            goal[part.own] = -direction
            state = shortest(part.relations, goal, knowledge, part.cell, most[tried][part.owner], whole=whole)
            moves = moves.with_more(part.moves(state))
            halved[direction][tried] = part.halved(state)
    return moves


def shortest(
    relations: sparse.csr_array, goal: FloatArray, knowledge: Knowledge, cells: IntArray, most: FloatArray, *,
    whole: bool = False,
) -> FloatArray:  # fmt: skip
    """Differences of least goal that keep the relations and move each cell by `most` at most; others as little as may be."""
    upper = np.concatenate([np.minimum(each[cells], most) for each in (knowledge.above, knowledge.below)])
    both = sparse.hstack([relations, -relations], format="csr")
    costs = np.concatenate([SHORT + goal, SHORT - goal])
    in_whole = Whole(NEXT) if whole else None
    found = solved(costs, both, np.column_stack([np.zeros(upper.size), upper]), whole=in_whole)
    return np.asarray(found[: goal.size] - found[goal.size :])


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
