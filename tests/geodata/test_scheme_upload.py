"""Good files of every kind and CRS, and the columns municipalities use."""

import tempfile
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Polygon, box
from shapely.affinity import translate

from geodata.scheme_columns import as_areas, columns_of
from geodata.scheme_upload import read_delivery, read_upload
from problem import is_error
from tests.geodata.hostile.files import frame, geojson, good_zip, members_of, square, written, zipped

BOUNDARIES = Path(__file__).resolve().parents[3] / "shared" / "data" / "boundaries"


def _codes(problems):
    return [problem.code for problem in problems]


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """Where temporary files go; nothing may be there afterwards."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("suffix", "crs"),
    [
        ("zip", 25832),
        ("gpkg", 25832),
        ("gpkg", 31466),
        ("gpkg", 3857),
        ("gpkg", 25833),
        ("zip", 4326),
        ("geojson", 4326),
    ],
)
def test_every_format_and_crs_gives_the_same_square_kilometres(suffix, crs):
    areas, problems = read_upload(written(frame(names=["Größe", "Süd"]).to_crs(crs), suffix), f"a.{suffix}")
    assert problems == []
    assert list(areas.index) == ["a", "b"] and list(areas["name"]) == ["Größe", "Süd"]
    assert areas.crs.to_epsg() == 25832 and not areas["id_made"].any()
    assert areas.area.to_numpy() == pytest.approx([1e6, 1e6], rel=1e-4)  # Gauß-Krüger differs by centimetres


def test_shapefile_from_disk_and_packed_by_a_mac(tmp_path):
    frame().to_file(tmp_path / "a.shp", encoding="utf-8")
    areas, problems = read_upload(tmp_path / "a.shp", "a.shp")
    assert problems == [] and list(areas.index) == ["a", "b"]
    inside = {f"Sozialräume/{name}": content for name, content in members_of(good_zip()).items()}
    packed = zipped({**inside, "__MACOSX/Sozialräume/._gebiete.shp": b"\x00\x05\x16\x07"})
    areas, problems = read_upload(packed, "a.ZIP")
    assert problems == [] and list(areas["name"]) == ["Mitte", "Süd"]


def test_files_that_are_not_there(tmp_path):
    assert _codes(read_upload(tmp_path / "nirgends.gpkg", "nirgends.gpkg")[1]) == ["areas_file_missing"]
    frame().to_file(tmp_path / "a.shp")
    (tmp_path / "a.dbf").unlink()
    assert _codes(read_upload(tmp_path / "a.shp", "a.shp")[1]) == ["shapefile_incomplete"]


def test_latin1_without_a_code_page_file():
    members = members_of(written(frame(names=["Größe", "Süd"]), "zip", encoding="ISO-8859-1"))
    areas, _ = read_upload(zipped({name: part for name, part in members.items() if not name.endswith(".cpg")}), "a.zip")
    assert list(areas["name"]) == ["Größe", "Süd"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (["OBJECTID", "SR_NAME", "ID"], {"id": "ID", "name": "SR_NAME"}),
        (["ID", "NAME", "validStartDate", "validEndDate"],
         {"id": "ID", "name": "NAME", "valid_from": "validStartDate", "valid_to": "validEndDate"}),
        (["ags", "GEN"], {"id": "ags", "name": "GEN"}),
        (["Sozialraum"], {"name": "Sozialraum"}),
        (["nr", "BEZEICHNUN"], {"id": "nr", "name": "BEZEICHNUN"}),
        (["fid_1"], {}),
    ],
)  # fmt: skip
def test_columns_by_the_names_municipalities_give_them(fields, found):
    assert columns_of(fields) == found


def test_kommonitor_level_with_days():
    data = {
        "ID": ["1", "2"],
        "NAME": ["A", "B"],
        "validStartDate": ["2020-01-01", "2020-01-01"],
        "validEndDate": [None, "2023-12-31"],
    }
    level = gpd.GeoDataFrame(data, geometry=[square(0), square(1)], crs=25832).to_crs(4326)
    areas, problems = read_upload(written(level, "geojson"), "ebene.geojson")
    assert problems == []
    assert list(areas["valid_from"]) == [date(2020, 1, 1)] * 2 and list(areas["valid_to"]) == [None, date(2023, 12, 31)]


def test_without_ids_and_names_both_are_made_and_told():
    bare = gpd.GeoDataFrame({"groesse": [1, 2]}, geometry=[square(0), square(1)], crs=25832)
    areas, problems = read_upload(written(bare, "gpkg"), "a.gpkg")
    assert _codes(problems) == ["scheme_ids_made", "scheme_names_missing"] and not any(map(is_error, problems))
    assert list(areas.index) == ["01", "02"] and list(areas["name"]) == ["Sozialraum 01", "Sozialraum 02"]
    assert areas["id_made"].all()


def test_numbers_as_ids_lose_their_decimals_only_if_they_have_none():
    shapes = [square(0), square(1)]
    whole, _ = as_areas(gpd.GeoDataFrame({"nr": [7.0, 8.0], "name": ["A", "B"]}, geometry=shapes, crs=25832))
    parts, _ = as_areas(gpd.GeoDataFrame({"nr": [7.5, 8.0], "name": ["A", "B"]}, geometry=shapes, crs=25832))
    assert list(whole.index) == ["7", "8"] and list(parts.index) == ["7.5", "8.0"]


def test_parts_of_one_area_are_joined():
    areas, problems = read_upload(written(frame(names=["A", "A"]).assign(id="a"), "gpkg"), "a.gpkg")
    assert _codes(problems) == ["area_parts_joined"]
    assert list(areas.index) == ["a"] and areas.area.item() == pytest.approx(2e6)


def test_a_day_that_is_none_is_a_warning():
    _, problems = read_upload(written(frame(valid_from=["demnächst", None]), "gpkg"), "a.gpkg")
    assert _codes(problems) == ["area_date_invalid"] and not is_error(problems[0])


def test_two_layers_are_refused_and_named(tmp_path):
    for layer in ("eins", "zwei"):
        frame().to_file(tmp_path / "a.gpkg", layer=layer)
    areas, problems = read_upload(tmp_path / "a.gpkg", "a.gpkg")
    assert areas is None and _codes(problems) == ["scheme_several_layers"]
    assert problems[0].facts["values"] == ["eins", "zwei"]


def test_far_from_the_municipality():
    # The squares lie from 360 to 362 km; a municipality 20 km east of their end.
    home = translate(square(), 22_000)
    areas, problems = read_upload(written(frame(), "gpkg"), "a.gpkg", home, "Eitorf")
    assert areas is None and _codes(problems) == ["scheme_far_away"]
    assert problems[0].facts == {"place": "Eitorf", "kilometres": 20}
    assert read_upload(written(frame(), "gpkg"), "a.gpkg", translate(square(), 6_000), "Eitorf")[1] == []


def test_a_path_in_the_name_of_a_file_goes_nowhere(tmp_path):
    _, problems = read_upload(b"", f"{tmp_path}/..\\../a\x00b.gpkg")
    assert [problem.file for problem in problems] == ["ab.gpkg"]


def test_a_corner_too_many_for_json_is_not_one_for_a_ring():
    ring = [[7.1 + i * 1e-6, 50.8] for i in range(1000)] + [[7.2, 50.9], [7.1, 50.8]]
    assert read_upload(geojson([ring]), "a.geojson")[1] == []


def test_hole_and_third_dimension_survive():
    ring = list(square().exterior.coords)
    shape = Polygon([(x, y, 99.0) for x, y in ring], [box(360_100, 5_620_100, 360_200, 5_620_200).exterior.coords])
    areas, problems = read_upload(written(frame([shape]), "gpkg"), "a.gpkg")
    assert problems == [] and not areas.geometry.item().has_z
    assert areas.area.item() == pytest.approx(1e6 - 1e4)


def test_a_file_of_others_carries_nothing():
    delivery, _ = read_delivery(written(frame(), "gpkg"), "a.gpkg")
    assert delivery.carried is None


@pytest.mark.skipif(not BOUNDARIES.is_dir(), reason="real boundaries in ../shared/data are not there")
@pytest.mark.parametrize(("name", "number"), [("vg250_rhein_sieg.zip", 19), ("vg250_nrw.zip", 396)])
def test_official_boundaries_are_within_all_limits(name, number):
    areas, problems = read_upload(BOUNDARIES / name, name)
    assert not any(map(is_error, problems)) and len(areas) == number
    assert areas.loc["05382068", "name"] == "Troisdorf"


def _wave(number, height):
    """A ground 0.1° wide and high whose southern border goes up and down by some degrees, in so many corners."""
    ring = [[7.1 + 0.1 * i / number, 50.8 + height * (i % 2)] for i in range(number)]
    return geojson([[*ring, [7.2, 50.9], [7.1, 50.9], ring[0]]])


def test_many_corners_are_no_fault():
    areas, problems = read_upload(_wave(150_000, 0.00005), "a.geojson")
    assert problems == []
    # 0.1° of longitude at 50.85° N are 7.04 km, 0.1° of latitude 11.13 km, on the GRS80 ellipsoid by hand.
    assert areas.area.item() / 1e6 == pytest.approx(7.04 * 11.13, rel=0.003)


def test_a_border_longer_than_any_county_has():
    areas, problems = read_upload(_wave(200_000, 0.001), "a.geojson")
    # 200,000 strokes of 111.3 m each are 22,250 km.
    assert areas is None and _codes(problems) == ["scheme_border_too_long"]
    assert problems[0].facts["kilometres"] == pytest.approx(22_250, rel=0.01)
