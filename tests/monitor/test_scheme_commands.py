"""The commands for schemes on the county of `test_schemes`: all numbers by addition of the eight blocks below."""

import argparse
import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from geodata import scheme_process
from geodata.scheme import CutBy, Scheme, Status
from geodata.scheme_import import same_scheme
from monitor import scheme_publish
from monitor.cli import _parser, main
from monitor.folder import open_folder
from monitor.release import make_release
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_publish import make_valid_together
from problem import DataError, Problem
from reports.command import add_report_command
from tests.geodata.hostile import files
from tests.geodata.read_here import read_here
from tests.monitor.conftest import SIDE, SOUTH, WEST
from tests.monitor.test_divisions import QUARTERS
from tests.monitor.test_schemes import ALFDORF, DAY, SIDES, UNITS, blocks, drawn  # noqa: F401 a fixture

BERGSTADT = "05999002"
WHO = "Stadt Alfdorf"
HANDBOOK = Path(__file__).resolve().parents[2] / "docs" / "handbuch.md"
# Blocks w1, o1, w2, o2 of Alfdorf, then of Bergstadt.
PEOPLE = {2023: (501, 502, 503, 504, 505, 506, 507, 508), 2024: (401, 402, 403, 404, 405, 406, 407, 408)}
IN_NEED = {2023: (11, 22, 33, 44, 15, 16, 17, 18), 2024: (10, 20, 30, 40, 25, 26, 27, 28)}
CUT = [("w1", "W", 1.0), ("o1", "O", 1.0), ("w2", "W", 0.3), ("w2", "O", 0.7), ("o2", "O", 1.0)]


@pytest.fixture(autouse=True)
def reading(request, monkeypatch):
    """Files are read in this process, but for tests that ask for the fixture `read_apart`."""
    if "read_apart" not in request.fixturenames:
        monkeypatch.setattr(scheme_process, "_run", read_here)


@pytest.fixture
def read_apart():
    """As in life, by a process of its own."""


@pytest.fixture
def county(blocks):  # noqa: F811
    write_counts(blocks, PEOPLE, IN_NEED)
    return blocks


def write_counts(folder, people, in_need):
    units = [f"{key}-{half}" for key in QUARTERS for half in "wo"]
    rows = [
        row for year in people for unit, all_, needy in zip(units, people[year], in_need[year], strict=True)
        for row in (f"{unit};{year};ew;;{all_}", f"{unit};{year};ew_u15;;100", f"{unit};{year};sgb2_u15;;{needy}")
    ]  # fmt: skip
    folder.write("counts.csv", "\n".join(["gebiet;jahr;merkmal;gruppe;wert", *rows]) + "\n")


def strips(path, *areas):
    """A boundary file of rectangles: name, and left, lower, right and upper side in km from the south-western corner."""
    shapes = [
        box(*(at + side * SIDE for at, side in zip((WEST, SOUTH) * 2, sides, strict=True))) for _, *sides in areas
    ]
    frame = gpd.GeoDataFrame({"name": [name for name, *_ in areas]}, geometry=shapes, crs=25832)
    frame.to_file(path)
    return path


WEST_SIDE, EAST_SIDE, TOWN = ("Westen", 0, 0, 0.5, 2), ("Osten", 0.5, 0, 1, 2), ("Bergstadt", 1, 0, 2, 2)


def scheme_command(kind, folder, *more):
    return main(["scheme", kind, str(folder), *map(str, more)])


def take(folder, path, *more):
    return scheme_command("import", folder.path, path, "--who", WHO, *more)


def kept(folder):
    return FolderSchemes(folder.path).schemes()


def save(folder, scheme):
    return FolderSchemes(folder.path).save(scheme, WHO, "gezeichnet", 0).number


def counts(folder, level, indicator, year):
    release = make_release(open_folder(folder.path))
    table = release.table(level, indicator, year)
    return dict(zip(release.hierarchy.areas(level)["name"], table["count"], strict=True))


# check


def test_a_good_scheme(county, capsys):
    save(county, drawn(SIDES, status=Status.VALID, valid_from=DAY))
    assert scheme_command("check", county.path) == 0
    assert capsys.readouterr().out == "Musterkreis: 1 Zuschnitt geprüft, 0 Fehler, 0 Hinweise.\n"


def test_no_scheme_at_all(county, capsys):
    assert scheme_command("check", county.path) == 0
    assert capsys.readouterr().out == (
        "Musterkreis: Kein eigener Zuschnitt zu prüfen; es gelten die Gebiete, wie sie geliefert sind.\n"
    )


def test_a_valid_scheme_with_an_error_is_told_though_the_folder_does_not_open(county, capsys):
    save(county, drawn({"w1": "A", "o1": "A", "w2": "A"}, status=Status.VALID, valid_from=DAY))
    assert scheme_command("check", county.path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Fehler: schemes/05999001/1: In diesem Zuschnitt gehören Baublöcke zu keinem Sozialraum (1): 05999001-02-o (Block o). So kann "
        "er nicht gelten.",
        "Fehler: Alfdorf, Fassung 1 (gültig): Baublöcke, die zu keinem Sozialraum gehören: 1 (05999001-02-o (Block o)). Dort leben "
        "unbekannt viele Menschen. Bitte zuordnen.",
        "Musterkreis: 1 Zuschnitt geprüft, 2 Fehler, 0 Hinweise.",
    ]


def test_a_former_version_that_keeps_the_folder_from_opening_is_told(county, capsys):
    save(county, drawn({"w1": "A"}, status=Status.VALID, valid_from=DAY))
    save(county, drawn(SIDES, 2, status=Status.VALID, valid_from=dt.date(2024, 1, 1)))
    assert scheme_command("check", county.path) == 1
    assert capsys.readouterr().out.startswith(
        "Fehler: schemes/05999001/1: In diesem Zuschnitt gehören Baublöcke zu keinem"
    )


def test_drafts_of_a_municipality_may_have_errors(county, capsys):
    save(county, drawn({"w1": "A", "o1": "A", "w2": "A"}))
    assert scheme_command("check", county.path) == 0
    assert "Kein eigener Zuschnitt zu prüfen" in capsys.readouterr().out
    for more in (["--municipality", ALFDORF], ["--municipality", ALFDORF, "--version", "1"]):
        assert scheme_command("check", county.path, *more) == 0
        # The second quarter's 403 + 404 = 807 inhabitants, half of its ground: 403.5.
        assert "Fehler: Alfdorf, Fassung 1 (Entwurf): Baublöcke, die zu keinem Sozialraum gehören: 1 " in (
            out := capsys.readouterr().out
        )
        assert "Dort leben rund 400 Menschen." in out


def test_a_warning_is_no_error(county, capsys):
    # 210 of the second quarter's 420 inhabitants.
    write_counts(county, {2024: (401, 402, 200, 220, 405, 406, 407, 408)}, {2024: IN_NEED[2024]})
    save(county, drawn({"w1": "A", "o1": "A", "w2": "A", "o2": "B"}, status=Status.VALID, valid_from=DAY))
    scheme_command("check", county.path)
    capsys.readouterr()
    (county.path / "schemes").rename(county.path / "beiseite")
    save(county, drawn({"w1": "A", "o1": "A", "w2": "A", "o2": "B"}))
    assert scheme_command("check", county.path, "--municipality", ALFDORF) == 0
    told, summary = capsys.readouterr().out.splitlines()
    assert told.startswith("Hinweis: Alfdorf, Fassung 1 (Entwurf): Im Sozialraum B (Raum B) leben rund 210 Menschen, ")
    assert summary == "Musterkreis: 1 Zuschnitt geprüft, 0 Fehler, 1 Hinweis."


def test_a_draft_that_was_given_up_is_left_out(county, capsys):
    save(county, drawn({}))
    assert scheme_command("check", county.path, "--municipality", ALFDORF) == 0
    assert "Kein eigener Zuschnitt" in capsys.readouterr().out
    assert scheme_command("check", county.path, "--municipality", ALFDORF, "--version", "1") == 0
    assert "noch keine Sozialräume" in capsys.readouterr().out


def test_a_damaged_state_is_told(county, capsys):
    save(county, drawn(SIDES))
    (county.path / "schemes" / ALFDORF / "1" / "0001" / "gebiete.csv").unlink()
    assert scheme_command("check", county.path) == 1
    assert (
        f"{ALFDORF}/1/0001: Dieser gespeicherte Stand eines Zuschnitts lässt sich nicht lesen."
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("check", ["--municipality", "4711"], "Die Kommune 4711 gibt es nicht. Vorhanden sind: 05999001 (Alfdorf), "),
        ("check", ["--municipality", ALFDORF, "--version", "7"], "Fassung 7 von 05999001 gibt es nicht. Vorhanden: 1."),
        ("check", ["--version", "1"], "Bitte mit --municipality sagen"),
        ("export", ["--municipality", "../x", "--format", "csv", "--out", "x.csv"], "Die Kommune ../x gibt es nicht."),
        ("export", ["--municipality", ALFDORF, "--version", "7", "--format", "csv", "--out", "x.csv"], "Vorhanden: 0, 1."),
    ],
)  # fmt: skip
def test_what_there_is_not(county, capsys, kind, more, told):
    save(county, drawn(SIDES))
    assert scheme_command(kind, county.path, *more) == 1
    assert told in capsys.readouterr().err


def test_a_county_without_base_units(tiny_folder, capsys):
    assert scheme_command("check", tiny_folder.path) == 1
    assert "Sozialräume lassen sich hier nicht zeichnen" in capsys.readouterr().err


def test_a_version_holds_until_the_next_one_begins(county, capsys):
    later = dt.date.today() + dt.timedelta(days=9)
    save(county, drawn(SIDES, status=Status.VALID, valid_from=DAY))
    save(county, drawn(dict.fromkeys(UNITS, "A"), 2, status=Status.VALID, valid_from=later))
    save(county, drawn({"w1": "A"}, 3))
    assert scheme_command("check", county.path) == 0
    assert "2 Zuschnitte geprüft" in capsys.readouterr().out
    out = county.path / "x.csv"
    assert scheme_command("export", county.path, "--municipality", ALFDORF, "--format", "csv", "--out", out) == 0
    assert "Alfdorf, Fassung 1 geschrieben: " in capsys.readouterr().out


# import


def test_all_municipalities_in_one_go(county, read_apart, tmp_path, capsys):
    before = make_release(open_folder(county.path))
    path = strips(tmp_path / "kreis.gpkg", WEST_SIDE, EAST_SIDE, TOWN)
    assert take(county, path, "--valid-from", "2023-01-01", "--note", "Beschluss vom 3. Mai") == 0
    assert [(each.municipality, each.version, each.status, each.valid_from, each.author, each.note, each.name)
            for each in kept(county)] == [
        (ALFDORF, 1, Status.VALID, DAY, WHO, "Beschluss vom 3. Mai", "Sozialräume Alfdorf"),
        (BERGSTADT, 1, Status.VALID, DAY, WHO, "Beschluss vom 3. Mai", "Sozialräume Bergstadt"),
    ]  # fmt: skip
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Gültig ab 01.01.2023: Alfdorf und Bergstadt. Alle Zahlen sind neu berechnet und freigegeben."
    )
    assert [entry.what for entry in FolderSchemes(county.path).history(BERGSTADT)] == [
        "gültig ab 01.01.2023", "angelegt aus der Datei kreis.gpkg",
    ]  # fmt: skip
    assert make_release(open_folder(county.path)).protection.stored
    assert counts(county, "quartier", "D1", 2024) == {"Westen": 401 + 403, "Osten": 402 + 404, "Bergstadt": 1626}
    assert counts(county, "quartier", "A2", 2024) == {"Westen": 40, "Osten": 60, "Bergstadt": 106}
    assert counts(county, "quartier", "D1", 2023) == {"Westen": 1004, "Osten": 1006, "Bergstadt": 2026}
    # To the last person: 501 + … + 508 and 401 + … + 408.
    for year, sums in {2023: (2010, 2026), 2024: (1610, 1626)}.items():
        assert counts(county, "gemeinde", "D1", year) == {"Alfdorf": sums[0], "Bergstadt": sums[1]}
        assert counts(county, "kreis", "D1", year) == {"Musterkreis": sum(sums)}
        assert before.table("kreis", "D1", year)["count"].tolist() == [sum(sums)]


def test_a_draft_stays_a_draft(county, tmp_path, capsys):
    assert take(county, strips(tmp_path / "a.geojson", WEST_SIDE, EAST_SIDE), "--name", "Zwei  Seiten\n") == 0
    (draft,) = kept(county)
    assert (draft.status, draft.valid_from, draft.name) == (Status.DRAFT, None, "Zwei Seiten")
    assert "Alfdorf: Fassung 1 mit 2 Sozialräumen als Entwurf gespeichert." in capsys.readouterr().out
    assert counts(county, "quartier", "A2", 2024)["Alfdorf 01"] == 30
    assert not (county.path / "freigabe.parquet").exists()


def test_a_fault_in_one_municipality_keeps_all_drafts(county, tmp_path, capsys):
    path = strips(tmp_path / "kreis.gpkg", WEST_SIDE, EAST_SIDE, ("Süden", 1, 0, 2, 1))
    assert take(county, path, "--valid-from", "2023-01-01") == 1
    out = capsys.readouterr().out
    assert "Fehler: Bergstadt: Baublöcke, die zu keinem Sozialraum gehören: 2 (05999002-02-o (Block o) und " in out
    assert "Gültig geworden ist nichts (1 Fehler)." in out
    assert [each.status for each in kept(county)] == [Status.DRAFT, Status.DRAFT]


def test_an_area_in_two_municipalities(county, tmp_path, capsys):
    path = strips(tmp_path / "kreis.gpkg", WEST_SIDE, ("Mitte", 0.5, 0, 1.5, 2), ("Rand", 1.5, 0, 2, 2))
    assert take(county, path) == 1
    assert "Fehler: Die Fläche 02 liegt in mehreren Kommunen: Alfdorf und Bergstadt." in capsys.readouterr().out
    assert [each.status for each in kept(county)] == [Status.DRAFT, Status.DRAFT]


def test_the_past_is_not_rewritten_and_nothing_becomes_valid(county, tmp_path, capsys):
    assert take(county, strips(tmp_path / "a.gpkg", WEST_SIDE, EAST_SIDE), "--valid-from", "2023-01-01") == 0
    stored = (county.path / "freigabe.parquet").read_bytes()
    path = strips(tmp_path / "kreis.gpkg", ("Alles", 0, 0, 1, 2), TOWN)
    assert take(county, path, "--valid-from", "2022-01-01") == 1
    said = capsys.readouterr()
    assert "Der Zuschnitt von 05999001, der jetzt gilt, beginnt am 01.01.2023." in said.err
    assert "Gültig geworden ist nichts; die Entwürfe bleiben gespeichert." in said.out
    assert [(each.municipality, each.status) for each in kept(county)] == [
        (ALFDORF, Status.VALID), (ALFDORF, Status.DRAFT), (BERGSTADT, Status.DRAFT),
    ]  # fmt: skip
    assert (county.path / "freigabe.parquet").read_bytes() == stored


def test_a_second_version_counts_back_over_all_years(county, tmp_path):
    assert take(county, strips(tmp_path / "a.gpkg", WEST_SIDE, EAST_SIDE), "--valid-from", "2023-01-01") == 0
    corner, rest = ("Ecke", 0, 0, 0.5, 1), "Rest"
    table = "einheit;sozialraum\n" + "".join(
        f"{unit};{'Ecke' if block == 'w1' else rest}\n" for block, unit in UNITS.items()
    )
    (tmp_path / "zwei.csv").write_text(table, encoding="utf-8")
    assert take(county, tmp_path / "zwei.csv", "--municipality", ALFDORF, "--valid-from", "2024-01-01") == 0
    first, second = kept(county)
    assert (first.status, first.valid_to) == (Status.REPLACED, dt.date(2023, 12, 31))
    assert (second.version, second.status, second.valid_from) == (2, Status.VALID, dt.date(2024, 1, 1))
    assert corner[0] in second.areas.to_numpy()
    for year, corner_sum, rest_sum in ((2023, 501, 502 + 503 + 504), (2024, 401, 402 + 403 + 404)):
        shown = counts(county, "quartier", "D1", year)
        assert (shown["Ecke"], shown["Rest"]) == (corner_sum, rest_sum)
    assert counts(county, "quartier", "A2", 2023)["Rest"] == 22 + 33 + 44
    assert counts(county, "quartier", "A2", 2024)["Rest"] == 20 + 30 + 40
    assert counts(county, "kreis", "A2", 2023) == {"Musterkreis": 110 + 66}


def test_a_border_through_a_block_is_cut_as_wished(county, tmp_path, capsys):
    # The border lies 300 m east of the western side: 0.6 of each western block, which is 500 m wide.
    path = strips(tmp_path / "a.gpkg", ("Westen", 0, 0, 0.3, 2), ("Osten", 0.3, 0, 1, 2))
    assert take(county, path, "--municipality", ALFDORF, "--cut-by", "flaeche", "--valid-from", "2023-01-01") == 0
    assert "Hinweis: Baublöcke, durch die eine Grenze geht: 2 " in capsys.readouterr().out
    (scheme,) = kept(county)
    shares = scheme.parts.set_index(["unit", scheme.parts["area"].map(scheme.areas)])["share"]
    assert scheme.cut_by is CutBy.AREA
    assert shares[UNITS["w1"], "Westen"] == pytest.approx(0.6) and shares[UNITS["w2"], "Osten"] == pytest.approx(0.4)
    assert counts(county, "gemeinde", "D1", 2024) == {"Alfdorf": 1610, "Bergstadt": 1626}


def test_slivers_are_mended_only_when_asked(county, tmp_path):
    path = strips(tmp_path / "a.gpkg", ("Westen", 0, 0, 0.501, 2), ("Osten", 0.501, 0, 1, 2))
    assert take(county, path, "--municipality", ALFDORF) == 0
    assert take(county, path, "--municipality", ALFDORF, "--mend-slivers") == 0
    assert [bool(each.cut_units) for each in kept(county)] == [True, False]


def test_a_table_must_say_whose_it_is(county, tmp_path, capsys):
    (tmp_path / "tabelle.csv").write_text("einheit;sozialraum\n05999001-01-w;A\n", encoding="utf-8")
    assert take(county, tmp_path / "tabelle.csv") == 1
    assert "tabelle.csv: Diese Tabelle sagt nicht, von welcher Kommune sie ist." in capsys.readouterr().err
    assert kept(county) == []


# export and back


def as_cut():
    parts = pd.DataFrame([(UNITS[block], area, share) for block, area, share in CUT], columns=["unit", "area", "share"])
    return Scheme(ALFDORF, 1, "Geteilt", pd.Series({"O": "Raum „O“; Ost", "W": "Raum W"}), parts, cut_by=CutBy.AREA)


@pytest.mark.parametrize(
    "make", [pytest.param(lambda: drawn(SIDES), marks=pytest.mark.slow), as_cut], ids=["whole", "cut"]
)
@pytest.mark.parametrize(
    ("kind", "ending"),
    [("gpkg", ".gpkg"), ("shp", ".zip"), ("geojson", ".geojson"), ("kommonitor", ".geojson"), ("csv", ".csv")],
)
def test_an_export_comes_back_as_the_same_scheme(county, read_apart, monkeypatch, tmp_path, kind, ending, make):
    other = tmp_path / "andere"
    shutil.copytree(county.path, other)
    scheme = make()
    make_valid_together(county.path, [(scheme, save(county, scheme))], DAY, WHO, "Beschluss; vom „3. Mai“")
    out = tmp_path / "neu" / f"ausgabe{ending}"
    assert scheme_command("export", county.path, "--municipality", ALFDORF, "--format", kind, "--out", out) == 0
    assert scheme_command("import", other, out, "--who", WHO, "--valid-from", DAY) == 0
    (one,), (back,) = kept(county), FolderSchemes(other).schemes()
    assert one.status is Status.VALID and one.note == "Beschluss; vom „3. Mai“"
    assert same_scheme(one, back)
    # As a draft beside the valid one: the same areas with the same ids.
    monkeypatch.setattr(scheme_process, "_run", read_here)  # the same file once more
    assert take(county, out) == 0
    draft = kept(county)[1]
    assert same_scheme(replace(draft, version=1, status=Status.VALID, valid_from=DAY), one)


def test_an_export_of_an_earlier_version(county, tmp_path):
    assert take(county, strips(tmp_path / "a.gpkg", WEST_SIDE, EAST_SIDE), "--valid-from", "2023-01-01") == 0
    names = {}
    for version in ([], ["--version", 0], ["--version", 1]):
        out = tmp_path / "x.csv"
        assert (
            scheme_command("export", county.path, "--municipality", ALFDORF, *version, "--format", "csv", "--out", out)
            == 0
        )
        names[tuple(version)] = set(pd.read_csv(out, sep=";")["name"])
    assert names == {
        (): {"Westen", "Osten"},
        ("--version", 0): {"Alfdorf 01", "Alfdorf 02"},
        ("--version", 1): {"Westen", "Osten"},
    }


def test_an_export_of_another_county_is_refused(county, tmp_path, capsys):
    assert take(county, strips(tmp_path / "a.gpkg", WEST_SIDE, EAST_SIDE)) == 0
    out = tmp_path / "x.csv"
    assert (
        scheme_command(
            "export", county.path, "--municipality", ALFDORF, "--version", 1, "--format", "csv", "--out", out
        )
        == 0
    )
    out.write_text(out.read_text("utf-8-sig").replace(f";{ALFDORF};", ";05382068;"), encoding="utf-8")
    assert take(county, out) == 1
    assert "Die Kommune 05382068 gibt es nicht." in capsys.readouterr().err
    assert len(kept(county)) == 1


# what means no good


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        ("selbstschnitt.gpkg", files.self_intersecting, "selbst"),
        ("achsen.geojson", files.swapped_degrees, "Die Achsen sind vertauscht"),
        ("leer.gpkg", files.no_bytes, "Diese Datei ist leer"),
        ("ohne.geojson", files.without_features, "kein"),
        ("bombe.zip", files.zip_bomb, "ausgepackt zu groß"),
        ("aufwaerts.zip", files.path_upwards, "die aus seinem Ordner hinausführen"),
        ("brief.gpkg", files.text_called_geopackage, "passt nicht zur Endung"),
        ("weit.gpkg", files.other_end_of_germany, "km von Musterkreis entfernt"),
        ("bericht.pdf", files.unknown_type, "Dieser Dateityp wird nicht gelesen"),
        ("tabelle.csv", lambda: b"\x00\xff\x00", "tabelle.csv: "),
        ("falsch.csv", lambda: b"einheit;sozialraum\n4711;A\n", "gibt es in der Kommune nicht: 4711"),
        ("mappe.xlsx", files.zip_bomb, "mappe.xlsx: "),
    ],
)
def test_a_hostile_file_ends_in_a_sentence_and_stores_nothing(county, read_apart, tmp_path, capsys, name, make, told):
    (tmp_path / name).write_bytes(make())
    before = sorted(county.path.rglob("*"))
    table = ["--municipality", ALFDORF] if name.endswith(("csv", "xlsx")) else []
    assert take(county, tmp_path / name, "--valid-from", "2023-01-01", *table) == 1
    said = capsys.readouterr()
    assert told in said.err and "Traceback" not in said.err
    assert said.out == "" and sorted(county.path.rglob("*")) == before


@pytest.mark.parametrize("name", ["fehlt.gpkg", "fehlt.csv", "fehlt.shp"])
def test_a_file_that_is_not_there(county, tmp_path, capsys, name):
    assert take(county, tmp_path / name, "--municipality", ALFDORF) == 1
    assert f"{name}: Diese Datei gibt es nicht." in capsys.readouterr().err
    assert kept(county) == []


def test_a_name_does_not_steer_the_terminal(county, tmp_path, capsys):
    assert take(county, strips(tmp_path / "a.gpkg", ("Westen\x1b[2J", 0, 0, 0.5, 2), EAST_SIDE)) == 0
    out = capsys.readouterr().out
    assert "Der Name enthält unsichtbare Steuerzeichen" in out and "\x1b" not in out


def test_html_is_a_name_like_any_other(county, tmp_path):
    (tmp_path / "namen.gpkg").write_bytes(files.names_with_html())
    take(county, tmp_path / "namen.gpkg")
    assert [list(each.areas) for each in kept(county)] == [
        ["<script>alert(1)</script>"],
        ['"><img src=x onerror=alert(1)>'],
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--valid-from", "gestern"], "„gestern“ ist kein Tag wie 2023-01-01"),
        (["--cut-by", "farbe"], "farbe"),
        (["--who", " "], "hier fehlt der Text"),
    ],
)
def test_what_cannot_be_meant(county, tmp_path, capsys, more, told):
    with pytest.raises(SystemExit):
        take(county, tmp_path / "a.gpkg", *more)
    assert told in capsys.readouterr().err


# all together, or none


def two_drafts(county):
    town = drawn({}, municipality=BERGSTADT)
    units = [f"{BERGSTADT}-{number}-{half}" for number in ("01", "02") for half in "wo"]
    parts = pd.DataFrame({"unit": units, "area": "B", "share": 1.0})
    drafts = [drawn(SIDES), replace(town, areas=pd.Series({"B": "Bergstadt"}), parts=parts)]
    return [(draft, save(county, draft)) for draft in drafts]


def test_nothing_is_saved_where_the_numbers_cannot_be_protected(county, monkeypatch):
    drafts, asked = two_drafts(county), []

    def impossible(folder):
        asked.append([each.status for each in folder.schemes])
        if len(asked) > 1:
            raise DataError(Problem("protection_impossible"))
        return make_release(folder)

    monkeypatch.setattr(scheme_publish, "make_release", impossible)
    with pytest.raises(DataError):
        make_valid_together(county.path, drafts, DAY, WHO, "")
    assert asked == [[Status.DRAFT, Status.DRAFT], [Status.VALID, Status.VALID]], "one computation for both"
    assert [each.status for each in kept(county)] == [Status.DRAFT, Status.DRAFT]
    assert {entry.number for each in (ALFDORF, BERGSTADT) for entry in FolderSchemes(county.path).history(each)} == {1}


def test_nothing_is_valid_where_somebody_else_has_saved_one_of_them(county):
    drafts = two_drafts(county)
    FolderSchemes(county.path).save(drafts[1][0], "Stadt Bergstadt", "umbenannt", 1)
    with pytest.raises(DataError) as raised:
        make_valid_together(county.path, drafts, DAY, WHO, "")
    assert [each.code for each in raised.value.problems] == ["scheme_changed_meanwhile"]
    assert [each.status for each in kept(county)] == [Status.DRAFT, Status.DRAFT]
    assert counts(county, "quartier", "A2", 2024)["Alfdorf 01"] == 30


# the manual


def _commands(parser, before=()):
    """Words of each command → its parser, of commands within commands as well."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                found = dict(_commands(inner, (*before, name)))
                yield from (found or {(*before, name): inner}).items()


@pytest.mark.parametrize(
    ("words", "parser"),
    list(_commands(_parser([add_report_command]))),
    ids=lambda each: "-".join(each) if isinstance(each, tuple) else "",
)
def test_every_command_stands_in_the_manual_with_its_options(words, parser):
    manual = HANDBOOK.read_text(encoding="utf-8")
    assert f"python -m monitor {' '.join(words)} " in manual
    for action in parser._actions:
        for option in action.option_strings:
            assert option in ("-h", "--help") or option in manual, option
