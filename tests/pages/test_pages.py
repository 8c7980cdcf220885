"""Every page runs, says what it must, and keeps its choices in the link."""

import pytest

from problem import Problem
from tests.pages.conftest import texts
from texts.problems import sentence
from ui.problem_page import without_counts

PAGES = ["uebersicht", "karte", "aufmerksamkeit", "steckbrief", "daten", "methodik"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_and_says_that_the_sample_is_invented(open_page, page):
    app = open_page(page)
    assert not app.exception
    assert "erfunden" in "\n".join(info.value for info in app.info)


def test_the_start_page_says_how_many_where_and_how_many_people(open_page):
    written = texts(open_page("uebersicht"))
    assert "besonderen Aufmerksamkeitsbedarf" in written
    assert "Menschen" in written and "Sie liegen in" in written


def test_a_link_decides_what_the_map_shows(open_page):
    app = open_page("karte", kennzahl="A5", jahr="2021", ebene="gemeinde")
    assert app.selectbox(key="choice-kennzahl").value == "A5"
    assert app.selectbox(key="choice-jahr").value == "2021"
    assert "Arbeitslosenanteil 2021 als Tabelle" in texts(app)
    # 18,302 of 379,009: BBSR INKAR 2024
    assert app.metric[0].value == "4,8 %"


def test_a_choice_goes_into_the_link_by_its_id(open_page):
    app = open_page("karte")
    app.selectbox(key="choice-kennzahl").select("A4").run()
    assert app.query_params["kennzahl"] in ("A4", ["A4"])
    assert "Altersarmut" in texts(app)


@pytest.mark.parametrize(
    "link", [{"kennzahl": "<script>"}, {"jahr": "1066"}, {"ebene": "mond"}, {"gebiet": "../../etc"}]
)
def test_an_unknown_id_in_a_link_falls_back(open_page, link):
    app = open_page("karte", **link)
    assert not app.exception
    assert app.selectbox(key="choice-kennzahl").value in ("A1", "A2")


def test_a_link_to_what_is_gone_says_so_and_what_is_shown(open_page):
    app = open_page("karte", kennzahl="Z9", jahr="2024")
    assert [each.value for each in app.warning] == [
        "Kennzahl „Z9“ gibt es hier nicht. Gezeigt wird: SGB-II-Quote · Armutslagen."
    ]
    assert not app.run().warning  # the link has been mended


def test_nothing_from_a_link_is_repeated_but_plain_ids(open_page):
    [warning] = open_page("karte", kennzahl="<script>alert(1)</script>").warning
    assert warning.value == "Kennzahl gibt es hier nicht. Gezeigt wird: SGB-II-Quote · Armutslagen."


def labels(app):
    return [button.label for button in app.button]


@pytest.mark.parametrize("page", ["uebersicht", "karte", "aufmerksamkeit"])
def test_a_chosen_municipality_is_named_and_can_be_left(open_page, page):
    app = open_page(page, kommune="05382068")
    assert "nur Troisdorf" in labels(app)
    app.button(key="clear-kommune").click().run()
    assert "kommune" not in app.query_params
    assert "nur Troisdorf" not in labels(app)


def test_a_municipality_narrows_the_tables_too(open_page):
    for page in ("karte", "aufmerksamkeit"):
        table = open_page(page, kommune="05382068").dataframe[0].value
        assert len(table) == 20 and table["Quartier"].str.startswith("Troisdorf").all()


def test_a_municipality_stays_chosen_where_municipalities_are_shown(open_page):
    app = open_page("karte", kommune="05382068", ebene="gemeinde")
    assert app.dataframe[0].value["Kommune"].tolist() == ["Troisdorf"]


def test_everything_that_is_not_as_usual_can_be_left_where_it_is_named(open_page):
    link = {"kennzahl": "A2", "seit": "2019", "zweite": "kennzahl", "kennzahl2": "A4", "flaeche": "kacheln",
            "gebiet": "05382068-07", "kommune": "05382068"}  # fmt: skip
    app = open_page("karte", **link)
    named = ["nur Troisdorf", "ausgewählt: Troisdorf 07", "Veränderung seit 2019", "zweite Karte", "Kachelkarte"]
    assert [label for label in labels(app) if label in named] == named
    for param in ("kommune", "gebiet", "seit", "zweite", "flaeche"):
        app.button(key=f"clear-{param}").click().run()
    assert not set(labels(app)) & set(named)
    assert not {"kommune", "gebiet", "seit", "zweite", "kennzahl2"} & set(app.query_params)


def test_classes_come_from_the_link(open_page):
    app = open_page("karte", klassen="natural", anzahl="7")
    assert app.radio(key="choice-klassen").value == "natural"
    assert app.radio(key="choice-anzahl").value == "7"


def test_fixed_classes_of_the_catalogue_are_the_default_where_there_are_some(open_page):
    app = open_page("karte", kennzahl="G4")
    assert app.radio(key="choice-klassen").value == "fixed"
    app.selectbox(key="choice-kennzahl").select("A2").run()
    assert app.radio(key="choice-klassen").value == "quantile"
    assert not app.warning


def test_own_bounds_come_from_the_link_and_faulty_ones_are_told(open_page):
    app = open_page("karte", klassen="own", grenzen="0;20")
    assert "Klassen: 0; 20 und darüber." in texts(app)
    app.text_input(key="choice-grenzen").input("zwanzig").run()
    assert [each.value for each in app.error] == [
        "Bitte 1 bis 6 Zahlen eingeben, durch Semikolon getrennt, zum Beispiel 0; 5; 12,5."
    ]
    assert app.query_params["grenzen"] in ("zwanzig", ["zwanzig"])
    app.text_input(key="choice-grenzen").input("").run()
    assert app.text_input(key="choice-grenzen").value == "" and "grenzen" not in app.query_params


def test_a_number_of_classes_that_does_not_exist_leaves_no_notice_behind(open_page):
    app = open_page("karte", kennzahl="A2", anzahl="99")
    assert app.radio(key="choice-anzahl").value == "5"
    assert not app.run().warning


def test_a_selected_area_shows_its_values(open_page):
    app = open_page("karte", kennzahl="A2", gebiet="05382068-07")
    assert "Troisdorf 07" in texts(app)


def test_an_area_is_found_by_name_and_left_again(open_page):
    app = open_page("karte", kennzahl="A2")
    app.selectbox(key="choice-gebiet").select("05382068-07").run()
    assert app.query_params["gebiet"] in ("05382068-07", ["05382068-07"])
    assert "Troisdorf 07" in texts(app)
    app.selectbox(key="choice-gebiet").select("").run()
    assert "gebiet" not in app.query_params
    assert "Troisdorf 07" not in texts(app)


def test_a_selection_goes_quietly_with_its_level(open_page):
    app = open_page("karte", kennzahl="A2", gebiet="05382068-07")
    app.selectbox(key="choice-ebene").select("gemeinde").run()
    assert not app.run().warning
    assert app.selectbox(key="choice-gebiet").value == ""


def test_a_quarter_drawn_later_says_since_when(open_page):
    note = "Zuschnitt seit 01.01.2020. Die Werte davor gelten für dieselbe Fläche."
    assert note in texts(open_page("karte", kennzahl="A2", gebiet="05382020-11"))
    assert "Zuschnitt seit" not in texts(open_page("karte", kennzahl="A2", gebiet="05382020-01"))


@pytest.mark.parametrize("rule", ["county", "mss"])
def test_both_rules_state_themselves(open_page, rule):
    written = texts(open_page("aufmerksamkeit", regel=rule))
    assert {"county": "statistisch gesichert", "mss": "Statusindex"}[rule] in written


def test_every_indicator_has_its_sheet(open_page):
    app = open_page("methodik", kennzahl="G4")
    assert "Masern" in texts(app)
    assert len(app.get("latex")) >= 5 or len(app.markdown) >= 5


def test_faulty_data_show_the_list_of_problems_and_nothing_else(open_page, monkeypatch, tmp_path):
    (tmp_path / "county.toml").write_text("name = ", encoding="utf-8")
    app = open_page("karte")
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    app.run()
    assert not app.exception
    assert "Die Daten können so nicht gezeigt werden" in texts(app)
    assert not app.selectbox


def test_a_fault_of_ours_is_told_in_german_without_a_traceback(open_page, monkeypatch, caplog):
    monkeypatch.setattr("ui.sheets.show_sheet", lambda *_: 1 / 0)
    with pytest.raises(AssertionError, match="lässt sich gerade nicht anzeigen"):
        open_page("methodik")  # refuses a page that failed
    assert "division by zero" in caplog.text


def test_a_page_about_faults_tells_no_delivered_number():
    facts = {"measure": "sgb2_u15", "year": 2024, "number": 2, "other": 1, "numerator_name": "Kinder", "denominator": "n",
             "denominator_name": "Kinder"}  # fmt: skip
    problem = Problem("numerator_above_denominator", areas=["05999001"], facts=facts)
    assert "Kinder (sgb2_u15) 2, Kinder (n) 1" in sentence(problem)
    assert "Kinder (sgb2_u15) •, Kinder (n) •" in sentence(without_counts(problem))
