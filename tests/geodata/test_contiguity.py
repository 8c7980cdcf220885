"""Strays go home: strips of cells in one row, each with one neighbour to the left and one to the right."""

import numpy as np
import pytest

from geodata.contiguity import EMPTY, joined, strays

A, B, C = 0, 1, 2


def _row(length):
    return np.array([[cell - 1, cell + 1 if cell + 1 < length else -1] for cell in range(length)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([A, A, B, B], [A, A, B, B]),
        ([A, A, B, A, B, B], [A, A, A, B, B, B]),  # neighbours change places
        ([A, A, B, C, A], [A, A, A, B, C]),  # the others move up
        ([A, A, EMPTY, A], [A, A, A, EMPTY]),  # over a free cell
    ],
)
def test_strays_are_led_home(before, after):
    assert joined(np.array(before), _row(len(before))).tolist() == after


def test_an_island_without_a_way_stays():
    around = np.array([[-1, 1], [0, -1], [-1, 3], [2, -1]])  # cells 0 and 1, cells 2 and 3
    assert joined(np.array([A, A, A, B]), around).tolist() == [A, A, A, B]


def test_scattered_groups_are_left():
    scattered = np.array([A, B, C] * 50)
    assert (joined(scattered, _row(150)) == scattered).all()


def test_strays_are_outside_the_largest_part():
    assert strays([0, 1, 3, 5, 6], _row(7).tolist()) == {3, 5, 6}
    assert strays([], _row(7).tolist()) == set()
