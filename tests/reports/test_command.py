"""`python -m monitor report`: files, names, refusals. Each format's own tests read what is in them."""

import pytest

from monitor.cli import main
from reports.command import add_report_command
from reports.jobs import Order, every_area, jobs
from tests.reports.conftest import SAMPLE, read_once

STARTS = {"pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK"}


def report(out, *options, folder=SAMPLE):
    with read_once("reports.published"):
        return main(["report", str(folder), *options, "--out", str(out)], more=[add_report_command])


def names(out):
    return sorted(path.name for path in out.iterdir())


@pytest.mark.parametrize("form", STARTS)
@pytest.mark.parametrize(
    ("kind", "area", "name"),
    [
        ("county", "", "BEISPIEL_Kreisbericht_Rhein_Sieg_Kreis_05382_2024"),
        ("municipality", "05382020", "BEISPIEL_Kommunenbericht_Hennef_Sieg_05382020_2024"),
        ("profile", "05382068-07", "BEISPIEL_Steckbrief_Troisdorf_07_05382068-07_2024"),
    ],
)
def test_every_kind_in_every_format(tmp_path, kind, area, name, form):
    out = tmp_path / "neu" / "berichte"
    chosen = ["--area", area] if area else []
    assert report(out, "--kind", kind, *chosen, "--format", form) == 0
    assert names(out) == [f"{name}.{form}"]
    assert (out / names(out)[0]).read_bytes().startswith(STARTS[form])


def test_several_areas_show_a_bar_and_say_how_many(tmp_path, capsys):
    areas = ["05382068-01", "05382060", "05382"]
    chosen = [part for area in areas for part in ("--area", area)]
    assert report(tmp_path / "out", "--kind", "profile", *chosen) == 0
    told = capsys.readouterr()
    assert "3 Dateien geschrieben" in told.out and "3/3" in told.err
    assert len(names(tmp_path / "out")) == 3


def test_all_municipalities_or_all_areas(shown):
    for kind, number in (("municipality", 19), ("profile", 158)):
        made = jobs(shown, Order(kind, "pdf", every_area(shown.release, kind)))
        assert len({job.name for job in made}) == number


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--kind", "profile"], "Welches Gebiet? Bitte --area mit seinem Schlüssel angeben, oder --all für alle."),
        (["--kind", "profile", "--area", "X1"], "Das Gebiet „X1“ gibt es hier nicht. Gesucht wurde unter: Kreise, Kommunen, Quartiere."),
        (["--kind", "profile", "--area", "Troisdorf 07"], "Meinten Sie 05382068-07?"),
        (["--kind", "municipality", "--area", "05382068-07"], "Gesucht wurde unter: Kommunen."),
        (["--kind", "county", "--year", "1999"], "Für das Jahr 1999 gibt es keine Daten. Vorhanden sind die Jahre 2015–2024."),
        (["--kind", "county", "--without", "list,kram"], "Den Teil „kram“ hat kein Bericht."),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_refused_before_anything_is_written(tmp_path, capsys, options, told):
    assert report(tmp_path / "out", *options) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_that_failed_leaves_nothing_half_written(tmp_path, monkeypatch):
    monkeypatch.setattr("reports.jobs.profile_pdf", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        report(tmp_path / "out", "--kind", "profile", "--area", "05382")
    assert names(tmp_path / "out") == []
