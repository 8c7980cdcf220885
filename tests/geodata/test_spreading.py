"""The cartogram: everybody the same ground, nobody elsewhere."""

import numpy as np
import pytest
import shapely

from geodata.spreading import spread


def _ground_of(ground, area):
    """m² around the points of one area."""
    return shapely.concave_hull(shapely.MultiPoint(ground.points[ground.owner == area]), ratio=0.05).area


def test_equal_areas_do_not_move(km):
    squares = np.array([km(column, row) for column in range(4) for row in range(4)])
    ground = spread(squares)
    assert ground.area == pytest.approx(1e6)
    assert ground.middles == pytest.approx(shapely.get_coordinates(shapely.centroid(squares)), abs=1)


def test_small_areas_grow_and_large_ones_shrink(km):
    """2 km² beside 6 km²: afterwards both have the mean, 4 km², and the sum is the same."""
    ground = spread(np.array([km(0, 0, 1, 2), km(1, 0, 3, 2)]))
    assert _ground_of(ground, 0) == pytest.approx(4e6, rel=0.1)
    assert _ground_of(ground, 1) == pytest.approx(4e6, rel=0.1)
    west, east = ground.middles
    assert west[0] < east[0] and west[1] == pytest.approx(east[1], abs=20)


def test_an_area_between_the_points_of_the_raster_is_there(km):
    ground = spread(np.array([km(0, 0, 30, 30), km(7, 7, 0.001, 0.001)]))
    assert np.bincount(ground.owner, ground.share) == pytest.approx([1, 1])
