""" "Meine Kommune": chosen once, it limits every page, with the county beside it."""

import re

import pytest

from tests.monitor.conftest import TinyFolder
from tests.monitor.test_attention import SETTINGS
from tests.pages.conftest import ROOT, texts
from ui.data import content

TROISDORF, RUPPICHTEROTH, NIEDERKASSEL = "05382068", "05382052", "05382044"  # 20 quarters, 3, and 10 with hidden values
PAGES = ("uebersicht", "karte", "aufmerksamkeit", "sitzung", "daten", "methodik")


@pytest.fixture
def release(monkeypatch):
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    return content().release


def html(app):
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def one_html(app, css):
    [found] = [body for each in app.get("html") if f'class="{css}"' in (body := str(each.proto.body))]
    return found


def chosen(app):
    [box] = [each for each in app.selectbox if each.label == "Meine Kommune"]
    return box.value


def go(app, page):
    """As the navigation does it: another page, without parameters."""
    app.query_params.clear()
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()


@pytest.mark.parametrize("page", PAGES)
def test_it_stands_on_every_page_once_and_comes_from_the_link(open_page, page):
    app = open_page(page, kommune=TROISDORF)
    assert not app.exception and not app.warning
    assert chosen(app) == TROISDORF
    assert not [each for each in app.selectbox if each.label == "Kommune"]
    assert chosen(open_page(page)) == ""


def test_it_is_chosen_once_and_goes_along(open_page):
    app = open_page("daten")
    app.selectbox(key="choice-kommune").select(TROISDORF).run()
    assert app.query_params["kommune"] in (TROISDORF, [TROISDORF])
    for page in PAGES:
        app = go(app, page)
        assert chosen(app) == TROISDORF and not app.exception
        assert f'"kommune", "{TROISDORF}"' in html(app)  # written into the address, without a step for Back
    app.selectbox(key="choice-kommune").select("").run()
    assert chosen(go(app, "karte")) == "" and '"kommune"' not in html(app)


@pytest.mark.parametrize("page", PAGES)
def test_one_that_does_not_exist_is_told_once(open_page, page):
    app = open_page(page, kommune="Z9")
    told = "Kommune „Z9“ gibt es hier nicht. Gezeigt wird: Rhein-Sieg-Kreis: alle Kommunen."
    assert [each.value for each in app.warning] == [told]
    assert not app.run().warning and "kommune" not in app.query_params


@pytest.mark.parametrize("link", ["<script>alert(1)</script>", '"); alert(1); ("', "05382068-07", "../.."])
def test_nothing_of_a_link_is_repeated_or_run(open_page, link):
    app = open_page("karte", kommune=link)
    assert chosen(app) == "" and "alert" not in html(app) + texts(app)


def test_the_sentence_speaks_of_the_municipality_and_compares_with_the_county(open_page):
    assert re.search(
        r"In Troisdorf brauchen \*\*5 von 20\*\* bewerteten Quartieren besondere Aufmerksamkeit\. .* Im ganzen Kreis sind es "
        r"11 von 156\.",
        texts(open_page("uebersicht", kommune=TROISDORF)),
    )
    written = texts(open_page("uebersicht", kommune=RUPPICHTEROTH))
    assert "In Ruppichteroth braucht keines der 3 bewerteten Gebiete besondere Aufmerksamkeit." in written


def test_the_detail_shows_both_benchmarks_and_both_ranks(open_page, release):
    written = texts(open_page("karte", kennzahl="A2", kommune=TROISDORF, gebiet="05382068-05"))
    values = release.table("quartier", "A2", 2024)["value"].round(1)
    own = values[values.index.str.startswith(TROISDORF)]
    ranks = [1 + int((each > values["05382068-05"]).sum()) for each in (own, values)]
    town = release.table("gemeinde", "A2", 2024).loc[TROISDORF]
    assert f"Troisdorf: {100 * town['count'] / town['base']:.1f} %".replace(".", ",") in written
    assert "Kreis: 14,0 %" in written
    assert f"Rang {ranks[0]} von 20 in Troisdorf · Rang {ranks[1]} von 156 im Kreis (1 = am ungünstigsten)" in written


def test_without_a_selected_area_the_municipality_comes_before_the_county(open_page):
    metrics = open_page("karte", kennzahl="A2", kommune=TROISDORF).metric
    assert [metric.label for metric in metrics] == ["Troisdorf, 2024", "Rhein-Sieg-Kreis, 2024"]


def test_the_table_holds_its_areas_with_ranks_and_benchmarks(open_page):
    app = open_page("karte", kennzahl="A2", kommune=TROISDORF)
    table = app.dataframe[0].value
    assert len(table) == 20 and table["Rang in Troisdorf"].tolist()[:3] == [1, 2, 3]
    assert (table["Rang im Kreis"] >= table["Rang in Troisdorf"]).all()
    assert re.search(r"Zum Vergleich: Kreis 14,0 %, Troisdorf \d+,\d %\.", texts(app))
    everybody = open_page("karte", kennzahl="A2").dataframe[0].value
    assert not [name for name in everybody if name.startswith("Rang")]


def test_a_field_finds_its_areas_and_the_selected_one_alone(open_page):
    app = open_page("karte", kommune=TROISDORF, gebiet="05382060-01")
    found = app.selectbox(key="choice-gebiet")
    assert len(found.options) == 1 + 20 + 1 and found.value == "05382060-01"


@pytest.mark.parametrize("page", ["karte", "aufmerksamkeit"])
def test_downloads_say_whose_areas_they_hold(open_page, page):
    app = open_page(page, kommune="05382020", kennzahl="A2")
    assert {"Hennef_Sieg" in each.proto.id for each in app.get("download_button")} == {True}
    app = open_page(page, kennzahl="A2")
    assert not [each for each in app.get("download_button") if "Hennef" in each.proto.id]


def test_the_ranking_counts_within_the_municipality(open_page):
    app = open_page("aufmerksamkeit", kommune=TROISDORF)
    assert "**5 von 20** bewerteten Quartieren in Troisdorf sind hervorgehoben, im ganzen Kreis 11 von 156." in texts(
        app
    )
    ranking = one_html(app, "ranking")
    assert ranking.count("<li><details") == 5
    assert ranking.count("von 20 in Troisdorf</b>") == 5 and ranking.count(" im Kreis, mit Unsicherheit") == 5
    assert "von 20 in" not in one_html(open_page("aufmerksamkeit"), "ranking")


def test_the_field_keeps_the_county_behind_its_own_areas(open_page):
    field = one_html(open_page("aufmerksamkeit", kommune=TROISDORF), "feld")
    cells = [(int(own), int(of)) for own, of in re.findall(r'zahl">(\d+) <small>von (\d+) im Kreis', field)]
    assert len(cells) == 12 and sum(own for own, _ in cells) == 20 and sum(of for _, of in cells) == 156
    assert field.count("Troisdorf ") == 20
    own = "".join(re.findall(r'class="eigene">([^<]*)<', field))
    assert own.count("Troisdorf ") == 20 and "Siegburg" in field and "Siegburg" not in own


def test_classes_are_those_of_the_county_and_the_page_says_why(open_page):
    for municipality, words in (
        (TROISDORF, "überall dasselbe bedeutet."),
        (RUPPICHTEROTH, "mindestens 20 Gebiete nötig."),
    ):
        app = open_page("karte", kennzahl="A2", kommune=municipality)
        [said] = [each.value for each in app.caption if each.value.startswith("Die Klassen sind die des Kreises (158")]
        assert said.endswith(words)
    app = open_page("karte", kennzahl="A2", ebene="gemeinde", klassen="deviation")  # 19 municipalities
    assert app.radio(key="choice-klassen").value == "quantile"
    assert any("sagen zu wenig, nötig sind mindestens 20" in each.value for each in app.caption)
    assert open_page("karte", kennzahl="A2", klassen="deviation").radio(key="choice-klassen").value == "deviation"


def test_a_municipality_of_three_areas_has_no_classes_of_its_own(open_page):
    app = open_page("aufmerksamkeit", kommune=RUPPICHTEROTH, regel="mss")
    assert not app.exception
    assert any("denn aus weniger als 20 Gebieten lassen sich keine bilden" in each.value for each in app.caption)


@pytest.mark.parametrize("municipality", [RUPPICHTEROTH, NIEDERKASSEL])
@pytest.mark.parametrize("page", PAGES)
def test_few_areas_and_hidden_values(open_page, page, municipality):
    for link in ({}, {"seit": "2019"}, {"ebene": "gemeinde"}, {"zweite": "kennzahl", "seite": "punkte"}):
        assert not open_page(page, kommune=municipality, kennzahl="A2", **link).exception


def test_a_hidden_area_has_no_rank_but_its_benchmarks(open_page):
    written = texts(open_page("karte", kennzahl="A2", kommune=NIEDERKASSEL, gebiet="05382044-09"))
    assert "Niederkassel: " in written and "Kreis: 14,0 %" in written and "Rang " not in written.split("als Tabelle")[0]
    table = open_page("karte", kennzahl="A2", kommune=NIEDERKASSEL).dataframe[0].value.set_index("Quartier")
    assert table.loc["Niederkassel 09", ["Wert (%)", "Rang in Niederkassel", "Rang im Kreis"]].isna().all()
    assert table["Rang in Niederkassel"].max() == table["Wert (%)"].notna().sum() == 8


@pytest.mark.parametrize("in_need", [15, 2])  # the second is hidden
def test_a_municipality_of_one_area(open_page, tmp_path, monkeypatch, in_need):
    """Alfdorf is one quarter of 150 children here: nothing to be ranked against, its value is its quarter's."""
    folder = TinyFolder(tmp_path)
    folder.append("county.toml", SETTINGS)
    alone = {"id": "05999001-01", "name": "Alfdorf 01", "parent": "05999001", "corners": folder.square(0, 0, 1, 2)}
    folder.write_areas("areas/quartier.geojson", [alone, *folder.quarters()[2:]])
    kept = [row for row in folder.rows() if row[0] != "05999001-02"]
    folder.write("counts.csv", folder.text([(*row[:4], str(in_need)) if row[4] == "15" else row for row in kept]))
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    for page in PAGES:
        for link in ({}, {"gebiet": "05999001-01"}, {"seit": "2023"}):
            assert not open_page(page, kommune="05999001", **link).exception
    written = texts(open_page("karte", kommune="05999001", gebiet="05999001-01"))
    assert "in Alfdorf ·" not in written and "von 1 in" not in written
    assert ("Rang 3 von 3 im Kreis" in written) == (in_need == 15)  # 10, 20 and 25 %
    assert "In Alfdorf " in texts(open_page("uebersicht", kommune="05999001"))


def test_a_county_of_one_level_has_nothing_to_choose(open_page, monkeypatch):
    monkeypatch.setattr("views.options.municipalities", lambda release: [""])
    app = open_page("daten", kommune=TROISDORF)
    assert not app.exception and not [each for each in app.selectbox if each.label == "Meine Kommune"]
