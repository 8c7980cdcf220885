"""Findings as the list beside the map tells them."""

import json

import numpy as np
import pytest
import shapely

from problem import Problem
from ui.schemes.checks import geojson, in_short


def test_areas_are_told_by_their_names():
    found = in_short(Problem("scheme_name_empty", areas=["m-01", "m-02"]), {"m-01": "Nord", "m-02": ""})
    assert found.areas == ["Nord", "m-02"]


def test_of_many_base_units_few_are_named():
    problem = Problem("scheme_units_left", areas=["u1", "u2", "u3", "u4", "u5"], facts={"distinct": 131, "count": 131})
    found = in_short(problem, {"u1": "Block 1", "u2": "Block 2"})
    assert found.areas == ["Block 1", "Block 2"] and found.facts["distinct"] == 131


@pytest.mark.parametrize(
    ("told", "shown"),
    [("1.234", "rund 1.230"), ("7", "unter 10"), ("weniger als 3", "unter 10"), ("unbekannt viele", "unbekannt viele")],
)
def test_inhabitants_are_rounded_because_they_are_estimated(told, shown):
    assert in_short(Problem("scheme_units_left", facts={"people": told}), {}).facts["people"] == shown


def test_a_place_is_shown_in_degrees():
    # 9° E is the central meridian of UTM zone 32: easting 500,000 there, whatever the northing.
    place = shapely.box(499_000, 5_600_000, 501_000, 5_602_000)
    found = shapely.from_geojson(json.dumps(geojson(place)))
    west, south, east, north = found.bounds
    assert (west + east) / 2 == pytest.approx(9.0, abs=1e-4)
    assert north - south == pytest.approx(2000 / 111_250, rel=0.01)  # a degree of latitude at 50° N: 111.23 km
    assert np.isclose(south, 50.55, atol=0.02)
