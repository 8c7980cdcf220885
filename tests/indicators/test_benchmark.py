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
from indicators.rates import Estimate, crude_rate, proportion, quotient
from problem import DataError


def _estimate(lower95, upper95, lower998, upper998):
    arrays = (np.array([number]) for number in (np.nan, lower95, upper95, lower998, upper998))
    return Estimate(*arrays)


def test_touching_the_benchmark_is_similar():
    assert compare(_estimate(10, 12, 9, 13), 10.0)[0] == Comparison.SIMILAR


def test_two_levels_of_certainty():
    assert compare(_estimate(10.1, 12, 9, 13), 10.0)[0] == Comparison.HIGHER
    assert compare(_estimate(10.1, 12, 10.05, 13), 10.0)[0] == Comparison.MUCH_HIGHER
    assert compare(_estimate(7, 9.9, 6, 10), 10.0)[0] == Comparison.LOWER


def test_real_municipalities_against_their_county():
    # BBSR INKAR 2024, unemployed of 15–64 in 2021: county 4.83 %
    found = proportion([393, 1877, 681], [12661, 27081, 14039])  # Wachtberg, Siegburg, Meckenheim
    expected = [Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER, Comparison.SIMILAR]
    assert compare(found, 100 * 18302 / 379009).tolist() == expected


def test_missing_is_not_compared():
    assert compare(_estimate(np.nan, np.nan, np.nan, np.nan), 10.0)[0] == Comparison.NOT_COMPARED
    assert compare(_estimate(10.1, 12, 9, 13), np.nan)[0] == Comparison.NOT_COMPARED


def test_unfavourable_follows_the_polarity():
    codes = [Comparison.MUCH_HIGHER, Comparison.HIGHER, Comparison.MUCH_LOWER, Comparison.NOT_COMPARED]
    assert is_unfavourable(codes, polarity=-1).tolist() == [True, False, False, False]
    assert is_unfavourable(codes, polarity=-1, confidence=95).tolist() == [True, True, False, False]
    assert is_unfavourable(codes, polarity=1).tolist() == [False, False, True, False]
    assert not is_unfavourable(codes, polarity=0).any()


def test_a_target_is_met_when_even_the_unfavourable_end_reaches_it():
    # interval 8–12; at most the target (−1): upper end 12 decides, lower end 8 decides whether it is missed
    at_most = {12: Target.MET, 11.9: Target.OPEN, 8: Target.OPEN, 7.9: Target.MISSED}
    at_least = {8: Target.MET, 8.1: Target.OPEN, 12: Target.OPEN, 12.1: Target.MISSED}
    for polarity, expected in ((-1, at_most), (1, at_least)):
        found = [int(meets_target(_estimate(8, 12, 7, 13), target, polarity)[0]) for target in expected]
        assert found == list(expected.values())


def test_a_target_judged_at_99_8():
    assert meets_target(_estimate(8, 12, 7, 13), 12.5, -1)[0] == Target.MET
    assert meets_target(_estimate(8, 12, 7, 13), 12.5, -1, confidence=99.8)[0] == Target.OPEN
    with pytest.raises(ValueError, match=r"95 and 99.8"):
        meets_target(_estimate(8, 12, 7, 13), 12.5, -1, confidence=90)


def test_a_target_is_not_judged_without_polarity_interval_or_target():
    counts = pd.Series([5.0, np.nan], index=["a", "b"])
    found = meets_target(proportion(counts, counts * 0 + 50), 30.0, -1)
    assert found.to_dict() == {"a": Target.MET, "b": Target.NOT_COMPARED}
    assert meets_target(proportion([5], [50]), 30.0, polarity=0)[0] == Target.NOT_COMPARED
    assert meets_target(proportion([5], [50]), np.nan, polarity=1)[0] == Target.NOT_COMPARED
    assert meets_target(quotient([5], [50]), 30.0, polarity=1)[0] == Target.NOT_COMPARED


def test_score_test_as_statsmodels_computes_it():
    # statsmodels 0.15, proportions_ztest(x, n, p0, prop_var=p0)
    found = p_value([30, 5, 0, 393, 50], [100, 50, 40, 12661, 50], [0.2, 0.2, 0.05, 18302 / 379009, 0.9])
    expected = [
        0.012419330651552277,
        0.07709987174354177,
        0.146793087308571,
        1.3841592852278516e-19,
        0.018422125454099027,
    ]
    assert found == pytest.approx(expected, rel=1e-9)


def test_score_test_at_the_ends_of_the_scale():
    assert p_value([0, 1, 40, 39], [40, 40, 40, 40], [0, 0, 1, 1]).tolist() == [1, 0, 1, 0]
    assert p_value([20], [100], 0.2).tolist() == [1]


@pytest.mark.parametrize("confidence", [95, 99.8])
def test_p_values_agree_with_the_comparison_of_intervals(confidence):
    random = np.random.default_rng(3)
    count = random.integers(0, 60, 4000).astype(float)
    base = count + random.integers(1, 200, 4000)
    secured = (1,) if confidence == 95 else (2,)
    for found, estimate in (
        (p_value(count, base, 0.2), proportion(count, base, per=1)),
        (p_value_events(count, base, 0.2), crude_rate(count, base, per=1)),
    ):
        different = np.abs(compare(estimate, 0.2)) >= secured[0]
        assert 400 < different.sum() < 3900
        assert ((found < 1 - confidence / 100) == different).all()


def test_few_events_have_the_exact_poisson_p_value():
    # scipy 1.17, 2 · min(poisson.cdf(x, mean), poisson.sf(x − 1, mean)); 0 of 10 by hand: 2 · exp(−10)
    found = p_value_events([3, 0, 9], [10, 10, 2.5], 1.0)
    assert found == pytest.approx([0.020672101351851453, 2 * np.exp(-10), 0.0022805056652084868], rel=1e-9)


def test_many_events_are_nearly_as_exact():
    # scipy 1.17: 2 · poisson.sf(39, 25) = 0.0068871, 2 · poisson.cdf(99, 130) = 0.0055008
    assert p_value_events([40, 99], [25, 130], 1.0) == pytest.approx([0.0068871, 0.0055008], rel=0.02)


def test_p_values_of_no_events_where_none_are_expected():
    assert p_value_events([0, 3], [10, 10], 0.0).tolist() == [1, 0]
    assert p_value_events([30], [10], 0.0)[0] < 1e-10


def test_p_values_of_missing_and_faulty_numbers():
    areas = pd.Series([5.0, np.nan], index=["a", "b"])
    for method in (p_value, p_value_events):
        found = method(areas, 50.0, [0.1, 0.1])
        assert found.index.tolist() == ["a", "b"] and found.isna().tolist() == [False, True]
        assert np.isnan(method([5], [50], np.nan))
        with pytest.raises(DataError) as error:
            method(-areas, 50.0, 0.1)
        assert error.value.problems[0].areas == ["a"]
        with pytest.raises(ValueError, match="benchmark"):
            method([5], [50], -0.1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        p_value([5], [50], 10.0)  # a percentage


# Benjamini & Hochberg (1995), section 4.1: 15 p-values; adjusted by statsmodels 0.15, multipletests(method="fdr_bh")
PAPER = [
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.324,
    0.4262,
    0.5719,
    0.6528,
    0.759,
    1,
]
ADJUSTED = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875,
    0.75323077, 0.81321429, 1.0,
]  # fmt: skip


def test_false_discovery_rate_of_the_published_example():
    assert benjamini_hochberg(PAPER) == pytest.approx(ADJUSTED, abs=1e-8)
    assert (benjamini_hochberg(PAPER) <= 0.05).sum() == 4  # the paper rejects the four smallest; Bonferroni three


def test_false_discovery_rate_of_any_order_and_shape():
    order = np.random.default_rng(1).permutation(15)
    found = benjamini_hochberg(np.array(PAPER)[order].reshape(3, 5))
    assert found == pytest.approx(np.array(ADJUSTED)[order].reshape(3, 5), abs=1e-8)
    # ties: statsmodels 0.15
    found = benjamini_hochberg([0.04, 0.001, 0.03, 0.2, 0.03, 0.5])
    assert found == pytest.approx([0.06, 0.006, 0.06, 0.24, 0.06, 0.5])


def test_missing_p_values_are_not_counted():
    found = benjamini_hochberg(pd.Series([0.01, np.nan, 0.02], index=["a", "b", "c"]))
    assert found["a"] == found["c"] == 0.02 and np.isnan(found["b"])
    assert np.isnan(benjamini_hochberg([np.nan])).all() and benjamini_hochberg([]).size == 0
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg([1.1])
