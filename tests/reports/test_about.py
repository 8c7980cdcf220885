"""What every report says about itself."""

import tomllib
from dataclasses import replace

from monitor.attention import rule_of
from reports.about import about, link_to, program_version
from tests.reports.conftest import ROOT


def rows(release, **more):
    return dict(about(release, "aufmerksamkeit", {"jahr": "2024"}, **more).rows)


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program_version() == project["version"]


def test_the_decided_procedure_names_who_decided(shown):
    told = rows(shown.release)
    assert told["Verfahren"] == "Kreisregel, Nr. 1 (Vorschlag der Sozialplanung (Beispiel), noch nicht beschlossen)"
    assert told["Auswahl"] == "keine Einschränkung"
    assert told["Stand der Daten"] == "2015 bis 2024, Gebiete vom 31.12.2024"


def test_a_rule_beside_it_and_a_what_if_say_so(shown):
    release = shown.release
    assert rows(release, rule="mss")["Verfahren"] == "MSS-Regel, Nr. 1 (nicht beschlossen)"
    changed = replace(rule_of(release, "county"), k=3)
    told = about(release, "aufmerksamkeit", {}, rule=changed)
    assert dict(told.rows)["Verfahren"] == "Kreisregel, Nr. 1 (was wäre, wenn); geändert: Mindestzahl 3 statt 4"
    assert told.notices[-1] == "Was wäre, wenn: nicht das beschlossene Verfahren"


def test_the_link_has_the_address_that_is_known(shown):
    release, view = shown.release, {"gebiet": "05382068-07", "kommune": "", "grenzen": "0;12.5"}
    assert link_to(release, "karte", view, "https://a.example.de/monitor/") == (
        "https://a.example.de/monitor/karte?gebiet=05382068-07&grenzen=0%3B12.5"
    )
    assert link_to(release, "karte", {}) == "karte"
