"""Base units that are cut: shares by hand, sums to the last person."""

import numpy as np
import pandas as pd

from indicators.aggregate import add_up
from indicators.counts import Counts
from indicators.cut_units import in_parts, of_whole_units
from indicators.signs import Sign


def counts(*values):
    table = pd.DataFrame(
        [(unit, 2024, "ew", "", value, Sign.SHOWN if value == value else Sign.UNKNOWN) for unit, value in values],
        columns=["area", "year", "measure", "group", "value", "sign"],
    )
    return Counts.from_tidy(table)


def cuts(*rows):
    return pd.DataFrame(rows, columns=["unit", "part", "share"])


def test_parts_have_their_share():
    found = in_parts(counts(("a", 40.0), ("b", 7.0)), cuts(("a", "a~X", 0.25), ("a", "a~Y", 0.75)))
    assert dict(zip(found.areas, found.values[0, :, 0], strict=True)) == {"a": 40, "b": 7, "a~X": 10, "a~Y": 30}


def test_sums_are_exact_whatever_the_shares():
    thirds = cuts(*((unit, f"{unit}~{part}", 1 / 3) for unit in "abc" for part in "XYZ"))
    found = in_parts(counts(("a", 100.0), ("b", 1.0), ("c", 99999.0)), thirds)
    parent_of = pd.Series(dict.fromkeys(thirds["part"], "whole"))
    total = add_up(found, parent_of, pd.Index(["whole"]))
    assert total.values[0, 0, 0] == 100 + 1 + 99999


def test_what_is_missing_is_missing_in_every_part():
    found = in_parts(counts(("a", np.nan), ("b", 1.0)), cuts(("a", "a~X", 0.5), ("a", "a~Y", 0.5)))
    assert np.isnan(found.values[0, 2:, 0]).all() and (found.signs[0, 2:, 0] == Sign.UNKNOWN).all()


def test_without_cuts_nothing_changes():
    given = counts(("a", 40.0))
    assert in_parts(given, cuts()) is given and in_parts(given, cuts(("z", "z~X", 1.0))) is given


def test_a_part_is_judged_by_its_unit():
    found = of_whole_units(counts(("a~X", 1.5), ("a~Y", 4.5), ("b", 7.0)), np.array([0, 0, -1]))
    assert dict(zip(found.areas, found.values[0, :, 0], strict=True)) == {"a~X": 6, "a~Y": 6, "b": 7}
