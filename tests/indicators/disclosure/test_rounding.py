"""Rounding to a base: numbers by hand, and an attacker who writes down every table that agrees with the rounded sums."""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalogue import Indicator, Method
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.fingerprint import fingerprint
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.rounding import highest, least_rounded_up, lowest, rounded, roundings
from indicators.disclosure.sums import Before, Key, Nesting
from indicators.gate import released
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import plans_of
from indicators.primary import Rule
from indicators.signs import Sign

AREAS = {"k": pd.Index(["K"]), "q": pd.Index(["a", "b", "c"])}
PARENTS = {"q": pd.Series(dict.fromkeys("abc", "K"))}
NESTINGS = [Nesting(1, 0, np.zeros(3, dtype=np.intp))]


def _indicator(name="I", numerator="x", denominator="n", method=Method.PROPORTION, **more):
    return Indicator(name, name, "", method, numerator, "", denominator, level="q", **{"rounding": 10, **more})


def _gate(indicators, rule=None, before=None, **measures):
    """Values of the indicators by (id, level); measures: numbers of a, b and c in one year, or one list of them per year."""
    rows = [
        (area, 2020 + year, measure, "", np.nan if isinstance(number, Sign) else float(number), int(_sign(number)))
        for measure, numbers in measures.items()
        for year, of_year in enumerate(numbers if isinstance(numbers[0], list) else [numbers])
        for area, number in zip(AREAS["q"], of_year, strict=True)
    ]
    counts = Counts.from_tidy(pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"]))
    catalogue = {each.id: each for each in indicators}
    levels = counts_of_levels(counts, list(AREAS), AREAS, PARENTS)
    rules = rule if isinstance(rule, dict) else dict.fromkeys(catalogue, rule or Rule())
    found = counted(catalogue, levels, rules, plans_of(catalogue, levels))
    values = released(found, hiding(found.sums, NESTINGS, before).hidden)
    return {key[:2]: each for key, each in values.items()}, found


def _sign(number):
    return number if isinstance(number, Sign) else Sign.SHOWN


def _counts(values, name="I", level="q"):
    return values[name, level].count[:, 0].tolist()


# By hand


@pytest.mark.parametrize(("base", "number", "shown"), [(10, 14, 10), (10, 15, 20), (5, 12, 10), (5, 13, 15), (2, 1, 2)])
def test_numbers_go_to_the_nearest_multiple_halves_upwards(base, number, shown):
    assert rounded(np.array([float(number)]), base).tolist() == [shown]


@pytest.mark.parametrize("base", [2, 3, 5, 7, 10, 25])
def test_bounds_hold_exactly_the_numbers_that_are_rounded_to_a_multiple(base):
    numbers = np.arange(0.0, 20 * base)
    for shown in range(base, 10 * base, base):
        there = numbers[rounded(numbers, base) == shown]
        assert (there.min(), there.max(), there.size) == (lowest(shown, base), highest(shown, base), base)
    assert numbers[rounded(numbers, base) > 0].min() == least_rounded_up(base)


def test_everything_is_computed_from_rounded_counts():
    # 17 → 20, 44 → 40, 85 → 90 of 100 each; their sum 146 → 150 of 300, and not 20 + 40 + 90 by rule
    values, _ = _gate([_indicator()], n=[100] * 3, x=[17, 44, 85])
    quarters, county = values["I", "q"], values["I", "k"]
    assert quarters.count[:, 0].tolist() == [20, 40, 90] and quarters.estimate.value[:, 0].tolist() == [20, 40, 90]
    assert county.count[0, 0] == 150 and county.estimate.value[0, 0] == 50
    assert quarters.base[:, 0].tolist() == [100, 100, 100]  # of another source
    # Wilson for 20 of 100, Newcombe (1998), Statistics in Medicine 17:857–872, method 3: 0.1334 to 0.2888
    assert quarters.estimate.lower95[0, 0] == pytest.approx(13.34, abs=0.005)
    assert quarters.estimate.upper95[0, 0] == pytest.approx(28.88, abs=0.005)


def test_totals_need_not_add_up():
    # 14 + 14 + 14 = 42: 10, 10, 10 and 40
    values, _ = _gate([_indicator()], n=[100] * 3, x=[14, 14, 14])
    assert _counts(values) == [10, 10, 10] and _counts(values, level="k") == [40]


def test_what_would_become_0_is_hidden_and_a_0_is_one():
    values, _ = _gate([_indicator()], n=[100] * 3, x=[4, 5, 0])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.PRIMARY, Sign.SHOWN, Sign.SHOWN]
    assert _counts(values)[1:] == [10, 0]


def test_a_larger_threshold_counts_besides():
    values, _ = _gate([_indicator()], Rule(threshold=8, interval=8), n=[100] * 3, x=[7, 30, 40])
    assert values["I", "q"].sign[0, 0] == Sign.PRIMARY


def test_rounding_hides_small_counts_even_where_nothing_else_does():
    values, found = _gate([_indicator()], Rule(threshold=0, interval=0), n=[100] * 3, x=[4, 30, 40])
    assert values["I", "q"].sign[0, 0] == Sign.PRIMARY
    assert found.sums[Key("x", 1, 1)].need[0, 0] == 1


def test_a_proportion_never_exceeds_its_base():
    # all 97 of 97: 97 → 100
    values, _ = _gate([_indicator()], n=[97, 100, 100], x=[97, 30, 40])
    assert _counts(values)[0] == 97 and values["I", "q"].estimate.value[0, 0] == 100


def test_a_measure_is_rounded_wherever_it_is_used():
    # y of x, of a source that does not round: 8 of 17 would tell 17, and 17 of 17 as well.
    other = _indicator("J", "y", "x", rounding=0)
    values, _ = _gate([_indicator(), other], n=[100] * 3, x=[57, 44, 85], y=[57, 22, 33])
    assert values["J", "q"].base[:, 0].tolist() == [60, 40, 90]
    assert values["J", "q"].count[:, 0].tolist() == [60, 20, 30]
    assert roundings([_indicator(), other]) == {"x": 10, "y": 10}


def test_the_coarser_of_two_bases_counts():
    values, _ = _gate([_indicator(), _indicator("J", rounding=25)], n=[100] * 3, x=[17, 44, 85])
    assert _counts(values) == _counts(values, "J") == [25, 50, 75]


def test_levels_whose_numbers_are_public_are_not_rounded():
    values, _ = _gate([_indicator()], Rule(public_levels=("k",)), n=[100] * 3, x=[17, 44, 85])
    assert _counts(values) == [20, 40, 90] and _counts(values, level="k") == [146]


def test_pooled_years_are_added_up_before_they_are_rounded():
    # 14 + 14 = 28 → 30
    values, _ = _gate([_indicator(pool=2)], n=[[100] * 3] * 2, x=[[14, 40, 50]] * 2)
    assert values["I", "q"].count[0, 1] == 30


def test_given_values_are_no_counts():
    assert roundings([_indicator(method=Method.GIVEN)]) == {}


def test_bands_of_a_few_persons_are_not_rounded_one_by_one():
    rates = _indicator("J", "x", method=Method.STANDARDISED, standard="ESP2013")
    with pytest.raises(ValueError, match="standardised"):
        _gate([_indicator(), rates], n=[100] * 3, x=[17, 44, 85])


# Protection


def test_a_public_total_that_tells_a_rounded_number_is_refused():
    # 17 of K is public and in b and c there is nothing to count: the 20 of a is a 17.
    with pytest.raises(UnprotectableError):
        _gate([_indicator()], Rule(public_levels=("k",)), n=[100] * 3, x=[17, Sign.NOTHING, Sign.NOTHING])


def test_a_rounded_number_that_others_tell_is_hidden_if_that_helps():
    # Were a true 0 of b not hidden besides, 17 would still follow for a.
    values, _ = _gate([_indicator()], Rule(public_levels=("k",)), n=[100] * 3, x=[17, 0, Sign.NOTHING])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.SECONDARY, Sign.SECONDARY, Sign.NOTHING]


def test_a_public_total_beside_two_rounded_numbers_leaves_them_room():
    # K is 61. a lies from 15 to 24, b from 35 to 44: what 61 leaves is 17 to 24 and 37 to 44, and 3 are asked for.
    values, _ = _gate([_indicator()], Rule(public_levels=("k",)), n=[100] * 3, x=[20, 41, 0])
    assert _counts(values) == [20, 40, 0]


def test_extreme_sums_tell_too_much():
    # 14 + 14 + 14 = 42 public, each shown as 10: up to 14, so that they must all be 14.
    values, _ = _gate([_indicator()], Rule(public_levels=("k",)), n=[100] * 3, x=[14, 14, 14])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.SECONDARY] * 3


def test_of_rounded_sums_that_confine_one_another_the_parts_are_hidden_first():
    # 14 + 14 + 14 = 42, rounded to 40, at least 35 and at most 3 · 14: each part from 7 to 14, wide enough. 5 + 5 + 25 = 35
    # at least as well: wide. But 14, 14 and nothing make 28, which is shown as 30: 25 to 28, and each part 11 to 14.
    rule = Rule(interval=4)
    values, _ = _gate([_indicator()], rule, n=[100] * 3, x=[14, 14, 14])
    assert _counts(values) == [10, 10, 10]
    values, _ = _gate([_indicator()], rule, n=[100] * 3, x=[14, 14, Sign.NOTHING])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.SECONDARY, Sign.SECONDARY, Sign.NOTHING]
    assert _counts(values, level="k") == [30]


def test_a_hidden_count_beside_rounded_ones_needs_no_partner():
    values, _ = _gate([_indicator()], n=[100] * 3, x=[3, 30, 40])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.PRIMARY, 0, 0] and _counts(values, level="k") == [70]


def test_a_number_that_was_shown_as_it_is_protects_nobody_any_more():
    # Before rounding was asked for, 44 and 85 were shown and K's 132 as well: the 3 of a follows.
    seen = np.array([[np.nan], [44.0], [85.0]])
    nowhere = np.zeros((3, 1), dtype=bool)
    before = {
        Key("x", 1, 1): Before(seen, nowhere, nowhere),
        Key("x", 1, 0): Before(np.array([[132.0]]), nowhere[:1], nowhere[:1]),
    }
    with pytest.raises(UnprotectableError):
        _gate([_indicator()], before=before, n=[100] * 3, x=[3, 44, 85])
    coarse = {
        key: Before(np.full_like(each.numbers, np.nan), each.hidden, ~each.hidden) for key, each in before.items()
    }
    values, _ = _gate([_indicator()], before=coarse, n=[100] * 3, x=[3, 44, 85])
    assert values["I", "q"].sign[:, 0].tolist() == [Sign.PRIMARY, 0, 0]


def test_the_fingerprint_knows_of_rounding_and_of_nothing_else_new():
    _, plain = _gate([_indicator(rounding=0)], n=[100] * 3, x=[17, 44, 85])
    _, coarse = _gate([_indicator()], n=[100] * 3, x=[17, 44, 85])
    assert fingerprint(plain.sums, NESTINGS) != fingerprint(coarse.sums, NESTINGS)
    again = {key: replace(each, rounding=0) for key, each in plain.sums.items()}
    assert fingerprint(plain.sums, NESTINGS) == fingerprint(again, NESTINGS)


# An attacker who tries everything


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13]), min_size=3, max_size=3),
    st.sampled_from([3, 4, 5, 6]),
    st.booleans(),
    st.sampled_from([1, 2, 3, 4]),
)
def test_nobody_confines_a_count_further_than_asked(counts, base, public, interval):
    rule = Rule(threshold=2, minimum_base=0, interval=interval, public_levels=("k",) if public else ())
    indicator = _indicator(numerator="x", denominator="", method=Method.COUNT, per=1, rounding=base)
    tables = np.array(list(product(range(20), repeat=3)))
    try:
        values, _ = _gate([indicator], rule, x=counts)
    except UnprotectableError:
        return
    quarters, county = values["I", "q"].count[:, 0], values["I", "k"].count[0, 0]
    fits = np.ones(len(tables), dtype=bool)
    for column, shown in zip(tables.T, quarters, strict=True):
        fits &= np.isnan(shown) | (column == 0 if shown == 0 else rounded(column.astype(float), base) == shown)
    total = tables.sum(axis=1)
    if np.isfinite(county):
        fits &= total == county if public or county == 0 else rounded(total.astype(float), base) == county
    possible = tables[fits]
    assert (possible == counts).all(axis=1).any()
    width = possible.max(axis=0) - possible.min(axis=0)
    hidden, coarse = np.isnan(quarters), quarters > 0
    assert (width[hidden] >= interval).all(), (counts, width)
    assert (width[coarse] >= min(interval, base - 1)).all(), (counts, width)
