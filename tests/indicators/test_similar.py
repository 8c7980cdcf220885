"""Areas alike by ranks; distances by hand."""

import numpy as np
import pandas as pd
import pytest

from indicators.similar import similar


def table(**columns):
    return pd.DataFrame(columns, index=list("abcde")[: len(next(iter(columns.values())))])


def test_distances_by_hand():
    # ranks of x: 0, 1/4, 1/2, 3/4, 1; of y: 1, 3/4, 1/2, 1/4, 0
    found = similar(table(x=[1, 2, 3, 4, 500], y=[9, 8, 7, 6, 5]), "a")
    assert list(found.index) == ["b", "c", "d", "e"]
    assert found.tolist() == pytest.approx([0.25, 0.5, 0.75, 1.0])


def test_a_hidden_value_counts_for_nothing():
    # y of b is hidden: ranks of x 0, 1/2, 1; of y 0, -, 1
    found = similar(table(x=[1, 2, 3], y=[1, np.nan, 2], z=[1, 2, 3], u=[1, 2, 3], v=[1, 1, 2]), "a")
    # b: x 0.5, z 0.5, u 0.5, v 0 (ties at their mean, 0.25 each) → sqrt(3/16)
    assert found["b"] == pytest.approx((3 * 0.25 / 4) ** 0.5)


def test_who_lacks_more_than_a_quarter_is_not_compared():
    values = table(x=[1, 2, 3], y=[1, np.nan, 2], z=[1, np.nan, 3], u=[1, 2, 3])
    assert list(similar(values, "a").index) == ["c"]
    assert list(similar(values, "b").index) == ["a", "c"]  # of what b has, the others have all


def test_equal_distances_stay_in_the_order_of_the_table():
    found = similar(table(x=[2, 1, 3], y=[2, 1, 3]), "a")
    assert found.index.tolist() == ["b", "c"]


def test_nothing_to_compare():
    assert similar(table(x=[np.nan, 1, 2]), "a").empty
    assert similar(table(x=[5]), "a").empty
    assert similar(table(x=[1, 1, 1]), "a").tolist() == [0, 0]


def test_as_many_as_asked():
    assert len(similar(table(x=[1, 2, 3, 4, 5]), "a", most=2)) == 2
