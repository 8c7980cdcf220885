"""People whom a municipality or the county counts in none of its areas: what is left of the wholes, by hand, and attacked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from indicators.catalogue import Indicator, Method
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.fingerprint import fingerprint
from indicators.disclosure.sums import Key
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import plans_of
from indicators.primary import Rule
from indicators.signs import Sign
from indicators.unplaced import known_of_unplaced, with_unplaced
from tests.indicators.disclosure.test_gate_attacks import AREAS, NESTINGS, PARENTS, _rows

FREE = 4  # three levels, and the position that is kept for pieces
OF_COUNTY, OF_MUNICIPALITIES = FREE, FREE + 1
RULE = Rule(threshold=3, interval=3, minimum_base=0)


def _count(measure):
    return Indicator(measure, measure, "", Method.COUNT, measure, "", level="q")


def _part(numerator, denominator):
    return Indicator("I", "I", "", Method.PROPORTION, numerator, "", denominator, level="q")


def _found(indicators, rows, rule=RULE):
    catalogue = {each.id: each for each in indicators}
    levels = counts_of_levels(Counts.from_tidy(rows), list(AREAS), AREAS, PARENTS)
    return counted(catalogue, levels, dict.fromkeys(catalogue, rule), plans_of(catalogue, levels))


def _placing(indicators, rows, measures=("x",), rule=RULE):
    return with_unplaced(_found(indicators, rows, rule), NESTINGS, frozenset(measures), FREE)


def _hidden(placing):
    return hiding(placing.sums, placing.nestings).hidden


QUARTERS = [10, 20, 30, 40, 50]  # A: 60, B: 90


def test_what_is_left_is_the_whole_less_its_parts():
    placing = _placing([_count("x")], _rows(x=QUARTERS, x_of_A=[64], x_of_K=[160]))
    assert placing.sums[Key("x", 1, OF_MUNICIPALITIES)].numbers.tolist() == [[64 - 60], [0]]
    assert placing.sums[Key("x", 1, OF_COUNTY)].numbers.tolist() == [[160 - (64 + 90)]]
    assert [nesting.unplaced for nesting in placing.nestings] == [OF_COUNTY, OF_MUNICIPALITIES]
    # Of B nothing is left in any year: everybody may know it.
    known = known_of_unplaced(placing)[Key("x", 1, OF_MUNICIPALITIES)]
    assert np.isnan(known[0]).all() and known[1].tolist() == [0]


@pytest.mark.parametrize(("measures", "of_a"), [((), 64), (("y",), 64), (("x",), 60)])
def test_nothing_changes_where_nothing_is_declared_or_left(measures, of_a):
    found = _found([_count("x")], _rows(x=QUARTERS, x_of_A=[of_a]))
    placing = with_unplaced(found, NESTINGS, frozenset(measures), FREE)
    assert placing.sums == found.sums and placing.nestings == tuple(NESTINGS)
    assert fingerprint(placing.sums, placing.nestings) == fingerprint(found.sums, NESTINGS)


def test_a_missing_part_leaves_nothing_to_say():
    rows = _rows(x=[[Sign.ABSENT, 20, 30, 40, 50], QUARTERS], x_of_A=[[64], [64]])
    left = _placing([_count("x")], rows).sums[Key("x", 1, OF_MUNICIPALITIES)].numbers
    assert np.isnan(left[0, 0]) and left[0, 1] == 4 and left[1].tolist() == [0, 0]


def test_a_small_rest_is_secret_and_a_large_one_is_not():
    rows = _rows(x=[QUARTERS] * 4, x_of_A=[[60], [61], [62], [63]])
    assert _placing([_count("x")], rows).sums[Key("x", 1, OF_MUNICIPALITIES)].hidden[0].tolist() == [
        False, True, True, False,
    ]  # fmt: skip


def test_nothing_is_asked_of_a_rest_that_public_numbers_tell():
    rows = _rows(x=QUARTERS, x_of_A=[61])
    public = Rule(threshold=3, interval=3, public_levels=("k", "g", "q"))
    placing = _placing([_count("x")], rows, rule=public)
    assert not placing.sums[Key("x", 1, OF_MUNICIPALITIES)].hidden.any()
    assert not any(each.any() for each in _hidden(placing).values())


def test_those_left_of_a_part_are_no_more_than_those_left_of_its_base():
    rows = _rows(n=[100] * 5, n_of_A=[310], x=QUARTERS, x_of_A=[69])
    placing = _placing([_part("x", "n")], rows, ("x", "n"))
    of_part = placing.sums[Key("x", 1, OF_MUNICIPALITIES)]
    # 9 of 10 are left: one of them is not counted, and 1 is small.
    assert of_part.upper[0, 0] == 10 and of_part.hidden[0, 0] and of_part.wholes == {"n"}


def test_of_another_register_more_may_be_left_of_the_part():
    rows = _rows(n=[[100] * 5] * 2, n_of_A=[[304], [310]], x=[QUARTERS] * 2, x_of_A=[[69], [66]])
    of_part = _placing([_part("x", "n")], rows, ("x", "n")).sums[Key("x", 1, OF_MUNICIPALITIES)]
    # 9 are left of the part and 4 of its base; in the next year 6 of 10.
    assert of_part.upper[0].tolist() == [np.inf, 10] and not of_part.hidden.any()


def test_who_takes_those_left_of_the_base_for_a_bound_learns_nothing():
    # In 2021 nobody is left of the base, so that nobody of x can be: a1 and a second quarter are hidden, as if A were a1 + a2 + a3.
    few = [2, 20, 30, 40, 50]
    rows = _rows(n=[[100] * 5] * 2, n_of_A=[[310], [300]], x=[few] * 2, x_of_A=[[58], [52]])
    hidden = _hidden(_placing([_part("x", "n")], rows, ("x", "n")))[Key("x", 1, 2)]
    assert hidden.sum(axis=0).tolist() == [1, 2]


def test_pooled_years_are_the_sum_of_single_ones():
    pooled = Indicator("I", "I", "", Method.COUNT, "x", "", level="q", pool=2)
    placing = _placing([pooled], _rows(x=[QUARTERS] * 3, x_of_A=[[61], [64], [60]]))
    assert placing.sums[Key("x", 1, OF_MUNICIPALITIES)].numbers[0].tolist() == [1, 4, 0]
    assert placing.sums[Key("x", 2, OF_MUNICIPALITIES)].numbers[0, 1:].tolist() == [5, 4]


# What is shown


def test_one_person_left_is_protected_by_an_area():
    hidden = _hidden(_placing([_count("x")], _rows(x=QUARTERS, x_of_A=[61])))
    # A − a1 − a2 − a3 = 1 must not be known; one quarter is enough, and the cheapest is given up.
    assert hidden[Key("x", 1, 2)].ravel().tolist().count(True) == 1 and hidden[Key("x", 1, 2)][:3].any()
    assert not hidden[Key("x", 1, 1)].any() and not hidden[Key("x", 1, 0)].any()


def test_one_person_left_of_the_county_is_protected_by_a_municipality():
    hidden = _hidden(_placing([_count("x")], _rows(x=QUARTERS, x_of_K=[151])))
    assert hidden[Key("x", 1, 1)].any()


def test_many_that_are_left_need_no_protection():
    hidden = _hidden(_placing([_count("x")], _rows(x=QUARTERS, x_of_A=[80])))
    assert not any(each.any() for each in hidden.values())


def test_those_left_protect_a_small_area_alone():
    # 2 and 30 left: a1 may be anything from 0 to 32. Without them a second quarter would have to be hidden.
    few = [2, 20, 30, 40, 50]
    assert _hidden(_placing([_count("x")], _rows(x=few, x_of_A=[82])))[Key("x", 1, 2)].sum() == 1
    assert _hidden(_placing([_count("x")], _rows(x=few)))[Key("x", 1, 2)].sum() == 2


def test_where_nothing_is_ever_left_the_parts_make_up_the_whole():
    # Nobody is left of B; that b1 is hidden in A's company does not help b1.
    hidden = _hidden(_placing([_count("x")], _rows(x=[10, 20, 30, 2, 50], x_of_A=[90])))
    assert hidden[Key("x", 1, 2)].ravel().tolist() == [False, False, False, True, True]


# An attacker who solves for every number

numbers = st.lists(st.sampled_from([0, 1, 2, 3, 5, 9, 40]), min_size=5, max_size=5)
lefts = st.sampled_from([0, 0, 1, 2, 3, 9])


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(numbers, lefts, lefts, lefts), min_size=1, max_size=2))
def test_no_small_number_follows_from_what_is_shown(years):
    rows = _rows(
        x=[quarters for quarters, *_ in years],
        x_of_A=[[sum(quarters[:3]) + a] for quarters, a, _, _ in years],
        x_of_B=[[sum(quarters[3:]) + b] for quarters, _, b, _ in years],
        x_of_K=[[sum(quarters) + a + b + k] for quarters, a, b, k in years],
    )
    hidden = _hidden(_placing([_count("x")], rows))
    ever = np.array([left for _, *left in years]).any(axis=0)
    for year, (quarters, *left) in enumerate(years):
        leaves = np.array([*quarters, *left], dtype=float)
        sums = np.vstack([np.eye(5, 8), MEMBERS])
        shown = ~np.concatenate([hidden[Key("x", 1, level)][:, year] for level in (2, 1, 0)])
        known = np.vstack([sums[shown], np.eye(8)[5:][~ever]])
        for row, number in zip(np.vstack([sums, np.eye(8)[5:]]), [*(sums @ leaves), *left], strict=True):
            if 0 < number < 3:
                is_left = row[5:].sum() == 1 and row.sum() == 1
                assert _width(row, known, leaves) >= (1 if is_left else 3), (row, number)


# Quarters a1 a2 a3 b1 b2, then what is left of A, B and K; the sums A, B and K.
MEMBERS = np.array([[1, 1, 1, 0, 0, 1, 0, 0], [0, 0, 0, 1, 1, 0, 1, 0], [1, 1, 1, 1, 1, 1, 1, 1]], dtype=float)


def _width(row, known, leaves):
    """By how much the sum may vary while all known ones stay; the sums of such a tree end at whole numbers."""
    lowest, highest = (linprog(sign * row, A_eq=known, b_eq=known @ leaves, bounds=(0, 10_000)).fun for sign in (1, -1))
    return -highest - lowest + 1e-6
