"""Single years beside sums of three years: all numbers by hand."""

import numpy as np

from indicators.linked_years import link_years

SINGLE = np.array([[10.0, 20.0, 30.0, 40.0, 50.0]])
POOLED = np.array([[np.nan, np.nan, 60.0, 90.0, 120.0]])


def _linked(single_hidden, pooled_hidden, single=SINGLE):
    years, sums = np.array([single_hidden], dtype=bool), np.array([pooled_hidden], dtype=bool)
    changed = link_years(single, years, POOLED, sums, 3)
    return changed, years[0].astype(int).tolist(), sums[0].astype(int).tolist()


def test_nothing_hidden_stays_so():
    assert _linked([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]) == (False, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0])


def test_a_hidden_year_hides_every_sum_it_is_in():
    # 20 = 60 − 10 − 30 = 90 − 30 − 40
    assert _linked([0, 1, 0, 0, 0], [0, 0, 0, 0, 0]) == (True, [0, 1, 0, 0, 0], [0, 0, 1, 1, 0])


def test_a_hidden_sum_hides_its_smallest_year_and_so_further_sums():
    # The sum 90 would follow from 20 + 30 + 40.
    assert _linked([0, 0, 0, 0, 0], [0, 0, 0, 1, 0]) == (True, [0, 1, 0, 0, 0], [0, 0, 1, 1, 0])


def test_a_year_of_nothing_is_not_hidden_for_a_sum():
    single = np.array([[10.0, 0.0, 50.0, 40.0, 30.0]])
    assert _linked([0, 0, 0, 0, 0], [0, 0, 1, 0, 0], single)[1] == [1, 0, 0, 0, 0]


def test_a_year_that_nobody_knows_protects_the_sum():
    single = np.array([[10.0, np.nan, 30.0, 40.0, 50.0]])
    assert _linked([0, 0, 0, 0, 0], [0, 0, 1, 0, 0], single) == (False, [0, 0, 0, 0, 0], [0, 0, 1, 0, 0])


def test_a_second_time_nothing_is_added():
    years, sums = np.array([[0, 1, 0, 0, 1]], dtype=bool), np.array([[0, 0, 0, 1, 0]], dtype=bool)
    link_years(SINGLE, years, POOLED, sums, 3)
    assert not link_years(SINGLE, years, POOLED, sums, 3)
