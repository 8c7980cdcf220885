"""Equal tiles: nobody larger, nobody lost, towns together and in their place."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from geodata.boundaries import read_boundaries
from geodata.publish import publish
from geodata.tiles import MOST_TILES, tile_groups, tile_map

AREAS = Path(__file__).resolve().parents[2] / "sample_data" / "areas"


@pytest.fixture(scope="module")
def level():
    """level("quartier"): the areas of the sample county that are valid today."""

    def present(name):
        frame, problems = read_boundaries(AREAS / f"{name}.shp", name)
        assert not problems
        return frame[frame["valid_to"].isna()].sort_index()

    return present


@pytest.fixture(scope="module")
def quarters(level):
    return level("quartier")


@pytest.fixture(scope="module")
def tiles(quarters):
    return tile_map(quarters, None)


@pytest.fixture
def block(km, areas):
    """Four squares of 1 km²: two of town A in the west, two of town B in the east."""
    parents = {"a1": "A", "a2": "A", "b1": "B", "b2": "B"}
    return areas({key: km(at % 2 + 2 * (at // 2), 0) for at, key in enumerate(parents)}, parents)


def _in_one_piece(tiles, groups):
    return {name: tiles.geometry[groups == name].union_all().geom_type == "Polygon" for name in groups.unique()}


def test_only_the_geometry_is_new(tiles, quarters):
    assert len(tiles) == 158
    assert tiles.crs == quarters.crs
    pd.testing.assert_frame_equal(pd.DataFrame(tiles.drop(columns="geometry")),
                                  pd.DataFrame(quarters.drop(columns="geometry")))  # fmt: skip


def test_tiles_are_equal_hexagons_without_overlap(tiles, quarters):
    shapes = tiles.geometry.to_numpy()
    assert shapely.area(shapes) == pytest.approx(np.full(158, quarters.area.sum() / 158), rel=1e-6)
    assert set(shapely.get_num_coordinates(shapes)) == {7}
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == pytest.approx(quarters.area.sum(), rel=1e-9)


def test_all_19_municipalities_hang_together(tiles):
    found = _in_one_piece(tiles, tiles["parent"])
    assert len(found) == 19 and all(found.values())


def test_1200_blocks_hang_together_by_municipality(level, quarters):
    blocks = level("baublock")
    towns = blocks["parent"].map(quarters["parent"])
    found = _in_one_piece(tile_map(blocks, towns), towns)
    assert len(found) == 19 and all(found.values())


def test_tiles_lie_where_the_areas_lie(tiles, quarters):
    now, before = tiles.centroid, quarters.centroid
    assert now.x.corr(before.x, method="spearman") > 0.95
    assert now.y.corr(before.y, method="spearman") > 0.95


def test_the_county_is_recognised(tiles, level):
    """As on any map of the county: Windeck farthest east, Rheinbach south, Siegburg between Troisdorf and Hennef."""
    towns = level("gemeinde")
    outlines = tile_groups(tiles, towns)
    outlines.index = pd.Index(towns["name"])
    assert outlines.bounds["maxx"].idxmax() == "Windeck"
    assert outlines.bounds["miny"].idxmin() == "Rheinbach"
    middle = outlines.centroid.x
    assert middle["Bornheim"] < middle["Troisdorf"] < middle["Siegburg"] < middle["Hennef (Sieg)"] < middle["Eitorf"]
    assert outlines.geometry["Siegburg"].touches(outlines.geometry["Troisdorf"])


def test_the_same_tiles_every_time(tiles, quarters):
    assert (tile_map(quarters, quarters["parent"]).geometry == tiles.geometry).all()


def test_one_area_stays_where_it_is(km, areas):
    single = areas({"a": km(0, 0, 3, 2)})
    tile = tile_map(single, None).geometry.item()
    assert tile.area == pytest.approx(6e6)
    assert tile.centroid.distance(single.geometry.item().centroid) < 1000


def test_two_areas_stay_side_by_side(km, areas):
    west, east = tile_map(areas({"w": km(0, 0), "e": km(1, 0, 9, 9)}, {"w": "K", "e": "K"}), None).geometry
    assert west.centroid.x < east.centroid.x
    assert west.touches(east) and west.area == pytest.approx(41e6)


def test_groups_may_be_given(block):
    """One town of the outer two and one of the inner two: each has its tiles side by side."""
    groups = pd.Series({"b2": "out", "a1": "out", "a2": "in", "b1": "in"})
    assert _in_one_piece(tile_map(block, groups), groups.reindex(block.index)) == {"out": True, "in": True}


def test_an_area_without_a_group_gets_a_tile(block):
    tiles = tile_map(block, pd.Series({"a1": "A", "a2": "A"}))
    assert tiles.area.to_numpy() == pytest.approx([1e6] * 4)
    assert shapely.coverage_is_valid(tiles.geometry.to_numpy())


@pytest.mark.parametrize("nothing", [None, shapely.Polygon()], ids=["none", "empty"])
def test_an_area_without_geometry_lies_with_its_group(block, nothing):
    block.loc["b1", "geometry"] = nothing
    tiles = tile_map(block, None)
    assert tiles.area["b1"] == pytest.approx(tiles.area["a1"])
    assert tiles.geometry["b1"].touches(tiles.geometry["b2"])


def test_no_geometry_at_all(block):
    block["geometry"] = None
    with pytest.raises(ValueError, match="no area has a geometry"):
        tile_map(block, None)


def test_more_areas_than_tiles(km, areas):
    many = areas({str(at): km(at, 0) for at in range(MOST_TILES + 1)})
    with pytest.raises(ValueError, match="1501 areas are more than 1500 tiles"):
        tile_map(many, None)


def test_no_areas(block):
    assert tile_map(block.iloc[:0], None).empty


def test_outlines_are_the_tiles_of_the_members(block, km, areas):
    towns = areas({"B": km(2, 0, 2), "A": km(0, 0, 2), "C": km(9, 9)}, {"A": "K", "B": "K", "C": "K"})
    tiles = tile_map(block, None)
    outlines = tile_groups(tiles, towns)
    assert list(outlines.index) == ["B", "A"]  # nothing lies in C
    assert list(outlines["name"]) == ["Gebiet B", "Gebiet A"]
    assert outlines.area.to_numpy() == pytest.approx([2e6, 2e6])
    assert outlines.geometry["A"].equals(tiles.geometry[["a1", "a2"]].union_all())
    whole = tile_groups(outlines, areas({"K": km(0, 0, 4)}))
    assert whole.area["K"] == pytest.approx(4e6)


def test_published_tiles_are_not_simplified(tiles, level):
    outlines = tile_groups(tiles, level("gemeinde"))
    for frame in (tiles, outlines):
        features = json.loads(publish(frame, tolerance=0).raw)["features"]
        assert [each["id"] for each in features] == list(frame.index)
        corners = [shapely.get_num_coordinates(shape(each["geometry"])) for each in features]
        assert corners == list(shapely.get_num_coordinates(frame.geometry.to_numpy()))
        degrees = frame.to_crs("EPSG:4326").geometry
        far = [shape(each["geometry"]).hausdorff_distance(whole) for each, whole in zip(features, degrees, strict=True)]
        assert max(far) < 1e-5  # one metre: what rounding does
