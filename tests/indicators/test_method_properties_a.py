"""What must hold for any numbers: intervals, standardisation, smoothing, aggregation, groups, Gini, crosswalk."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.aggregate import add_up
from indicators.counts import Counts
from indicators.crosswalk import extensive, uncovered
from indicators.inequality import gini
from indicators.intervals import poisson, wilson
from indicators.quantiles import quantile_groups
from indicators.rates import crude_rate
from indicators.signs import Sign
from indicators.smoothing import empirical_bayes, prior
from indicators.standardise import direct, expected, indirect

CLOSE = 1e-9


repeatable = settings(derandomize=True, deadline=None, max_examples=100)  # the same examples in every run


@st.composite
def share_of(draw):
    base = draw(st.integers(1, 100_000))
    return draw(st.integers(0, base)), base


confidences = st.sampled_from([0.8, 0.95, 0.998])


@repeatable
@given(share_of(), confidences)
def test_wilson_contains_the_share_and_stays_between_0_and_1(pair, confidence):
    count, base = pair
    lower, upper = wilson([count], [base], confidence)
    assert 0 <= lower[0] <= count / base <= upper[0] <= 1
    assert lower[0] < upper[0]


@repeatable
@given(st.integers(0, 10**6), confidences)
def test_poisson_contains_the_count(count, confidence):
    lower, upper = poisson([count], confidence)
    assert 0 <= lower[0] <= count < upper[0]


@repeatable
@given(share_of(), st.integers(2, 50))
def test_more_of_the_same_narrows_the_interval(pair, times):
    count, base = pair
    few, many = wilson([count], [base]), wilson([count * times], [base * times])
    assert many.upper[0] - many.lower[0] < few.upper[0] - few.lower[0]
    few, many = poisson([count]), poisson([count * times])
    assert (many.upper[0] - many.lower[0]) / times <= few.upper[0] - few.lower[0]


@repeatable
@given(share_of())
def test_wider_confidence_contains_the_narrower(pair):
    count, base = pair
    for inner, outer in (
        (wilson([count], [base]), wilson([count], [base], 0.998)),
        (poisson([count]), poisson([count], 0.998)),
    ):
        assert outer.lower[0] <= inner.lower[0] and inner.upper[0] <= outer.upper[0]


@st.composite
def strata(draw):
    """Events and people of up to six areas in up to five bands, at least ten events an area."""
    areas, bands = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    base = np.array(draw(st.lists(st.integers(1, 50_000), min_size=areas * bands, max_size=areas * bands)), dtype=float)
    share = np.array(draw(st.lists(st.floats(0, 0.5), min_size=areas * bands, max_size=areas * bands)))
    counts = np.floor(base * share).reshape(areas, bands)
    counts[:, 0] += 10
    return counts, base.reshape(areas, bands)


@repeatable
@given(strata())
def test_an_areas_own_structure_gives_its_crude_rate(table):
    counts, base = table
    for events, people in zip(counts, base, strict=True):
        crude = crude_rate([events.sum()], [people.sum()])
        found = direct(events, people, people, per=1000)
        assert found.value == pytest.approx(crude.value[0], rel=CLOSE)
        # With the own structure var = X/n², so that Dobson's limits are those of the crude rate.
        assert found.lower95 == pytest.approx(crude.lower95[0], rel=CLOSE)
        assert found.upper998 == pytest.approx(crude.upper998[0], rel=CLOSE)


@repeatable
@given(strata(), st.randoms(use_true_random=False))
def test_the_order_of_bands_and_areas_does_not_matter(table, random):
    counts, base = (pd.DataFrame(each).rename(index=str, columns="band {}".format) for each in table)
    weights = pd.Series(range(1, counts.shape[1] + 1), index=counts.columns)
    rows, columns = (random.sample(list(names), len(names)) for names in (base.index, base.columns))
    found, mixed = direct(counts, base, weights), direct(counts, base.loc[rows, columns], weights[columns])
    pd.testing.assert_series_equal(found.value, mixed.value)
    pd.testing.assert_series_equal(found.upper998, mixed.upper998)


@repeatable
@given(strata())
def test_a_reference_of_the_areas_themselves_gives_a_ratio_of_one_over_all(table):
    counts, base = table
    reference = counts.sum(axis=0) / base.sum(axis=0)
    assert expected(base, reference).sum() == pytest.approx(counts.sum(), rel=CLOSE)
    total = indirect([counts.sum(axis=0)], [base.sum(axis=0)], reference)
    assert total.value[0] == pytest.approx(1, rel=CLOSE) and total.lower95[0] < 1 < total.upper95[0]


@st.composite
def areas_with_neighbours(draw):
    size = draw(st.integers(1, 12))
    pairs = draw(st.lists(share_of(), min_size=size, max_size=size))
    known = np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    count, base = np.array(pairs, dtype=float).T
    around = draw(st.lists(st.lists(st.integers(0, size - 1), max_size=5), min_size=size, max_size=size))
    return np.where(known, count, np.nan), base, around


@repeatable
@given(areas_with_neighbours())
def test_global_smoothing_lies_between_rate_and_mean(drawn):
    count, base, _ = drawn
    found, mean = empirical_bayes(count, base), prior(count, base)[0]
    _assert_between(found, count / base, mean)


@repeatable
@given(areas_with_neighbours())
def test_local_smoothing_lies_between_rate_and_mean_around(drawn):
    count, base, around = drawn
    found = empirical_bayes(count, base, around)
    for area, neighbours in enumerate(around):
        group = [each for each in {area, *neighbours} if np.isfinite(count[each])]
        group = group if len(group) > 1 else np.flatnonzero(np.isfinite(count))
        _assert_between(found[area], count[area] / base[area], _mean(count[group], base[group]))


def _mean(count, base):
    return count.sum() / base.sum() if len(count) else np.nan


def _assert_between(found, rate, mean):
    assert np.array_equal(np.isnan(found), np.isnan(rate))
    low, high = np.fmin(rate, mean), np.fmax(rate, mean)
    slack = CLOSE * (1 + high)
    assert np.all(np.isnan(found) | ((low - slack <= found) & (found <= high + slack)))


@st.composite
def parts_and_parents(draw):
    """Counts of areas over two years, some missing, and the parent of each."""
    size = draw(st.integers(1, 10))
    signs = np.array(draw(st.lists(st.sampled_from([0, 0, 0, 0, 2, 4]), min_size=2 * size, max_size=2 * size)))
    signs = signs.astype(np.uint8).reshape(1, size, 2)
    numbers = np.array(draw(st.lists(st.integers(0, 500), min_size=2 * size, max_size=2 * size)), dtype=float)
    values = np.where(signs == Sign.SHOWN, numbers.reshape(1, size, 2), np.nan)
    areas = pd.Index([f"part {i}" for i in range(size)])
    measures = pd.MultiIndex.from_tuples([("x", "")])
    parents = draw(st.lists(st.sampled_from("ABC"), min_size=size, max_size=size))
    return Counts(measures, areas, pd.Index([2019, 2020]), values, signs), pd.Series(parents, index=areas)


@repeatable
@given(parts_and_parents(), st.randoms(use_true_random=False))
def test_sums_know_neither_names_nor_order_of_areas(drawn, random):
    parts, parent_of = drawn
    whole = pd.Index(["A", "B", "C"])
    found = add_up(parts, parent_of, whole)

    order = random.sample(range(len(parts.areas)), len(parts.areas))
    new_name = {area: f"{random.random()} {area}" for area in parts.areas}
    new_parent = {"A": "Z", "B": "A", "C": "Y"}
    mixed = Counts(
        parts.measures,
        parts.areas[order].map(new_name),
        parts.years,
        parts.values[:, order],
        parts.signs[:, order],
    )
    renamed = parent_of.map(new_parent).rename(index=new_name)
    back = [2, 0, 1]  # parents asked for in another order: Y (C), Z (A), A (B)
    again = add_up(mixed, renamed.sample(frac=1, random_state=1), pd.Index(["Y", "Z", "A"]))
    np.testing.assert_array_equal(again.values, found.values[:, back])
    np.testing.assert_array_equal(again.signs, found.signs[:, back])


whole_numbers = st.lists(st.one_of(st.integers(-1000, 1000), st.none()), max_size=40)


@repeatable
@given(whole_numbers, st.integers(1, 10), st.booleans())
def test_groups_depend_on_the_order_of_the_values_only(values, groups, high_is_first):
    numbers = np.array(values, dtype=float)
    found = quantile_groups(numbers, groups, high_is_first)
    for rising in (numbers * 3 + 7, numbers**3, np.exp(numbers / 100)):
        np.testing.assert_array_equal(quantile_groups(rising, groups, high_is_first), found)
    np.testing.assert_array_equal(quantile_groups(-numbers, groups, not high_is_first), found)


@repeatable
@given(whole_numbers, st.integers(1, 10))
def test_groups_are_whole_numbers_that_follow_the_values(values, groups):
    numbers = np.array(values, dtype=float)
    found = quantile_groups(numbers, groups)
    there = ~np.isnan(found)
    assert np.array_equal(there, ~np.isnan(numbers) & (np.isfinite(numbers).sum() >= groups))
    assert set(found[there]) <= set(range(1, groups + 1))
    falling = numbers[there][np.argsort(found[there], kind="stable")]
    bounds = np.flatnonzero(np.diff(np.sort(found[there])))
    assert all(falling[: bound + 1].min() > falling[bound + 1 :].max() for bound in bounds)


amounts = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 500)), min_size=1, max_size=30)


@repeatable
@given(amounts, st.floats(1e-6, 1e6), st.randoms(use_true_random=False))
def test_gini_knows_neither_scale_nor_order(pairs, factor, random):
    values, people = np.array(pairs, dtype=float).T
    found = gini(values, people)
    if not values.any():
        assert np.isnan(found)
        return
    assert -CLOSE < found < 1
    assert gini(values * factor, people) == pytest.approx(found, abs=CLOSE)
    assert gini(values, people * factor) == pytest.approx(found, abs=CLOSE)
    order = random.sample(range(len(values)), len(values))
    assert gini(values[order], people[order]) == pytest.approx(found, abs=CLOSE)


@repeatable
@given(amounts)
def test_gini_counts_every_person(pairs):
    values, people = np.array(pairs, dtype=float).T
    each = gini(np.repeat(values, people.astype(int)))
    assert gini(values, people) == pytest.approx(each, abs=CLOSE, nan_ok=True)


@st.composite
def cut_areas(draw):
    """Values of sources and shares of each in up to four targets that add up to 1."""
    size = draw(st.integers(1, 10))
    values = pd.Series(draw(st.lists(st.integers(0, 10**6), min_size=size, max_size=size)), dtype=float)
    rows = []
    for source in range(size):
        weights = draw(st.lists(st.integers(1, 100), min_size=1, max_size=4))
        rows += [(source, f"target {i}", weight / sum(weights)) for i, weight in enumerate(weights)]
    return values, pd.DataFrame(rows, columns=["source", "target", "share"])


@repeatable
@given(cut_areas())
def test_whole_shares_keep_the_total(drawn):
    values, shares = drawn
    assert extensive(values, shares).sum() == pytest.approx(values.sum(), rel=CLOSE)
    assert uncovered(values, shares) == 0


@repeatable
@given(cut_areas(), st.floats(0, 1))
def test_what_arrives_and_what_is_lost_add_up(drawn, kept):
    values, shares = drawn
    shares = shares.assign(share=shares["share"] * kept)
    assert extensive(values, shares).sum() + uncovered(values, shares) == pytest.approx(
        values.sum(), rel=1e-6, abs=1e-3
    )
