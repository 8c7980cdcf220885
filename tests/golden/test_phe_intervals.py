"""PHEindicatormethods' own test tables (spreadsheets of its authors): proportions, rates, means and their limits.

No counterpart here: Byar's limits below 10 events (byars.csv, x = 1) – such counts get the exact limits.
"""

import numpy as np
import pytest

from indicators.intervals import BYAR_FROM, mean_t, poisson, wilson
from indicators.rates import crude_rate, proportion

LIMITS = ["lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"]


def _by_confidence(table):
    return table.groupby(table["confidence"].str.rstrip("%").astype(float) / 100)


def test_wilson_limits(against):
    phe = against("phe")
    for confidence, rows in _by_confidence(phe.table("wilson.csv")):
        found = wilson(rows["x"], rows["n"], confidence)
        phe.check("wilson.csv", np.column_stack(found), rows[["lowercl", "uppercl"]])


def test_byars_limits(against):
    phe = against("phe")
    table = phe.table("byars.csv")
    for confidence, rows in _by_confidence(table[table["x"] >= 10]):
        phe.check("byars.csv", np.column_stack(poisson(rows["x"], confidence)), rows[["lowercl", "uppercl"]])


METHODS = [("proportion", proportion), ("rate", crude_rate)]


@pytest.mark.parametrize(("name", "method"), METHODS)
def test_values_and_limits(against, name, method):
    phe = against("phe")
    for per, rows in phe.table(f"{name}.csv").groupby("multiplier"):
        found = method(rows["Numerator"], rows["Denominator"], float(per))
        phe.check(f"{name}.csv", np.column_stack(found), rows[["value", *LIMITS]])


@pytest.mark.parametrize(("name", "method"), METHODS)
def test_values_and_limits_of_groups(against, name, method):
    phe = against("phe")
    for per, rows in phe.table(f"{name}_grouped.csv").groupby("multiplier"):
        assert set(rows["confidence"]) == {"95%"}
        found = method(rows["Numerator"], rows["Denominator"], float(per))
        phe.check(f"{name}_grouped.csv", np.column_stack(found[:3]), rows[["value", "lowercl", "uppercl"]])


def test_small_counts_around_the_switch(against):
    phe = against("phe")
    table = phe.table("edge_small_counts.csv")
    for name, found in (
        ("rate", crude_rate(table["x"], table["n"], per=1000)),
        ("pct", proportion(table["x"], table["n"])),
    ):
        columns = [name, *(f"{name}_{limit}" for limit in ("lo95", "hi95", "lo998", "hi998"))]
        phe.check("edge_small_counts.csv", np.column_stack(found), table[columns], atol=1e-12)
    phe.check("edge_small_counts.csv, method", table["x"] < BYAR_FROM, table["rate_method"] == "Exact")


def test_means(against):
    phe = against("phe")
    expected = phe.table("mean_expected.csv").set_index("area")
    values = phe.table("mean_input.csv")
    groups = {**dict(list(values.groupby("area")["values"])), "No grouping": values["values"]}
    mean, deviation, size = (
        np.array([how(groups[area]) for area in expected.index])
        for how in (lambda each: each.mean(), lambda each: each.std(ddof=1), len)
    )
    found = [*mean_t(mean, deviation, size, 0.95), *mean_t(mean, deviation, size, 0.998)]
    phe.check("mean_expected.csv", np.column_stack(found), expected[LIMITS])
