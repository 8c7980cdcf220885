"""Expected values: arithmetic by hand, statsmodels 0.15.0 and the PySAL package inequality 1.1.2.

The published table of PHEindicatormethods (phe_sii) is in tests/golden.
"""

import numpy as np
import pandas as pd
import pytest

from indicators.inequality import gini, rate_difference, rate_ratio, relative_index, slope_index
from problem import DataError

VALUES = np.array([120.0, 90, 150, 60, 70])
PEOPLE = np.array([400.0, 1000, 250, 800, 550])


def test_slope_of_equal_groups_by_hand():
    # Middles 1/6, 3/6, 5/6 and values 10, 20, 30: slope 20/(4/6) = 30, ends 5 and 35
    assert slope_index([10, 20, 30], [5, 5, 5]) == pytest.approx(30)
    assert relative_index([10, 20, 30], [5, 5, 5]) == pytest.approx(7)
    assert slope_index([30, 20, 10], [5, 5, 5]) == pytest.approx(-30)


@pytest.mark.parametrize(
    ("scale", "factor", "slope", "relative"),
    [
        # statsmodels, WLS of the value on the middle of each group's place, weights = population
        ("none", 1, -59.75754694556694, 0.49017598459847467),
        ("log", 1, -60.17148323928321, 0.49424441501137156),
        ("logit", 1000, -0.060036737373547186, 0.4944469751967668),
    ],
)
def test_weighted_line_as_another_program_finds_it(scale, factor, slope, relative):
    assert slope_index(VALUES / factor, PEOPLE, scale) == pytest.approx(slope, rel=1e-9)
    assert relative_index(VALUES / factor, PEOPLE, scale) == pytest.approx(relative, rel=1e-9)


def test_series_give_a_float():
    found = slope_index(pd.Series(VALUES, list("abcde")), pd.Series(PEOPLE, list("abcde")))
    assert isinstance(found, float) and found == pytest.approx(-59.75754694556694)


@pytest.mark.parametrize("scale", ["none", "log", "logit"])
def test_all_groups_equal(scale):
    assert slope_index([0.3] * 4, [5, 1, 7, 3], scale) == 0
    assert relative_index([0.3] * 4, [5, 1, 7, 3], scale) == 1


def test_one_group_has_no_slope():
    assert np.isnan(slope_index([10.0], [5])) and np.isnan(relative_index([10.0, 20.0], [5, 0]))
    assert np.isnan(slope_index([], []))


def test_a_missing_group_makes_the_index_missing():
    assert np.isnan(slope_index([10.0, np.nan, 30.0], [5, 5, 5]))
    assert np.isnan(relative_index([10.0, 20.0, 30.0], [5, np.nan, 5]))


def test_a_group_without_people_is_left_out():
    assert slope_index([10, np.nan, 20, 30], [5, 0, 5, 5]) == pytest.approx(30)


def test_values_at_and_beyond_the_bounds_of_a_scale():
    assert np.isnan(slope_index([0.0, 0.2], [5, 5], "log"))
    assert np.isnan(slope_index([0.5, 1.0], [5, 5], "logit")) and np.isnan(relative_index([0.0, 0.2], [5, 5], "logit"))
    with pytest.raises(ValueError):
        slope_index([-1.0, 2.0], [5, 5], "log")
    with pytest.raises(ValueError):
        slope_index([10.0, 20.0], [5, 5], "logit")  # percent instead of shares


def test_no_ratio_where_the_line_leaves_the_positive_numbers():
    assert np.isnan(relative_index([0.0, 10.0], [5, 5]))  # ends −5 and 15
    assert slope_index([0.0, 10.0], [5, 5]) == pytest.approx(20)


def test_other_groups_or_negative_populations_are_refused():
    with pytest.raises(ValueError):
        slope_index(pd.Series([1.0, 2.0], ["a", "b"]), pd.Series([1.0, 2.0], ["b", "a"]))
    with pytest.raises(ValueError):
        gini([1.0, 2.0], [1.0])
    with pytest.raises(DataError) as error:
        slope_index([1.0, 2.0], pd.Series([1.0, -2.0], ["ok", "Eitorf"]))
    assert list(error.value.problems[0].areas) == ["Eitorf"]


def test_rate_ratio():
    # 41 of 28,010 and 15 of 19,017: ln 1.8558 ∓ 1.96·√(1/41 + 1/15); digits from statsmodels, method "wald-log"
    ratio, lower, upper = rate_ratio([41], [28010], [15], [19017])
    assert (ratio[0], lower[0], upper[0]) == pytest.approx((1.855758657622273, 1.0272259976476372, 3.3525633144278704))
    _, lower, upper = rate_ratio([41], [28010], [15], [19017], confidence=0.998)
    assert (lower[0], upper[0]) == pytest.approx((0.7303702292971088, 4.715197932772136))


def test_rate_ratio_without_events_and_with_missing_ones():
    ratio, lower, upper = rate_ratio([0, 5, 0, np.nan, 5], [100] * 5, [5, 0, 0, 5, np.nan], [100] * 5)
    assert ratio[0] == 0 and np.isnan(ratio[1:]).all()
    assert np.isnan(lower).all() and np.isnan(upper).all()


def test_areas_against_one_reference():
    areas = ["Eitorf", "Lohmar"]
    found = rate_ratio(pd.Series([8.0, 4.0], areas), pd.Series([100.0, 100.0], areas), 40, 1000)
    assert found.ratio.to_dict() == pytest.approx({"Eitorf": 2, "Lohmar": 1})
    assert list(found.lower.index) == list(found.upper.index) == areas
    difference = rate_difference(pd.Series([8.0, 4.0], areas), pd.Series([100.0, 100.0], areas), 40, 1000)
    assert difference.value.to_dict() == pytest.approx({"Eitorf": 40, "Lohmar": 0})
    with pytest.raises(ValueError):
        rate_ratio(
            pd.Series([8.0], ["a"]), pd.Series([100.0], ["a"]), pd.Series([8.0], ["b"]), pd.Series([100.0], ["b"])
        )
    with pytest.raises(DataError):
        rate_ratio([8.0], [100.0], [8.0], [0.0])


def test_rate_difference():
    # 8 of 300 and 3 of 200: statsmodels, confint_poisson_2indep(method="mover", method_mover="exact-c", compare="diff")
    found = rate_difference([8], [300], [3], [200])
    assert found.value[0] == pytest.approx(11.666667)
    assert (found.lower95[0], found.upper95[0]) == pytest.approx((-20.909036, 40.151796), abs=1e-6)
    assert (found.lower998[0], found.upper998[0]) == pytest.approx((-42.510064, 57.715558), abs=1e-6)


def test_gini():
    # inequality 1.1.2, Gini
    assert gini(VALUES) == pytest.approx(0.18775510204081633)
    assert gini([3.0, 3, 9, 0, 5, 1]) == pytest.approx(0.4523809523809524)
    # By hand: one of four has everything: 1 − 1/4
    assert gini([0.0, 0, 0, 8]) == pytest.approx(0.75)


def test_gini_weighted_by_population():
    # inequality 1.1.2, Gini of each area's value repeated for each of its people
    assert gini(VALUES, PEOPLE) == pytest.approx(0.16361323155216284)
    # By hand: half the people have 1, half have 3: (0.5·0.5·2·2)/(2·2) = 0.25
    assert gini(pd.Series([1.0, 3.0, 9.0]), pd.Series([40.0, 40.0, 0.0])) == pytest.approx(0.25)


def test_gini_at_the_edges():
    assert gini([0.1] * 7, [3, 1, 4, 1, 5, 9, 2]) == 0 and gini([5.0]) == 0
    assert np.isnan(gini([0.0, 0.0])) and np.isnan(gini([])) and np.isnan(gini([1.0, np.nan]))
    assert np.isnan(gini([1.0, 2.0], [1.0, np.nan]))
    with pytest.raises(DataError) as error:
        gini(pd.Series([1.0, -1.0], ["ok", "Eitorf"]))
    assert list(error.value.problems[0].areas) == ["Eitorf"]
