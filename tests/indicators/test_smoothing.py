"""Expected values: arithmetic by hand, and esda 2.9.0 (Empirical_Bayes, Spatial_Empirical_Bayes)."""

import time

import numpy as np
import pandas as pd
import pytest

from indicators.smoothing import empirical_bayes, prior
from problem import DataError

COUNT = np.array([2.0, 30, 5, 60, 1, 0, 12, 7, 9, 40])
BASE = np.array([100.0, 500, 50, 800, 60, 90, 300, 75, 120, 410])
AROUND = [[j for j in (i - 1, i + 1, i + 4) if 0 <= j < 10] for i in range(10)]
LABELS = [f"area {i}" for i in range(10)]
ESDA = [
    0.04995049,
    0.061683,
    0.07348903,
    0.07337031,
    0.05404822,
    0.0444653,
    0.04997097,
    0.07411859,
    0.06971958,
    0.08788359,
]
ESDA_LOCAL = [
    0.04560345, 0.05796703, 0.06614294, 0.07411168, 0.05415619, 0.02460134, 0.04018298, 0.06127168, 0.09256198, 0.09245283,
]  # fmt: skip


def test_prior_by_hand():
    # 3/100 and 9/100: m = 12/200 = 0.06, s² = (100·0.03² + 100·0.03²)/200 = 0.0009, v = 0.0009 − 0.06/100 = 0.0003
    mean, variance = prior([3.0, 9.0], [100.0, 100.0])
    assert (mean, variance) == pytest.approx((0.06, 0.0003))
    # w = 0.0003/(0.0003 + 0.0006) = 1/3: 0.06 ∓ 0.03/3
    assert empirical_bayes([3.0, 9.0], [100.0, 100.0]) == pytest.approx([0.05, 0.07])


def test_five_areas():
    # By hand with m = 98/1510 = 0.0649007, v = 0.0001138400
    found = empirical_bayes([2, 30, 5, 60, 1], [100, 500, 50, 800, 60])
    assert found.round(5).tolist() == [0.05820, 0.06261, 0.06773, 0.07080, 0.06031]


def test_global_and_local_as_another_program_finds_them():
    assert empirical_bayes(COUNT, BASE) == pytest.approx(ESDA, abs=1e-8)
    assert empirical_bayes(COUNT, BASE, AROUND) == pytest.approx(ESDA_LOCAL, abs=1e-8)


def test_neighbours_by_label_in_any_order_and_named_twice():
    index = [LABELS[i] for i in (3, 0, 9, 1, 2, 8, 4, 7, 5, 6)]
    around = {
        LABELS[i]: [LABELS[j] for j in each] * 2 + [LABELS[i], "beyond the county"] for i, each in enumerate(AROUND)
    }
    found = empirical_bayes(pd.Series(COUNT, LABELS)[index], pd.Series(BASE, LABELS)[index], around, per=1000)
    assert list(found.index) == index
    assert found[LABELS].to_numpy() == pytest.approx(np.array(ESDA_LOCAL) * 1000, abs=1e-5)


def test_years_have_nothing_to_do_with_each_other():
    count, base = np.column_stack([COUNT, COUNT[::-1]]), np.column_stack([BASE, BASE[::-1]])
    found = empirical_bayes(count, base)
    assert found[:, 0] == pytest.approx(ESDA, abs=1e-8) and found[:, 1] == pytest.approx(ESDA[::-1], abs=1e-8)
    assert empirical_bayes(count, base, AROUND)[:, 0] == pytest.approx(ESDA_LOCAL, abs=1e-8)
    mean, variance = prior(count, base)
    assert mean.shape == variance.shape == (2,)
    table = empirical_bayes(pd.DataFrame(count, LABELS, [2019, 2020]), base)
    assert list(table.columns) == [2019, 2020] and list(table.index) == LABELS


def test_missing_areas_neither_enter_nor_get_a_value():
    count, base = np.append(COUNT, [np.nan, 5.0]), np.append(BASE, [70.0, np.nan])
    for neighbours, expected in ((None, ESDA), ([*[[*each, 10, 11] for each in AROUND], [], []], ESDA_LOCAL)):
        found = empirical_bayes(count, base, neighbours)
        assert found[:10] == pytest.approx(expected, abs=1e-8) and np.isnan(found[10:]).all()
    assert prior(count, base) == pytest.approx(prior(COUNT, BASE))


def test_everything_missing():
    missing = np.full(3, np.nan)
    assert np.isnan(prior(missing, missing)).all()
    assert np.isnan(empirical_bayes(missing, missing)).all()
    assert np.isnan(empirical_bayes(missing, missing, [[1], [0], []])).all()


def test_no_variance_beyond_chance_gives_the_mean():
    # 4/100 and 6/100: s² = 0.0001 < m/mean(b) = 0.0005
    assert prior([4.0, 6.0], [100.0, 100.0])[1] == 0
    assert empirical_bayes([4.0, 6.0], [100.0, 100.0]) == pytest.approx([0.05, 0.05])
    assert empirical_bayes([5.0, 10.0], [100.0, 200.0]) == pytest.approx([0.05, 0.05])
    assert empirical_bayes([7.0], [100.0]) == pytest.approx([0.07])


def test_no_events():
    assert empirical_bayes([0.0, 0.0], [100.0, 50.0]).tolist() == [0, 0]
    # The first two areas see no events around them, the last two do.
    found = empirical_bayes([0.0, 0.0, 30.0, 1.0], [100.0] * 4, [[1], [0], [3], [2]])
    assert found[:2].tolist() == [0, 0] and (found[2:] > 0).all()


def test_an_island_borrows_from_all_areas():
    around = [*AROUND[:9], []]
    around[5] = []
    around[8] = [7]
    found = empirical_bayes(COUNT, BASE, around)
    assert found[[5, 9]] == pytest.approx([ESDA[5], ESDA[9]], abs=1e-8)
    alone = {label: [] for label in LABELS[:5]}  # areas that the mapping does not name are islands as well
    assert empirical_bayes(pd.Series(COUNT, LABELS), pd.Series(BASE, LABELS), alone).tolist() == pytest.approx(
        ESDA, abs=1e-8
    )


def test_an_area_whose_neighbours_are_all_missing_is_an_island():
    count = COUNT.copy()
    count[1] = np.nan
    around = [[1], *AROUND[1:]]
    assert empirical_bayes(count, BASE, around)[0] == pytest.approx(empirical_bayes(count, BASE)[0])


def test_impossible_numbers_name_the_area():
    with pytest.raises(DataError) as error:
        empirical_bayes(pd.Series([1.0, 1.0], ["ok", "Eitorf"]), pd.Series([10.0, 0.0], ["ok", "Eitorf"]))
    assert list(error.value.problems[0].areas) == ["Eitorf"]


@pytest.mark.parametrize("neighbours", [{0: [1]}, [[1]], [[1], [7]]])
def test_neighbours_that_do_not_fit(neighbours):
    with pytest.raises(ValueError):
        empirical_bayes(np.array([1.0, 2.0]), np.array([10.0, 10.0]), neighbours)


def test_a_whole_country_of_municipalities_over_ten_years():
    areas, random = 10_990, np.random.default_rng(3)
    base = random.integers(50, 5000, (areas, 10)).astype(float)
    count = random.binomial(base.astype(int), 0.06).astype(float)
    around = random.integers(0, areas, (areas, 6)).tolist()
    start = time.perf_counter()
    found = empirical_bayes(count, base, around)
    assert time.perf_counter() - start < 2  # some 30 ms; a loop over areas takes minutes
    assert np.isfinite(found).all()
