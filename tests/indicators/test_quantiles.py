"""Expected values by hand, from q = ⌊(Q + 1) − ⌈((n + 1) − rank)/(n/Q)⌉⌋ of PHEindicatormethods."""

import numpy as np
import pandas as pd
import pytest

from indicators.quantiles import quantile_groups


def test_ten_values_in_five_groups_high_first():
    values = [10.0, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert quantile_groups(values, 5).tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert quantile_groups(values, 5, high_is_first=False).tolist() == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]


def test_seven_values_in_four_groups():
    # rank 1 … 7, (8 − rank)/1.75 = 4, 3.43, 2.86, 2.29, 1.71, 1.14, 0.57 → ⌈⌉ 4, 4, 3, 3, 2, 2, 1 → q 1, 1, 2, 2, 3, 3, 4
    assert quantile_groups([70.0, 60, 50, 40, 30, 20, 10], 4).tolist() == [1, 1, 2, 2, 3, 3, 4]


def test_ties_share_the_group_of_their_minimum_rank():
    # high first: 9 → rank 1, the three 5 → rank 2, 1 → rank 5; n = 5, Q = 5: q = 6 − (6 − rank) = rank
    assert quantile_groups([5.0, 9, 5, 1, 5], 5).tolist() == [2, 1, 2, 5, 2]
    # low first: 1 → rank 1, the three 5 → rank 2, 9 → rank 5
    assert quantile_groups([5.0, 9, 5, 1, 5], 5, high_is_first=False).tolist() == [2, 5, 2, 1, 2]


def test_all_values_equal_are_in_the_first_group():
    assert quantile_groups([4.0] * 6, 3).tolist() == [1] * 6


def test_missing_values_have_no_group_and_do_not_count():
    values = pd.Series([np.nan, 4.0, 3.0, np.nan, 2.0, 1.0], index=list("abcdef"))
    found = quantile_groups(values, 2)
    assert list(found.index) == list("abcdef")
    assert found.dropna().to_dict() == {"b": 1, "c": 1, "e": 2, "f": 2}


def test_fewer_values_than_groups():
    assert np.isnan(quantile_groups([1.0, 2.0, np.nan], 3)).all()
    assert quantile_groups([1.0, 2.0, np.nan, 3.0], 3).tolist()[3] == 1
    assert quantile_groups([], 3).tolist() == []


def test_no_rounding_moves_a_bound():
    # Where Q divides n every group has n/Q areas; each last rank of a group lies exactly on a bound.
    for n in range(7, 500, 7):
        values = np.arange(n, 0, -1.0)
        assert quantile_groups(values, 7).tolist() == np.repeat(np.arange(1, 8), n // 7).tolist()


def test_no_groups_are_refused():
    with pytest.raises(ValueError):
        quantile_groups([1.0], 0)
