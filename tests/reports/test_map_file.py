"""The map as a GeoPackage against the command line, read by SQLite and by GDAL."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

from reports.about import about
from reports.map_file import map_file
from tests.monitor import test_real_counties
from tests.monitor.conftest import TinyFolder
from tests.reports.conftest import YEAR, loaded, number_in
from views.class_choice import ClassChoice
from views.indicator_layer import indicator_layer
from views.view import areas_in

NUMBERS = ("wert", "unten95", "oben95", "geglaettet", "zaehler", "nenner")
WORDS = ("vergleich", "zeichen", "zuschnitt")
TROISDORF = "05382068"
NAMES = ("=1+1", "Ü" * 240, "Am \"Alten Markt\"; 'West' & <Süd>", " mit Rand\tund\nZeile ")


def made(shown, level, indicator, year=YEAR, **options):
    said = about(shown.release, "karte", {"kennzahl": indicator, "ebene": level, "jahr": str(year)})
    return map_file(shown, level, indicator, year, said, **options)


def asked(content, tmp_path, question):
    """Rows that SQLite finds."""
    path = tmp_path / "karte.gpkg"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(question)]


def compare(rows, expected, indicator):
    for row in rows:
        told = expected[indicator, row["gebiet"]]
        for name in NUMBERS:
            assert row[name] == number_in(told[name]), (row["gebiet"], name)  # NULL where the cell is empty
        for name in WORDS:
            assert row[name] == told[name]
        assert (row["wert"] is None) == bool(row["zeichen"]) == bool(row["bedeutung"])


@pytest.mark.parametrize(("level", "indicator", "areas"), [
    ("quartier", "A2", 158), ("quartier", "P2", 158), ("quartier", "T1", 158), ("gemeinde", "G9", 19), ("kreis", "A2", 1),
])  # fmt: skip
def test_the_numbers_are_those_of_the_command_line(shown, computed, tmp_path, level, indicator, areas):
    rows = asked(made(shown, level, indicator), tmp_path, f'select * from "{indicator}_{level}"')
    assert len(rows) == areas
    compare(rows, computed(level), indicator)
    assert {row["kennzahl"] for row in rows} == {indicator}


def test_hidden_values_are_null(shown, computed, tmp_path):
    question = "select * from A2_quartier where zeichen <> ''"
    rows = asked(made(shown, "quartier", "A2"), tmp_path, question)
    signs = {area: row["zeichen"] for (indicator, area), row in computed("quartier").items() if indicator == "A2"}
    assert {row["gebiet"]: row["zeichen"] for row in rows} == {area: sign for area, sign in signs.items() if sign}
    assert {row["zeichen"] for row in rows} == {"•"}
    assert all(row[name] is None for row in rows for name in NUMBERS)
    assert all(row["bedeutung"].startswith("geheim: ") for row in rows)
    assert asked(made(shown, "quartier", "T1"), tmp_path, "select wert from T1_quartier where wert is not null") == []


def test_the_smoothed_values_that_the_map_shows_are_there(shown, tmp_path):
    """P2 is smoothed on the map: each smoothed rate lies between the measured one and a mean, and the measured one stands too."""
    rows = asked(
        made(shown, "quartier", "P2"), tmp_path, "select wert, geglaettet from P2_quartier where wert is not null"
    )
    expected = shown.release.smoothed_over_years("quartier", "P2")[YEAR].dropna()
    assert sorted(row["geglaettet"] for row in rows) == sorted(expected)
    assert any(abs(row["wert"] - row["geglaettet"]) > 0.1 for row in rows)


def test_fields_and_coordinates(shown, tmp_path):
    (tmp_path / "karte.gpkg").write_bytes(made(shown, "quartier", "G1"))
    frame = gpd.read_file(tmp_path / "karte.gpkg", layer="G1_quartier")
    assert list(frame.columns) == [
        "gebiet", "name", "kommune", "kennzahl", "zeitraum", "einheit", "wert", "unten95", "oben95", "geglaettet", "zaehler",
        "nenner", "vergleich", "zeichen", "bedeutung", "zuschnitt", "auffaellig", "geometry",
    ]  # fmt: skip
    assert frame.crs.to_epsg() == 25832 and set(frame.geom_type) == {"MultiPolygon"}
    first = frame.set_index("gebiet").loc[f"{TROISDORF}-01"]
    assert (first["name"], first["kommune"], first["zeitraum"], first["einheit"]) == (
        "Troisdorf 01",
        "Troisdorf",
        "2022–2024",
        "%",
    )
    drawn = shown.release.hierarchy.areas("quartier")
    assert list(frame["gebiet"]) == list(drawn.index)
    moved = frame.set_index("gebiet").geometry.symmetric_difference(drawn.geometry, align=True).area
    assert moved.max() < 1e-3 and frame.area.sum() == pytest.approx(1153.2e6, rel=0.01)  # km² of the county


@pytest.mark.parametrize("level", ["quartier", "gemeinde"])
def test_flagged_are_those_that_the_map_marks(shown, tmp_path, level):
    rows = asked(made(shown, level, "A2"), tmp_path, f"select gebiet, auffaellig from A2_{level}")
    layer = indicator_layer(shown, level, shown.release.catalogue["A2"], ClassChoice(), [YEAR])
    marked = {area for area, flag in zip(shown.ids(level), layer.flags(0), strict=True) if flag == "1"}
    assert {row["gebiet"] for row in rows if row["auffaellig"] == "ja"} == marked and marked
    assert {row["auffaellig"] for row in rows} <= {"ja", "nein", "nicht bewertet"}


def test_an_area_that_is_too_small_is_not_judged_and_neither_is_the_whole(shown, tmp_path):
    rows = asked(made(shown, "quartier", "A2"), tmp_path, "select gebiet, auffaellig from A2_quartier")
    small = shown.release.inhabitants("quartier", YEAR)
    for row in rows:
        if small[row["gebiet"]] < 300:
            assert row["auffaellig"] == "nicht bewertet"
    assert sum(row["auffaellig"] == "nicht bewertet" for row in rows) == 2  # 156 of 158 are judged
    [whole] = asked(made(shown, "kreis", "A2"), tmp_path, "select auffaellig, kommune from A2_kreis")
    assert whole == {"auffaellig": "nicht bewertet", "kommune": None}


def test_what_the_file_says_of_itself(shown, tmp_path):
    said = about(shown.release, "karte", {"kennzahl": "A2", "ebene": "quartier", "jahr": str(YEAR)})
    rows = asked(made(shown, "quartier", "A2"), tmp_path, "select schluessel, wert from ueber_diese_datei")
    pairs = [(row["schluessel"], row["wert"]) for row in rows]
    assert pairs[0] == ("Hinweis", shown.release.county.notice)
    assert tuple(pairs[1 : 1 + len(said.rows)]) == said.rows
    assert ("Nenner", "Kinder unter 15 Jahren") in pairs and ("Stand der Quelle", "31.12.2024") in pairs
    assert [text for key, text in pairs if key == "Quellenangaben"] == list(shown.release.county.attribution)


def test_it_is_a_geopackage(shown, tmp_path):
    content = made(shown, "gemeinde", "A2")
    path = tmp_path / "karte.gpkg"
    path.write_bytes(content)
    assert content[68:72] == b"GPKG"  # OGC 12-128r18, requirement 2
    assert pyogrio.list_layers(path).tolist() == [["A2_gemeinde", "MultiPolygon"], ["ueber_diese_datei", None]]
    kinds = asked(content, tmp_path, "select table_name, data_type, srs_id from gpkg_contents order by 1")
    assert [tuple(kind.values()) for kind in kinds] == [
        ("A2_gemeinde", "features", 25832),
        ("ueber_diese_datei", "attributes", 0),
    ]
    assert asked(content, tmp_path, "pragma integrity_check") == [{"integrity_check": "ok"}]


def test_the_same_map_makes_the_same_bytes(shown):
    assert made(shown, "gemeinde", "A2") == made(shown, "gemeinde", "A2")


def test_one_municipality_alone(shown, computed, tmp_path):
    content = made(shown, "quartier", "A2", areas=areas_in(shown.release, "quartier", TROISDORF))
    rows = asked(content, tmp_path, "select * from A2_quartier")
    assert len(rows) == 20 and {row["kommune"] for row in rows} == {"Troisdorf"}
    compare(rows, computed("quartier"), "A2")


def test_names_that_programs_take_amiss(tmp_path):
    (tmp_path / "daten").mkdir()
    folder = TinyFolder(tmp_path / "daten")
    areas = [{**area, "name": name} for area, name in zip(folder.quarters(), NAMES, strict=True)]
    folder.write_areas("areas/quartier.geojson", areas)
    shown = loaded(folder.path)
    county = replace(shown.release.county, name="Kreis \"Nord\" & 'Süd'")
    shown = shown.with_release(replace(shown.release, county=county), {}, "awkward")
    content = made(shown, "quartier", "A2", 2024)
    rows = asked(content, tmp_path, "select name, wert, zaehler, nenner from A2_quartier order by gebiet")
    known = shown.release.hierarchy.areas("quartier")["name"]
    assert [row["name"] for row in rows] == list(known) and known.iloc[1] == NAMES[1]
    assert [(row["zaehler"], row["nenner"], row["wert"]) for row in rows] == [
        (15, 150, 10),
        (60, 300, 20),
        (40, 200, 20),
        (20, 80, 25),
    ]
    said = asked(content, tmp_path, "select wert from ueber_diese_datei where schluessel = 'Herausgeber'")
    assert said == [{"wert": county.name}]


def test_an_area_of_which_everything_is_hidden(tmp_path):
    (tmp_path / "daten").mkdir()
    folder = TinyFolder(tmp_path / "daten")
    few = {"ew": "2", "ew_u15": "2", "sgb2_u15": "1"}
    heading, *rows = folder.rows()
    rows = [(*row[:4], few[row[2]]) if row[0] == "05999002-02" else row for row in rows]
    folder.write("counts.csv", folder.text([heading, *rows]))
    shown = loaded(folder.path)
    for indicator in ("A2", "D1"):
        found = asked(made(shown, "quartier", indicator), tmp_path, f"select * from {indicator}_quartier")
        [hidden] = [row for row in found if row["gebiet"] == "05999002-02"]
        assert hidden["zeichen"] == "•" and all(hidden[name] is None for name in NUMBERS)


def test_the_real_municipalities(tmp_path, computed):
    if not test_real_counties.INKAR.is_file():
        pytest.skip("real open data in ../shared/data are not there")
    folder = test_real_counties._folder(tmp_path / "kreis", "vg250_rhein_sieg.zip", "05382")
    rows = asked(made(loaded(folder), "gemeinde", "A5", 2021), tmp_path, "select * from A5_gemeinde")
    assert len(rows) == 19
    compare(rows, computed("gemeinde", 2021, folder), "A5")
    found = pd.DataFrame(rows).set_index("name")
    assert found.loc["Wachtberg", "wert"] == pytest.approx(3.10, abs=0.005)  # INKAR prints 3.10
    assert set(found["auffaellig"]) == {"nicht bewertet"} and found["kommune"].isna().all()  # no rule, no finer level
