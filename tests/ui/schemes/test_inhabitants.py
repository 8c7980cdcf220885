"""Inhabitants of areas that are being drawn, estimated from published numbers."""

import numpy as np
import pandas as pd
import pytest

from geodata.scheme import Scheme
from ui.schemes.inhabitants import area_inhabitants, rounded


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
