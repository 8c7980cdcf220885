"""What attackers know, and how much each of them may learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from indicators.disclosure.intervals import Knowledge
from indicators.disclosure.system import System, blocks_of
from indicators.shapes import BoolArray, FloatArray, IntArray

FAR = 1e5  # numbers further away than this need not be told apart: no interval is asked to be so wide
DETERMINED = 1.0  # a count that could be one of two neighbouring numbers is not determined


class Attack(NamedTuple):
    """knowledge: what the attacker starts from. need: width that each hidden cell must keep, 0 where it may be known."""

    knowledge: Knowledge
    need: FloatArray


def attacks_on(system: System, sensitive: BoolArray) -> Iterator[Attack]:
    """All attacks that a release must withstand. sensitive: cells that are hidden for their own sake.

    An outsider sees what is shown: every hidden cell keeps the width it asks. Who knows the rule, and which counts were
    hidden for being small, must not be able to determine one of these. Nor must somebody who is the only one counted
    in a cell and so knows that it is 1.
    """
    outsider = of_outsider(system)
    yield Attack(outsider, system.need)
    undetermined = np.where(sensitive, np.minimum(system.need, DETERMINED), 0.0)
    # Where the rule itself leaves a single number, such as 1 of 1, the base is hidden and protects it.
    left_open = np.minimum(system.rule_high, system.upper) - np.maximum(system.rule_low, 0)
    yield Attack(of_rule(system), np.where(left_open >= DETERMINED, undetermined, 0.0))
    for singles in _one_of_each_block(system, sensitive & (system.values == 1)):
        need = undetermined.copy()
        need[singles] = 0
        yield Attack(knowing(outsider, singles), need)


def _one_of_each_block(system: System, cells: BoolArray) -> Iterator[IntArray]:
    """The cells, each once, never two of one block at a time."""
    left = np.flatnonzero(cells)
    blocks = blocks_of(system.relations, system.unknown)
    while left.size:
        _, first = np.unique(blocks[left], return_index=True)
        yield left[first]
        left = np.delete(left, first)


def of_outsider(system: System) -> Knowledge:
    """No count is negative, and none exceeds its base."""
    return Knowledge(np.minimum(system.values, FAR), np.minimum(system.upper - system.values, FAR))


def of_rule(system: System) -> Knowledge:
    """As an outsider, and besides which counts were hidden for being small, and what small means."""
    plain = of_outsider(system)
    below = np.minimum(plain.below, system.values - system.rule_low)
    return Knowledge(below, np.minimum(plain.above, system.rule_high - system.values))


def knowing(knowledge: Knowledge, cells: IntArray) -> Knowledge:
    """The same with the numbers of some cells, such as one's own."""
    below, above = knowledge.below.copy(), knowledge.above.copy()
    below[cells] = above[cells] = 0
    return Knowledge(below, above)
