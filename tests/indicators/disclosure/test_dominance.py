"""Sums that few contribute much to: the rules by hand, and that what they hide cannot be worked out."""

import numpy as np
import pandas as pd
import pytest

from indicators.catalogue import Dominance, Indicator, Method
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.dominance import missing_width
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.sums import Key, Nesting
from indicators.gate import released
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import plans_of
from indicators.primary import Rule
from indicators.signs import Sign

AREAS = {"k": pd.Index(["K"]), "q": pd.Index(["a", "b", "c"])}
PARENTS = {"q": pd.Series(dict.fromkeys("abc", "K"))}
NESTINGS = [Nesting(1, 0, np.zeros(3, dtype=np.intp))]
P10 = Dominance("x_groesster", "x_zweitgroesster", percent=10)
K85 = Dominance("x_groesster", share=85)


def _missing(asked, total, largest, second=None):
    numbers = [None if each is None else np.array([float(each)]) for each in (total, largest, second)]
    return float(missing_width(asked, *numbers)[0])


def _row(measure, area, year, number):
    sign = number if isinstance(number, Sign) else Sign.SHOWN
    return area, year, measure, "", np.nan if isinstance(number, Sign) else float(number), int(sign)


def _gate(asked, rule=None, pool=1, **measures):
    """measures: numbers or signs of a, b and c, or one list of them per year; `_of_K` in the name: delivered for K."""
    rows = []
    for name, numbers in measures.items():
        measure, _, whole = name.partition("_of_")
        for year, of_year in enumerate(numbers if isinstance(numbers[0], list) else [numbers]):
            areas = [whole] if whole else AREAS["q"]
            rows += [_row(measure, area, 2020 + year, number) for area, number in zip(areas, of_year, strict=True)]
    counts = Counts.from_tidy(pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"]))
    indicator = Indicator("I", "I", "", Method.COUNT, "x", "", per=1, level="q", pool=pool, dominance=asked)
    levels = counts_of_levels(counts, list(AREAS), AREAS, PARENTS)
    found = counted({"I": indicator}, levels, {"I": rule or Rule()}, plans_of({"I": indicator}, levels))
    return released(found, hiding(found.sums, NESTINGS).hidden), found


def _signs(values, level="q", pool=1, year=0):
    return values["I", level, pool].sign[:, year].tolist()


# The rules


@pytest.mark.parametrize(
    ("total", "largest", "second", "missing"),
    [
        (100, 85, 10, 8.5 - 5),  # the other 5 are less than 10 % of 85
        (100, 50, 45, 0),  # 5 are exactly 10 % of 50
        (100, 60, 34, 0),  # 6 are exactly 10 % of 60
        (100, 60, 35, 6 - 5),
        (80, 80, 0, 8),  # one provider alone
        (80, 50, 30, 5),  # two: each knows the other
        (90, 30, 30, 0),
        (0, 0, 0, 0),  # nobody to protect
    ],
)
def test_the_p_percent_rule(total, largest, second, missing):
    # Hundepool et al. (2012): x is sensitive where x − x1 − x2 < p/100 · x1, and misses the difference of both.
    assert _missing(P10, total, largest, second) == pytest.approx(missing)


@pytest.mark.parametrize(
    ("total", "largest", "missing"), [(100, 85, 0), (100, 86, 86 / 0.85 - 100), (40, 40, 40 / 0.85 - 40), (0, 0, 0)]
)
def test_the_rule_of_the_share_of_the_largest(total, largest, missing):
    assert _missing(K85, total, largest) == pytest.approx(missing)


def test_both_rules_together_ask_for_the_more():
    both = Dominance("x_groesster", "x_zweitgroesster", 10, 85)
    assert _missing(both, 100, 90, 2) == pytest.approx(max(9 - 8, 90 / 0.85 - 100))
    assert _missing(both, 100, 80, 15) == pytest.approx(8 - 5)


def test_a_contribution_that_is_not_known_could_be_everything():
    assert _missing(K85, 100, np.nan) == pytest.approx(100 / 0.85 - 100)
    assert _missing(P10, 100, np.nan, 5) == pytest.approx(10)
    assert _missing(P10, 100, 40, np.nan) == pytest.approx(4)  # the second could have the other 60
    assert _missing(K85, np.nan, 10) == 0  # there is no sum to show


# In the gate

MANY = {"x": [100, 300, 200], "x_groesster": [90, 60, 40], "x_zweitgroesster": [4, 50, 40]}


def test_a_dominated_sum_is_secret_and_a_partner_goes_with_it():
    values, found = _gate(P10, **MANY)
    assert _signs(values)[0] == Sign.SECRET
    assert sorted(_signs(values)[1:]) == [Sign.SHOWN, Sign.SECONDARY]
    hidden = np.array(_signs(values)) != Sign.SHOWN
    for numbers in (values["I", "q", 1].count, values["I", "q", 1].estimate.value):
        assert np.isnan(numbers[hidden, 0]).all()
    # p misses 9 − 6: 3 upwards and 3 downwards
    assert found.sums[Key("x", 1, 1)].need[0, 0] == 6


def test_the_county_knows_the_two_largest_of_all():
    # K: 600 with 90 and 60; a, b and c added up would be 190 and 94, so that K's 316 others stay anyway.
    values, _ = _gate(P10, **MANY)
    assert _signs(values, "k") == [Sign.SHOWN]
    # 90 of 110 is dominated for a and for K: 20 others less 10 of the second largest leave 10, more than 9; of b and c
    # each is one provider alone.
    values, _ = _gate(P10, x=[90, 12, 8], x_groesster=[90, 12, 8], x_zweitgroesster=[0, 0, 0])
    assert _signs(values) == [Sign.SECRET] * 3
    # K: 110 − 90 − 12 = 8 < 9
    assert _signs(values, "k") == [Sign.SECRET]


def test_what_was_delivered_for_the_whole_counts_there():
    # The same provider works in a and b: 90 + 60.
    parts = {"x": [100, 70, 30], "x_groesster": [90, 60, 10]}
    assert _signs(_gate(Dominance("x_groesster", share=70), **parts)[0], "k") == [Sign.SHOWN]
    values, _ = _gate(Dominance("x_groesster", share=70), **parts, x_groesster_of_K=[150])
    assert _signs(values, "k") == [Sign.SECRET]


def test_without_a_delivery_of_the_largest_every_sum_is_secret():
    values, _ = _gate(K85, x=[100, 300, 0])
    assert _signs(values) == [Sign.SECRET, Sign.SECRET, Sign.SHOWN]


def test_nothing_there_is_no_largest():
    values, _ = _gate(K85, x=[0, 300, 200], x_groesster=[Sign.NOTHING, 60, 40])
    assert _signs(values) == [Sign.SHOWN] * 3
    values, _ = _gate(K85, x=[100, 300, 200], x_groesster=[Sign.SECRET, 60, 40])
    assert _signs(values)[0] == Sign.SECRET


def test_contributions_of_pooled_years_are_added_up():
    # 60 of 100 in each year, 70 % of nobody; 90 of 100 and 60 of 100 are 150 of 200
    asked = Dominance("x_groesster", share=70)
    years = {"x": [[100, 900, 900]] * 2, "x_groesster": [[90, 100, 100], [60, 100, 100]]}
    values, _ = _gate(asked, pool=2, **years)
    assert _signs(values, pool=2, year=1)[0] == Sign.SECRET
    values, _ = _gate(Dominance("x_groesster", share=75), pool=2, **years)
    assert _signs(values, pool=2, year=1)[0] == Sign.SHOWN


def test_a_small_sum_is_told_to_be_small():
    values, _ = _gate(K85, x=[2, 300, 200], x_groesster=[2, 60, 40])
    assert _signs(values)[0] == Sign.PRIMARY


def test_a_public_total_that_tells_a_dominated_sum_is_refused():
    with pytest.raises(UnprotectableError):
        nobody = Sign.NOTHING
        _gate(K85, Rule(public_levels=("k",)), x=[100, nobody, nobody], x_groesster=[100, nobody, nobody])


def test_who_asks_for_no_rule_keeps_the_sums():
    assert _signs(_gate(None, **MANY)[0]) == [Sign.SHOWN] * 3
