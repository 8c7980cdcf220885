"""Rings in several layers at once: what years and categories leave open together, such as one person more this year, one
less the next and so on where only sums of three years are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.elimination import null_space
from indicators.disclosure.rings import Rings
from indicators.disclosure.system import blocks_of
from indicators.shapes import FloatArray, IntArray

PATTERNS = 1000  # ways in which layers are tied to each other that are looked at; a county has some dozens
FEW = 3  # directions of which the differences are tried as well


class _Alike(NamedTuple):
    """Groups of rings of the same four places.

    ring: position of the ring of each group and layer, −1 where there is none. sign: by which it is multiplied so that all of
    a group are alike. layers: their numbers. places: of the shape (groups, 4); one holds the cells that sums across layers tie.
    """

    ring: IntArray
    sign: FloatArray
    layers: IntArray
    places: IntArray


def repeated(rings: Rings, crossing: sparse.csr_array, layer: IntArray) -> sparse.csr_array:
    """Differences (one row each) that keep the relations within layers and those across them.

    crossing: relations across layers, of the same cells as the rings. layer: of each cell.
    """
    none = sparse.csr_array((0, layer.size))
    if not len(rings.cells):
        return none
    place = blocks_of(crossing, np.ones(layer.size, dtype=np.bool_))
    alike = _alike(rings, place, layer)
    rows, cells, numbers, start = [], [], [], 0
    for groups, layers, combination in _combinations(alike, crossing, place, layer):
        used = np.flatnonzero(combination)
        ring = alike.ring[np.ix_(groups, layers[used])]
        times = alike.sign[np.ix_(groups, layers[used])] * combination[used]
        rows.append(np.repeat(start + np.arange(groups.size), used.size * 4))
        cells.append(rings.cells[ring].ravel())
        numbers.append((rings.numbers[ring] * times[:, :, None]).ravel())
        start += groups.size
    if not start:
        return none
    entries = (np.concatenate(numbers), (np.concatenate(rows), np.concatenate(cells)))
    found = sparse.csr_array(entries, shape=(start, layer.size))
    found.eliminate_zeros()  # where two rings meet
    return found


def _alike(rings: Rings, place: IntArray, layer: IntArray) -> _Alike:
    places = place[rings.cells]
    order = np.argsort(places, axis=1)
    places, numbers = np.take_along_axis(places, order, 1), np.take_along_axis(rings.numbers, order, 1)
    sign = np.sign(numbers[:, 0])
    layers, of_layer = np.unique(layer[rings.cells[:, 0]], return_inverse=True)
    kinds, group = np.unique(np.column_stack([places, numbers * sign[:, None]]), axis=0, return_inverse=True)
    ring = np.full((len(kinds), layers.size), -1, dtype=np.intp)
    ring[group.ravel(), of_layer] = np.arange(len(places))
    return _Alike(ring, np.where(ring >= 0, sign[ring], 0.0), layers, kinds[:, :4].astype(np.intp))


def _combinations(
    alike: _Alike, crossing: sparse.csr_array, place: IntArray, layer: IntArray
) -> Iterator[tuple[IntArray, IntArray, FloatArray]]:
    """Groups, positions of layers, and by how much their rings move together in each of these layers."""
    of_place = _rows_of_places(crossing, place, alike.layers, layer)
    patterns = _patterns(of_place, alike)
    _, first, pattern = np.unique(patterns, axis=0, return_index=True, return_inverse=True)
    for number in range(min(first.size, PATTERNS)):
        groups = np.flatnonzero(pattern.ravel() == number)
        layers = np.flatnonzero(alike.ring[groups[0]] >= 0)
        ties = np.vstack([of_place.rows[of_place.place == each] for each in alike.places[groups[0]]])[:, layers]
        for combination in _kernel(np.unique(ties, axis=0)):
            yield groups, layers, combination


class _Ties(NamedTuple):
    """Relations across layers. place: of each; rows: coefficients, of the shape (relations, layers)."""

    place: IntArray
    rows: FloatArray


def _rows_of_places(crossing: sparse.csr_array, place: IntArray, layers: IntArray, layer: IntArray) -> _Ties:
    position = np.searchsorted(layers, layer)
    known = (position < layers.size) & (layers[np.minimum(position, layers.size - 1)] == layer)
    to_layers = sparse.csr_array(
        (np.ones(np.count_nonzero(known)), (np.flatnonzero(known), position[known])), shape=(layer.size, layers.size)
    )
    rows = (crossing @ to_layers).toarray()
    return _Ties(place[crossing.indices[crossing.indptr[:-1]]], rows)


def _patterns(of_place: _Ties, alike: _Alike) -> IntArray:
    """What tells groups apart that are tied in different ways or lie in different layers."""
    random = np.random.default_rng(1)
    weights = random.integers(1, 2**20, size=alike.layers.size)
    told = (of_place.rows.astype(np.int64) @ weights) ** 2
    sums = np.zeros(int(max(of_place.place.max(initial=-1), alike.places.max(initial=-1))) + 1, dtype=np.int64)
    np.add.at(sums, of_place.place, told)
    return np.column_stack([np.sort(sums[alike.places], axis=1), (alike.ring >= 0) @ weights])


def _kernel(ties: FloatArray) -> FloatArray:
    """Numbers per layer that keep all ties, one row each; wholes follow from their parts."""
    order = np.argsort(-(ties > 0).sum(axis=0), kind="stable")
    vectors, _ = null_space(ties[:, order].astype(np.int64))
    found = np.empty(vectors.shape)
    found[:, order] = vectors
    if 1 < len(found) <= FEW:
        pairs = np.triu_indices(len(found), 1)
        found = np.vstack([found, found[pairs[0]] - found[pairs[1]], found[pairs[0]] + found[pairs[1]]])
    return found
