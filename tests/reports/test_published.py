"""Files made without a browser are for the public: what was not decided for it is in none of them."""

import pandas as pd
import pytest

from monitor.cli import main
from problem import DataError
from reports.area_report import decided_view
from reports.jobs import FORMATS, KINDS, Order, jobs
from reports.published import decided
from store.kinds import IndicatorStatus
from store.levels import Level
from store.store import open_store
from tests.reports.conftest import SAMPLE
from tests.store.made import made
from tests.store.people import COORDINATION
from texts.attention import NO_RULE
from texts.problems import sentence
from views.audience import narrowed

WHERE = ("--level", "gemeinde", "--year", "2024")
FOR_PUBLIC = "Dateien, die ohne Browser entstehen, sind für die Öffentlichkeit bestimmt."


@pytest.fixture
def statuses(monkeypatch, tmp_path, shown):
    """statuses(A2={"stage": "vorgeschlagen"}); the county is read once."""
    address = f"sqlite:///{tmp_path / 'eintraege.sqlite'}"
    monkeypatch.setenv("MONITOR_STORE", address)
    monkeypatch.setattr("monitor.cli.open_folder", lambda path: path)
    monkeypatch.setattr("monitor.cli.make_release", lambda _: shown.release)

    def enter(**found):
        store = open_store(address, {})
        for indicator, values in found.items():
            made(store, IndicatorStatus, COORDINATION, indicator=indicator, **values)

    return enter


def run(out, command, *options):
    return main([command, str(SAMPLE), *WHERE, "--out", str(out), *options], narrow=decided)


@pytest.mark.parametrize(
    ("stage", "audience", "is_hidden"),
    [
        ("vorgeschlagen", Level.PUBLIC, True),
        ("in_nutzung", Level.COMMITTEES, True),
        ("in_nutzung", Level.PUBLIC, False),
    ],
)
def test_values_of_what_was_decided_alone(statuses, tmp_path, capsys, stage, audience, is_hidden):
    statuses(A2={"stage": stage, "audience": audience})
    out = tmp_path / "werte.csv"
    assert run(out, "compute") == 0
    written = set(pd.read_csv(out, sep=";", dtype=str)["indikator"])
    assert ("A2" in written, "A1" in written) == (not is_hidden, True)
    out.unlink()
    assert run(out, "compute", "--indicator", "A2") == int(is_hidden)
    told = capsys.readouterr().err
    assert (f"Die Kennzahl „A2“ ist nicht für die Öffentlichkeit beschlossen. {FOR_PUBLIC}" in told) is is_hidden
    assert out.exists() is not is_hidden


def test_an_indicator_that_does_not_exist_is_another_fault(statuses, tmp_path, capsys):
    statuses(A2={"stage": "vorgeschlagen"})
    assert run(tmp_path / "werte.csv", "compute", "--indicator", "Q9") == 1
    told = capsys.readouterr().err
    assert "„Q9“" in told and "A1" in told and "A2" not in told


def test_a_rule_that_needs_one_is_not_computed(statuses, tmp_path, capsys):
    statuses(A2={"stage": "vorgeschlagen"})
    out = tmp_path / "regel.csv"
    assert run(out, "attention", "--rule", "county", "--draws", "1") == 1
    assert "Kennzahlen, die nicht für die Öffentlichkeit beschlossen sind" in capsys.readouterr().err
    assert not out.exists()


def test_where_nothing_was_decided_nothing_is_written(statuses, tmp_path, capsys, shown):
    statuses(**{each: {"stage": "vorgeschlagen"} for each in shown.release.catalogue})
    assert run(tmp_path / "werte.csv", "compute") == 1
    assert "Für die Öffentlichkeit ist noch keine Kennzahl beschlossen." in capsys.readouterr().err


def test_a_store_that_does_not_answer_stops_it(statuses, tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", "postgresql://127.0.0.1:1/nichts")
    assert run(tmp_path / "werte.csv", "compute") == 1
    assert not (tmp_path / "werte.csv").exists()


def told_by(make):
    with pytest.raises(DataError) as raised:
        make()
    return [sentence(each) for each in raised.value.problems]


def test_a_report_without_a_rule_for_its_readers_says_what_can_be_made(shown):
    without = narrowed(shown, {"A2"})
    [told] = told_by(lambda: decided_view(without))
    assert told.startswith(NO_RULE) and "xlsx" in told and "county.toml" not in told
    for form in ("xlsx", "pptx"):
        assert [job.make()[:2] for job in jobs(without, Order("county", form))] == [b"PK"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_report_without_any_indicator(shown, kind):
    nothing = narrowed(shown, set(shown.release.catalogue))
    areas = {"county": (), "municipality": ("05382060",), "profile": ("05382060-04",)}[kind]
    for form in FORMATS:
        [told] = told_by(lambda form=form: jobs(nothing, Order(kind, form, areas)))
        assert told.startswith("Für die Öffentlichkeit ist noch keine Kennzahl beschlossen.")


@pytest.mark.parametrize(("area", "form"), [("05382060-04", "pdf"), ("05382060-04", "pptx"), ("05382", "pdf")])
def test_a_profile_where_no_indicator_reaches_its_level(shown, area, form):
    """A8 stops at the municipalities: the map of the profile does too."""
    few = narrowed(shown, set(shown.release.catalogue) - {"A8"})
    [job] = jobs(few, Order("profile", form, (area,)))
    assert job.make().startswith({"pdf": b"%PDF-", "pptx": b"PK"}[form])
