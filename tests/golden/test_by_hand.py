"""Every method once by hand: the arithmetic stands beside the expected value, or its published source.

These tests need no tables beside the project. z = 1.959964 (95 %), z² = 3.841459.
"""

import numpy as np
import pandas as pd
import pytest

from indicators.benchmark import (
    Comparison,
    Target,
    benjamini_hochberg,
    compare,
    is_unfavourable,
    meets_target,
    p_value,
    p_value_events,
)
from indicators.change import change, secured
from indicators.classify import Scheme, assign, class_breaks, diverging_breaks
from indicators.composite import aggregate, contributions, normalise, status_dynamics
from indicators.crosswalk import extensive, intensive, uncovered
from indicators.funnel import funnel_limits_events, funnel_limits_proportion
from indicators.inequality import gini, rate_difference, rate_ratio, relative_index, slope_index
from indicators.intervals import mean_t, normal_quantile, poisson, wilson
from indicators.natural_breaks import natural_breaks
from indicators.pooling import add_years
from indicators.pretty import pretty
from indicators.quantiles import quantile_groups
from indicators.rates import Estimate, crude_rate, proportion, quotient
from indicators.smoothing import empirical_bayes, prior
from indicators.spatial import Quadrant, getis_ord, local_moran, moran
from indicators.standardise import direct, expected, indirect
from indicators.trend import Trend, recent_trend, weighted_trend


def _limits(estimate):
    return [float(part[0]) for part in (estimate.value, estimate.lower95, estimate.upper95)]


# --- Intervals and rates


def test_normal_quantile():
    # Any table of the normal distribution: 1.959964, 3.090232
    assert [normal_quantile(0.95), normal_quantile(0.998)] == pytest.approx([1.959964, 3.090232], abs=5e-7)


def test_wilson_limits_of_five_in_a_hundred():
    # √(3.841459 + 4·5·0.95) = 4.779274, times z 9.367206; (13.841459 ∓ 9.367206)/207.682918
    lower, upper = wilson([5], [100])
    assert [lower[0], upper[0]] == pytest.approx([0.021544, 0.111750], abs=5e-7)


def test_ten_percent_of_the_children_of_one_year():
    # 36 children, 10 %: √(3.841459 + 4·3.6·0.9) = 4.098958, times z 8.033811; (11.041459 ∓ 8.033811)/79.682918
    assert _limits(proportion([3.6], [36])) == pytest.approx([10, 3.7745, 23.9391], abs=5e-4)


def test_limits_of_events():
    # Byar: 25·(1 − 1/225 − z/15)³ = 25·0.864891³ and 26·(1 − 1/234 + z/(3·√26))³ = 26·1.123853³;
    # exact without events: −ln 0.025
    lower, upper = poisson([25, 0])
    assert lower.tolist() == pytest.approx([16.1743, 0], abs=5e-4)
    assert upper.tolist() == pytest.approx([36.9065, 3.6889], abs=5e-4)


def test_the_switch_at_ten_events():
    # 9 exact: ½χ²(0.025; 18) = 4.1154, ½χ²(0.975; 20) = 17.0848 (Garwood 1936). 10 after Byar:
    # 10·(1 − 1/90 − z/(3·√10))³ = 10·0.782291³ and 11·(1 − 1/99 + z/(3·√11))³ = 11·1.186883³ (exact: 4.7954–18.3904)
    lower, upper = poisson([9, 10])
    assert lower.tolist() == pytest.approx([4.1154, 4.7874], abs=5e-4)
    assert upper.tolist() == pytest.approx([17.0848, 18.3915], abs=5e-4)


def test_rates_of_events():
    assert _limits(crude_rate([25], [2000], per=1000)) == pytest.approx([12.5, 8.0872, 18.4533], abs=5e-4)


def test_quotients_have_no_limits():
    found = quotient([600], [1500], per=100)
    assert found.value[0] == 40 and np.isnan(found.lower95[0])


def test_limits_of_a_mean():
    # 1, 2, 3, 4, 5: mean 3, SD √2.5; t(0.975; 4) = 2.776445, half the width 2.776445·√(2.5/5) = 1.963243
    lower, upper = mean_t([3], [np.sqrt(2.5)], [5])
    assert [lower[0], upper[0]] == pytest.approx([1.036757, 4.963243], abs=5e-6)


def test_difference_of_two_proportions():
    # Newcombe (1998), Stat. Med. 17:873–890, table II, method 10: 56/70 − 48/80
    found = change(proportion([56], [70], per=1), proportion([48], [80], per=1))
    assert _limits(found) == pytest.approx([0.2, 0.0524, 0.3339], abs=5e-5)
    assert secured(found).tolist() == [True]
    assert secured(found, 99.8).tolist() == [False]  # statsmodels 0.15: −0.0335–0.4018


def test_three_cohorts_pooled():
    # 4 of 36, 3 of 35, 4 of 37: 11 of 108. √(3.841459 + 44·97/108) = 6.584829, times z 12.906028;
    # (25.841459 ∓ 12.906028)/223.682918
    found, children = add_years(np.array([[4.0, 3.0, 4.0]]), 3), add_years(np.array([[36.0, 35.0, 37.0]]), 3)
    assert _limits(proportion(found[:, -1], children[:, -1])) == pytest.approx([10.1852, 5.7829, 17.3225], abs=5e-4)


# --- Standardisation and smoothing

BANDS = pd.DataFrame({"0-64": [1000.0], "65+": [500.0]}, index=["Eitorf"])
EVENTS = pd.DataFrame({"65+": [5.0], "0-64": [20.0]}, index=["Eitorf"])


def test_directly_standardised_rate():
    # ¼·20/1000 + ¾·5/500 = 0.0125; variance 20/16/1000² + 5·9/16/500² = 1.25e-5;
    # 0.0125 + √(1.25e-5/25)·(16.1743 − 25) and ·(36.9065 − 25)
    found = direct(EVENTS, BANDS, {"0-64": 1, "65+": 3}, per=1000)
    assert [part["Eitorf"] for part in found[:3]] == pytest.approx([12.5, 6.2593, 20.9192], abs=5e-4)


def test_directly_standardised_rate_of_repeated_events():
    # The 20 events are those of 10 persons: Σf² = 40. Variance 40/16/1000² + 5·9/16/500² = 1.375e-5
    squares = pd.DataFrame({"0-64": [40.0], "65+": [5.0]}, index=["Eitorf"])
    found = direct(EVENTS, BANDS, {"0-64": 1, "65+": 3}, per=1000, squares=squares)
    assert [found.lower95["Eitorf"], found.upper95["Eitorf"]] == pytest.approx([5.9547, 21.3301], abs=5e-4)


def test_ten_events_are_the_fewest():
    # ½·4/1000 + ½·6/1000
    found = direct(np.array([[4.0, 6.0], [4.0, 5.0]]), np.full((2, 2), 1000.0), [1, 1], per=1000).value
    assert found[0] == pytest.approx(5) and np.isnan(found[1])


def test_indirectly_standardised_ratio():
    # Expected 0.002·2000 + 0.03·300 = 13; 25/13, 16.1743/13, 36.9065/13
    base = np.array([[2000.0, 300.0]])
    assert expected(base, [0.002, 0.03]).tolist() == pytest.approx([13])
    found = indirect(np.array([[9.0, 16.0]]), base, [0.002, 0.03])
    assert _limits(found) == pytest.approx([1.92308, 1.24418, 2.83896], abs=5e-5)


SMALL, PEOPLE = [2, 30, 5, 60, 1], [100, 500, 50, 800, 60]


def test_prior_of_five_areas():
    # m = 98/1510; Σe²/b = 0.04 + 1.8 + 0.5 + 4.5 + 1/60 = 6.856667; v = 6.856667/1510 − m² − m/302
    assert [float(part) for part in prior(SMALL, PEOPLE)] == pytest.approx([0.0649007, 0.000113840], abs=5e-8)


def test_smoothed_rates_of_five_areas():
    # First area: w = v/(v + m/100) = 0.149232; 0.0649007 + w·(0.02 − 0.0649007)
    found = empirical_bayes(SMALL, PEOPLE)
    assert found.tolist() == pytest.approx([0.05820, 0.06261, 0.06773, 0.07080, 0.06031], abs=5e-6)


def test_locally_smoothed_rates():
    # Row A–B–C of 2/100, 30/500, 5/50. Around A: m = 32/600, Σe²/b = 0.04 + 1.8,
    # v = 1.84/600 − m² − m/300 = 4.4444e-5, w = v/(v + m/100) = 1/13: m + w·(0.02 − m) = 0.0507692.
    # Around B: m = 37/650, Σe²/b = 2.34, v = 2.34/650 − m² − m/(650/3) = 0.0000970414,
    # w = v/(v + m/500) = 0.460188: m + w·(0.06 − m) = 0.0583390.
    # Around C: m = 35/550, Σe²/b = 2.3, v = 2.3/550 − m² − m/275 < 0, so 0: m = 0.0636364.
    count, base = pd.Series([2, 30, 5], list("ABC")), pd.Series([100, 500, 50], list("ABC"))
    found = empirical_bayes(count, base, {"A": ["B"], "B": ["A", "C"], "C": ["B"]})
    assert found.to_dict() == pytest.approx({"A": 0.0507692, "B": 0.0583390, "C": 0.0636364}, abs=5e-7)


# --- Comparison

FIVE = proportion([5], [100])  # 95 %: 2.15–11.18, 99.8 %: 1.39–16.46 (PHE/OHID's published example)


@pytest.mark.parametrize(
    ("benchmark", "result"),
    [
        (1, Comparison.MUCH_HIGHER),
        (2, Comparison.HIGHER),
        (11, Comparison.SIMILAR),
        (12, Comparison.LOWER),
        (17, Comparison.MUCH_LOWER),
    ],
)
def test_comparison_with_a_benchmark(benchmark, result):
    assert compare(FIVE, benchmark).tolist() == [result]


def test_an_interval_that_touches_the_benchmark_is_similar():
    # The lower limit of 0 in 100 is exactly 0.
    assert compare(proportion([0], [100]), 0.0).tolist() == [Comparison.SIMILAR]


def test_unfavourable_side():
    codes = [Comparison.HIGHER, Comparison.MUCH_HIGHER, Comparison.MUCH_LOWER]
    assert is_unfavourable(codes, polarity=-1).tolist() == [False, True, False]
    assert is_unfavourable(codes, polarity=1).tolist() == [False, False, True]
    assert is_unfavourable(codes, polarity=-1, confidence=95).tolist() == [True, True, False]


@pytest.mark.parametrize(("target", "result"), [(12, Target.MET), (10, Target.OPEN), (2, Target.MISSED)])
def test_target_of_at_most(target, result):
    assert meets_target(FIVE, target, polarity=-1).tolist() == [result]


def test_p_values():
    # (30 − 20)/√(100·0.2·0.8) = 2.5, 2·Φ(−2.5) = 0.0124193. No event of 3 expected: 2·e⁻³ = 0.0995741
    assert p_value([30], [100], 0.2)[0] == pytest.approx(0.0124193, abs=5e-8)
    assert p_value_events([0], [3], 1.0)[0] == pytest.approx(0.0995741, abs=5e-8)


def test_false_discovery_rate():
    # Benjamini & Hochberg (1995), section 3.2: fifteen p-values, four rejected at 5 % (Bonferroni: three).
    p = np.array([1, 4, 19, 95, 201, 278, 298, 344, 459, 3240, 4262, 5719, 6528, 7590, 10_000]) / 10_000
    found = benjamini_hochberg(p)
    assert (found <= 0.05).sum() == 4
    # p·15/rank, and never above a later one: 0.0278·15/6 = 0.0695 gives way to 0.0298·15/7
    assert found[:7].tolist() == pytest.approx(
        [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0298 * 15 / 7, 0.0298 * 15 / 7]
    )
    assert found[-3:].tolist() == pytest.approx([0.6528 * 15 / 13, 0.759 * 15 / 14, 1])


def test_control_limits():
    # 0.2 ∓ 1.959964·√(0.16/100). Of 1 expected per 5.571643: one event is just not too few; of 0.0253178: just not too many
    # (exact Poisson limits of one event, Garwood 1936).
    lower, upper = funnel_limits_proportion(0.2, [100])
    assert [lower[0], upper[0]] == pytest.approx([0.121601, 0.278399], abs=5e-7)
    lower, upper = funnel_limits_events(1.0, [5.571643, 0.0253178])
    assert [lower[0] * 5.571643, upper[1] * 0.0253178] == pytest.approx([1, 1], abs=1e-5)


# --- Trend

RISING, BASE = [120, 131, 140, 155, 170], [2000, 2010, 2005, 2020, 2030]


def test_rising_proportion():
    # N = 10065, Σc = 716, Σct = 2272, ΣNt = 30265, ΣNt² = 111155:
    # 10065·(10065·2272 − 716·30265)² / (716·9349·(10065·111155 − 30265²)) = 10.6397 > 9.5495.
    # Slope (ΣNct − …): (10065·2272 − 716·30265)/(10065·111155 − 30265²) = 1197940/202804850 a year
    found = recent_trend(RISING, BASE)
    assert found.direction == Trend.RISING
    assert float(found.chi_square) == pytest.approx(10.6397, abs=5e-5)
    assert float(found.slope) == pytest.approx(100 * 1_197_940 / 202_804_850)


def test_falling_proportion():
    # The same years in the opposite order
    found = recent_trend(RISING[::-1], BASE[::-1])
    assert found.direction == Trend.FALLING and float(found.chi_square) == pytest.approx(10.6397, abs=5e-5)


def _with_error(values, error):
    """Values with limits 1.96 standard errors away."""
    values = np.array(values, dtype=float)
    return Estimate(values, values - 1.96 * error, values + 1.96 * error, values - 3.09 * error, values + 3.09 * error)


def test_weighted_trend():
    # Slope 2, Σ(t − 3)² = 10: χ² = 4·10/se². se 2: 10 > 9.5495; se 2.1: 9.07
    rising = [10, 12, 14, 16, 18]
    assert [float(part) for part in weighted_trend(_with_error(rising, 2.0))] == pytest.approx([Trend.RISING, 10, 2])
    assert weighted_trend(_with_error(rising, 2.1)).direction == Trend.NONE


def test_one_year_makes_no_trend():
    # Without the last year all are equal: the slope does not keep its sign.
    found = weighted_trend(_with_error([0, 0, 0, 0, 10], 0.1))
    assert found.direction == Trend.NONE and float(found.chi_square) > 100


# --- Groups, inequality


def test_groups_with_ties():
    # Highest first: 3 → group 1; both 2 rank second: ⌈(5 − 2)/2⌉ = 2 → 3 − 2 = 1; 1 ranks fourth: ⌈(5 − 4)/2⌉ = 1 → 2
    assert quantile_groups([1.0, 2.0, 2.0, 3.0], 2).tolist() == [2, 1, 1, 1]


def test_slope_and_relative_index():
    # Mid-points 0.125, 0.5, 0.875 with the weights ¼, ½, ¼; means 0.5 and 14.5.
    # Slope (¼·0.375·4.5 + ¼·0.375·5.5)/(2·¼·0.375²) = 40/3; line from 14.5 − 20/3 to 14.5 + 20/3
    values, people = [10.0, 14.0, 20.0], [100, 200, 100]
    assert slope_index(values, people) == pytest.approx(40 / 3)
    assert relative_index(values, people) == pytest.approx((14.5 + 20 / 3) / (14.5 - 20 / 3))


def test_gini_of_four():
    # Σ|yᵢ − yⱼ| = 2·(1 + 2 + 3 + 1 + 2 + 1) = 20; 20/(2·4²·2.5)
    assert gini([1.0, 2.0, 3.0, 4.0]) == pytest.approx(0.25)
    # 1 for three quarters, 3 for one: mean 1.5, 2·¾·¼·2/(2·1.5)
    assert gini([1.0, 3.0], [3, 1]) == pytest.approx(0.25)


def test_ratio_and_difference_of_rates():
    # 20/1000 over 10/1000: 2·exp(∓1.959964·√(1/20 + 1/10)) = 2·exp(∓0.759091)
    found = rate_ratio([20], [1000], [10], [1000])
    assert [part[0] for part in found] == pytest.approx([2, 0.936182, 4.272675], abs=5e-5)
    # 25 − 25 of 1000: ∓√((25 − 16.1743)² + (36.9065 − 25)²) = ∓14.8209
    assert _limits(rate_difference([25], [1000], [25], [1000])) == pytest.approx([0, -14.8209, 14.8209], abs=5e-4)


# --- Composite index

EIGHT = pd.DataFrame({"A": [2.0, 4, 4, 4, 5, 5, 7, 9]})  # mean 5, population SD 2, sample SD √(32/7)


@pytest.mark.parametrize(
    ("method", "scores"),
    [
        ("z", [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]),
        ("rank", [1, 2, 2, 2, 5, 5, 7, 8]),
        ("percentile", [1 / 16, 5 / 16, 5 / 16, 5 / 16, 10 / 16, 10 / 16, 13 / 16, 15 / 16]),
        ("minmax", [0, 2 / 7, 2 / 7, 2 / 7, 3 / 7, 3 / 7, 5 / 7, 1]),
    ],
)
def test_normalised_values(method, scores):
    assert normalise(EIGHT, method)["A"].tolist() == pytest.approx(scores)


def test_normalised_with_the_sample_deviation_and_turned():
    found = normalise(EIGHT, "z", ddof=1, polarity={"A": 1})["A"]
    assert found.iloc[-1] == pytest.approx(-4 / np.sqrt(32 / 7))


def test_means_of_scores():
    scores = pd.DataFrame({"A": [0.2], "B": [0.8]})
    assert aggregate(scores).tolist() == pytest.approx([0.5])
    assert aggregate(scores, "geometric").tolist() == pytest.approx([0.4])  # √0.16
    assert aggregate(scores, weights={"A": 3, "B": 1}).tolist() == pytest.approx([0.35])
    assert contributions(scores, {"A": 3, "B": 1}).iloc[0].tolist() == pytest.approx([0.15, 0.2])


def test_status_and_dynamics():
    # Twice 0 and 4 among sixteen 2: mean 2, variance 2·2·4/20, so z = ±2/√0.8 = ±2.23607; one indicator or two equal ones
    # give the same index. The change is the same turned: less is favourable.
    values = pd.DataFrame({"A": [0.0, 0, 4, 4, *[2.0] * 16]})
    found = status_dynamics(values.assign(B=values["A"]), -values, {"A": -1, "B": -1})
    assert found["status_index"].iloc[[0, 2, 4]].tolist() == pytest.approx([-2.23607, 2.23607, 0], abs=5e-6)
    assert found["status"].iloc[[0, 2, 4]].tolist() == ["hoch", "sehr niedrig", "mittel"]
    assert found["dynamics"].iloc[[0, 2, 4]].tolist() == ["negativ", "positiv", "stabil"]


# --- Map classes

SIX = np.array([1.0, 2.0, 2.0, 10.0, 11.0, 30.0])


def test_natural_breaks_of_six():
    # Deviation ⅔ + ½ + 0; the next best, 1 2 2 | 10 | 11 30 or 1 2 2 10 | 11 | 30, lie far above.
    assert natural_breaks(SIX, 3).tolist() == [2, 11, 30]


@pytest.mark.parametrize(
    ("scheme", "bounds"),
    [
        (Scheme.EQUAL, [10.7, 20.3, 30]),  # 1 + 29/3, 1 + 58/3
        (Scheme.QUANTILE, [2, 10.3, 30]),  # positions 5/3 and 10/3: 2, 10 + ⅓
        (Scheme.NATURAL, [2, 11, 30]),
        (Scheme.PRETTY, [10, 20, 30]),  # width 29/3 → 10
    ],
)
def test_class_bounds_of_six(scheme, bounds):
    assert class_breaks(SIX, scheme, 3, decimals=1) == bounds


def test_classes_around_the_mean():
    # Mean 5, sample SD √(32/7) = 2.138: 5 − 1.069, 5 + 1.069
    assert class_breaks(EIGHT["A"].to_numpy(), Scheme.DEVIATION, 3, decimals=3) == [3.931, 6.069, 9]


def test_classes_hold_their_upper_bound():
    assert assign(np.array([2.0, 2.1, np.nan]), [2.0, 11.0, 30.0], decimals=1).tolist() == [0, 1, -1]


def test_classes_of_change():
    # 95 of 100 sizes reach up to 2 exactly; steps of one third of it: 0.7, half a printed unit further
    changes = np.array([-2.0] * 20 + [2.0] * 20)
    assert diverging_breaks(changes, 3, decimals=1) == [-0.75, 0.75, 2.0]


def test_round_bounds():
    # Rule of R's pretty(): 2 where 2 − w < 1.5·(w − 1), then 5 where 5 − w < 2.75·(w − 2), 10 where 10 − w < 1.5·(w − 5).
    # Widths w = 6.24 → 5, 2.5 → 2 (tenths), 3 → 5
    assert pretty(2.1, 33.3, 5).tolist() == pytest.approx([0, 5, 10, 15, 20, 25, 30, 35])
    assert pretty(0, 1, 4).tolist() == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
    assert pretty(0, 9, 3).tolist() == pytest.approx([0, 5, 10])


# --- Areas and neighbours


def test_areal_weighting():
    # a lies to ¼ in X and to ½ in Y, b wholly in Y: X 25, Y 50 + 10; a quarter of a is lost.
    shares = pd.DataFrame({"source": ["a", "a", "b"], "target": ["X", "Y", "Y"], "share": [0.25, 0.5, 1.0]})
    values = pd.Series({"a": 100.0, "b": 10.0})
    assert extensive(values, shares).to_dict() == {"X": 25, "Y": 60}
    assert uncovered(values, shares) == pytest.approx(25)
    # (0.5·100 + 1·10)/1.5
    assert intensive(values, shares).to_dict() == pytest.approx({"X": 100, "Y": 40})


ROW = {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]}
CELLS = pd.Series([1.0, 2.0, 3.0, 4.0])


def test_morans_i_of_a_row_of_four():
    # z = −1.5, −0.5, 0.5, 1.5; means of the neighbours −0.5, −0.5, 0.5, 0.5: (0.75 + 0.25 + 0.25 + 0.75)/5
    found = moran(CELLS, ROW, permutations=99)
    assert [found.I, found.expected] == pytest.approx([0.4, -1 / 3])


def test_local_morans_i_of_a_row_of_four():
    # The same products, times (n − 1)/Σz² = 3/5
    found = local_moran(CELLS, ROW, permutations=99)
    assert found["I"].tolist() == pytest.approx([0.45, 0.15, 0.15, 0.45])
    assert found["quadrant"].tolist() == [Quadrant.LOW_LOW, Quadrant.LOW_LOW, Quadrant.HIGH_HIGH, Quadrant.HIGH_HIGH]


def test_hot_spots_of_a_row_of_four():
    # Mean 2.5, s = √1.25. First cell: (3 − 5)/(s·√((4·2 − 2²)/3)); second: (6 − 7.5)/(s·√((4·3 − 3²)/3))
    found = getis_ord(CELLS, ROW)
    assert found["z"].tolist() == pytest.approx([-1.549193, -1.341641, 1.341641, 1.549193], abs=5e-7)
