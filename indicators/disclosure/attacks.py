"""What attackers know, and how much each of them may learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.moves import Knowledge
from indicators.disclosure.system import NEVER, System, blocks_of
from indicators.shapes import BoolArray, FloatArray, IntArray

FAR = 1e5  # numbers further away than this need not be told apart: no interval is asked to be so wide
DETERMINED = 1.0  # a count that could be one of two neighbouring numbers is not determined


class Attack(NamedTuple):
    """knowledge: what the attacker starts from. need: width that each hidden cell must keep, 0 where it may be known.

    must: whether a release is refused that does not withstand; else whatever hiding can do is done.
    """

    knowledge: Knowledge
    need: FloatArray
    must: bool


def attacks_on(system: System, sensitive: BoolArray) -> Iterator[Attack]:
    """All attacks that a release must withstand. sensitive: cells that are hidden for their own sake.

    An outsider sees what is shown: every hidden cell keeps the width it asks. Somebody who is the only one counted in a
    cell, or the only one not counted, knows its number and must not be able to determine another that is hidden for its
    own sake. Nor must either of them if they know the rule, and which counts are hidden for being small and which for
    another's sake – as far as hiding can help: that both parts of a whole are small, and it as well, says all by itself.
    """
    # Of sums that nobody is shown only the outsider must not learn: no sign tells anybody that one of them is small.
    undetermined = np.where(sensitive & (system.tier != NEVER), np.minimum(system.need, DETERMINED), 0.0)
    same, blocks = _same_sums(system), blocks_of(system.relations, system.unknown)
    alone = sensitive & (system.tier != NEVER) & ((system.values == 1) | (system.upper - system.values == 1))
    for knowledge, need, must in ((of_outsider(system), system.need, True), (of_rule(system), undetermined, False)):
        yield Attack(knowledge, need, must)
        for singles in _one_of_each_block(blocks, alone):
            # Who is alone in an area is alone in all areas that hold nobody else: these tell of nobody else.
            others = np.isin(blocks, blocks[singles]) & ~np.isin(same, same[singles])
            of_others = np.where(others, undetermined, 0.0)
            yield Attack(knowing(knowledge, singles), of_others, must)


def _same_sums(system: System) -> IntArray:
    """One number for all cells that count the same persons, such as a whole and its only part in which anybody is."""
    rows = (system.relations @ sparse.diags_array((system.values != 0).astype(np.float64))).tocsr()
    rows.eliminate_zeros()
    pairs = rows[np.flatnonzero(np.diff(rows.indptr) == 2)]
    opposite = pairs[np.flatnonzero((np.asarray(pairs.sum(axis=1)).ravel() == 0) & (pairs @ system.values == 0))]
    return blocks_of(opposite, np.ones(system.values.size, dtype=np.bool_))


def _one_of_each_block(blocks: IntArray, cells: BoolArray) -> Iterator[IntArray]:
    """The cells, each once, never two of one block at a time."""
    left = np.flatnonzero(cells)
    while left.size:
        _, first = np.unique(blocks[left], return_index=True)
        yield left[first]
        left = np.delete(left, first)


def of_outsider(system: System) -> Knowledge:
    """No count is negative, none exceeds its base, and a rounded one lies near what is shown."""
    return Knowledge(_whole(system.values - system.lower), _whole(system.upper - system.values))


def of_rule(system: System) -> Knowledge:
    """As an outsider, and besides why each cell is hidden, and what small means."""
    plain = of_outsider(system)
    below = np.minimum(plain.below, _whole(system.values - system.rule_low))
    return Knowledge(below, np.minimum(plain.above, _whole(system.rule_high - system.values)))


def _whole(distance: FloatArray) -> FloatArray:
    """Whole steps within a distance."""
    return np.asarray(np.floor(np.minimum(distance, FAR)))


def knowing(knowledge: Knowledge, cells: IntArray) -> Knowledge:
    """The same with the numbers of some cells, such as one's own."""
    below, above = knowledge.below.copy(), knowledge.above.copy()
    below[cells] = above[cells] = 0
    return Knowledge(below, above)
