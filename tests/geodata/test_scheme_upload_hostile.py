"""Hostile files: each ends in a German sentence, within 10 s and 500 MB, and nothing is left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.geodata.hostile import files

pytest.importorskip("resource", reason="memory is measured with the resource module of Unix")

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# name of the file → what makes it, and the problem it must end in
REFUSED = {
    "selbstschnitt.gpkg": (files.self_intersecting, "geometry_invalid"),
    "meter_als_grad.geojson": (files.utm_called_degrees, "scheme_no_degrees"),
    "falsche_zone.gpkg": (files.wrong_zone, "crs_implausible"),
    "ohne_prj.zip": (files.no_crs, "crs_missing"),
    "achsen_grad.geojson": (files.swapped_degrees, "scheme_axes_swapped"),
    "achsen_meter.gpkg": (files.swapped_metres, "scheme_axes_swapped"),
    "ohne_gebiete.geojson": (files.without_features, "areas_empty"),
    "null_bytes.gpkg": (files.no_bytes, "file_empty"),
    "millionen_ecken.geojson": (files.two_million_corners, "scheme_too_many_corners"),
    "millionen_ecken.zip": (files.two_million_corners_shapefile, "scheme_too_many_corners"),
    "bombe.zip": (files.zip_bomb, "scheme_zip_too_large"),
    "bombe_verschwiegen.zip": (files.lying_zip_bomb, "scheme_zip_damaged"),
    "aufwaerts.zip": (files.path_upwards, "scheme_zip_leads_out"),
    "absolut.zip": (files.absolute_path, "scheme_zip_leads_out"),
    "laufwerk.zip": (files.windows_path, "scheme_zip_leads_out"),
    "zwei.zip": (files.two_shapefiles, "scheme_zip_several"),
    "ohne_dbf.zip": (files.without_dbf, "shapefile_incomplete"),
    "kennwort.zip": (files.locked_zip, "scheme_zip_locked"),
    "kaputt.zip": (files.broken_zip, "scheme_zip_damaged"),
    "punkte.gpkg": (files.points, "geometry_no_area"),
    "punkte.geojson": (files.many_points_called_polygon, "geometry_no_area"),
    "keine_zahlen.geojson": (files.no_numbers, "scheme_coordinates_no_numbers"),
    "unendlich.gpkg": (files.infinite_in_geopackage, "scheme_coordinates_no_numbers"),
    "1e400.geojson": (files.beyond_all_numbers, "areas_unreadable"),
    "ohne_flaeche.geojson": (files.no_geometry, "geometry_empty"),
    "zweimal.gpkg": (files.same_id_twice, "area_id_duplicate"),
    "brief.gpkg": (files.text_called_geopackage, "scheme_content_unlike"),
    "datenbank.gpkg": (files.sqlite_called_geopackage, "areas_unreadable"),
    "endlos.gpkg": (files.endless_view, "scheme_too_costly"),
    "vrt.geojson": (files.vrt_called_geojson, "scheme_content_unlike"),
    "vrt_adresse.gpkg": (files.vrt_with_an_address, "scheme_content_unlike"),
    "vrt.zip": (files.vrt_called_shapefile, "areas_unreadable"),
    "tief.geojson": (files.deeply_nested, "areas_unreadable"),
    "tiefe_objekte.geojson": (files.deeply_nested_objects, "areas_unreadable"),
    "amerika.geojson": (files.outside_germany, "crs_implausible"),
    "welt.geojson": (files.the_whole_world, "crs_implausible"),
    "zeichensatz.zip": (files.latin1_called_utf8, "scheme_encoding"),
    "zeichensatz.geojson": (files.latin1_geojson, "scheme_encoding"),
    "kamm.gpkg": (files.hair_thin_comb, "scheme_border_too_long"),
    "kaemme.gpkg": (files.crossing_combs, "scheme_too_costly"),
    "gekritzel.gpkg": (files.random_scribble, "scheme_too_costly"),
    "viele.gpkg": (files.too_many_areas, "scheme_too_many_areas"),
    "zu_gross.geojson": (files.too_large, "scheme_file_too_large"),
    "bericht.pdf": (files.unknown_type, "scheme_file_type"),
    "fremd.kml": (files.stray_kml, "scheme_file_type"),
}
HTML = "namen.gpkg"
FURTHER = {  # that a file like them is refused is shown by another one
    "achsen_meter.gpkg", "millionen_ecken.zip", "laufwerk.zip", "punkte.geojson", "unendlich.gpkg", "vrt_adresse.gpkg",
    "tiefe_objekte.geojson", "amerika.geojson", "zeichensatz.geojson", "gekritzel.gpkg", "fremd.kml", "absolut.zip",
    "vrt.zip", "kaemme.gpkg", "falsche_zone.gpkg", "1e400.geojson", "ohne_dbf.zip",
}  # fmt: skip
SLOW = bool(os.environ.get("MONITOR_SLOW_TESTS"))
USUAL = [pytest.param(name, marks=[pytest.mark.slow] * (name in FURTHER)) for name in REFUSED]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    folder, temporary = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("temporary")
    for name, (make, _) in REFUSED.items():
        if SLOW or name not in FURTHER:
            (folder / name).write_bytes(make())
    (folder / HTML).write_bytes(files.names_with_html())
    done = subprocess.run(
        [sys.executable, HERE / "hostile" / "measure.py", folder, temporary], cwd=ROOT, check=True, timeout=500,
        capture_output=True, text=True, env={**os.environ, "TMPDIR": str(temporary)},
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", USUAL)
def test_refused_with_its_own_sentence(measured, name):
    found = measured[name]
    assert not found["read"]
    assert found["errors"] == [REFUSED[name][1]]
    for told in found["sentences"]:
        assert told.startswith(f"{name}: ") and told.endswith(".") and "?" not in told and "{" not in told


@pytest.mark.parametrize("name", [*USUAL, HTML])
def test_in_ten_seconds_and_half_a_gigabyte(measured, name):
    assert measured[name]["seconds"] < 10
    assert measured[name]["megabytes"] < 500  # of all files so far, so the last one's is the largest


@pytest.mark.parametrize("name", [*USUAL, HTML])
def test_nothing_is_left_behind(measured, name):
    assert measured[name]["left"] == []


def test_html_is_a_name_like_any_other(measured):
    assert measured[HTML]["codes"] == []
    assert measured[HTML]["names"] == ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>']


def test_the_files_outside_are_as_they_were():
    """No member of a zip was written to where its path leads."""
    assert not Path("/tmp/gebiete.txt").exists()
