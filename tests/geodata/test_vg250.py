"""The federal boundaries, as delivered: numbers of municipalities, official areas, geometry factor, several parts."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geodata.boundaries import read_boundaries
from geodata.checks import check_boundaries
from geodata.publish import publish
from geodata.vg250 import build_areas, write_areas
from problem import DataError

BOUNDARIES = Path(__file__).resolve().parents[3] / "shared" / "data" / "boundaries"
real = pytest.mark.skipif(not BOUNDARIES.is_dir(), reason="real boundaries in ../shared/data are not there")


@real
@pytest.mark.parametrize(
    ("name", "prefix", "number"),
    [("vg250_rhein_sieg.zip", "05382", 19), ("vg250_nrw.zip", "05", 396), ("vg250_nrw.zip", "05382", 19),
     ("vg250_de_simplified.zip", "", 10_990)],
)  # fmt: skip
def test_numbers_of_municipalities(name, prefix, number):
    areas = build_areas(BOUNDARIES / name, prefix)
    assert len(areas) == number and areas.index.is_unique
    assert areas.index.str.len().unique().tolist() == [8]
    assert areas.geometry.is_valid.all() and areas.crs.to_epsg() == 25832


@real
def test_official_areas_and_the_bay_of_bonn():
    areas = build_areas(BOUNDARIES / "vg250_rhein_sieg.zip", "05382")
    assert areas.loc["05382068", "name"] == "Troisdorf"
    assert areas.area["05382068"] / 1e6 == pytest.approx(
        62.2, rel=0.02
    )  # official: 62.2 km²; the borders are generalised
    assert areas.area.sum() / 1e6 == pytest.approx(1153.2, abs=3)  # official: 1,153.2 km²
    assert check_boundaries(areas, "gemeinde", "vg250") == []  # Bonn lies in a bay that opens to the south
    bonn = build_areas(BOUNDARIES / "vg250_nrw.zip", "05314").geometry.item()
    county = areas.geometry.union_all()
    assert county.intersection(bonn).area < 1e4
    assert county.boundary.intersection(bonn.buffer(50)).length > 0.6 * bonn.length


@real
def test_written_and_read_again(tmp_path):
    areas = build_areas(BOUNDARIES / "vg250_rhein_sieg.zip", "05382")
    write_areas(areas, tmp_path / "one.shp")
    write_areas(areas, tmp_path / "two.shp")
    for suffix in (".shp", ".dbf", ".shx"):
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    again, problems = read_boundaries(tmp_path / "one.shp", "gemeinde")
    assert problems == [] and list(again["name"]) == list(areas["name"])
    assert again.area.to_numpy() == pytest.approx(areas.area.to_numpy())


@real
def test_a_state_fits_into_a_browser():
    published = publish(build_areas(BOUNDARIES / "vg250_nrw.zip", "05"))
    assert len(published.ids) == 396
    assert len(published.gzipped) < 400_000


@pytest.fixture
def federal(km):
    """Three rows of two keys: a municipality of two parts of land, one of them with water."""
    table = {"AGS": ["05382001", "05382001", "05382001", "05382002"], "GEN": ["A", "A", "A", "B"], "GF": [4, 4, 2, 4]}
    return gpd.GeoDataFrame(table, geometry=[km(0, 0), km(3, 0), km(0, 1, 1, 5), km(1, 0)], crs=25832)


def test_parts_are_joined_and_water_is_left_out(tmp_path, federal):
    federal.to_file(tmp_path / "vg250.shp")
    areas = build_areas(tmp_path / "vg250.shp", "05382")
    assert list(areas.index) == ["05382001", "05382002"]
    assert areas.area.to_numpy() == pytest.approx([2e6, 1e6])


def test_without_the_factor_everything_counts(tmp_path, federal):
    federal.drop(columns="GF").to_file(tmp_path / "vg250.shp")
    assert build_areas(tmp_path / "vg250.shp", "05382").area["05382001"] == pytest.approx(7e6)


def test_regional_key_without_its_association(tmp_path, federal):
    federal.assign(ARS=[f"05382{'0001'}{key[-3:]}" for key in federal["AGS"]]).drop(columns="AGS").to_file(
        tmp_path / "vg250.shp"
    )
    assert list(build_areas(tmp_path / "vg250.shp", "05382").index) == ["05382001", "05382002"]


def test_prefix_that_nobody_has(tmp_path, federal):
    federal.to_file(tmp_path / "vg250.shp")
    with pytest.raises(DataError) as raised:
        build_areas(tmp_path / "vg250.shp", "09")
    [problem] = raised.value.problems
    assert (problem.code, problem.facts["existing"]) == ("prefix_unknown", "05")


def test_unreadable_and_missing(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"no archive")
    for name, code in (("a.zip", "areas_unreadable"), ("b.zip", "areas_file_missing")):
        with pytest.raises(DataError) as raised:
            build_areas(tmp_path / name, "05")
        assert raised.value.problems[0].code == code


def test_borders_stay_common(tmp_path, federal):
    federal.to_file(tmp_path / "vg250.shp")
    assert shapely.coverage_is_valid(build_areas(tmp_path / "vg250.shp", "05382").geometry.to_numpy())
