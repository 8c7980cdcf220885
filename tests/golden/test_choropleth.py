"""Map classes of mapclassify (its own tests) and R classInt 0.4-9: bounds and the number of areas in each class.

Bounds here are the upper ones, from the lowest value on; equal ones are one bound, and none lies outside the values.
Classes of the standard deviation are one deviation wide, around the mean: those published bounds are compared that
both have (R's own lie at round multiples, mapclassify's at ±1 and ±2).

No counterpart here: box plot, head/tail breaks, maximum breaks, percentiles, the absolute deviation around medians.
"""

import json

import numpy as np
import pytest

from indicators.classify import MOST_CLASSES, Scheme, assign, class_breaks
from indicators.pretty import pretty

DECIMALS = 12  # not rounded to what a legend shows
SETS = ["calemp", "jenks71", "ties", "mss_s1"]
CLASSES = [4, 5, 7]


@pytest.fixture
def maps(against):
    return against("choropleth")


def _values(maps, name):
    table = maps.table("values.csv")
    return table.loc[table["set"] == name, "value"].to_numpy()


def _published(maps, name, classes, style):
    table = maps.table("r_classint_breaks.csv")
    return table.query("set == @name and k == @classes and style == @style")["brk"].to_numpy()


def _breaks(values, scheme, classes, own=()):
    return np.array(class_breaks(values, scheme, classes, DECIMALS, own))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("classes", CLASSES)
@pytest.mark.parametrize(
    ("style", "scheme"), [("equal", Scheme.EQUAL), ("quantile", Scheme.QUANTILE), ("jenks", Scheme.NATURAL)]
)
def test_upper_bounds_of_r(maps, name, classes, style, scheme):
    found = _breaks(_values(maps, name), scheme, classes)
    maps.check(f"classInt {style}", found, np.unique(_published(maps, name, classes, style)[1:]))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("classes", CLASSES)
def test_classes_of_fisher(maps, name, classes):
    # classInt "fisher" states mid-points between classes: the class ends at the last value before each.
    values = _values(maps, name)
    ends = [values[values < middle].max() for middle in _published(maps, name, classes, "fisher")[1:-1]]
    maps.check("classInt fisher", _breaks(values, Scheme.NATURAL, classes), [*ends, values.max()])


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("classes", CLASSES)
def test_round_bounds_of_r(maps, name, classes):
    values, published = _values(maps, name), _published(maps, name, classes, "pretty")
    maps.check("classInt pretty", pretty(values.min(), values.max(), classes), published, atol=1e-12)
    inside = published[(published > values.min()) & (published < values.max())]
    found = _breaks(values, Scheme.PRETTY, classes)
    if len(inside) < MOST_CLASSES:
        maps.check("classInt pretty, inside", found, [*inside, values.max()], atol=1e-12)
    assert len(found) <= MOST_CLASSES


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("classes", CLASSES)
def test_standard_deviations_of_r(maps, name, classes):
    values = _values(maps, name)
    expected = [
        bound
        for bound in _published(maps, name, classes, "sd")
        if values.min() <= bound < values.max() and abs(bound - values.mean()) < 2.1 * values.std(ddof=1)
    ]
    assert expected
    maps.check("classInt sd", _nearest(_deviations(values), expected), expected)


def _deviations(values):
    """All bounds of the scheme, a whole and a half deviation from the mean (even and odd numbers of classes)."""
    return np.concatenate([_breaks(values, Scheme.DEVIATION, classes)[:-1] for classes in (6, 7)])


def _nearest(bounds, expected):
    return [bounds[np.abs(bounds - bound).argmin()] for bound in expected]


def _case(maps, scheme):
    cases = json.loads((maps.folder / "mapclassify_tests.json").read_text(encoding="utf-8"))["cases"]
    return [case for case in cases if case["scheme"] == scheme]


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("equal_interval", Scheme.EQUAL), ("quantiles", Scheme.QUANTILE), ("fisher_jenks", Scheme.NATURAL)],
)
def test_bounds_and_counts_of_mapclassify(maps, name, scheme):
    values = _values(maps, "calemp")
    for case in _case(maps, name):
        found = _breaks(values, scheme, case["k"])
        maps.check(f"mapclassify {name}", found, case["bins"], atol=1e-9)
        counts = np.bincount(assign(values, found.tolist(), DECIMALS), minlength=len(found))
        maps.check(f"mapclassify {name}, counts", counts, case["counts"], rtol=0)


def test_own_bounds_of_mapclassify(maps):
    values = _values(maps, "calemp")
    for case in _case(maps, "user_defined"):
        found = _breaks(values, Scheme.OWN, len(case["given"]), case["given"])
        maps.check("mapclassify user_defined", found, case["bins"])
        counts = np.bincount(assign(values, found.tolist(), DECIMALS), minlength=len(found))
        maps.check("mapclassify user_defined, counts", counts, case["counts"], rtol=0)


def test_standard_deviations_of_mapclassify(maps):
    values = _values(maps, "calemp")
    (case,) = _case(maps, "std_mean")
    expected = [bound for bound in case["bins"][:-1] if bound >= values.min()]
    assert len(expected) == 2  # +1 and +2 deviations; those below lie below every value
    maps.check("mapclassify std_mean", _nearest(_deviations(values), expected), expected, rtol=1e-8)


def test_quantiles_of_a_thousand_numbers(maps):
    tests = json.loads((maps.folder / "mapclassify_tests.json").read_text(encoding="utf-8"))
    for case in tests["quantile"]:
        found = _breaks(np.arange(1000.0), Scheme.QUANTILE, case["k"])
        maps.check("mapclassify quantile", found, case["bins"])
