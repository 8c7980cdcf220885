"""Pooling and smoothing follow from the size of the base: a county of two municipalities with two quarters each."""

import numpy as np
import pandas as pd
import pytest

from indicators.catalogue import Indicator, Method, Smoothing
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.sums import Nesting
from indicators.gate import released
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import Plan, plans_of, typical_base
from indicators.primary import Rule
from indicators.signs import Sign

AREAS = {"k": pd.Index(["K"]), "g": pd.Index(["A", "B"]), "q": pd.Index(["a1", "a2", "b1", "b2"])}
PARENTS = {"g": pd.Series({"A": "K", "B": "K"}), "q": pd.Series({"a1": "A", "a2": "A", "b1": "B", "b2": "B"})}
NESTINGS = [Nesting(1, 0, np.array([0, 0])), Nesting(2, 1, np.array([0, 0, 1, 1]))]
YEARS = (2020, 2021, 2022)
BASES = {"a1": 40, "a2": 60, "b1": 80, "b2": 100}


def _levels(counts, bases=BASES):
    """counts: area → one number per year; the bases are the same in every year."""
    rows = [
        (area, year, "x", "", float(number), 0)
        for area in counts
        for year, number in zip(YEARS, counts[area], strict=True)
    ]
    rows += [(area, year, "n", "", float(base), 0) for area, base in bases.items() for year in YEARS]
    table = pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"])
    return counts_of_levels(Counts.from_tidy(table), ["k", "g", "q"], AREAS, PARENTS)


def _indicator(**more):
    return Indicator("I", "I", "", Method.PROPORTION, "x", "", "n", level="q", pool=3, **more)


COUNTS = {"a1": (10, 12, 14), "a2": (10, 10, 10), "b1": (20, 20, 20), "b2": (30, 40, 50)}


def test_typical_base_is_the_median_of_single_years():
    levels = _levels(COUNTS)
    assert [typical_base(_indicator(), level.completed) for level in levels] == [280, 140, 70]


@pytest.mark.parametrize(
    ("bound", "pools"), [(None, [3, 3, 3]), (70, [1, 1, 1]), (71, [1, 1, 3]), (141, [1, 3, 3]), (1000, [3, 3, 3])]
)
def test_years_are_pooled_where_the_base_is_too_small(bound, pools):
    found = plans_of({"I": _indicator(pool_below=bound)}, _levels(COUNTS))
    assert [found["I", level].pool for level in AREAS] == pools


def test_rates_are_smoothed_where_the_base_is_too_small():
    found = plans_of({"I": _indicator(smoothing=Smoothing.LOCAL, smooth_below=100)}, _levels(COUNTS))
    assert [found["I", level] for level in AREAS] == [Plan(3), Plan(3), Plan(3, Smoothing.LOCAL)]


def _gated(counts, **more):
    catalogue, levels = {"I": _indicator(pool_below=100)}, _levels(counts, **more)
    found = counted(catalogue, levels, {"I": Rule(threshold=5, interval=5)}, plans_of(catalogue, levels))
    return released(found, hiding(found.sums, NESTINGS).hidden)


def test_a_level_shows_its_own_years_and_what_finer_areas_are_compared_with():
    values = _gated(COUNTS)
    assert set(values) == {("I", "k", 1), ("I", "g", 1), ("I", "k", 3), ("I", "g", 3), ("I", "q", 3)}
    assert values["I", "k", 1].count[0].tolist() == [70, 82, 94]
    assert values["I", "k", 3].count[0, 2] == 246 and values["I", "k", 3].base[0, 2] == 840
    assert values["I", "q", 3].count[:, 2].tolist() == [36, 30, 60, 120]


def _functional(level, pool, area, last):
    """Which counts (quarters × years) a published cell adds up."""
    inside = np.array([area in (each, PARENTS["q"][each], "K") for each in AREAS["q"]])
    years = np.array([last - pool < year <= last for year in range(3)])
    return np.outer(inside, years).ravel().astype(float)


def _recoverable(values):
    """Hidden cells that follow from the visible ones by addition and subtraction."""
    cells = [
        (_functional(level, pool, area, year), found.sign[position, year])
        for (_, level, pool), found in values.items()
        for position, area in enumerate(AREAS[level])
        for year in range(pool - 1, 3)
    ]
    seen = np.array([cell for cell, sign in cells if sign == Sign.SHOWN])
    rank = np.linalg.matrix_rank(seen)
    return sum(sign != Sign.SHOWN and np.linalg.matrix_rank([*seen, cell]) == rank for cell, sign in cells)


@pytest.mark.parametrize(
    "small", [(14, 2, 16, 13, 2, 15), (2, 1, 1, 1, 1, 1), (30, 4, 3, 10, 0, 0), (4, 30, 30, 0, 9, 9)]
)
def test_hidden_years_and_sums_do_not_follow_from_each_other(small):
    values = _gated({**COUNTS, "a1": small[:3], "a2": small[3:]})
    assert (values["I", "g", 1].sign == Sign.PRIMARY).any() or (values["I", "q", 3].sign == Sign.PRIMARY).any()
    assert _recoverable(values) == 0


def test_the_attack_of_this_test_finds_what_is_not_protected():
    values = _gated(COUNTS)
    values["I", "g", 1].sign[0, 1] = Sign.PRIMARY
    assert _recoverable(values) == 1
