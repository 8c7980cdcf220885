import numpy as np
import pandas as pd
from pandas.testing import assert_frame_equal

from indicators.attention import county_rule, mss_rule

AREAS = ["a", "b", "c", "d"]
POLARITY = pd.Series({"A": -1, "B": -1, "C": 1})


def _county(considered=(True, True, True, True)):
    values = pd.DataFrame({"A": [9.0, 1, 1, 1], "B": [8.0, 8, 1, 1], "C": [1.0, 9, 9, np.nan]}, index=AREAS)
    unfavourable = pd.DataFrame(
        {"A": [True, False, False, False], "B": [True, True, False, False], "C": [True, False, False, False]},
        index=AREAS,
    )
    return county_rule(values, unfavourable, POLARITY, 2, pd.Series(considered, index=AREAS))


def test_county_rule_counts_secured_deviations():
    found = _county()
    assert found.table["flagged"].tolist() == [True, False, False, False]
    assert found.table["index"].tolist() == [3, 1, 0, 0]


def test_reasons_come_strongest_first():
    # z of a: A = (9 − 3)/√12 = 1.73, B = (8 − 4.5)/3.5 = 1.0, C = 16/3 ÷ √(128/9) = 1.41
    assert _county().reasons("a") == ["A", "C", "B"]
    assert _county().reasons("a", most=1) == ["A"]


def test_areas_below_the_minimum_are_not_evaluated():
    found = _county(considered=(False, True, True, True))
    assert not found.table.loc["a", "evaluated"] and not found.table.loc["a", "flagged"]
    assert np.isnan(found.table.loc["a", "index"])


def test_all_areas_equal_flags_nobody():
    values = pd.DataFrame({"A": [5.0] * 4}, index=AREAS)
    found = county_rule(values, values > 9, POLARITY, 1, pd.Series(True, index=AREAS))
    assert not found.table["flagged"].any()


def _mss(order=None):
    # 25 areas, A = 0 … 24: mean 12, SD √52 = 7.21; index = z. Changes: all 0 but one strong rise.
    areas = [f"g{number:02}" for number in range(25)]
    values = pd.DataFrame({"A": np.arange(25.0)}, index=areas)
    changes = pd.DataFrame({"A": np.where(np.arange(25) == 20, 5.0, 0.0)}, index=areas)
    order = order or areas
    return mss_rule(values.loc[order], changes.loc[order], POLARITY, pd.Series(True, index=order))


def test_mss_rule_flags_very_low_and_falling_low_status():
    # z > 1.5 from 22.8 on: g23, g24. z in (1, 1.5]: g20 (1.11), g21, g22; of these only g20 has negative dynamics.
    found = _mss()
    assert found.table.index[found.table["flagged"]].tolist() == ["g20", "g23", "g24"]
    assert found.worst_first().index.tolist() == ["g24", "g23", "g20"]


def test_a_permutation_of_areas_permutes_the_result():
    order = [f"g{number:02}" for number in range(24, -1, -1)]
    assert_frame_equal(_mss(order).table.loc[_mss().table.index], _mss().table)


def test_without_an_earlier_year_only_very_low_status_counts():
    areas = [f"g{number:02}" for number in range(25)]
    values = pd.DataFrame({"A": np.arange(25.0)}, index=areas)
    found = mss_rule(values, pd.DataFrame(index=areas), POLARITY, pd.Series(True, index=areas))
    assert found.table["flagged"].sum() == 2 and set(found.table["dynamics"]) == {""}
