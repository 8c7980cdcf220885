"""What the browser gets: one coverage, deterministic, named by its content."""

import gzip
import hashlib
import json

import numpy as np
import pytest
import shapely
from shapely import Polygon
from shapely.geometry import shape

from geodata.coverage import simplify
from geodata.publish import publish

X, Y = 360_000, 5_620_000


def _teeth(n=200, size=10.0):
    """A jagged common border between two areas of about one square kilometre each, for both sides the same points."""
    return [(X + 1000 + size * (step % 2), Y + 1000 * step / n) for step in range(n + 1)]


@pytest.fixture
def jagged(areas):
    border = _teeth()
    west = Polygon([(X, Y), *border, (X, Y + 1000)])
    east = Polygon([(X + 2000, Y), (X + 2000, Y + 1000), *border[::-1]])
    return areas({"w": west, "e": east}, {"w": "05", "e": "05"})


def test_neighbours_keep_one_common_border(jagged):
    simple = simplify(jagged, 50)
    shapes = simple.geometry.to_numpy()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.get_num_coordinates(shapes).sum() < 30
    assert shapely.area(shapes).sum() == pytest.approx(2e6, rel=1e-9)
    assert shapely.area(shapely.intersection(*shapes)) == 0


def test_overlapping_areas_are_simplified_one_by_one(km, areas):
    simple = simplify(areas({"a": km(0, 0, 1.2), "b": km(1, 0)}), 10)
    assert simple.area.to_numpy() == pytest.approx([1.2e6, 1e6])


def test_nobody_vanishes(km, areas):
    simple = simplify(areas({"tiny": km(0, 0, 0.001, 0.001), "large": km(1, 0, 50, 50)}), 5000)
    assert not simple.geometry.is_empty.any()


def test_content_names_the_file(jagged):
    published = publish(jagged)
    assert published.name == hashlib.sha256(published.raw).hexdigest()[:16]
    assert gzip.decompress(published.gzipped) == published.raw
    assert publish(jagged) == published  # bytes of the zip, too
    assert publish(jagged.assign(name="anders")).name != published.name


def test_features_are_the_areas(jagged):
    published = publish(jagged)
    features = json.loads(published.raw)["features"]
    assert [each["id"] for each in features] == ["w", "e"] == list(published.ids)
    assert features[0]["properties"]["parent"] == "05"
    for feature, (latitude, longitude) in zip(features, published.labels, strict=True):
        assert shape(feature["geometry"]).contains(shapely.Point(longitude, latitude))
    (south, west), (north, east) = published.bounds
    # 2 km by 1 km at 50.7° N: one degree is 111.2 km to the north and 70.6 km to the east.
    assert (north - south) * 111.2 == pytest.approx(1, rel=0.06)
    assert (east - west) * 70.6 == pytest.approx(2, rel=0.06)


def test_holes_and_exclaves_stay(km, areas):
    ring = km(0, 0, 3, 3).difference(km(1, 1)).union(km(5, 0))
    geometry = json.loads(publish(areas({"a": ring}), tolerance=1).raw)["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    assert sorted(len(part) for part in geometry["coordinates"]) == [1, 2]


def test_coordinates_are_metres_fine(jagged):
    numbers = np.array(json.loads(publish(jagged).raw)["features"][0]["geometry"]["coordinates"][0])
    assert np.abs(numbers * 1e5 - np.round(numbers * 1e5)).max() < 1e-3
