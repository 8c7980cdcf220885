"""Properties that hold for all inputs: comparison, trend, composite index, map classes."""

import numpy as np
import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

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
from indicators.classify import MOST_CLASSES, NO_CLASS, Scheme, assign, class_breaks
from indicators.composite import aggregate, contributions, normalise, status_dynamics
from indicators.funnel import funnel_limits_proportion
from indicators.pretty import pretty
from indicators.rates import Estimate, crude_rate, proportion
from indicators.trend import Trend, recent_trend, recent_trends, weighted_trend

repeatable = settings(derandomize=True, deadline=None, max_examples=60)  # the same examples in every run

SCHEMES = st.sampled_from([Scheme.QUANTILE, Scheme.EQUAL, Scheme.NATURAL, Scheme.DEVIATION, Scheme.PRETTY, Scheme.OWN])
# Few different numbers give ties, many give none; both must be met. NaN is a missing value.
NUMBERS = st.one_of(st.integers(-3, 3).map(float), st.integers(-20000, 20000).map(lambda number: number / 100))
VALUES = st.lists(st.one_of(NUMBERS, st.just(float("nan"))), min_size=1, max_size=60).map(np.array)
POLARITIES = st.sampled_from([-1, 1])
METHODS = st.sampled_from(["z", "rank", "percentile", "minmax"])


@st.composite
def tables(draw, fewest=3, gaps=True):
    """areas × three indicators that are not constant, with or without missing values."""
    areas = draw(st.integers(fewest, 40))
    numbers = draw(arrays(float, (areas, 3), elements=NUMBERS))
    if gaps:
        numbers[draw(arrays(bool, (areas, 3), elements=st.sampled_from([False] * 4 + [True])))] = np.nan
    table = pd.DataFrame(numbers, index=[f"g{number}" for number in range(areas)], columns=["A", "B", "C"])
    assume((table.max() > table.min()).all())
    return table


@st.composite
def series(draw, years=5):
    """Counts and bases of several areas over some years."""
    areas = draw(st.integers(1, 6))
    bases = draw(arrays(np.int64, (areas, years), elements=st.integers(1, 3000)))
    shares = draw(arrays(float, (areas, years), elements=st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0])))
    return np.floor(bases * shares), bases.astype(float)


@repeatable
@given(VALUES, SCHEMES, st.integers(2, MOST_CLASSES), st.integers(0, 2))
def test_every_value_lies_in_exactly_one_class(values, scheme, classes, decimals):
    breaks = class_breaks(values, scheme, classes, decimals, own=(-1.5, 0.0, 2.0))
    codes = assign(values, breaks, decimals)
    printed = np.round(values, decimals)
    assert (np.isnan(values) == (codes == NO_CLASS)).all()
    assert breaks == sorted(set(breaks)) and len(breaks) <= MOST_CLASSES
    lower = np.array([-np.inf, *breaks[:-1]])
    inside = (printed[:, None] > lower) & (printed[:, None] <= np.array(breaks))
    assert (inside.sum(axis=1) == np.isfinite(values)).all()
    assert np.nonzero(inside)[1].tolist() == codes[np.isfinite(values)].tolist()


@repeatable
@given(NUMBERS, st.integers(1, 10**6).map(lambda number: number / 1000), st.integers(1, 12))
def test_round_bounds_are_round_and_span_the_values(lowest, width, classes):
    highest = lowest + width
    bounds = pretty(lowest, highest, classes)
    steps = np.diff(bounds)
    assert np.allclose(steps, steps[0], rtol=1e-9)
    slack = 1e-6 * steps[0]
    assert bounds[0] <= lowest + slack and bounds[-1] >= highest - slack
    digits = steps[0] / 10 ** np.floor(np.log10(steps[0]) + 1e-9)
    assert np.isclose(digits, [1, 2, 5]).any()
    assert np.allclose(bounds / steps[0], np.round(bounds / steps[0]), atol=1e-6)


@repeatable
@given(tables(), METHODS, POLARITIES, st.integers(0, 1))
def test_the_other_polarity_turns_an_indicator_round(table, method, sign, ddof):
    polarity = {"A": sign, "B": -1, "C": 1}
    one = normalise(table, method, ddof, polarity)
    other = normalise(table, method, ddof, {**polarity, "A": -sign})
    pd.testing.assert_frame_equal(one[["B", "C"]], other[["B", "C"]])
    if method == "z":
        np.testing.assert_allclose(one["A"], -other["A"], atol=1e-9)
    elif method != "rank":
        np.testing.assert_allclose(one["A"], 1 - other["A"], atol=1e-9)
    # A rank from above and one from below: together n + 1, less where ties take the smallest of both
    assert (one["A"] + other["A"] <= table["A"].count() + 1).where(one["A"].notna(), True).all() or method != "rank"


@repeatable
@given(tables(), METHODS, POLARITIES)
def test_the_order_of_areas_with_one_indicator_is_kept(table, method, sign):
    found = normalise(table, method, polarity=dict.fromkeys("ABC", sign))["A"].dropna()
    assert found.rank().equals((table["A"] * -sign).dropna().rank())


@repeatable
@given(tables(fewest=20), METHODS, st.randoms(use_true_random=False))
def test_permuted_areas_have_permuted_results(table, method, random):
    order = list(table.index)
    random.shuffle(order)
    polarity = {"A": -1, "B": 1, "C": -1}
    scores, permuted = (
        normalise(table, method, polarity=polarity),
        normalise(table.loc[order], method, polarity=polarity),
    )
    pd.testing.assert_frame_equal(permuted.loc[table.index], scores)
    weights = {"A": 1, "B": 2, "C": 3}
    found = aggregate(permuted, weights=weights).loc[table.index]
    pd.testing.assert_series_equal(found, aggregate(scores, weights=weights))
    before, after = (status_dynamics(each, each[["C", "B"]], polarity) for each in (table, table.loc[order]))
    # Classes may only differ where the index lies on a border but for rounding.
    indices = ["status_index", "dynamics_index"]
    pd.testing.assert_frame_equal(after.loc[table.index, indices], before[indices])
    near = np.abs(before["status_index"].to_numpy()[:, None] - [-1, 1, 1.5]).min(axis=1) < 1e-9
    assert ((after.loc[table.index, "status"] == before["status"]) | near).all()


@repeatable
@given(tables(), METHODS, arrays(float, 3, elements=st.floats(0.1, 10)))
def test_contributions_add_up(table, method, weights):
    scores, named = normalise(table, method), dict(zip("CAB", weights, strict=True))
    total = contributions(scores, named).sum(axis=1, skipna=False)
    np.testing.assert_allclose(total, aggregate(scores, weights=named), atol=1e-9)
    assert (total.isna() == table.isna().any(axis=1)).all()
    doubled = {name: 2 * weight for name, weight in named.items()}
    np.testing.assert_allclose(total, aggregate(scores, weights=doubled), atol=1e-9)


@repeatable
@given(tables(), arrays(float, 3, elements=st.floats(0.1, 10)))
def test_the_geometric_mean_is_never_above_the_arithmetic(table, weights):
    scores, named = normalise(table, "percentile"), dict(zip("ABC", weights, strict=True))
    geometric, arithmetic = (aggregate(scores, how, named) for how in ("geometric", "arithmetic"))
    assert (geometric <= arithmetic + 1e-12).equals(arithmetic.notna())


P_VALUES = st.lists(st.one_of(st.floats(0, 1), st.just(float("nan")), st.sampled_from([0.01, 0.05])), max_size=40)


@repeatable
@given(P_VALUES.map(lambda values: np.array(values, dtype=float)))
def test_adjusted_p_values_keep_their_order_and_grow(p):
    adjusted = benjamini_hochberg(p)
    tested = ~np.isnan(p)
    assert (np.isnan(adjusted) == ~tested).all()
    assert (adjusted[tested] >= p[tested] - 1e-15).all() and (adjusted[tested] <= 1).all()
    assert (np.diff(adjusted[tested][np.argsort(p[tested])]) >= 0).all()
    # The rule as printed: all up to the largest k with p_(k) ≤ k/m · q are found
    ranked = np.sort(p[tested])
    passed = np.flatnonzero(ranked <= np.arange(1, ranked.size + 1) / max(ranked.size, 1) * 0.1)
    below = ranked[passed[-1]] if passed.size else -1.0
    assert (np.isclose(adjusted[tested], 0.1) | ((adjusted[tested] <= 0.1) == (p[tested] <= below))).all()


@repeatable
@given(series(), st.booleans())
def test_the_mirrored_series_has_the_mirrored_trend(pair, whole):
    count, base = pair
    mirror = {Trend.RISING: Trend.FALLING, Trend.FALLING: Trend.RISING}
    found = recent_trend(count, base)
    others = recent_trend(base - count, base), recent_trend(count[:, ::-1], base[:, ::-1])
    other = others[int(whole)]
    assert [mirror.get(code, code) for code in found.direction] == other.direction.tolist()
    np.testing.assert_allclose(other.chi_square, found.chi_square, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(other.slope, -found.slope, rtol=1e-6, atol=1e-9)


@repeatable
@given(series(years=8), st.integers(1, 50))
def test_more_people_with_the_same_shares_make_a_trend_surer(pair, factor):
    count, base = pair
    once, more = recent_trends(count, base), recent_trends(count * factor, base * factor)
    np.testing.assert_allclose(more.chi_square, once.chi_square * factor, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(more.slope, once.slope, rtol=1e-6, atol=1e-9)
    certain = (once.direction != Trend.NONE) & (once.direction != Trend.NOT_TESTED)
    assert (more.direction[certain] == once.direction[certain]).all()


@repeatable
@given(series())
def test_permuted_areas_have_permuted_trends(pair):
    count, base = pair
    for found, turned in (
        (recent_trend(count, base), recent_trend(count[::-1], base[::-1])),
        (weighted_trend(crude_rate(count, base)), weighted_trend(crude_rate(count[::-1], base[::-1]))),
    ):
        assert all(np.array_equal(one[::-1], other) for one, other in zip(found, turned, strict=True))


@repeatable
@given(series(), st.sampled_from([0.05, 0.1, 0.25, 0.5, 0.9]), POLARITIES)
def test_swapped_polarity_swaps_sides(pair, benchmark, polarity):
    count, base = pair
    estimate, rest = proportion(count, base, per=1), proportion(base - count, base, per=1)
    code = compare(estimate, benchmark)
    favourable = is_unfavourable(code, -polarity, 95)
    assert not (favourable & is_unfavourable(code, polarity, 95)).any()
    assert ((code == Comparison.SIMILAR) == ~(favourable | is_unfavourable(code, polarity, 95))).all()
    # What is high in the part is low in the rest. 1 − limit is rounded, so ends on the benchmark are left out.
    limits = np.array([estimate.lower95, estimate.upper95, estimate.lower998, estimate.upper998])
    off = (np.abs(limits - benchmark) > 1e-9).all(axis=0)
    assert (compare(rest, 1 - benchmark) == -code)[off].all()
    met, other = meets_target(estimate, benchmark, polarity), meets_target(estimate, benchmark, -polarity)
    assert ((met == Target.MET) == (other == Target.MISSED))[off].all() and (
        (met == Target.OPEN) == (other == Target.OPEN)
    )[off].all()


@repeatable
@given(series(), st.sampled_from([0.05, 0.1, 0.25, 0.5, 0.9]))
def test_p_values_agree_with_intervals_and_funnels(pair, benchmark):
    count, base = pair
    lower, upper = funnel_limits_proportion(benchmark, base)
    shares, rates = proportion(count, base, per=1), crude_rate(count, base, per=1)
    for p, estimate in ((p_value(count, base, benchmark), shares), (p_value_events(count, base, benchmark), rates)):
        assert ((p >= 0) & (p <= 1)).all()
        clear = np.abs(p - 0.05) > 1e-9
        assert ((p < 0.05) == (compare(estimate, benchmark) != Comparison.SIMILAR))[clear].all()
        assert ((p < 0.05) == ((count / base < lower) | (count / base > upper)))[clear].all() or estimate is rates


@repeatable
@given(arrays(float, (4, 5), elements=NUMBERS), st.integers(1, 400).map(lambda number: number / 100))
def test_the_weighted_trend_does_not_depend_on_the_unit(values, error):
    def found(factor, shift):
        value, reach = values * factor + shift, error * abs(factor)
        limits = value - 1.96 * reach, value + 1.96 * reach
        return weighted_trend(Estimate(value, *limits, *limits))

    once, other = found(1.0, 0.0), found(-10.0, 7.0)
    clear = np.abs(once.chi_square - 9.54953570608324) > 1e-6
    np.testing.assert_allclose(other.chi_square, once.chi_square, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(other.slope, -10 * once.slope, rtol=1e-6, atol=1e-6)
    assert (other.direction == -once.direction)[clear].all()
