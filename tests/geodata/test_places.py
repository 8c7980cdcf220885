"""Place points: read as offices write them, and the sentence for everything that is wrong with them."""

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from geodata.places import Place, read_places
from monitor.folder_places import folder_places
from monitor.tables import read_table
from problem import is_error
from tests.sample_county import sample_folder, sample_release
from texts.problems import sentence

ROOT = Path(__file__).resolve().parents[2]

# A square kilometre around the centre of Siegburg (7.20 E, 50.80 N), in metres of EPSG:25832.
AROUND_SIEGBURG = (373_000.0, 5_628_000.0, 374_000.0, 5_629_000.0)


@pytest.fixture
def read(tmp_path):
    """read("Siegburg;7,2;50,8") → places and sentences of a file with these lines below its heading."""

    def places_of(*lines, heading="name;lon;lat;rang", bounds=AROUND_SIEGBURG, encoding="utf-8"):
        path = tmp_path / "orte.csv"
        path.write_bytes("\n".join([heading, *lines, ""]).encode(encoding))
        table, problems = read_table(path)
        places, found = read_places(table, path.name, bounds)
        return places, [*problems, *found]

    return places_of


def _only(problems):
    assert len(problems) == 1, [sentence(problem) for problem in problems]
    return sentence(problems[0])


def test_points_and_commas(read):
    places, problems = read("Siegburg;7.2044;50.7953;1", "Wolsdorf;7,22;50,79;2", "Kaldauen;7,25;50,80;")
    assert problems == []
    assert places == (
        Place("Siegburg", 7.2044, 50.7953, 1),
        Place("Wolsdorf", 7.22, 50.79, 2),
        Place("Kaldauen", 7.25, 50.80, 1),
    )


def test_rank_may_be_left_out_and_headings_capital(read):
    places, problems = read("Rhöndorf;7,2;50,8", heading="Name;Lon;Lat", encoding="cp1252")
    assert (places, problems) == ((Place("Rhöndorf", 7.2, 50.8),), [])


# line → what the only error says
FAULTS = {
    "Siegburg;;50,8;": "In der Spalte „lon“ steht bei Siegburg keine Gradzahl.",
    "Siegburg;7,2;fünfzig;": "In der Spalte „lat“ steht bei Siegburg keine Gradzahl.",
    "Siegburg;7,2;5628563;": "In der Spalte „lat“ steht bei Siegburg keine Gradzahl.",
    "Siegburg;7.204,4;50,8;": "In der Spalte „lon“ steht bei Siegburg keine Gradzahl.",
    "Siegburg;nan;50,8;": "In der Spalte „lon“ steht bei Siegburg keine Gradzahl.",
    ";7,2;50,8;": "Hier fehlt der Name des Ortes.",
    "Siegburg;7,2;50,8;Stadt": "In der Spalte „rang“ steht bei Siegburg keine Ziffer von 1 (zuerst gezeigt) bis 9.",
    "Siegburg;7,2;50,8;0": "In der Spalte „rang“ steht bei Siegburg keine Ziffer",
}


@pytest.mark.parametrize("line", FAULTS)
def test_faulty_rows_are_errors_and_no_places(read, line):
    places, problems = read("Wolsdorf;7,22;50,79;2", line)
    assert _only(problems).startswith("orte.csv, Zeile 3: " + FAULTS[line])
    assert is_error(problems[0])
    assert [place.name for place in places] == ["Wolsdorf"]


def test_all_faults_are_told_at_once(read):
    places, problems = read("A;x;50,8;", "B;x;y;", "C;7,2;50,8;?", ";7,2;50,8;")
    assert places == ()
    assert [(problem.line, problem.facts["lines"]) for problem in problems] == [
        (5, [5]),
        (2, [2, 3]),
        (3, [3]),
        (4, [4]),
    ]
    assert "Zeilen 2 und 3: In der Spalte „lon“ steht bei A, B keine Gradzahl." in sentence(problems[1])


def test_twenty_kilometres_around_the_county(read):
    """The limit in the east is 394.0 km. By hand: a degree of longitude is 70.51 km here (GRS80), times 0.9996 (UTM);
    7.493 lies 1.507° west of the central meridian at 500 km, so at 393.8; 7.500 lies at 394.3.
    """
    places, problems = read("Innen;7.493;50.7953;", "Außen;7.500;50.7953;")
    assert _only(problems).startswith("orte.csv, Zeile 3: Der Ort Außen liegt mehr als 20 km außerhalb des Kreises.")
    assert not is_error(problems[0])
    assert [place.name for place in places] == ["Innen", "Außen"]


def test_exchanged_degrees_are_noticed(read):
    _, problems = read("Siegburg;50.7953;7.2044;")
    assert "vielleicht sind lon und lat vertauscht" in _only(problems)


def test_without_areas_nobody_knows_what_is_outside(read):
    assert read("Siegburg;50.7953;7.2044;", bounds=None)[1] == []


def test_the_same_name_twice_is_a_warning(read):
    places, problems = read("Rott;7,2;50,8;", "Rott;7,3;50,8;")
    assert "Zeilen 2 und 3: Der Ortsname Rott kommt mehrmals vor." in _only(problems)
    assert not is_error(problems[0])
    assert len(places) == 2


def test_missing_columns(read):
    assert "Es fehlt: „lon“, „lat“." in _only(read("Siegburg;7,2;50,8", heading="name;x;y")[1])


def test_a_file_without_places_is_a_warning(read):
    places, problems = read()
    assert "Diese Datei enthält keine Orte." in _only(problems)
    assert (places, is_error(problems[0])) == ((), False)


# The file in its folder


def test_a_county_without_places():
    folder = sample_folder()
    assert folder_places(folder.path, replace(folder.county, places=""), folder.hierarchy) == ((), [])
    missing = folder_places(folder.path, replace(folder.county, places="fehlt.csv"), folder.hierarchy)
    assert _only(missing[1]).startswith("fehlt.csv: Diese Datei fehlt.")


def test_the_sample_shows_known_places():
    """Names and points are those of the list the boundaries were made from; two or three for each municipality."""
    folder = sample_folder()
    places = sample_release().places
    with (ROOT / "sample_data" / "making" / "places.csv").open(encoding="utf-8") as file:
        known = {(row["place"], float(row["lon"]), float(row["lat"])): row["municipality"]
                 for row in csv.DictReader(file, delimiter=";")}  # fmt: skip
    municipalities = pd.Series([known[place.name, place.lon, place.lat] for place in places])
    assert len(municipalities.unique()) == 19
    assert municipalities.value_counts().between(2, 3).all()
    assert not {place.name for place in places} & set(folder.hierarchy.areas("gemeinde")["name"])
