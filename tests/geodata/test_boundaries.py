"""Boundaries as they are delivered: every format, every encoding, every fault with its code."""

import shutil
import zipfile
from datetime import date

import geopandas as gpd
import pytest
from shapely import Polygon

from geodata.boundaries import read_boundaries
from problem import is_error


@pytest.fixture
def frame(km):
    table = {"id": ["05382001", "05382002"], "name": ["Süd", "Größe"], "parent": ["05382", "05382"]}
    return gpd.GeoDataFrame(table, geometry=[km(0, 0), km(1, 0, 2)], crs=25832)


def _codes(problems):
    return [problem.code for problem in problems]


def _zipped(folder, stem, *, inside=""):
    target = folder / f"{stem}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for part in sorted(folder.glob(f"{stem}.*")):
            if part != target:
                archive.write(part, f"{inside}{part.name}")
    return target


@pytest.mark.parametrize("suffix", ["shp", "gpkg", "geojson"])
def test_every_format_gives_the_same_areas(tmp_path, frame, suffix):
    path = tmp_path / f"gebiete.{suffix}"
    (frame if suffix != "geojson" else frame.to_crs(4326)).to_file(path)
    areas, problems = read_boundaries(path, "gemeinde")
    assert problems == []
    assert list(areas.index) == ["05382001", "05382002"]
    assert list(areas["name"]) == ["Süd", "Größe"]
    assert list(areas["parent"]) == ["05382", "05382"]
    assert areas.crs.to_epsg() == 25832
    assert areas.area.to_numpy() == pytest.approx([1e6, 2e6], rel=1e-5)


@pytest.mark.parametrize("inside", ["", "grenzen/"])
def test_zipped_shapefile(tmp_path, frame, inside):
    frame.to_file(tmp_path / "gebiete.shp", encoding="utf-8")
    areas, problems = read_boundaries(_zipped(tmp_path, "gebiete", inside=inside), "gemeinde")
    assert problems == []
    assert list(areas["name"]) == ["Süd", "Größe"]


@pytest.mark.parametrize("packed", [False, True])
def test_latin1_names_without_a_code_page_file(tmp_path, frame, packed):
    path = tmp_path / "gebiete.shp"
    frame.to_file(path, encoding="ISO-8859-1")
    path.with_suffix(".cpg").unlink()
    areas, problems = read_boundaries(_zipped(tmp_path, "gebiete") if packed else path, "gemeinde")
    assert problems == []
    assert list(areas["name"]) == ["Süd", "Größe"]


@pytest.mark.parametrize("packed", [False, True])
def test_code_page_file_in_capitals(tmp_path, frame, packed):
    path = tmp_path / "gebiete.shp"
    frame.to_file(path, encoding="utf-8")
    path.with_suffix(".cpg").rename(path.with_suffix(".CPG"))
    areas, _ = read_boundaries(_zipped(tmp_path, "gebiete") if packed else path, "gemeinde")
    assert list(areas["name"]) == ["Süd", "Größe"]


def test_degrees_become_metres(tmp_path):
    # A cell of one arc minute at 50.75° N: 1.8541 km by 1.1764 km on the GRS80 ellipsoid, by hand.
    west, south, minute = 7.2, 50.75, 1 / 60
    corners = [(west, south), (west + minute, south), (west + minute, south + minute), (west, south + minute)]
    cell = gpd.GeoDataFrame({"id": ["a"], "name": ["A"]}, geometry=[Polygon(corners)], crs=4326)
    cell.to_file(tmp_path / "a.geojson")
    areas, _ = read_boundaries(tmp_path / "a.geojson", "gemeinde")
    assert areas.area.item() / 1e6 == pytest.approx(1.8541 * 1.1764, rel=0.002)


def test_official_column_names_and_numbers_as_keys(tmp_path, km):
    table = {"AGS": [5382001.0, 5382002.0], "GEN": ["A", "B"]}
    gpd.GeoDataFrame(table, geometry=[km(0, 0), km(1, 0)], crs=25832).to_file(tmp_path / "a.gpkg")
    areas, problems = read_boundaries(tmp_path / "a.gpkg", "gemeinde")
    assert problems == []
    assert list(areas.index) == ["5382001", "5382002"]  # without their zero, as they are; the folder check says so
    assert list(areas["parent"]) == [None, None]


def test_dates_of_validity(tmp_path, frame):
    frame.assign(valid_from=["2020-01-01", "2020/07/31"], valid_to=[None, "2021-12-31"]).to_file(tmp_path / "a.gpkg")
    areas, problems = read_boundaries(tmp_path / "a.gpkg", "quartier")
    assert problems == []
    assert list(areas["valid_from"]) == [date(2020, 1, 1), date(2020, 7, 31)]
    assert list(areas["valid_to"]) == [None, date(2021, 12, 31)]


def test_date_that_is_none(tmp_path, frame):
    frame.assign(valid_to=["demnächst", None]).to_file(tmp_path / "a.gpkg")
    _, problems = read_boundaries(tmp_path / "a.gpkg", "quartier")
    assert _codes(problems) == ["area_date_invalid"]
    assert problems[0].facts == {"column": "valid_to", "value": "demnächst"}


def test_missing_file(tmp_path):
    areas, problems = read_boundaries(tmp_path / "nirgends.shp", "gemeinde")
    assert areas is None and _codes(problems) == ["areas_file_missing"]


@pytest.mark.parametrize("part", [".dbf", ".shx"])
def test_incomplete_shapefile(tmp_path, frame, part):
    frame.to_file(tmp_path / "a.shp")
    (tmp_path / f"a{part}").unlink()
    areas, problems = read_boundaries(tmp_path / "a.shp", "gemeinde")
    assert areas is None and _codes(problems) == ["shapefile_incomplete"]
    assert problems[0].facts == {"missing": part}


@pytest.mark.parametrize("name", ["a.geojson", "a.shp", "a.gpkg", "a.zip"])
def test_rubbish_in_every_format(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x00 no areas at all")
    for part in (".dbf", ".shx"):
        (tmp_path / f"a{part}").write_bytes(b"\x00")
    areas, problems = read_boundaries(tmp_path / name, "gemeinde")
    assert areas is None and _codes(problems) == ["areas_unreadable"]


def test_archive_without_a_shapefile(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("liesmich.txt", "nichts")
    areas, problems = read_boundaries(tmp_path / "a.zip", "gemeinde")
    assert areas is None and _codes(problems) == ["areas_unreadable"]


def test_file_without_areas(tmp_path, frame):
    frame.iloc[:0].to_file(tmp_path / "a.gpkg")
    assert _codes(read_boundaries(tmp_path / "a.gpkg", "gemeinde")[1]) == ["areas_empty"]


def test_missing_columns(tmp_path, frame):
    frame[["parent", "geometry"]].to_file(tmp_path / "a.gpkg")
    problems = read_boundaries(tmp_path / "a.gpkg", "gemeinde")[1]
    assert [(each.code, each.facts["column"]) for each in problems] == [
        ("areas_column_missing", "id"),
        ("areas_column_missing", "name"),
    ]


def test_coordinate_system_missing_and_wrong(tmp_path, frame):
    frame.to_file(tmp_path / "a.shp")
    shutil.copy(tmp_path / "a.prj", tmp_path / "keep")
    (tmp_path / "a.prj").unlink()
    areas, problems = read_boundaries(tmp_path / "a.shp", "gemeinde")
    assert areas is None and _codes(problems) == ["crs_missing"]
    frame.set_crs(32618, allow_override=True).to_file(tmp_path / "b.gpkg")  # UTM zone 18: the east of North America
    assert "crs_implausible" in _codes(read_boundaries(tmp_path / "b.gpkg", "gemeinde")[1])


def test_points_and_empty_shapes_are_no_areas(tmp_path, frame, km):
    frame.set_geometry(frame.centroid).to_file(tmp_path / "points.gpkg")
    assert _codes(read_boundaries(tmp_path / "points.gpkg", "gemeinde")[1]) == ["geometry_no_area"]
    frame.set_geometry([km(0, 0), None], crs=25832).to_file(tmp_path / "empty.gpkg")
    problems = read_boundaries(tmp_path / "empty.gpkg", "gemeinde")[1]
    assert _codes(problems) == ["geometry_empty"] and list(problems[0].areas) == ["05382002"]


def test_bow_tie_is_an_error_and_a_spike_is_repaired(tmp_path, frame, km):
    (x, y), *_ = km(0, 0).exterior.coords
    tie = Polygon([(x, y), (x + 1000, y + 1000), (x + 1000, y), (x, y + 1000)])
    spike = Polygon([(x, y), (x + 1000, y), (x + 1000, y + 1000), (x + 1500, y + 1000), (x, y + 1000)])
    frame.geometry = [tie, km(5, 0)]
    frame.to_file(tmp_path / "tie.gpkg")
    problems = read_boundaries(tmp_path / "tie.gpkg", "gemeinde")[1]
    assert _codes(problems) == ["geometry_invalid"] and is_error(problems[0])
    assert list(problems[0].areas) == ["05382001"]
    frame.geometry = [spike, km(5, 0)]
    frame.to_file(tmp_path / "spike.gpkg")
    areas, problems = read_boundaries(tmp_path / "spike.gpkg", "gemeinde")
    assert _codes(problems) == ["geometry_repaired"] and not is_error(problems[0])
    assert areas.geometry.is_valid.all()
    assert areas.area.iloc[0] == pytest.approx(1e6)


def test_ids_empty_or_twice(tmp_path, frame):
    frame.assign(id=["05382001", None]).to_file(tmp_path / "a.gpkg")
    assert _codes(read_boundaries(tmp_path / "a.gpkg", "gemeinde")[1]) == ["area_id_empty"]
    frame.assign(id="05382001").to_file(tmp_path / "b.gpkg")
    problems = read_boundaries(tmp_path / "b.gpkg", "gemeinde")[1]
    assert _codes(problems) == ["area_id_duplicate"] and is_error(problems[0])


def test_exclave_as_a_second_feature_is_joined(tmp_path, frame, km):
    frame.geometry = [km(0, 0), km(3, 0, 2)]
    frame.assign(id="05382001", name="Eins").to_file(tmp_path / "a.gpkg")
    areas, problems = read_boundaries(tmp_path / "a.gpkg", "gemeinde")
    assert _codes(problems) == ["area_parts_joined"] and not is_error(problems[0])
    assert areas.area.item() == pytest.approx(3e6)


def test_the_same_ground_twice_is_no_exclave(tmp_path, frame, km):
    frame.geometry = [km(0, 0), km(0.5, 0)]
    frame.assign(id="05382001", name="Eins").to_file(tmp_path / "a.gpkg")
    assert _codes(read_boundaries(tmp_path / "a.gpkg", "gemeinde")[1]) == ["area_id_duplicate"]
