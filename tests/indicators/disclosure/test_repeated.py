"""Four blocks in two rows and two columns, counted in four years: cell 4 · year + block."""

import numpy as np
from scipy import sparse

from indicators.disclosure.repeated import repeated
from indicators.disclosure.rings import rings_of_four

YEARS, BLOCKS = 4, 4
SUMS_OF_A_YEAR = np.array([[1.0, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]])
RING = np.array([1.0, -1, -1, 1])


def found_of(crossing, layers):
    within = sparse.csr_array(np.kron(np.eye(layers), SUMS_OF_A_YEAR))
    layer = np.repeat(np.arange(layers), BLOCKS)
    found = repeated(rings_of_four(within), sparse.csr_array(crossing), layer).toarray()
    assert not (within @ found.T).any() and not (crossing @ found.T).any()
    by_layer = found.reshape(len(found), layers, BLOCKS)
    assert (np.abs(by_layer) == np.abs(by_layer[:, :, :1])).all()  # in each year the whole ring or nothing of it
    return {tuple((row @ RING / BLOCKS).tolist()) for row in by_layer}


def test_where_sums_of_three_years_are_known():
    # Of each block 1st + 2nd + 3rd and 2nd + 3rd + 4th year: what is added in one year is taken away in another one.
    crossing = np.kron([[1.0, 1, 1, 0], [0, 1, 1, 1]], np.eye(BLOCKS))
    found = found_of(crossing, YEARS)
    assert {(-1, 1, 0, -1), (-1, 0, 1, -1)} & (found | {tuple(-each for each in one) for one in found})
    assert all(sum(one[:3]) == 0 and sum(one[1:]) == 0 for one in found)


def test_where_nobody_is_shown_the_sum():
    # A fifth layer holds 1st + 2nd + 3rd year of each block, and takes up what moves there.
    crossing = np.kron([[-1.0, -1, -1, 0, 1]], np.eye(BLOCKS))
    found = found_of(crossing, YEARS + 1)
    assert {(1, 0, 0, 0, 1), (0, 1, 0, 0, 1), (0, 0, 1, 0, 1), (0, 0, 0, 1, 0)} <= found


def test_where_nothing_ties_the_years():
    found = found_of(np.zeros((0, BLOCKS * YEARS)), YEARS)
    assert found == {(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)}


def test_where_no_year_can_move():
    crossing = np.eye(BLOCKS * YEARS)  # each block is known in each year
    within = sparse.csr_array(np.kron(np.eye(YEARS), SUMS_OF_A_YEAR))
    layer = np.repeat(np.arange(YEARS), BLOCKS)
    assert repeated(rings_of_four(within), sparse.csr_array(crossing), layer).shape == (0, BLOCKS * YEARS)


def test_where_there_is_no_ring():
    nothing = repeated(rings_of_four(sparse.csr_array((0, 4))), sparse.csr_array((0, 4)), np.zeros(4, dtype=np.intp))
    assert nothing.shape == (0, 4)
