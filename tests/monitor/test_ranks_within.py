"""Ranks among the areas looked at, counted by hand."""

import math

import pandas as pd
import pytest

from monitor.ranks_within import ranks_within

NAN = math.nan
# ten areas of a county, the first four of them in one municipality
VALUES = pd.Series([20.0, 5.0, 20.0, NAN, 31.0, 7.0, 5.0, 1.0, 20.0, NAN], index=list("abcdefghij"))
OWN = pd.Index(list("abcd"))


@pytest.mark.parametrize(
    ("areas", "lowest_first", "ranks", "of"),
    [
        (OWN, False, {"a": 1, "b": 3, "c": 1, "d": NAN}, 3),  # two share the first rank, the second is left out
        (OWN, True, {"a": 2, "b": 1, "c": 2, "d": NAN}, 3),
        # 31 before three times 20, then 7, two times 5, and 1
        (VALUES.index, False, {"a": 2, "b": 6, "c": 2, "d": NAN, "e": 1, "f": 5, "g": 6, "h": 8, "i": 2, "j": NAN}, 8),
        (pd.Index(["h"]), False, {"h": 1}, 1),
        (pd.Index(["d"]), False, {"d": NAN}, 0),
        (pd.Index([]), False, {}, 0),
    ],
)
def test_ranks_by_hand(areas, lowest_first, ranks, of):
    found = ranks_within(VALUES, areas, lowest_first=lowest_first)
    assert found.of == of
    pd.testing.assert_series_equal(
        found.rank, pd.Series(ranks, dtype=float).reindex(areas), check_names=False, check_index_type=False
    )


def test_a_hidden_value_moves_nobody():
    """Whatever a hidden number is, the ranks of the others are the same: nothing can be read from them."""
    with_it, without = (ranks_within(each, each.index, lowest_first=False) for each in (VALUES, VALUES.dropna()))
    assert with_it.rank.dropna().equals(without.rank) and with_it.of == without.of
