"""Every export is read back as the same scheme, by this app and by others."""

import csv
import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata import scheme_process
from geodata.boundaries import read_boundaries
from geodata.scheme import CutBy, Scheme, Status
from geodata.scheme_export import (
    file_name,
    to_crosswalk_csv,
    to_geojson,
    to_geopackage,
    to_kommonitor,
    to_shapefile_zip,
)
from geodata.scheme_import import read_scheme, same_scheme
from geodata.scheme_upload import read_upload
from tests.geodata.read_here import read_here

NAMES = {
    "m-01": "Größe & Söhne <b>fett</b>",
    "m-02": "Am \"Alten Markt\"; Süd, 'West'",
    "m-03": "Ü" * 150,  # 300 bytes: more than a shapefile holds
    "m-04": " mit Rand\tund\nZeile ",
    "m-05": "=1+1",
}
WRITERS = {"gpkg": to_geopackage, "zip": to_shapefile_zip, "geojson": to_geojson, "kommonitor.geojson": to_kommonitor}


@pytest.fixture(autouse=True)
def reading(monkeypatch):
    """By a process of its own every format is read back in `tests/monitor/test_scheme_commands`."""
    monkeypatch.setattr(scheme_process, "_run", read_here)


@pytest.fixture
def units(km):
    return gpd.GeoDataFrame(geometry=[km(each, 0) for each in range(5)], index=[f"u{n}" for n in range(5)], crs=25832)


@pytest.fixture
def scheme():
    """Five areas, a unit cut in three, a unit placed in part only, and everything a scheme can say of itself."""
    rows = [("u0", "m-01", 1.0), ("u1", "m-01", 1 / 3), ("u1", "m-02", 0.6), ("u1", "m-03", 1 - 1 / 3 - 0.6),
            ("u2", "m-03", 1.0), ("u3", "m-04", 0.1), ("u4", "m-05", 1.0)]  # fmt: skip
    return Scheme(
        "m", 7, 'Neu "2024" \\ ä\x7f', pd.Series(NAMES), pd.DataFrame(rows, columns=["unit", "area", "share"]),
        Status.REPLACED, date(2023, 1, 1), date(2024, 12, 31), "Amt für Soziales & Jugend", "erste Zeile\nzweite; Zeile",
        CutBy.AREA,
    )  # fmt: skip


@pytest.mark.parametrize("suffix", WRITERS)
def test_round_trip(units, scheme, suffix):
    again, problems = read_scheme(WRITERS[suffix](scheme, units), f"a.{suffix}")
    assert [problem.code for problem in problems] == []
    assert same_scheme(again, scheme) and again.shapes is None
    assert again.areas.to_dict() == NAMES
    assert sorted(again.parts.to_numpy().tolist()) == sorted(
        scheme.parts.to_numpy().tolist()
    )  # shares to the last digit
    assert (again.municipality, again.version, again.name, again.status) == ("m", 7, scheme.name, Status.REPLACED)
    assert (again.valid_from, again.valid_to) == (date(2023, 1, 1), date(2024, 12, 31))
    assert (again.author, again.note, again.cut_by) == (scheme.author, scheme.note, CutBy.AREA)


def test_round_trip_of_the_crosswalk(scheme):
    again, problems = read_scheme(to_crosswalk_csv(scheme), "a.csv")
    assert problems == [] and same_scheme(again, scheme)


@pytest.mark.parametrize("suffix", [*WRITERS, "csv"])
def test_a_draft_with_faults_and_open_days(units, suffix):
    """Areas without names and units, units without areas, nothing said: also drafts can be taken along."""
    parts = pd.DataFrame({"unit": ["u0"], "area": ["a"], "share": [1.0]})
    draft = Scheme("m", 1, "", pd.Series({"a": "", "b": "leer"}), parts)
    content = to_crosswalk_csv(draft) if suffix == "csv" else WRITERS[suffix](draft, units)
    again, _ = read_scheme(content, f"a.{suffix}")
    assert same_scheme(again, draft) and again.valid_from is None and again.status is Status.DRAFT


@pytest.mark.parametrize("suffix", WRITERS)
def test_delivered_shapes_come_back(units, scheme, km, suffix):
    shapes = {
        "m-01": km(0, 0, 1.3),
        "m-02": km(1.3, 0, 0.3),
        "m-03": km(1.6, 0, 1.4),
        "m-04": km(3, 0, 0.1),
        "m-05": km(4, 0),
    }
    drawn = replace(scheme, shapes=gpd.GeoSeries(shapes, crs=25832))
    again, _ = read_scheme(WRITERS[suffix](drawn, units), f"a.{suffix}")
    assert same_scheme(again, drawn)
    moved = again.shapes.symmetric_difference(drawn.shapes[again.shapes.index])
    assert moved.area.max() < 1 and again.shapes.area["m-02"] == pytest.approx(0.3e6, rel=1e-6)


@pytest.mark.parametrize("suffix", WRITERS)
def test_equal_schemes_make_equal_bytes(units, scheme, suffix):
    assert WRITERS[suffix](scheme, units) == WRITERS[suffix](replace(scheme), units)


def test_areas_of_the_exports_are_right(units, scheme):
    """A unit that is cut is drawn where most of it belongs: u1 with m-02."""
    areas, problems = read_upload(to_geopackage(scheme, units), "a.gpkg")
    assert problems == [] and areas.area.to_dict() == pytest.approx(dict.fromkeys(NAMES, 1000000.0))
    assert areas.loc["m-02", "geometry"].equals(units.loc["u1", "geometry"])


def test_geopackage_for_other_programs(units, scheme, tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_bytes(to_geopackage(scheme, units))
    with sqlite3.connect(path) as database:
        rows = dict(database.execute("select schluessel, wert from zuschnitt"))
        parts = list(database.execute("select einheit, gebiet, name, anteil from anteile where einheit = 'u3'"))
    database.close()
    assert rows["kommune"] == "m" and rows["fassung"] == "7" and rows["gueltig_ab"] == "2023-01-01"
    assert parts == [("u3", "m-04", NAMES["m-04"], "0.1")]
    assert gpd.read_file(path, layer="sozialraeume").crs.to_epsg() == 25832


def test_geojson_as_the_standard_wants_it(units, scheme):
    content = json.loads(to_geojson(scheme, units))
    assert content["type"] == "FeatureCollection" and "crs" not in content
    ring = content["features"][0]["geometry"]["coordinates"][0]
    assert all(6 < x < 9 and 50 < y < 52 for x, y in ring)
    assert shapely.LinearRing(ring).is_ccw  # RFC 7946, 3.1.6
    assert content["features"][0]["properties"] == {
        "id": "m-01", "name": NAMES["m-01"], "parent": "m", "valid_from": "2023-01-01", "valid_to": "2024-12-31"
    }  # fmt: skip


def test_kommonitor_level(units, scheme):
    said = [
        feature["properties"]
        for feature in json.loads(to_kommonitor(replace(scheme, valid_to=None), units))["features"]
    ]
    assert said[1] == {"ID": "m-02", "NAME": NAMES["m-02"], "validStartDate": "2023-01-01", "validEndDate": None}


def test_shapefile_as_a_level_of_a_data_folder(units, scheme, tmp_path):
    (tmp_path / "a.zip").write_bytes(to_shapefile_zip(scheme, units))
    areas, problems = read_boundaries(tmp_path / "a.zip", "quartier")
    assert problems == [] and list(areas.index) == list(NAMES)
    assert areas.loc["m-01", "name"] == NAMES["m-01"] and set(areas["parent"]) == {"m"}
    assert areas.loc["m-03", "name"] == "Ü" * 127  # 254 bytes; the whole name stands in anteile.csv
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        rows = list(csv.reader(io.StringIO(archive.read("anteile.csv").decode("utf-8-sig"), newline=""), delimiter=";"))
        assert 'name = "Neu \\"2024\\" \\\\ ä\\u007f"' in archive.read("zuschnitt.toml").decode()
    assert rows[0] == ["einheit", "gebiet", "name", "anteil"] and ["u3", "m-04", NAMES["m-04"], "0.1"] in rows


def test_crosswalk_that_anyone_can_read(scheme):
    content = to_crosswalk_csv(scheme)
    assert content.startswith(b"\xef\xbb\xbfeinheit;gebiet;name;anteil;kommune;fassung;")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[6][:7] == ["u3", "m-04", NAMES["m-04"], "0,1", "m", "7", scheme.name]


def test_names_of_the_files(scheme):
    assert file_name(scheme, ".gpkg") == "sozialraeume_m_7.gpkg"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"status": "vielleicht"}, "scheme_about_invalid"),
        ({"fassung": "eins"}, "scheme_about_invalid"),
        ({"gueltig_ab": "31.12.2024"}, "scheme_about_invalid"),
        ({"teilung_nach": "gefuehl"}, "scheme_about_invalid"),
        ({"kommune": None}, "scheme_about_missing"),
    ],
)
def test_altered_exports_are_told(units, scheme, said, code):
    content = json.loads(to_geojson(scheme, units))
    content["zuschnitt"] |= said
    content["zuschnitt"] = {key: value for key, value in content["zuschnitt"].items() if value is not None}
    again, problems = read_scheme(json.dumps(content).encode(), "a.geojson")
    assert again is None and [(problem.code, problem.file) for problem in problems] == [(code, "a.geojson")]


@pytest.mark.parametrize("share", ["0", "1.2", "viel", "nan", "-1", ""])
def test_altered_shares_are_told(units, scheme, share):
    content = json.loads(to_geojson(scheme, units))
    content["anteile"][0][3] = share
    again, problems = read_scheme(json.dumps(content).encode(), "a.geojson")
    assert again is None and [(problem.code, list(problem.areas)) for problem in problems] == [
        ("scheme_shares_invalid", ["u0"])
    ]


@pytest.mark.parametrize("carried", ["nichts", 7, [], {"a": 1}, None])
def test_a_file_that_only_looks_like_an_export(units, scheme, carried):
    content = json.loads(to_geojson(scheme, units)) | {"zuschnitt": carried}
    again, problems = read_scheme(json.dumps(content).encode(), "a.geojson")
    assert again is None and problems[-1].code in ("scheme_nothing_carried", "scheme_about_missing")


@pytest.mark.parametrize("content", [b"", b"einheit;gebiet\n1;2\n", b"\xff\xfe", b'"', b"einheit;gebiet;name;anteil\n"])
def test_tables_that_are_no_export(content):
    again, problems = read_scheme(content, "a.csv")
    assert again is None and problems[0].code in ("scheme_crosswalk_unlike", "scheme_encoding")


def test_schemes_that_differ_are_not_the_same(scheme):
    assert same_scheme(scheme, replace(scheme, parts=scheme.parts.iloc[::-1]))
    assert not same_scheme(scheme, replace(scheme, note="anders"))
    assert not same_scheme(scheme, replace(scheme, areas=pd.Series(NAMES | {"m-05": "anders"})))
    assert not same_scheme(scheme, replace(scheme, parts=scheme.parts.assign(share=scheme.parts["share"] * 0.5)))
