"""Published numbers spread over base units by inhabited ground, by hand."""

import numpy as np
import pandas as pd

from monitor.scheme_estimates import spread_out


def spread(area_of, size, uninhabited, numbers):
    series = pd.Series(area_of)
    return spread_out(series, pd.Series(size), pd.Index(uninhabited, dtype=object), pd.Series(numbers)).to_dict()


def test_by_ground_where_somebody_lives():
    # 900 inhabitants over 100 + 200 m²; nobody lives in the wood.
    found = spread({"a": "X", "b": "X", "wood": "X"}, {"a": 100.0, "b": 200.0, "wood": 700.0}, ["wood"], {"X": 900.0})
    assert found == {"a": 300, "b": 600, "wood": 0}


def test_parts_of_a_unit_are_added():
    # u has the ground of the whole in both its parts: half of X's 100, and 200 of 500 m² of Y's 50.
    area_of = {"u~X": "X", "a": "X", "u~Y": "Y", "b": "Y"}
    found = spread(area_of, {"u~X": 200.0, "a": 200.0, "u~Y": 200.0, "b": 300.0}, [], {"X": 100.0, "Y": 50.0})
    assert found == {"a": 50, "b": 30, "u": 50 + 20}


def test_a_hidden_number_stays_hidden():
    found = spread({"a": "X", "b": "Y"}, {"a": 1.0, "b": 1.0}, [], {"X": np.nan, "Y": 7.0})
    assert np.isnan(found["a"]) and found["b"] == 7
