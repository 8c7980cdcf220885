import numpy as np
import pandas as pd

from indicators.aggregate import add_up, at_areas, completed
from indicators.counts import Counts
from indicators.signs import Sign


def _counts(rows):
    columns = ["area", "year", "measure", "group", "value", "sign"]
    return Counts.from_tidy(pd.DataFrame([(a, 2020, "x", "", v, s) for a, v, s in rows], columns=columns))


PARENTS = pd.Series({"a1": "A", "a2": "A", "b1": "B", "b2": "B"})
WHOLE = pd.Index(["A", "B", "C"])


def test_counts_add_up_and_shares_are_never_averaged():
    found = add_up(_counts([("a1", 1.0, 0), ("a2", 2.0, 0), ("b1", 0.0, 0), ("b2", 5.0, 0)]), PARENTS, WHOLE)
    assert found.values[0, :2, 0].tolist() == [3, 5]
    assert found.signs[0, 2, 0] == Sign.ABSENT and np.isnan(found.values[0, 2, 0])


def test_a_sum_with_a_missing_part_is_missing_and_says_why():
    found = add_up(_counts([("a1", 1.0, 0), ("a2", np.nan, Sign.SECRET), ("b1", 4.0, 0)]), PARENTS, WHOLE)
    assert found.signs[0, 0, 0] == Sign.SECRET and np.isnan(found.values[0, 0, 0])
    assert found.values[0, 1, 0] == 4


def test_nothing_adds_nothing_and_alone_stays_nothing():
    rows = [("a1", 1.0, 0), ("a2", np.nan, Sign.NOTHING), ("b1", np.nan, Sign.NOTHING), ("b2", np.nan, Sign.NOTHING)]
    found = add_up(_counts(rows), PARENTS, WHOLE)
    assert found.values[0, 0, 0] == 1
    assert found.signs[0, 1, 0] == Sign.NOTHING and np.isnan(found.values[0, 1, 0])


def test_what_was_delivered_goes_first():
    areas = pd.Index(["A", "B"])
    delivered = at_areas(_counts([("A", 7.0, 0)]), areas)
    added = at_areas(_counts([("A", 6.0, 0), ("B", 5.0, 0)]), areas)
    assert completed(delivered, added).values[0, :, 0].tolist() == [7, 5]


def test_order_and_names_of_areas_do_not_matter():
    rows = [("b2", 5.0, 0), ("a2", 2.0, 0), ("b1", 0.0, 0), ("a1", 1.0, 0)]
    assert add_up(_counts(rows), PARENTS, WHOLE).values[0, :2, 0].tolist() == [3, 5]


def test_the_largest_contributions_are_compared_and_never_added():
    # a: 90 and 4, b: 60 and 50, c: 90 and 0 → 90 and 90; with b alone 60 and 50; none there: 0 and 0
    numbers = {"x": [100, 300, 95, 0], "x_groesster": [90, 60, 90, 0], "x_zweitgroesster": [4, 50, 0, 0]}
    rows = [
        (area, 2020, measure, "", float(number), 0)
        for measure, each in numbers.items()
        for area, number in zip("abcd", each, strict=True)
    ]
    counts = Counts.from_tidy(pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"]))
    parents = pd.Series({"a": "P", "b": "Q", "c": "P", "d": "R"})
    found = add_up(counts, parents, pd.Index(["P", "Q", "R"]))
    of = {measure: found.values[at, :, 0].tolist() for at, (measure, _) in enumerate(found.measures)}
    assert of == {"x": [195, 300, 0], "x_groesster": [90, 60, 0], "x_zweitgroesster": [90, 50, 0]}
    together = add_up(counts, pd.Series(dict.fromkeys("abcd", "K")), pd.Index(["K"]))
    assert together.values[:, 0, 0].tolist() == [495, 90, 90]


def test_the_second_largest_may_lie_in_the_same_part():
    numbers = {"x_groesster": [60, 10], "x_zweitgroesster": [50, 5]}
    rows = [
        (area, 2020, measure, "", float(number), 0)
        for measure, each in numbers.items()
        for area, number in zip("ab", each, strict=True)
    ]
    counts = Counts.from_tidy(pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"]))
    found = add_up(counts, pd.Series({"a": "K", "b": "K"}), pd.Index(["K"]))
    assert found.values[:, 0, 0].tolist() == [60, 50]


def test_a_largest_contribution_that_is_missing_in_a_part_is_missing():
    rows = [("a", 2020, "x_groesster", "", 5.0, 0), ("b", 2020, "x_groesster", "", np.nan, int(Sign.SECRET))]
    counts = Counts.from_tidy(pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"]))
    found = add_up(counts, pd.Series({"a": "K", "b": "K"}), pd.Index(["K"]))
    assert np.isnan(found.values[0, 0, 0]) and found.signs[0, 0, 0] == Sign.SECRET
