"""Showing again what need not have been hidden: a cell found late may protect what earlier ones were hidden for."""

from __future__ import annotations

import numpy as np

from indicators.disclosure.attacks import attacks_on
from indicators.disclosure.intervals import EXACT, extents, left_alone
from indicators.disclosure.system import System, blocks_of
from indicators.shapes import BoolArray, IntArray


def slimmed(system: System, sensitive: BoolArray, fixed: BoolArray) -> BoolArray:
    """Which cells still to hide so that every attack is withstood, as it is by `system`; the dearest are shown first.

    sensitive: cells that are hidden for their own sake. fixed: cells that stay hidden. No cell of the result but a fixed
    one could be shown alone; a smaller pattern of other cells may exist.
    """
    blocks = blocks_of(system.relations, system.unknown)
    candidates = np.flatnonzero(system.hidden & ~fixed)
    concerned = np.flatnonzero(np.isin(blocks, blocks[candidates]))
    small, blocks = system.part(concerned), blocks[concerned]
    left = np.searchsorted(concerned, candidates)
    left = left[np.lexsort((left, -small.cost[left], -small.tier[left]))]
    while left.size:
        _, first = np.unique(blocks[left], return_index=True)
        tried, left = left[first], np.delete(left, first)
        small = _shown_where_safe(small, sensitive[concerned], blocks, tried)
    hidden = system.hidden.copy()
    hidden[concerned] = small.hidden
    return hidden


def _shown_where_safe(system: System, sensitive: BoolArray, blocks: IntArray, tried: IntArray) -> System:
    """The system with one cell of each of some blocks shown, wherever no attack makes use of it."""
    active = np.flatnonzero(np.isin(blocks, blocks[tried]))
    part, blocks, tried = system.part(active), blocks[active], np.searchsorted(active, tried)
    hidden = part.hidden.copy()
    hidden[tried] = False
    # What adding and subtracting tells at once needs no linear program.
    _hide_again(hidden, tried, blocks, left_alone(part.with_hidden(hidden)) & (part.need > 0))
    for attack in attacks_on(part.with_hidden(hidden), sensitive[active]):
        asked = np.where(hidden & np.isin(blocks, blocks[tried[~hidden[tried]]]), attack.need, 0.0)
        lowest, highest = extents(part.with_hidden(hidden), attack.knowledge, asked)
        _hide_again(hidden, tried, blocks, highest - lowest < asked - EXACT)
    result = system.hidden.copy()
    result[active] = hidden
    return system.with_hidden(result)


def _hide_again(hidden: BoolArray, tried: IntArray, blocks: IntArray, narrow: BoolArray) -> None:
    hidden[tried[np.isin(blocks[tried], blocks[narrow])]] = True
