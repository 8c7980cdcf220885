"""Exchanges: what overlapping divisions of the same ground leave open at once.

Two areas of one division and two of another have four parts in common: one person more in two of them and one less in the
other two leaves all four areas as they are. That settles most parts without a linear program.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from indicators.disclosure.layers import across, holding, within
from indicators.disclosure.moves import Knowledge, Moves
from indicators.disclosure.repeated import repeated
from indicators.disclosure.rings import rings_of_four
from indicators.disclosure.system import System, blocks_of
from indicators.shapes import FloatArray, IntArray


def exchanges(system: System, knowledge: Knowledge, wanted: FloatArray) -> Moves:
    """Moves of four cells of one layer, with what follows for wholes in other layers; those that an attacker cannot rule out
    and that move a wanted cell.

    wanted: how far each cell should move, 0 where nothing is wanted.
    """
    blocks = blocks_of(system.relations, system.unknown)
    unknown = np.flatnonzero(system.unknown & np.isin(blocks, blocks[wanted > 0]))
    relations, layer = system.relations[:, unknown].tocsr(), system.layer[unknown]
    inside, asking = Knowledge(knowledge.below[unknown], knowledge.above[unknown]), wanted[unknown] > 0
    both = repeated(rings_of_four(within(relations, layer)), across(relations, layer), layer)
    both = both[np.flatnonzero(abs(both) @ asking.astype(np.float64))]
    found = Moves.none()
    for states in (both, -both):
        states = states[_possible(states, inside)]
        states = states[holding(states, relations)]
        far = _as_far_as_possible(states, inside, float(wanted.max(initial=0.0)))
        for each in (states, far):
            move, cell = (entries := each.tocoo()).coords
            found = found.with_more(Moves(move.astype(np.intp), unknown[cell], entries.data))
    return found.possible(system.unknown, knowledge).enough()


def _possible(states: sparse.csr_array, knowledge: Knowledge) -> IntArray:
    """Those that an attacker cannot rule out."""
    room = np.where(states.data > 0, knowledge.above[states.indices], knowledge.below[states.indices])
    broken = np.bincount(_row_of_entry(states)[np.abs(states.data) > room], minlength=states.shape[0])
    return np.asarray(np.flatnonzero(broken == 0))


def _row_of_entry(states: sparse.csr_array) -> IntArray:
    return np.repeat(np.arange(states.shape[0]), np.diff(states.indptr))


def _as_far_as_possible(states: sparse.csr_array, knowledge: Knowledge, most: float) -> sparse.csr_array:
    """Those that can be done several times over, as often as they can and as is asked for at most."""
    room = np.where(states.data > 0, knowledge.above[states.indices], knowledge.below[states.indices])
    times = np.floor(np.minimum(room / np.abs(states.data), most))
    times = np.minimum.reduceat(times, states.indptr[:-1]) if states.nnz else times
    several = np.flatnonzero(times > 1)
    return sparse.csr_array(sparse.diags_array(times[several]) @ states[several])
