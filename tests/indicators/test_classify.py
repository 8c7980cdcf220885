import numpy as np

from indicators.classify import NO_CLASS, assign, quantile_breaks


def test_quantiles_of_type_seven():
    # numpy's and R's default: 1 … 9 in four classes → 3, 5, 7, 9
    breaks = quantile_breaks(np.arange(1.0, 10.0), 4, decimals=1)
    assert breaks == [3, 5, 7, 9]
    assert np.bincount(assign(np.arange(1.0, 10.0), breaks, 1)).tolist() == [3, 2, 2, 2]


def test_ties_give_fewer_classes():
    breaks = quantile_breaks(np.array([1.0, 1, 1, 1, 2]), 4, decimals=1)
    assert breaks == [1, 2]


def test_all_equal_is_one_class():
    breaks = quantile_breaks(np.array([4.0, 4, 4]), 5, decimals=1)
    assert breaks == [4] and assign(np.array([4.0]), breaks, 1).tolist() == [0]


def test_missing_has_no_class_and_moves_no_break():
    values = np.array([1.0, np.nan, 3.0])
    breaks = quantile_breaks(values, 2, decimals=1)
    assert breaks == [2, 3]
    assert assign(values, breaks, 1).tolist() == [0, NO_CLASS, 1]
    assert quantile_breaks(np.array([np.nan]), 5, 1) == []


def test_class_follows_the_printed_number():
    # 10.04 is printed as 10.0 and belongs to the class that ends at 10.0
    assert assign(np.array([10.04]), [10.0, 20.0], 1).tolist() == [0]
