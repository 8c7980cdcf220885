"""Areas without the parts in which nobody lives."""

import pandas as pd
import pytest
import shapely

from geodata.inhabited import inhabited_parts
from monitor.uninhabited import uninhabited_units
from tests.sample_county import sample_folder


@pytest.fixture
def quarters(km, areas):
    """Three quarters of 2 km²: north and south half of each is a block."""
    return areas({"q1": km(0, 0, 1, 2), "q2": km(1, 0, 1, 2), "q3": km(2, 0, 1, 2)})


@pytest.fixture
def blocks(km, areas):
    halves = {f"q{column + 1}{half}": km(column, row) for column in range(3) for row, half in enumerate("sn")}
    return areas(halves, {key: key[:2] for key in halves})


def _of(blocks):
    return blocks["parent"]


def test_uninhabited_blocks_are_left_out(quarters, blocks, km):
    found = inhabited_parts(quarters, blocks, _of(blocks), pd.Index(["q1n"]))
    assert found.geometry["q1"].equals(km(0, 0))
    assert found.area.to_dict() == pytest.approx({"q1": 1e6, "q2": 2e6, "q3": 2e6})
    assert found.crs == quarters.crs
    pd.testing.assert_frame_equal(found.drop(columns="geometry"), quarters.drop(columns="geometry"))


def test_an_area_without_inhabitants_stays_whole(quarters, blocks, km):
    found = inhabited_parts(quarters, blocks, _of(blocks), pd.Index(["q1n", "q1s", "q3s"]))
    assert found.geometry["q1"].equals(km(0, 0, 1, 2))
    assert found.geometry["q3"].equals(km(2, 1))


def test_an_area_of_which_no_block_is_known_stays_whole(quarters, blocks, km):
    blocks.loc["q3s", "geometry"] = None
    known = _of(blocks).drop(["q2n", "q2s", "q3n"])
    found = inhabited_parts(quarters, blocks, known, pd.Index(["q1s"]))
    assert found.geometry["q1"].equals(km(0, 1))
    assert found.geometry["q2"].equals(km(1, 0, 1, 2)) and found.geometry["q3"].equals(km(2, 0, 1, 2))


def test_nobody_is_changed_where_all_are_inhabited(quarters, blocks):
    found = inhabited_parts(quarters, blocks, _of(blocks), pd.Index([]))
    assert all(now.equals(whole) for now, whole in zip(found.geometry, quarters.geometry, strict=True))


@pytest.mark.parametrize("level", ["quartier", "gemeinde", "kreis"])
def test_areas_of_the_sample_shrink_by_their_uninhabited_blocks(level):
    folder = sample_folder()
    empty, hierarchy = uninhabited_units(folder), folder.hierarchy
    areas, blocks, of = hierarchy.areas(level), hierarchy.areas("baublock"), hierarchy.ancestors("baublock", level)
    assert len(empty) == 19
    lost = blocks.area[empty].groupby(of[empty]).sum().reindex(areas.index, fill_value=0)
    found = inhabited_parts(areas, blocks, of, empty)
    assert (areas.area - found.area).to_numpy() == pytest.approx(lost.to_numpy(), abs=1)  # m² of areas of km²
    assert shapely.is_valid(found.geometry.to_numpy()).all()
