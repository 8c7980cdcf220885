"""Rings of four by hand: which pairs of cells change the same sums."""

import numpy as np
from scipy import sparse

from indicators.disclosure.rings import rings_of_four


def rings_of(rows):
    return rings_of_four(sparse.csr_array(np.array(rows, dtype=np.float64)))


def states(rings):
    """cell → number of each ring, the first cell up."""
    found = []
    for cells, numbers in zip(rings.cells.tolist(), rings.numbers.tolist(), strict=True):
        state = dict(sorted(zip(cells, numbers, strict=True)))
        up = next(iter(state.values()))
        found.append({cell: number / up for cell, number in state.items()})
    return found


def test_a_table_of_two_by_two():
    # Cells 0 1 / 2 3: rows 0 + 1 and 2 + 3, columns 0 + 2 and 1 + 3.
    rings = rings_of([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]])
    assert {0: 1, 1: -1, 2: -1, 3: 1} in states(rings)


def test_three_divisions_of_the_same_ground():
    # Every one of the four stands in three sums; cell 4 shares the third division with 0 and 1.
    rings = rings_of([
        [1, 1, 0, 0, 0], [0, 0, 1, 1, 0],
        [1, 0, 0, 1, 0], [0, 1, 1, 0, 0],
        [1, 1, 0, 0, 1], [0, 0, 1, 1, 0],
    ])  # fmt: skip
    assert {0: 1, 1: -1, 2: 1, 3: -1} in states(rings)


def test_a_hidden_area_moves_with_its_part():
    # Area 0 = parts 1 + 2 and area 3 = parts 4 + 5 are hidden, 0 + 3 is known; so are 1 + 4 and 2 + 5 of another division.
    rings = rings_of([
        [1, -1, -1, 0, 0, 0], [0, 0, 0, 1, -1, -1], [1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1],
    ])  # fmt: skip
    assert {0: 1, 1: 1, 3: -1, 4: -1} in states(rings)


def test_where_there_is_none():
    assert not len(rings_of([[1, 1, 1]]).cells)
    assert not len(rings_of(np.zeros((0, 3))).cells)


def test_every_ring_keeps_every_sum():
    random = np.random.default_rng(3)
    for _ in range(50):
        rows = np.zeros((9, 12))
        for division in range(3):  # each cell in one area of each division
            rows[3 * division + random.integers(0, 3, 12), np.arange(12)] = 1
        cells, numbers = rings_of(rows)
        assert len(cells)
        for ring, by in zip(cells, numbers, strict=True):
            assert len(set(ring)) == 4 and not (rows[:, ring] @ by).any()
