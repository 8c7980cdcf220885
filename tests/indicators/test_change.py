"""Newcombe (1998), Stat. Med. 17, 873–890, table II, method 10; the same and more from statsmodels 0.15."""

import numpy as np
import pandas as pd
import pytest

from indicators.change import change, secured
from indicators.rates import Estimate, crude_rate, proportion, quotient

# x₂, n₂, x₁, n₁ → 95 % limits as published, 99.8 % limits of statsmodels (confint_proportions_2indep, "newcomb")
PUBLISHED = [
    (56, 70, 48, 80, (0.0524, 0.3339), (-0.033487, 0.401812)),
    (9, 10, 3, 10, (0.1705, 0.8090), (-0.047622, 0.854090)),
    (6, 7, 2, 7, (0.0582, 0.8062), (-0.158479, 0.845477)),
    (5, 56, 0, 29, (-0.0381, 0.1926), (-0.166662, 0.273323)),
    (0, 10, 0, 20, (-0.1611, 0.2775), (-0.323170, 0.488479)),
    (0, 10, 0, 10, (-0.2775, 0.2775), (-0.488479, 0.488479)),
    (10, 10, 0, 20, (0.6791, 1.0000), (0.414295, 1.000000)),
    (10, 10, 0, 10, (0.6075, 1.0000), (0.309187, 1.000000)),
]
# The 95 % limits of the same rows from statsmodels, with more digits than the paper prints
COMPUTED = [
    (0.052431, 0.333873), (0.170523, 0.809018), (0.058228, 0.806250), (-0.038137, 0.192560),
    (-0.161125, 0.277533), (-0.277533, 0.277533), (0.679086, 1.0), (0.607509, 1.0),
]  # fmt: skip


def _published():
    x2, n2, x1, n1 = np.array([row[:4] for row in PUBLISHED], dtype=float).T
    return change(proportion(x2, n2, per=1), proportion(x1, n1, per=1))


def _estimate(value, lower95, upper95, lower998=np.nan, upper998=np.nan):
    return Estimate(*(np.array([number]) for number in (value, lower95, upper95, lower998, upper998)))


def test_newcombes_table():
    found = _published()
    limits = np.column_stack([found.lower95, found.upper95])
    assert limits == pytest.approx(np.array([row[4] for row in PUBLISHED]), abs=5e-5)
    assert limits == pytest.approx(np.array(COMPUTED), abs=1e-6)


def test_wider_limits_as_another_program_finds_them():
    found = _published()
    limits = np.column_stack([found.lower998, found.upper998])
    assert limits == pytest.approx(np.array([row[5] for row in PUBLISHED]), abs=1e-6)


def test_ends_of_the_scale_are_never_left():
    found = _published()
    assert (found.upper95[-2:] == 1).all() and (found.upper998[-2:] == 1).all()
    assert found.value[5] == 0 and found.lower95[5] == -found.upper95[5]


def test_rates_from_their_poisson_limits():
    # 8 of 300 and 3 of 200: statsmodels, confint_poisson_2indep(method="mover", method_mover="exact-c")
    found = change(crude_rate([8], [300], per=1000), crude_rate([3], [200], per=1000))
    assert found.value[0] == pytest.approx(11.666667)
    assert (found.lower95[0], found.upper95[0]) == pytest.approx((-20.909036, 40.151796), abs=1e-6)
    assert (found.lower998[0], found.upper998[0]) == pytest.approx((-42.510064, 57.715558), abs=1e-6)


def test_by_hand():
    # 20 (17–24) after 10 (7–14): 10 − √(3² + 4²), 10 + √(4² + 3²)
    found = change(_estimate(20, 17, 24, 14, 32), _estimate(10, 7, 14, 5, 18))
    assert (found.lower95[0], found.upper95[0]) == (5, 15)
    # 20 (14–32) after 10 (5–18): 10 − √(6² + 8²), 10 + √(12² + 5²)
    assert (found.lower998[0], found.upper998[0]) == (0, 23)
    assert secured(found).tolist() == [True]
    assert secured(found, 99.8).tolist() == [False]  # 0 touches the interval


def test_a_fall_is_the_mirror_of_a_rise():
    rise, fall = (change(*parts) for parts in ((_after(), _before()), (_before(), _after())))
    assert fall.value == -rise.value and fall.lower95 == -rise.upper95 and fall.upper998 == -rise.lower998
    assert secured(rise).tolist() == secured(fall).tolist() == [True]


def _after():
    return proportion(np.array([56.0]), np.array([70.0]))


def _before():
    return proportion(np.array([48.0]), np.array([80.0]))


def test_missing_parts_make_a_missing_change():
    found = change(proportion([5, np.nan, 5], [50, 50, np.nan]), proportion([np.nan, 5, 5], [50, 50, 50]))
    assert all(np.isnan(numbers).all() for numbers in found)
    assert secured(found).tolist() == [False] * 3


def test_without_limits_there_is_a_change_but_no_test():
    found = change(quotient([620], [1]), quotient([608], [1]))
    assert found.value.tolist() == [12] and np.isnan(found.lower95).all() and np.isnan(found.upper998).all()
    assert not secured(found).any()


def test_series_keep_their_areas():
    counts = pd.DataFrame({"x2": [30, 5], "x1": [15, 5], "n": [150, 50]}, index=["a", "b"])
    found = change(proportion(counts["x2"], counts["n"]), proportion(counts["x1"], counts["n"]))
    assert found.value.index.tolist() == found.upper998.index.tolist() == ["a", "b"]
    assert found.value.tolist() == [10, 0] and secured(found).tolist() == [True, False]


def test_other_areas_are_refused():
    counts = pd.Series([1.0, 2.0], index=["a", "b"])
    with pytest.raises(ValueError, match="same areas"):
        change(proportion(counts, counts + 9), proportion(counts[::-1], counts[::-1] + 9))
