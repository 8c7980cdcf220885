"""Inhabitants of areas that are being drawn, estimated from published numbers."""

import numpy as np
import pandas as pd
import pytest

from geodata.scheme import Scheme
from ui.schemes.inhabitants import area_inhabitants, rounded, spread

AREA_OF = pd.Series({"u1": "a", "u2": "a", "u3": "a", "u4": "b", "u5": "c"})
SIZE = pd.Series({"u1": 100.0, "u2": 300.0, "u3": 600.0, "u4": 50.0, "u5": 70.0})


def test_a_published_number_is_spread_by_inhabited_ground():
    # a: 1,000 persons on 100 + 300 m², nobody on u3; b has its own number; that of c is hidden.
    found = spread(AREA_OF, SIZE, pd.Index(["u3"]), pd.Series({"a": 1000.0, "b": 80.0, "c": np.nan}))
    assert dict(found.drop("u5")) == {"u1": 250.0, "u2": 750.0, "u3": 0.0, "u4": 80.0}
    assert np.isnan(found["u5"])


def test_the_parts_of_a_cut_unit_are_added_up():
    area_of = pd.Series({"u1": "a", "u2~a": "a", "u2~b": "b"})
    size = pd.Series({"u1": 100.0, "u2~a": 100.0, "u2~b": 40.0})
    found = spread(area_of, size, pd.Index([]), pd.Series({"a": 60.0, "b": 8.0}))
    assert dict(found) == {"u1": 30.0, "u2": 38.0}


def test_areas_add_up_shares_and_do_not_guess():
    parts = pd.DataFrame(
        {"unit": ["u1", "u2", "u2", "u5"], "area": ["x", "x", "y", "z"], "share": [1.0, 0.4, 0.6, 1.0]}
    )
    scheme = Scheme("m", 1, "", pd.Series({"x": "X", "y": "Y", "z": "Z"}), parts)
    found = area_inhabitants(scheme, pd.Series({"u1": 250.0, "u2": 750.0, "u5": np.nan}))
    assert found["x"] == pytest.approx(550) and found["y"] == pytest.approx(450)
    assert np.isnan(found["z"])


def test_numbers_are_rounded_and_say_so():
    assert [rounded(number) for number in (1234.5, 5.0, 4.9, 0.0, np.nan)] == [
        "rund 1.230", "unter 10", "unter 10", "unter 10", ""
    ]  # fmt: skip
