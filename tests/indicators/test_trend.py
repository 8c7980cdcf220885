import numpy as np
import pandas as pd
import pytest

from indicators.rates import Estimate, crude_rate, proportion
from indicators.trend import (
    Trend,
    change,
    cochran_armitage,
    recent_trend,
    recent_trends,
    weighted_trend,
    weighted_trends,
)
from indicators.trend_rule import CRITICAL
from problem import DataError

COUNT, BASE = np.array([120.0, 131, 140, 155, 170]), np.array([2000.0, 2010, 2005, 2020, 2030])
RISING = 10.639651266813418  # χ² of these: statsmodels 0.15, Table.test_ordinal_association, z² · N/(N − 1)


def test_critical_value_of_the_published_rule():
    assert pytest.approx(9.54953570608324, rel=1e-12) == CRITICAL


def test_smokers_of_four_studies():
    # R's help page of prop.trend.test (Fleiss 1981, p. 139): X-squared = 8.2249
    chi_square, slope = cochran_armitage([83, 90, 129, 70], [86, 93, 136, 82])
    assert chi_square == pytest.approx(8.2249222851977102, rel=1e-12)
    assert slope == pytest.approx(-0.033415626412601277, rel=1e-12)  # R 4.2.2, lm(x/n ~ t, weights = n)


def test_the_printed_formula():
    # χ² = N(NΣct − ΣcΣNt)² / (Σc(N − Σc)(NΣNt² − (ΣNt)²)) by hand, with the years 1, 2 and 4
    c, n, t = np.array([3.0, 5, 12]), np.array([20.0, 30, 40]), np.array([1.0, 2, 4])
    total, events = 90, 20
    by_hand = total * (total * 61 - events * 240) ** 2 / (events * 70 * (total * 780 - 240**2))
    assert (c * t).sum() == 61 and (n * t).sum() == 240 and (n * t**2).sum() == 780
    assert cochran_armitage(c, n, t)[0] == pytest.approx(by_hand, rel=1e-12)


def test_a_rise_and_its_mirror():
    found = recent_trend([COUNT, COUNT[::-1]], [BASE, BASE[::-1]])
    assert found.direction.tolist() == [Trend.RISING, Trend.FALLING]
    assert found.chi_square == pytest.approx([RISING] * 2, rel=1e-12)
    assert found.slope == pytest.approx([0.59068607, -0.59068607], abs=1e-8)  # statsmodels 0.15, WLS of 100 c/n


def test_a_single_odd_year_makes_no_trend():
    # statsmodels: χ² 65.0 and 9.967, both above 9.55; without the last year the slopes are 0 and −4 points a year
    found = recent_trend([[20, 20, 20, 20, 90], [60, 20, 20, 20, 90]], [[300] * 5] * 2)
    assert found.chi_square == pytest.approx([65.01547987616098, 9.96677740863787], rel=1e-12)
    assert found.direction.tolist() == [Trend.NONE, Trend.NONE]


def test_below_the_limit_there_is_no_significant_change():
    found = recent_trend(COUNT / 2, BASE / 2)  # same shares, half as many people: half of 10.64
    assert found.chi_square == pytest.approx(RISING / 2) and found.direction == Trend.NONE


def test_only_the_last_five_years_count():
    before = np.array([1999.0, 5, 700])
    found = recent_trend(np.append(before, COUNT), np.append([2000.0] * 3, BASE))
    assert found.chi_square == pytest.approx(RISING) and found.direction == Trend.RISING


@pytest.mark.parametrize("gap", range(5))
def test_a_missing_year_is_not_bridged(gap):
    for missing in (COUNT, BASE):
        series = [COUNT.copy(), BASE.copy()]
        series[0 if missing is COUNT else 1][gap] = np.nan
        found = recent_trend(*series)
        assert found.direction == Trend.NOT_TESTED and np.isnan(found.chi_square) and np.isnan(found.slope)


@pytest.mark.parametrize("years", range(5))
def test_fewer_than_five_years_are_not_tested(years):
    found = recent_trend([COUNT[:years]], [BASE[:years]])
    assert found.direction.tolist() == [Trend.NOT_TESTED] and np.isnan(found.slope).all()
    assert recent_trends([COUNT[:years]], [BASE[:years]]).direction.tolist() == [[Trend.NOT_TESTED] * years]


def test_nobody_everybody_and_no_difference():
    counts = np.array([BASE * 0, BASE, BASE * 0.1, [20, 30, 40, 50, 60]])
    bases = np.array([BASE, BASE, BASE, [100, 150, 200, 250, 300]])
    found = recent_trend(counts, bases)
    assert found.direction.tolist() == [Trend.NONE] * 4
    assert found.chi_square.tolist() == found.slope.tolist() == [0] * 4


def test_tables_are_joined_by_area_and_year():
    counts = pd.DataFrame([COUNT, COUNT[::-1]], index=["a", "b"], columns=range(2020, 2025))
    bases = pd.DataFrame([BASE, BASE[::-1]], index=["a", "b"], columns=range(2020, 2025))
    found = recent_trend(counts, bases)
    assert found.direction.to_dict() == {"a": Trend.RISING, "b": Trend.FALLING}
    shuffled = [2023, 2020, 2024, 2022, 2021]
    assert recent_trend(counts[shuffled], bases[shuffled]).direction.equals(found.direction)
    for other in (bases.loc[["b", "a"]], bases[shuffled], bases.to_numpy()):
        with pytest.raises(ValueError, match="same areas and years"):
            recent_trend(counts, other)


def test_a_year_without_column_is_missing():
    years = [2018, 2019, 2021, 2022, 2023]
    counts, bases = (pd.DataFrame([row], index=["a"], columns=years) for row in (COUNT, BASE))
    assert recent_trend(counts, bases).direction["a"] == Trend.NOT_TESTED
    assert recent_trend(counts.loc["a"], bases.loc["a"]).direction == Trend.NOT_TESTED


def test_every_year_of_a_long_series_at_once():
    random = np.random.default_rng(2)
    bases = random.integers(200, 900, (30, 10)).astype(float)
    counts = np.round(bases * np.linspace(0.1, 0.3, 10))
    counts[3, 6] = np.nan
    found = recent_trends(counts, bases)
    assert (found.direction[:, :4] == Trend.NOT_TESTED).all() and np.isnan(found.slope[:, :4]).all()
    for last in range(5, 11):
        one = recent_trend(counts[:, :last], bases[:, :last])
        assert found.direction[:, last - 1].tolist() == one.direction.tolist()
        np.testing.assert_array_equal(found.chi_square[:, last - 1], one.chi_square)
    # The seventh year of area 3 is missing: it lies in the windows of the seventh to the tenth.
    assert (found.direction[3, [4, 5]] == Trend.RISING).all() and (found.direction[3, 6:] == Trend.NOT_TESTED).all()


def test_every_year_of_tables_and_series():
    counts = pd.DataFrame([[*COUNT[::-1], 9]], index=["a"], columns=[2024, 2023, 2022, 2021, 2020, 2018])
    bases = pd.DataFrame([[*BASE[::-1], 900]], index=["a"], columns=counts.columns)
    expected = {2024: Trend.RISING, 2023: 9, 2022: 9, 2021: 9, 2020: 9, 2018: 9}
    assert recent_trends(counts, bases).direction.loc["a"].to_dict() == expected
    assert recent_trends(counts.loc["a"], bases.loc["a"]).direction.to_dict() == expected


def test_faulty_counts_name_their_areas():
    counts = pd.DataFrame([COUNT, COUNT], index=["a", "b"], columns=range(2020, 2025))
    bases = pd.DataFrame([BASE, BASE], index=["a", "b"], columns=range(2020, 2025))
    bases.loc["b", 2023] = 100
    with pytest.raises(DataError) as error:
        recent_trend(counts, bases)
    assert error.value.problems[0].code == "numerator_above_denominator" and error.value.problems[0].areas == ["b"]
    with pytest.raises(ValueError, match="two years"):
        cochran_armitage([1], [10])


# Rates per 1,000 of 10,000 people with Byar's limits; slope and χ² of the weighted regression: statsmodels 0.15, WLS
EVENTS = np.array([[40.0, 52, 61, 70, 85], [90, 80, 70, 60, 41], [40, 52, 61, 70, 30]])
SLOPES = [1.0713884457494607, -1.2204920560135888, -0.19725165871822514]
CHI_SQUARES = [18.075784223403407, 22.122944487806553, 0.9427710499146665]


def test_weighted_regression_of_rates():
    found = weighted_trend(crude_rate(EVENTS, np.full((3, 5), 1e4)))
    # statsmodels' constant 3.92 and ours are the same; its slopes without one year keep their sign in the first two rows
    assert found.slope == pytest.approx(SLOPES, rel=1e-9)
    assert found.chi_square == pytest.approx(CHI_SQUARES, rel=1e-9)
    assert found.direction.tolist() == [Trend.RISING, Trend.FALLING, Trend.NONE]


def test_equal_weights_by_hand():
    # values 1 … 5 and 1, 1, 1, 1, 11 with se 1 (limits ± 1.96): slopes 1 and 2, Σ(t − 3)² = 10, χ² 10 and 40
    values = np.array([[1.0, 2, 3, 4, 5], [1, 1, 1, 1, 11]])
    found = weighted_trend(Estimate(values, values - 1.96, values + 1.96, values * np.nan, values * np.nan))
    assert found.slope == pytest.approx([1, 2]) and found.chi_square == pytest.approx([10, 40])
    assert found.direction.tolist() == [Trend.RISING, Trend.NONE]


def test_no_events_are_tested_and_no_interval_is_not():
    nothing = crude_rate(np.zeros((1, 5)), np.full((1, 5), 500.0))
    found = weighted_trend(nothing)
    assert found.direction.tolist() == [Trend.NONE] and found.chi_square.tolist() == [0]
    values = np.arange(5.0)
    for lower, upper in ((values, values), (values * np.nan, values + 1), (values + 1, values)):
        assert weighted_trend(Estimate(values, lower, upper, lower, upper)).direction == Trend.NOT_TESTED


def test_weighted_regression_of_tables_year_by_year():
    areas, years = ["a", "b", "c"], range(2019, 2025)
    events = np.column_stack([np.full(3, 7.0), EVENTS])
    estimate = crude_rate(events, np.full((3, 6), 1e4))
    tables = Estimate(*(pd.DataFrame(part, index=areas, columns=years) for part in estimate))
    assert weighted_trend(tables).direction.to_dict() == {"a": Trend.RISING, "b": Trend.FALLING, "c": Trend.NONE}
    found = weighted_trends(tables)
    assert found.direction[2024].to_dict() == {"a": Trend.RISING, "b": Trend.FALLING, "c": Trend.NONE}
    assert (found.direction[[2019, 2020, 2021, 2022]] == Trend.NOT_TESTED).all(axis=None)
    assert found.slope[2024].tolist() == pytest.approx(SLOPES, rel=1e-9)


def test_change_is_at_hand():
    assert change(proportion([30], [100]), proportion([20], [100])).value.tolist() == [10]
