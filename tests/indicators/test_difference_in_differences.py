"""Difference in differences against statsmodels (WLS with the same weights, τ² of its meta-analysis) and by hand."""

import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.stats.meta_analysis import combine_effects

from indicators.caliper import within_caliper
from indicators.difference_in_differences import Change, change_between, difference_in_differences
from indicators.mirrored_years import Windows, mirrored_years
from indicators.paule_mandel import paule_mandel
from indicators.rates import Estimate

T_4, T_8 = 2.7764451, 2.3060041  # 97.5 % points of t in printed tables: 2.776, 2.306


def drawn(seed, areas, spread):
    rng = np.random.default_rng(seed)
    variance = rng.uniform(0.2, 4.0, areas)
    return Change(rng.normal(-1.0, np.sqrt(variance + spread**2)), variance)


# Against another program


@pytest.mark.parametrize("spread", [0.0, 1.0, 4.0])
@pytest.mark.parametrize("seed", range(6))
def test_variance_between_areas_is_that_of_the_meta_analysis(seed, spread):
    value, variance = drawn(seed, 9, spread)
    expected = combine_effects(value, variance, method_re="iterated").tau2
    assert paule_mandel(value, variance) == pytest.approx(max(expected, 0.0), rel=1e-4)


@pytest.mark.parametrize("treated", [1, 3])
@pytest.mark.parametrize("seed", range(8))
def test_difference_and_interval_are_those_of_weighted_regression(seed, treated):
    change, chosen = drawn(seed, 8 + treated, 2.0), np.arange(8 + treated) < treated
    others = combine_effects(change.value[~chosen], change.variance[~chosen], method_re="iterated")
    weights = 1 / (change.variance + max(others.tau2, 0.0))
    fit = sm.WLS(change.value, sm.add_constant(chosen.astype(float)), weights=weights).fit()
    found = difference_in_differences(change, chosen)
    assert fit.scale > 0.4  # far from the smallest one that is allowed
    assert found.value == pytest.approx(fit.params[1], abs=1e-4)
    assert [found.lower95, found.upper95] == pytest.approx(fit.conf_int()[1].tolist(), abs=1e-3)
    assert (found.treated, found.compared) == (treated, 8)


def test_rows_are_worked_out_each_for_itself():
    rows = [drawn(seed, 9, 1.0) for seed in range(4)]
    together = difference_in_differences(Change(*map(np.stack, zip(*rows, strict=True))), np.arange(9) < 2)
    for position, row in enumerate(rows):
        alone = difference_in_differences(row, np.arange(9) < 2)
        assert [part[position] for part in together] == pytest.approx([float(part) for part in alone])


# By hand


def test_one_area_beside_five_by_hand():
    # others −2 … 2: mean 0, variance 2.5 = 0.5 chance + 2 between; 2.5·(1 + 1/5) = 3; their scale is 1
    found = difference_in_differences(Change(np.array([-4.0, -2, -1, 0, 1, 2]), np.full(6, 0.5)), [True] + [False] * 5)
    assert (found.value, found.drift) == pytest.approx((-4.0, 2**0.5))
    assert [found.lower95, found.upper95] == pytest.approx([-4 - T_4 * 3**0.5, -4 + T_4 * 3**0.5])


def test_an_area_of_much_chance_has_a_wide_interval():
    # all others as before; (20 + 2) of the area and 2.5/5 of the others
    found = difference_in_differences(
        Change(np.array([-4.0, -2, -1, 0, 1, 2]), np.array([20, 0.5, 0.5, 0.5, 0.5, 0.5])), [True] + [False] * 5
    )
    assert found.upper95 - found.value == pytest.approx(T_4 * 22.5**0.5)


def test_less_spread_than_chance_leaves_a_scale_below_one():
    # 4 areas +1, 4 areas −1, one treated and one at 0: no variance between, Σ r² = 8 of variance 2: 8/2/8 = 0.5
    value = np.array([3.0, 1, 1, 1, 1, -1, -1, -1, -1, 0])
    found = difference_in_differences(Change(value, np.full(10, 2.0)), np.arange(10) < 1)
    assert found.drift == 0
    assert found.upper95 - 3 == pytest.approx(T_8 * (2 * (1 + 1 / 9) * 0.5) ** 0.5)


def test_areas_that_move_by_the_very_same_number_leave_a_width():
    # χ² with 4 degrees of freedom lies below 0.711 in 5 of 100 (printed tables)
    found = difference_in_differences(Change(np.array([-1.0, 0, 0, 0, 0, 0]), np.full(6, 1.0)), np.arange(6) < 1)
    assert found.upper95 + 1 == pytest.approx(T_4 * (1.2 * 0.711 / 4) ** 0.5, abs=1e-3)


def test_a_hidden_area_counts_for_nothing():
    six = Change(np.array([-4.0, -2, -1, 0, 1, 2]), np.full(6, 0.5))
    seven = Change(np.append(six.value, np.nan), np.append(six.variance, 0.5))
    with_hidden, without = (difference_in_differences(each, np.arange(len(each.value)) < 1) for each in (seven, six))
    assert list(map(float, with_hidden)) == list(map(float, without))


@pytest.mark.parametrize(
    "values", [[1.0, 2, 3, 4, 5], [np.nan, 1.0, 2, 3, 4, 5], [1.0, np.nan, 2, 3, 4, 5]], ids=["four", "own", "hidden"]
)
def test_too_few_areas_or_no_own_value_say_nothing(values):
    found = difference_in_differences(Change(np.array(values), np.ones(len(values))), np.arange(len(values)) < 1)
    assert np.isnan([found.value, found.lower95, found.upper95]).all()


def test_values_without_an_interval_say_nothing():
    found = difference_in_differences(Change(np.arange(8.0), np.full(8, np.nan)), np.arange(8) < 1)
    assert np.isnan(found.value) and found.compared == 0


def test_change_of_the_mean_by_hand():
    # standard errors 1 and 2 before, 3 after: (1 + 4)/4 + 9
    def years(*pairs):
        value, error = np.array(pairs, dtype=float).T
        return Estimate(value, value - 1.96 * error, value + 1.96 * error, None, None)

    found = change_between(years((20, 1), (24, 2)), years((19, 3)))
    assert (found.value, found.variance) == pytest.approx((-3.0, 10.25))
    assert np.isnan(change_between(years((20, 1), (np.nan, 2)), years((19, 3))).value)


# Which years


def test_as_many_years_before_as_after():
    assert mirrored_years(range(2015, 2025), 2022) == Windows((2020, 2021), (2023, 2024))
    assert mirrored_years(range(2015, 2025), 2017) == Windows((2015, 2016), (2018, 2019))


def test_a_year_without_a_value_takes_its_pair_with_it():
    assert mirrored_years([2018, 2020, 2021, 2022, 2023, 2024], 2021) == Windows((2018, 2020), (2022, 2024))


def test_years_from_the_choice_to_the_beginning_count_for_nothing():
    assert mirrored_years(range(2015, 2025), 2020, started=2022) == Windows((2016, 2017), (2023, 2024))


def test_a_measure_older_than_the_goal_is_the_middle():
    assert mirrored_years(range(2015, 2025), 2022, started=2020) == mirrored_years(range(2015, 2025), 2020)


@pytest.mark.parametrize("started", [None, 2019, 2020, 2021, 2022])
@pytest.mark.parametrize("pool", [1, 2, 3])
def test_no_window_shares_a_year_with_another_the_choice_or_the_beginning(pool, started):
    choice = 2020
    found = mirrored_years(range(2008, 2033), choice, started, pool)
    begun = choice if started is None else started
    assert found.before and len(found.before) == len(found.after)
    covered = [year - back for year in (*found.before, *found.after) for back in range(pool)]
    assert len(set(covered)) == len(covered)
    assert max(found.before) <= min(choice, begun) - pool and min(found.after) - pool + 1 > begun
    middle = min(choice, begun)
    assert [middle - year for year in found.before] == [year - middle for year in reversed(found.after)]


def test_none_before_and_none_after():
    for choice in (2015, 2024, 2030, 2000):
        assert mirrored_years(range(2015, 2025), choice) == Windows((), ())
    assert mirrored_years([], 2020) == Windows((), ())
    with pytest.raises(ValueError):
        mirrored_years([2019, 2021], 2020, pool=0)


# Which areas


def test_the_caliper_by_hand():
    assert within_caliper([13.3, 13.4, 30.0, 30.1, np.nan], 20.0).tolist() == [False, True, True, False, False]
    assert within_caliper([92, 93, 96.6, 96.8], 95.0, most=100).tolist() == [False, True, True, False]  # 3.33 to 7.5
    assert within_caliper([10.0], np.nan).tolist() == [False]
    assert within_caliper([0.0, 0.1], 0.0).tolist() == [True, False]
