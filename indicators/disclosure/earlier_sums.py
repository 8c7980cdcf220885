"""The sums of earlier releases: readers have kept them, and they bind what has not changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.places import Places
from indicators.disclosure.sums import Before, Key
from indicators.disclosure.system import GIVEN, NEVER, System, filled
from indicators.shapes import BoolArray, FloatArray


class Placed(NamedTuple):
    """Which sums of what lies in no part were nothing: in the last release, and in any release so far."""

    last: Mapping[Key, BoolArray]
    ever: Mapping[Key, BoolArray]


NONE_PLACED = Placed({}, {})


def with_earlier(system: System, places: Places, before: Mapping[Key, Before], placed: Placed = NONE_PLACED) -> System:
    """The same system for those who have kept earlier releases: what these hid adds up as it did then.

    Its sums are those of which every cell that is published now was published then, or is made of cells nobody is shown.
    A number that has been corrected since was known then and is still held against what was hidden: who takes a correction
    for a small one comes close.
    """
    rows = [*_earlier(system, places, before, placed)]
    return replace(system, relations=sparse.vstack([system.relations, *map(_without_zeros, rows)], format="csr"))


def _earlier(
    system: System, places: Places, before: Mapping[Key, Before], placed: Placed
) -> Iterator[sparse.csr_array]:
    """The sums of the last release, and those of the first one where it hid less (once hidden, a cell stays so) or where
    nothing was left yet of what lies in no part."""
    hidden, never, published = np.zeros((3, places.size), dtype=np.bool_)
    for key, each in before.items():
        told, cells = np.isfinite(each.numbers), places.at(key)
        hidden[cells] = each.hidden | each.rounded
        never[cells] = hidden[cells] & ~told
        published[cells] = hidden[cells] | told
    last, ever = (_cells_of(each, places) for each in placed)
    corrected = published & ~never & (system.tier != GIVEN)
    # What was nothing then and is something now is as good as corrected.
    relations = _sums_of_then(system.relations, (system.tier != NEVER) & ~published, corrected | ever)
    of_first = _with_any(relations, (corrected & hidden) | (ever & ~last))
    for unknown, nowhere, rows in ((hidden, last, relations), (never, ever, of_first)):
        seen = nowhere | (published & ~unknown)
        open_ = ((unknown & (system.tier != GIVEN)) | (system.tier == NEVER)) & ~seen
        yield rows @ sparse.diags_array(open_.astype(np.float64))


def _cells_of(chosen: Mapping[Key, BoolArray], places: Places) -> BoolArray:
    found = np.zeros(places.size, dtype=np.bool_)
    for key, each in chosen.items():
        found[places.at(key)[each]] = True
    return found


def _sums_of_then(relations: sparse.csr_array, new: BoolArray, corrected: BoolArray) -> sparse.csr_array:
    """The relations without cells that are new. Where they also hold a corrected one, a new cell is taken for what it is
    made of: a whole is the sum of the pieces of its areas, however these were drawn then."""
    how_many = abs(relations) @ new.astype(np.float64)
    kept = relations[np.flatnonzero(how_many == 0)]
    if not (corrected.any() and new.any()):
        return kept
    of_one = relations[np.flatnonzero(np.diff(relations[:, np.flatnonzero(new)].tocsr().indptr) == 1)].tocoo()
    row, cell = of_one.coords
    at_new = new[cell]
    cells, first = np.unique(cell[at_new], return_index=True)
    defining = sparse.diags_array(1 / of_one.data[at_new][first]) @ of_one.tocsr()[row[at_new][first]]
    others = _with_any(relations[np.flatnonzero(how_many > 0)], corrected)
    replaced = _without_zeros((others - others[:, cells] @ defining).tocsr())
    left: FloatArray = abs(replaced) @ new.astype(np.float64)
    found: sparse.csr_array = sparse.vstack([kept, replaced[np.flatnonzero(left == 0)]], format="csr")
    return found


def _with_any(relations: sparse.csr_array, cells: BoolArray) -> sparse.csr_array:
    held: FloatArray = abs(relations) @ cells.astype(np.float64)
    return relations[np.flatnonzero(held)]


def _without_zeros(relations: sparse.csr_array) -> sparse.csr_array:
    kept = relations.tocsr()
    kept.eliminate_zeros()
    return filled(kept)
