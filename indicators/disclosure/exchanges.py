"""Exchanges: what overlapping divisions of the same ground leave open at once.

Two areas of one division and two of another have four parts in common: one person more in two of them and one less in the
other two leaves all four areas as they are. That settles most parts without a linear program.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from indicators.disclosure.layers import across, holding, to_wholes, with_wholes, within
from indicators.disclosure.moves import Knowledge, Moves
from indicators.disclosure.rings import Rings, rings_of_four
from indicators.disclosure.system import NEVER, System
from indicators.shapes import FloatArray


def exchanges(system: System, knowledge: Knowledge, wanted: FloatArray) -> Moves:
    """Moves of four cells of one layer, with what follows for wholes in other layers; those that an attacker cannot rule out
    and that move a wanted cell.

    wanted: how far each cell should move, 0 where nothing is wanted.
    """
    unknown = np.flatnonzero(system.unknown)
    relations, layer = system.relations[:, unknown].tocsr(), system.layer[unknown]
    upwards = to_wholes(across(relations, layer), (system.tier == NEVER)[unknown])
    inside, asking = Knowledge(knowledge.below[unknown], knowledge.above[unknown]), wanted[unknown] > 0
    rings = rings_of_four(within(relations, layer))
    chosen = asking[rings.cells].any(axis=1)
    rings = Rings(rings.cells[chosen], rings.numbers[chosen])
    found = Moves.none()
    for direction in (1.0, -1.0):
        states = with_wholes(_states(rings, direction, inside), upwards)
        states = states[holding(states, relations)]
        far = _as_far_as_possible(states, inside, float(wanted.max(initial=0.0)))
        for each in (states, far):
            move, cell = (entries := each.tocoo()).coords
            found = found.with_more(Moves(move.astype(np.intp), unknown[cell], entries.data))
    return found.possible(system.unknown, knowledge).enough()


def _states(rings: Rings, direction: float, knowledge: Knowledge) -> sparse.csr_array:
    """A row for each ring that is possible in this direction by itself."""
    numbers = rings.numbers * direction
    room = np.where(numbers > 0, knowledge.above[rings.cells], knowledge.below[rings.cells])
    possible = (room >= np.abs(numbers)).all(axis=1)
    row = np.repeat(np.arange(np.count_nonzero(possible)), 4)
    shape = (np.count_nonzero(possible), knowledge.below.size)
    return sparse.csr_array((numbers[possible].ravel(), (row, rings.cells[possible].ravel())), shape=shape)


def _as_far_as_possible(states: sparse.csr_array, knowledge: Knowledge, most: float) -> sparse.csr_array:
    """Those that can be done several times over, as often as they can and as is asked for at most."""
    room = np.where(states.data > 0, knowledge.above[states.indices], knowledge.below[states.indices])
    times = np.minimum(np.floor(room / np.abs(states.data)), most)
    times = np.minimum.reduceat(times, states.indptr[:-1]) if states.nnz else times
    several = np.flatnonzero(times > 1)
    return sparse.csr_array(sparse.diags_array(times[several]) @ states[several])
