"""Expected values: PHE/OHID's published examples and textbook figures, not our own output."""

import numpy as np
import pandas as pd
import pytest

from indicators.intervals import mean_t, poisson, wilson
from problem import DataError


def test_wilson_of_five_in_a_hundred():
    lower, upper = wilson([5], [100])
    assert lower == pytest.approx([0.0215436792], rel=1e-8)
    assert upper == pytest.approx([0.1117504692], rel=1e-8)


def test_wilson_at_99_8_percent():
    lower, upper = wilson([65], [100], 0.998)
    assert (lower[0], upper[0]) == pytest.approx((0.4954946574, 0.7783540614), rel=1e-9)


def test_wilson_limits_are_exact_at_the_ends():
    lower, upper = wilson([0, 7], [11, 7])
    assert lower[0] == 0 and upper[1] == 1
    assert upper[0] == pytest.approx(0.25883296696, rel=1e-9)


def test_poisson_byar_from_ten_events():
    lower, upper = poisson([25])
    assert (lower[0], upper[0]) == pytest.approx((16.1743, 36.9065), abs=5e-5)


def test_poisson_exact_below_ten_events():
    # Garwood (1936): 0 events 0–3.6889, 1 event 0.0253–5.5716
    lower, upper = poisson([0, 1])
    assert lower == pytest.approx([0, 0.025317808], rel=1e-7)
    assert upper == pytest.approx([3.6888794541, 5.5716433909], rel=1e-9)


def test_missing_stays_missing():
    lower, upper = wilson([np.nan, 5, 5], [100, np.nan, 100])
    assert np.isnan(lower[:2]).all() and np.isnan(upper[:2]).all() and lower[2] > 0
    assert np.isnan(poisson([np.nan]).upper).all()


def test_a_series_keeps_its_index():
    count = pd.Series([5.0, 6.0], index=["b", "a"])
    assert list(wilson(count, pd.Series([10.0, 10.0], index=["b", "a"])).lower.index) == ["b", "a"]


@pytest.mark.parametrize(
    ("count", "base", "code"),
    [
        (-1.0, 10.0, "count_negative"),
        (1.0, 0.0, "base_not_positive"),
        (11.0, 10.0, "numerator_above_denominator"),
    ],
)
def test_impossible_counts_name_the_area(count, base, code):
    with pytest.raises(DataError) as error:
        wilson(pd.Series([1.0, count], index=["ok", "Eitorf"]), pd.Series([10.0, base], index=["ok", "Eitorf"]))
    assert error.value.problems[0].code == code
    assert list(error.value.problems[0].areas) == ["Eitorf"]


def test_limits_of_a_mean():
    # PHEindicatormethods, test table of phe_mean, areas 1 and 2
    mean, deviation, size = [53.70434500000001, 5678.962957777778], [20.97557525770931, 2117.831716159067], [8, 18]
    lower, upper = mean_t(mean, deviation, size)
    assert lower == pytest.approx([36.168325241336504, 4625.790022452972], rel=1e-9)
    assert upper == pytest.approx([71.24036475866352, 6732.135893102583], rel=1e-9)
    lower, upper = mean_t(mean, deviation, size, 0.998)
    assert lower == pytest.approx([18.216705294788838, 3859.0770997295967], rel=1e-9)
    assert upper == pytest.approx([89.19198470521118, 7498.848815825959], rel=1e-9)


def test_a_mean_of_one_value_or_of_equal_values():
    lower, upper = mean_t([7.0, 7.0], [np.nan, 0.0], [1, 5])
    assert np.isnan([lower[0], upper[0]]).all() and (lower[1], upper[1]) == (7, 7)
    assert np.isnan(mean_t([7.0], [0.0], [1]).lower).all()  # one value: no limits even with a deviation of 0


def test_a_missing_part_of_a_mean():
    lower, upper = mean_t([np.nan, 1.0, 1.0], [1.0, np.nan, 1.0], [5.0, 5.0, np.nan])
    assert np.isnan(lower).all() and np.isnan(upper).all()


@pytest.mark.parametrize(
    ("deviation", "size", "code"), [(-1.0, 5.0, "count_negative"), (1.0, 0.0, "base_not_positive")]
)
def test_an_impossible_mean_names_the_area(deviation, size, code):
    index = ["ok", "Eitorf"]
    with pytest.raises(DataError) as error:
        mean_t(pd.Series([1.0, 1.0], index), pd.Series([1.0, deviation], index), pd.Series([5.0, size], index))
    assert error.value.problems[0].code == code and list(error.value.problems[0].areas) == ["Eitorf"]
