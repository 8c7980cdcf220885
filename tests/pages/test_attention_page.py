"""The page Aufmerksamkeit: what is decided, which areas and why, and what would be if."""

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.assumptions import Assumptions
from monitor.attention import attention, certainty, rule_of
from tests.monitor.conftest import TinyFolder
from tests.monitor.test_attention import SETTINGS
from tests.pages.conftest import texts
from texts.assumptions import WORDS
from texts.attention import share_words
from ui.data import content

ROOT = Path(__file__).resolve().parents[2]
BACK = "Zurück zum beschlossenen Verfahren"


@pytest.fixture
def release(monkeypatch):
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    return content().release


def html(app):
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def names(release, areas):
    return [str(release.hierarchy.names[area]) for area in areas]


def in_link(app, param):
    found = app.query_params[param]
    return found[0] if isinstance(found, list) else found


def labels(app):
    return [button.label for button in app.button]


def test_what_is_decided_stands_there(open_page):
    app = open_page("aufmerksamkeit")
    [line] = [each.label for each in app.expander if each.label.startswith("Verfahren")]
    assert line.startswith("Verfahren 1 des Kreises: Kreisregel, mindestens 4 von 8 Kennzahlen zu 99,8 %")
    assert "Vorschlag der Sozialplanung (Beispiel), noch nicht beschlossen" in line
    assert BACK not in labels(app) and "Was wäre, wenn: nicht" not in texts(app)


def test_the_first_five_stand_open_with_their_reasons_in_full(open_page, release):
    [ranking] = [
        str(each.proto.body)
        for each in open_page("aufmerksamkeit").get("html")
        if 'class="ranking"' in str(each.proto.body)
    ]
    found = attention(release, "quartier", 2024, "county")
    first = found.worst_first().index[:5]
    opened = ranking.split("<details open>")[1:]
    assert len(opened) == 5
    for area, entry in zip(first, opened, strict=True):
        assert names(release, [area])[0] in entry
        for indicator in found.reasons(area, 8):
            value, whole = (
                f"{number:.1f} %".replace(".", ",")
                for number in (
                    release.table("quartier", indicator, 2024).loc[area, "value"],
                    release.benchmark(indicator, 2024, "quartier")["value"],
                )
            )
            assert f"{release.catalogue[indicator].name} {value} (Kreis {whole}), gesichert" in entry


def test_a_rule_that_is_not_decided_is_marked_and_left_with_one_click(open_page):
    app = open_page("aufmerksamkeit", regel="mss")
    assert "Zum Vergleich: nicht das beschlossene Verfahren" in texts(app)
    app.button(key="decided").click().run()
    assert app.radio(key="choice-regel").value == "county" and BACK not in labels(app)


def test_a_what_if_says_who_enters_and_who_leaves(open_page, release):
    app = open_page("aufmerksamkeit", k="5", sicherheit="95")
    assert "Was wäre, wenn: nicht das beschlossene Verfahren" in texts(app)
    decided = rule_of(release, "county")
    now, before = (
        set(attention(release, "quartier", 2024, rule).worst_first().index)
        for rule in (replace(decided, k=5, confidence=95.0), decided)
    )
    [effect] = [str(each.proto.body) for each in app.get("html") if 'class="effect"' in str(each.proto.body)]
    enter, leave, stay = effect.split("<td>")[1:]
    for cell, areas in ((enter, now - before), (leave, before - now), (stay, now & before)):
        assert all(name in cell for name in names(release, list(areas))) or "weitere" in cell
        assert bool(areas) or cell.startswith("–")
    assert f"Kommen hinzu <b>{len(now - before)}</b>" in effect and f"Fallen weg <b>{len(before - now)}</b>" in effect
    app.button(key="decided").click().run()
    assert not {"k", "sicherheit", "waswaerewenn"} & set(app.query_params) and BACK not in labels(app)


def test_the_panel_changes_the_link_and_nothing_else_remembers_it(open_page):
    app = open_page("aufmerksamkeit", regel="mss")
    assert [each.key for each in app.multiselect if each.key != "report-maps"] == ["assumptions"]
    app.toggle(key="what-if").set_value(True).run()
    app.select_slider(key="weight-G1").set_value(2.0).run()
    assert (in_link(app, "gewichte"), in_link(app, "waswaerewenn")) == ("G1 2", "ja")
    app.multiselect(key="what-if-status").set_value(["A1", "A2", "G1"]).run()
    assert in_link(app, "kennzahlen") == "A1,A2,G1"
    assert "Gewichten (Sprache auffällig bei der Einschulung 2, alle anderen 1)" in texts(app)
    app.select_slider(key="weight-G1").set_value(1.0).run()
    assert "gewichte" not in app.query_params
    app.multiselect(key="what-if-status").set_value(["A1", "A2", "A4", "D6", "G1", "G2", "G4", "G5"]).run()
    assert "waswaerewenn" not in app.query_params and not app.exception


def test_two_quick_changes_of_the_rule_both_count(open_page):
    """The second comes from a page that does not know the first yet."""
    app = open_page("aufmerksamkeit", regel="mss")
    app.toggle(key="what-if").set_value(True).run()
    app.select_slider(key="weight-G1").set_value(2.0)
    app.select_slider(key="weight-A1").set_value(0.5)
    app.multiselect(key="what-if-status").set_value(["A1", "A2", "G1"]).run()
    assert in_link(app, "kennzahlen") == "A1,A2,G1"
    assert set(in_link(app, "gewichte").split(";")) == {"A1 0.5", "G1 2"}


def test_other_assumptions_are_marked_and_change_how_sure_alone(open_page, release):
    app = open_page("aufmerksamkeit", regel="mss")
    choice = app.multiselect(key="assumptions")
    assert choice.value == ["zufall", "gewichte"] and "Andere Annahmen" not in texts(app)
    choice.set_value(["zufall", "alle-gewichte", "massstab"]).run()
    assert in_link(app, "annahmen") == "zufall,alle-gewichte,massstab" and "waswaerewenn" not in app.query_params
    assert "Andere Annahmen als üblich." in texts(app) and "die Gewichte, beliebig; der Maßstab" in texts(app)
    varied = Assumptions(chance=True, weights="dirichlet", normalisation=True)
    sure = certainty(release, "quartier", 2024, "mss", assumptions=varied).table
    first = attention(release, "quartier", 2024, "mss").worst_first().index[0]
    assert f"<small>in {share_words(sure.loc[first, 'probability'])} der Durchgänge</small>" in html(app)
    unsure = sure.loc[~attention(release, "quartier", 2024, "mss").table["flagged"], "probability"].drop_duplicates()
    usual = certainty(release, "quartier", 2024, "mss").table["probability"]
    assert not unsure.equals(usual.reindex(unsure.index))
    app.multiselect(key="assumptions").set_value([]).run()
    assert "annahmen" not in app.query_params and not app.exception


def test_assumptions_that_a_rule_does_not_know_are_told(open_page):
    app = open_page("aufmerksamkeit", annahmen="zufall,einwohner")
    assert [each.value for each in app.warning] == ["Die Annahmen gibt es hier nicht. Gezeigt wird: die üblichen."]
    assert "annahmen" not in app.query_params
    assert app.multiselect(key="assumptions").options == [
        WORDS[name] for name in ("zufall", "weglassen", "mindestzahl")
    ]


@pytest.mark.parametrize(
    ("rule", "key"), [("county", "what-if-k"), ("mss", "what-if-low"), ("significance", "what-if-method")]
)
def test_every_rule_has_its_own_parameters(open_page, rule, key):
    app = open_page("aufmerksamkeit", regel=rule)
    app.toggle(key="what-if").set_value(True).run()
    keys = [each.key for kind in (app.slider, app.select_slider, app.radio) for each in kind]
    assert key in keys and any(each.startswith("weight-") for each in keys) == (rule != "county")


def test_what_is_impossible_in_a_link_is_told_once(open_page):
    app = open_page("aufmerksamkeit", k="99", kennzahlen="<script>")
    assert sorted(each.value for each in app.warning) == [
        "Kennzahlen gibt es hier nicht. Gezeigt wird: wie vom Kreis festgelegt.",
        "Mindestzahl „99“ gibt es hier nicht. Gezeigt wird: wie vom Kreis festgelegt.",
    ]
    assert "<script>" not in html(app) and not app.run().warning
    assert BACK not in labels(app)


def test_a_what_if_is_no_step_of_a_meeting_and_ends_with_the_page(open_page):
    app = open_page("aufmerksamkeit", k="3")
    assert not [each for each in app.text_input if each.label == "Überschrift"]
    app.query_params.clear()
    app.switch_page(str(ROOT / "pages" / "aufmerksamkeit.py")).run()
    assert "Was wäre, wenn: nicht" not in texts(app)


def test_the_selected_area_is_told_in_full_whether_flagged_or_not(open_page, release):
    for area in ("05382068-09", "05382068-01"):
        [chosen] = [
            str(each.proto.body)
            for each in open_page("aufmerksamkeit", gebiet=area).get("html")
            if 'class="chosen"' in str(each.proto.body)
        ]
        assert names(release, [area])[0] in chosen and "Ortskenntnis" in chosen
        assert ("nicht hervorgehoben" in chosen) == (area == "05382068-01")


def test_hidden_values_are_named(open_page):
    page = html(open_page("aufmerksamkeit", gebiet="05382068-14"))
    assert "Masern: zweite Impfung: Wert geheim, zählt weder dafür noch dagegen" in page


def test_a_municipality_narrows_every_part(open_page, release):
    app = open_page("aufmerksamkeit", kommune="05382060")
    elsewhere = names(release, [area for area in release.areas("quartier") if not area.startswith("05382060")])
    parts = [
        str(each.proto.body)
        for each in app.get("html")
        if any(f'class="{kind}"' in str(each.proto.body) for kind in ("ranking", "agreed", "years"))
    ]
    assert len(parts) == 3
    assert not [name for part in parts for name in elsewhere if f">{name}<" in part]


def test_a_rule_that_cannot_be_applied_says_why(open_page):
    app = open_page("aufmerksamkeit", ebene="gemeinde", regel="mss")
    assert not app.exception and "keine Statusklassen" in texts(app)


def test_the_change_over_years(open_page):
    app = open_page("aufmerksamkeit")
    assert "<b>Nicht mehr gegenüber 2023 (4):</b>" in html(app) and "<b>Neu gegenüber 2023:</b> keine" in html(app)
    assert "Alle Jahre von 2017 bis 2024 sind nach Verfahren 1 des Kreises gerechnet" in texts(app)


def test_an_area_that_is_not_judged_says_why(open_page, release):
    found = attention(release, "quartier", 2024, "county").table
    area = found.index[~found["evaluated"]][0]
    app = open_page("aufmerksamkeit", gebiet=area)
    assert f"<b>{names(release, [area])[0]}:</b> nicht bewertet: weniger als 300" in html(app)


@pytest.mark.parametrize("rule", ["county", "mss", "significance"])
def test_a_county_of_four_quarters_and_two_years(open_page, tmp_path, monkeypatch, rule):
    """One indicator, no classes, a single flag, a hidden value: nothing of the page needs a large county."""
    folder = TinyFolder(tmp_path)
    folder.append("county.toml", SETTINGS)
    folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    folder.replace("counts.csv", "05999002-02;2024;sgb2_u15;;20", "05999002-02;2024;sgb2_u15;;60")
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    for link in ({}, {"einig": "1"}, {"gebiet": "05999001-01"}, {"sicherheit": "99.8", "niedrig": "0.5"}):
        app = open_page("aufmerksamkeit", regel=rule, **link)
        assert not app.exception
        app.toggle(key="what-if").set_value(True).run()
        assert not app.exception


def test_without_a_rule_the_page_says_so(open_page, tmp_path, monkeypatch):
    TinyFolder(tmp_path)
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    app = open_page("aufmerksamkeit", k="3")
    assert not app.exception and "der Kreis hat keine festgelegt. Festgelegt wird sie in county.toml" in texts(app)
