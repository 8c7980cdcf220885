"""Exchanges: what two overlapping divisions of the same ground leave open at once.

Two areas of one division and two of another have four parts in common: one person more in two of them and one less in the
other two leaves all four areas as they are. That settles most parts without a linear program.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from indicators.disclosure.layers import across, holding, rings_of_four, to_wholes, with_wholes, within
from indicators.disclosure.moves import Knowledge, Moves
from indicators.disclosure.system import NEVER, System
from indicators.shapes import BoolArray, FloatArray, IntArray

SIGNS = np.array([1.0, -1.0, 1.0, -1.0])


def exchanges(system: System, knowledge: Knowledge, wanted: BoolArray) -> Moves:
    """Moves by ±1 of four cells of one layer, with what follows for wholes in other layers; those that an attacker cannot
    rule out and that move a wanted cell."""
    unknown = np.flatnonzero(system.unknown)
    relations, layer = system.relations[:, unknown].tocsr(), system.layer[unknown]
    below, above = knowledge.below[unknown], knowledge.above[unknown]
    upwards = to_wholes(across(relations, layer), (system.tier == NEVER)[unknown])
    rings = rings_of_four(within(relations, layer))
    rings = rings[wanted[unknown][rings].any(axis=1)]
    found = Moves.none()
    for signs in (SIGNS, -SIGNS):
        possible = np.where(signs > 0, above[rings], below[rings]).min(axis=1, initial=np.inf) >= 1
        states = with_wholes(_states(rings[possible], signs, unknown.size), upwards)
        entries = states[holding(states, relations)].tocoo()
        move, cell = entries.coords
        found = found.with_more(Moves(move.astype(np.intp), unknown[cell], entries.data))
    return found.possible(system.unknown, knowledge).enough()


def _states(rings: IntArray, signs: FloatArray, size: int) -> sparse.csr_array:
    row = np.repeat(np.arange(len(rings)), 4)
    return sparse.csr_array((np.tile(signs, len(rings)), (row, rings.ravel())), shape=(len(rings), size))
