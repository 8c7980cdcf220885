"""Showing again what need not have been hidden: a cell found late may protect what earlier ones were hidden for."""

from __future__ import annotations

import numpy as np

from indicators.disclosure.attacks import attacks_on
from indicators.disclosure.intervals import explored, left_alone, narrow
from indicators.disclosure.moves import Moves
from indicators.disclosure.system import System, blocks_of
from indicators.shapes import BoolArray, IntArray


def slimmed(system: System, sensitive: BoolArray, fixed: BoolArray, moves: Moves, apart: BoolArray) -> BoolArray:
    """Which cells still to hide so that every attack is withstood, as it is by `system`; the dearest are shown first.

    sensitive: cells that are hidden for their own sake. fixed: cells that stay hidden. moves: those known. apart: cells
    that the fixed ones protect already, whatever happens beyond the interface. No cell of the result but a fixed one could
    be shown alone; a smaller pattern of other cells may exist.
    """
    result, cells, blocks = system.hidden.copy(), np.arange(fixed.size), blocks_of(system.relations, system.unknown)
    left = np.flatnonzero(system.hidden & ~fixed)
    left = left[np.lexsort((left, -system.cost[left], -system.tier[left]))]
    while left.size:
        concerned = np.flatnonzero(np.isin(blocks, blocks[left]))
        moves, system, left = moves.within(concerned, cells.size), system.part(concerned), concerned.searchsorted(left)
        cells, blocks, sensitive = cells[concerned], blocks[concerned], sensitive[concerned]
        apart = apart[concerned]
        _, first = np.unique(blocks[left], return_index=True)
        system, moves = _shown_where_safe(system, sensitive, blocks, left[first], ~apart, moves)
        result[cells] = system.hidden
        left = np.delete(left, first)
    return result


def _shown_where_safe(
    system: System, sensitive: BoolArray, blocks: IntArray, tried: IntArray, asking: BoolArray, moves: Moves
) -> tuple[System, Moves]:
    """The system with one cell of each of some blocks shown, wherever no attack makes use of it; and all known moves.

    asking: cells that could be concerned.
    """
    hidden = system.hidden.copy()
    hidden[tried] = False
    # What adding and subtracting tells at once needs no linear program.
    _hide_again(hidden, tried, blocks, left_alone(system.with_hidden(hidden)) & (system.need > 0))
    for attack in attacks_on(system.with_hidden(hidden), sensitive):
        asked = np.where(hidden & asking & np.isin(blocks, blocks[tried[~hidden[tried]]]), attack.need, 0.0)
        attacked = system.with_hidden(hidden)
        while (left := np.flatnonzero(narrow(attacked, attack.knowledge, asked, moves))).size:
            # The first cell of a block that stays narrow decides.
            first, one = left[np.unique(blocks[left], return_index=True)[1]], np.zeros(asked.size)
            one[first] = asked[first]
            moves = explored(attacked, attack.knowledge, one, moves)
            narrow_ = narrow(attacked, attack.knowledge, one, moves)
            _hide_again(hidden, tried, blocks, narrow_)
            asked = np.where(np.isin(blocks, blocks[narrow_]), 0.0, asked)
    return system.with_hidden(hidden), moves


def _hide_again(hidden: BoolArray, tried: IntArray, blocks: IntArray, narrow_: BoolArray) -> None:
    hidden[tried[np.isin(blocks[tried], blocks[narrow_])]] = True
