"""Areas of squares in EPSG:25832, a kilometre to the unit: every size can be checked by hand."""

import geopandas as gpd
import pytest
from shapely import Polygon, affinity

WEST, SOUTH, KILOMETRE = 360_000, 5_620_000, 1_000


def square(column, row, width=1.0, height=1.0):
    corners = [(column, row), (column + width, row), (column + width, row + height), (column, row + height)]
    return Polygon([(WEST + x * KILOMETRE, SOUTH + y * KILOMETRE) for x, y in corners])


def as_areas(shapes, parents=None, **columns):
    """Frame as `read_boundaries` gives it; shapes: id → polygon."""
    ids = list(shapes)
    table = {
        "name": [f"Gebiet {key}" for key in ids],
        "parent": [(parents or {}).get(key) for key in ids],
        "valid_from": None,
        "valid_to": None,
    } | columns
    return gpd.GeoDataFrame(table, index=gpd.pd.Index(ids, name="id"), geometry=list(shapes.values()), crs=25832)


@pytest.fixture
def km():
    """`km(column, row, width, height)` is a rectangle on the kilometre grid."""
    return square


@pytest.fixture
def areas():
    return as_areas


@pytest.fixture
def shifted():
    return affinity.translate
