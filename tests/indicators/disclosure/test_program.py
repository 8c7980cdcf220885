"""Programs by hand: a + b = 1, b + c = 1, a + c + d = 1. Halves of a, b and c need no d; of whole numbers only b = d = 1 do."""

import numpy as np
import pytest
from scipy import sparse

from indicators.disclosure.dives import dived
from indicators.disclosure.program import Program
from indicators.disclosure.solver import Whole, solved

ROWS = sparse.csr_array(np.array([[1.0, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, 1]]))
COST, ONES = np.array([0.0, 0.0, 0.0, 0.1]), np.ones(3)
BOUNDS = np.column_stack([np.zeros(4), np.full(4, 5.0)])
HALVES, WHOLE = [0.5, 0.5, 0.5, 0], [0, 1, 0, 1]


def program():
    return Program(COST, ROWS, BOUNDS, ONES)


def test_halves_are_cheapest_and_whole_numbers_cost_more():
    assert program().solve(BOUNDS).tolist() == HALVES
    assert program().solve_in_whole(BOUNDS).tolist() == WHOLE


def test_other_bounds_are_asked_of_the_same_program():
    asked, one = program(), BOUNDS.copy()
    one[3, 0] = 1  # d is 1 at least: then a + c = 0
    assert asked.solve(BOUNDS).tolist() == HALVES
    assert asked.solve(one).tolist() == WHOLE
    assert asked.solve(BOUNDS).tolist() == HALVES


def test_there_may_be_no_such_numbers():
    without_d = BOUNDS.copy()
    without_d[3, 1] = 0
    assert program().solve_in_whole(without_d) is None
    without_d[1, 1] = 0  # b = 0 makes a = c = 1
    assert program().solve(without_d) is None


def test_a_dive_ends_in_whole_numbers():
    asked = program()
    assert dived(asked.solve, COST, BOUNDS, asked.solve(BOUNDS)).tolist() == WHOLE


def test_a_dive_may_find_nothing():
    without_d = BOUNDS.copy()
    without_d[3, 1] = 0
    asked = program()
    assert dived(asked.solve, COST, without_d, asked.solve(without_d)) is None


@pytest.mark.parametrize("whole", [Whole(), Whole(0.2), Whole(0.2, quick=True), Whole(0.05)])
def test_whole_numbers_as_they_are_asked_for(whole):
    # 0.1 more than by halves is enough for the second and third; the others look for the best, which is the same here.
    assert solved(COST, ROWS, BOUNDS, ONES, whole).tolist() == WHOLE


def test_quick_says_nothing_where_it_finds_nothing_cheap():
    assert solved(COST, ROWS, BOUNDS, ONES, Whole(0.05, quick=True)).tolist() == [0, 0, 0, 0]


def test_no_numbers_at_all_is_an_error():
    nothing = np.zeros((4, 2))
    with pytest.raises(ArithmeticError):
        solved(COST, ROWS, nothing, ONES)
