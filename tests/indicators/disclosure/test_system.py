import numpy as np
from scipy import sparse

from indicators.disclosure.system import distinct


def test_a_sum_is_told_once_whatever_its_sign():
    rows = [[1, -1, -1, 0], [0, 0, 0, 0], [-1, 1, 1, 0], [1, -1, 0, 0], [1, -1, -1, 0], [1, 1, -1, 0], [2, -2, -2, 0]]
    found = distinct(sparse.csr_array(np.array(rows, dtype=np.float64)))
    assert found.toarray().tolist() == [[1, -1, -1, 0], [1, -1, 0, 0], [1, 1, -1, 0], [2, -2, -2, 0]]


def test_of_no_sums_there_are_none():
    assert distinct(sparse.csr_array((0, 3))).shape == (0, 3)
