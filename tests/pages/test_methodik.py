"""The page Methodik: the sheet, what applies to the indicator, every method with its example, and two fields to try out."""

import re

import pytest

from tests.pages.conftest import texts
from texts.methods import METHOD_TEXTS
from ui.try_out import result


def _open_example(app, key):
    app.session_state[f"example-{key}"] = True
    return app.run()


def test_every_method_is_on_the_page_under_its_anchor(open_page):
    app = open_page("methodik")
    anchors = {heading.proto.anchor: heading.value for heading in app.subheader}
    assert all(anchors[key] == method.title for key, method in METHOD_TEXTS.items())
    assert len(app.get("latex")) >= len(METHOD_TEXTS) or len(app.markdown) >= len(METHOD_TEXTS)


@pytest.mark.parametrize("indicator", ["D1", "A2", "G1", "G7"])
def test_every_link_leads_to_a_method(open_page, indicator):
    linked = re.findall(r"\]\(#([^)]+)\)", texts(open_page("methodik", kennzahl=indicator)))
    assert set(linked) == set(METHOD_TEXTS)


def test_the_sheet_names_the_methods_of_its_indicator(open_page):
    written = texts(open_page("methodik", kennzahl="G1"))
    assert "[Zusammengefasste Jahre](#zusammengefasste-jahre): Drei Jahrgänge werden addiert" in written
    assert (
        "Sicherheit ungünstiger ist als der Kreis." in written
        and "[MSS-Regel](#status-dynamik): Geht ein in: Status." in written
    )
    assert "Anzahlen unter 5 sind geheim" in written


def test_another_indicator_has_other_methods(open_page):
    app = open_page("methodik", kennzahl="G7")
    assert "Europäische Standardbevölkerung 2013" in texts(app) and "Kein Trend, weil sich" in texts(app)
    app.selectbox(key="choice-kennzahl").select("D1").run()
    assert "Eine Anzahl, ohne Vertrauensbereich." in texts(app) and "Zählt mit" not in texts(app)


def test_an_example_is_calculated_only_when_somebody_opens_it(open_page, monkeypatch):
    asked = []
    import ui.method_texts

    real = ui.method_texts.worked_example
    monkeypatch.setattr("ui.method_texts.worked_example", lambda *args: asked.append(args[1]) or real(*args))
    ui.method_texts._computed.clear()
    app = open_page("methodik", kennzahl="A2")
    assert asked == []
    _open_example(app, "anteil")
    assert asked == ["anteil"] and not app.exception
    assert "Kinderarmut 2024" in texts(app)
    app.run()
    assert asked == ["anteil"]  # once for each state of the data


def test_an_example_follows_the_chosen_indicator(open_page):
    app = _open_example(open_page("methodik", kennzahl="A2"), "kreisvergleich")
    assert "Kinderarmut 2024: Der Kreis hat" in texts(app)
    app.selectbox(key="choice-kennzahl").select("A4").run()
    assert "Altersarmut 2024: Der Kreis hat" in texts(app)


def test_the_overview_has_a_row_for_every_indicator(open_page):
    app = open_page("methodik")
    assert not app.dataframe
    app.session_state["methods-overview"] = True
    app.run()
    table = app.dataframe[0].value.set_index("Kennzahl")
    assert len(table) == len(app.selectbox(key="choice-kennzahl").options)
    assert table.loc["A2 Kinderarmut", ["Wert", "Trend", "Kreisregel", "MSS-Regel"]].tolist() == [
        "Anteil (Wilson)", "Cochran–Armitage", "ja", "Status, Dynamik",
    ]  # fmt: skip
    assert table.loc["W2 Notunterbringung", "Trend"] == "gewichtete Gerade"
    assert table.loc["D1 Bevölkerung", "Vergleich"] == "–"


def test_a_proportion_can_be_tried_out(open_page):
    app = open_page("methodik")
    app.number_input(key="try-out-x").set_value(0)
    app.number_input(key="try-out-n").set_value(10).run()
    # Wilson: upper limits z²/(n + z²)
    assert (
        "**0 von 10 sind 0,0 %.** 95-%-Vertrauensbereich 0,0 bis 27,8 %, 99,8-%-Vertrauensbereich 0,0 bis 48,8 %."
        in texts(app)
    )
    assert "x" not in app.query_params and not any("try-out" in name for name in app.query_params)


def test_more_cases_than_people_are_refused_in_german(open_page):
    app = open_page("methodik")
    app.number_input(key="try-out-x").set_value(11)
    app.number_input(key="try-out-n").set_value(10).run()
    assert not app.exception
    assert "nicht mehr Personen das Merkmal haben" in texts(app)


def test_the_result_of_the_two_fields():
    # statsmodels 0.15, proportion_confint(5, 36, method="wilson"): 0.0608–0.2866; 99.8 %: 0.0391–0.3901
    assert (
        result(5, 36)
        == "**5 von 36 sind 13,9 %.** 95-%-Vertrauensbereich 6,1 bis 28,7 %, 99,8-%-Vertrauensbereich 3,9 bis 39,0 %."
    )
