"""The gate on a county of two municipalities and five quarters, all numbers by hand."""

import numpy as np
import pandas as pd
import pytest

from indicators.catalogue import Indicator, Method
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.sums import Nesting
from indicators.gate import released
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import plans_of
from indicators.primary import Rule
from indicators.signs import Sign

AREAS = {"k": pd.Index(["K"]), "g": pd.Index(["A", "B"]), "q": pd.Index(["a1", "a2", "a3", "b1", "b2"])}
PARENTS = {
    "g": pd.Series({"A": "K", "B": "K"}),
    "q": pd.Series({"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B"}),
}
NESTINGS = [Nesting(1, 0, np.array([0, 0])), Nesting(2, 1, np.array([0, 0, 0, 1, 1]))]


def _indicator(name, numerator, denominator="n", method=Method.PROPORTION, **more):
    return Indicator(name, name, "", method, numerator, "", denominator, level=more.pop("level", "q"), **more)


def _gate(indicators, rows, rule=None):
    """rows: (measure, area, value or sign)"""
    table = pd.DataFrame(
        [
            (area, 2020, measure, "", np.nan if isinstance(v, Sign) else float(v), v if isinstance(v, Sign) else 0)
            for measure, area, v in rows
        ],
        columns=["area", "year", "measure", "group", "value", "sign"],
    )
    catalogue = {indicator.id: indicator for indicator in indicators}
    levels = counts_of_levels(Counts.from_tidy(table), ["k", "g", "q"], AREAS, PARENTS)
    plans = plans_of(catalogue, levels)
    found = counted(catalogue, levels, {each: rule or Rule() for each in catalogue}, plans)
    values = released(found, hiding(found.sums, NESTINGS).hidden)
    return {(name, level): each for (name, level, pool), each in values.items() if plans[name, level].pool == pool}


def _per_quarter(measure, *values):
    return [(measure, area, value) for area, value in zip(AREAS["q"], values, strict=True)]


def _signs(values, indicator="I", level="q"):
    return values[indicator, level].sign[:, 0].tolist()


BASE = _per_quarter("n", 100, 100, 100, 100, 100)


def test_counts_become_shares_at_every_level():
    found = _gate([_indicator("I", "x")], BASE + _per_quarter("x", 10, 20, 30, 40, 50))
    assert found["I", "q"].estimate.value[:, 0].tolist() == [10, 20, 30, 40, 50]
    assert found["I", "g"].estimate.value[:, 0].tolist() == [20, 45]
    assert found["I", "k"].estimate.value[0, 0] == 30


def test_a_small_count_is_hidden_with_everything_that_tells_it():
    found = _gate([_indicator("I", "x")], BASE + _per_quarter("x", 2, 20, 30, 40, 50))["I", "q"]
    assert found.sign[:, 0].tolist() == [Sign.PRIMARY, Sign.SECONDARY, 0, 0, 0]
    for numbers in (found.count, found.base, *found.estimate):
        assert np.isnan(numbers[:2, 0]).all() and np.isfinite(numbers[2:, 0]).all()


def test_a_small_complement_is_hidden_too():
    found = _gate([_indicator("I", "x")], BASE + _per_quarter("x", 98, 20, 30, 40, 50))
    assert _signs(found) == [Sign.PRIMARY, Sign.SECONDARY, 0, 0, 0]


def test_zero_is_shown_unless_zeros_are_sensitive():
    rows = BASE + _per_quarter("x", 0, 20, 30, 40, 50)
    assert _signs(_gate([_indicator("I", "x")], rows)) == [0, 0, 0, 0, 0]
    sensitive = _gate([_indicator("I", "x")], rows, Rule(zeros_sensitive=True))
    assert _signs(sensitive) == [Sign.PRIMARY, Sign.SECONDARY, 0, 0, 0]


def test_a_small_base_gives_no_rate():
    rows = _per_quarter("n", 29, 100, 100, 100, 100) + _per_quarter("x", 10, 20, 30, 40, 50)
    assert _signs(_gate([_indicator("I", "x")], rows)) == [Sign.SMALL_BASE, Sign.SECONDARY, 0, 0, 0]


def test_a_base_of_zero_is_not_divided_by():
    rows = _per_quarter("n", 0, 100, 100, 100, 100) + _per_quarter("x", 0, 20, 30, 40, 50)
    found = _gate([_indicator("I", "x")], rows)
    assert _signs(found)[0] == Sign.SMALL_BASE and np.isnan(found["I", "q"].estimate.value[0, 0])


def test_square_kilometres_are_no_small_count():
    rows = BASE + _per_quarter("km2", 1.2, 2.5, 30, 4, 5.1)
    density = _indicator("I", "n", "km2", Method.RATIO, per=1)
    assert _signs(_gate([density], rows)) == [0, 0, 0, 0, 0]


def test_indicators_that_share_a_numerator_are_hidden_together():
    # x/n hides a1 for its complement; x/m would still print the same x.
    rows = BASE + _per_quarter("m", *[1000] * 5) + _per_quarter("x", 98, 50, 60, 40, 50)
    found = _gate([_indicator("I", "x"), _indicator("J", "x", "m")], rows)
    assert _signs(found, "J") == [Sign.SECONDARY, Sign.SECONDARY, 0, 0, 0]


def test_each_source_has_its_own_threshold():
    rows = BASE + _per_quarter("x", 4, 20, 30, 40, 50)
    assert _signs(_gate([_indicator("I", "x")], rows)) == [0, 0, 0, 0, 0]
    assert _signs(_gate([_indicator("I", "x")], rows, Rule(threshold=5)))[0] == Sign.PRIMARY


def test_a_given_value_is_not_aggregated():
    given = _indicator("I", "v", "", Method.GIVEN)
    found = _gate([given], _per_quarter("v", 6.4, 7.1, 8, 9, 10))
    assert found["I", "q"].estimate.value[:, 0].tolist() == [6.4, 7.1, 8, 9, 10]
    assert np.isnan(found["I", "q"].estimate.lower95).all()
    assert _signs(found, level="g") == [Sign.NOT_AT_LEVEL] * 2 and _signs(found, level="k") == [Sign.NOT_AT_LEVEL]


def test_finer_levels_than_the_indicators_own_have_no_value():
    found = _gate([_indicator("I", "x", level="g")], BASE + _per_quarter("x", 10, 20, 30, 40, 50))
    assert _signs(found) == [Sign.NOT_AT_LEVEL] * 5
    assert found["I", "g"].estimate.value[:, 0].tolist() == [20, 45]


@pytest.mark.parametrize("sign", [Sign.SECRET, Sign.UNKNOWN, Sign.BLOCKED, Sign.UNRELIABLE])
def test_delivered_codes_stay_what_they_mean(sign):
    found = _gate([_indicator("I", "x")], BASE + _per_quarter("x", sign, 20, 30, 40, 50))
    assert _signs(found) == [sign, 0, 0, 0, 0]
    assert _signs(found, level="g") == [sign, 0] and _signs(found, level="k") == [sign]


def test_nothing_there_adds_nothing_to_the_sum():
    found = _gate([_indicator("I", "x")], BASE + _per_quarter("x", Sign.NOTHING, 20, 30, 40, 50))
    assert _signs(found)[0] == Sign.NOTHING and np.isnan(found["I", "q"].estimate.value[0, 0])
    assert found["I", "g"].count[:, 0].tolist() == [50, 90]


def test_a_standardised_rate_leaves_the_gate_as_it_is_printed():
    # 6 and 9 of 1000 and 500 in two bands: 0 (weight 1000) and 1-4 (weight 4000) → (0,2·6/1000 + 0,8·9/500)·1000 = 15,6
    rows = [("n", "0", 1000), ("n", "1-4", 500), ("x", "0", 6), ("x", "1-4", 9)]
    table = pd.DataFrame(
        [("a1", 2020, measure, band, float(number), 0) for measure, band, number in rows],
        columns=["area", "year", "measure", "group", "value", "sign"],
    )
    indicator = _indicator("I", "x", method=Method.STANDARDISED, standard="ESP2013", per=1000, decimals=0)
    levels = counts_of_levels(Counts.from_tidy(table), ["k", "g", "q"], AREAS, PARENTS)
    found = counted({"I": indicator}, levels, {"I": Rule()}, plans_of({"I": indicator}, levels))
    value = released(found, hiding(found.sums, NESTINGS).hidden)["I", "q", 1].estimate
    assert value.value[0, 0] == 16 and value.lower95[0, 0] == round(value.lower95[0, 0])
