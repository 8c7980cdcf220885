"""The page Steckbrief as Streamlit runs it: what it says, its link, its comparisons."""

import pandas as pd
import pytest

from monitor.folder import open_folder
from monitor.release import make_release
from tests.pages.conftest import ROOT, texts
from views.content import content_of
from views.profile.profile import profile_of
from views.profile.words import words_of


@pytest.fixture(scope="module")
def shown():
    return content_of(make_release(open_folder(ROOT / "sample_data")))


def table(app, heading):
    return next(each.value for each in app.dataframe if heading in each.value)


def test_a_link_decides_which_area_in_which_year(open_page, shown):
    app = open_page("steckbrief", gebiet="05382068-07", jahr="2019")
    assert app.selectbox(key="choice-gebiet").value == "05382068-07"
    found = table(app, "95-%-Bereich")
    rows = {row.indicator.name: words_of(row) for row in profile_of(shown, "05382068-07", 2019).rows}
    for line in found.itertuples():
        assert (line.Wert, line.Kreis) == (rows[line.Kennzahl].value, rows[line.Kennzahl].whole)
    assert set(found["Kennzahl"]) == set(rows)
    assert "Troisdorf" in found.columns  # its municipality beside it


def test_without_a_choice_it_is_the_county_or_the_own_municipality(open_page):
    assert open_page("steckbrief").selectbox(key="choice-gebiet").value == "05382"
    assert open_page("steckbrief", kommune="05382060").selectbox(key="choice-gebiet").value == "05382060"


def test_own_areas_come_first(open_page):
    first = open_page("steckbrief", kommune="05382076").selectbox(key="choice-gebiet").options
    assert first[0].startswith("Windeck")
    assert first[20].startswith("Windeck") and first[20].endswith("Quartier")


def test_a_link_to_an_area_that_is_gone_says_so(open_page):
    [warning] = open_page("steckbrief", gebiet="05382999").warning
    assert warning.value.startswith("Gebiet „05382999“ gibt es hier nicht. Gezeigt wird: Rhein-Sieg-Kreis")


def test_up_to_four_stand_side_by_side(open_page, shown):
    app = open_page("steckbrief", gebiet="05382068-07", vergleich="05382060-03,05382068-09,05382068,05382068-07,x")
    found = table(app, "Siegburg 03")
    assert list(found.columns) == ["Kennzahl", "Troisdorf 07", "Siegburg 03", "Troisdorf 09", "Kreis"]
    own = {row.indicator.name: words_of(row).value for row in profile_of(shown, "05382060-03").rows}
    for name, value in zip(found["Kennzahl"], found["Siegburg 03"], strict=True):
        assert value.removeprefix("▼ ").removeprefix("▲ ").removeprefix("◆ ") == own[name]


def test_what_is_chosen_beside_it_stands_in_the_link(open_page):
    app = open_page("steckbrief", gebiet="05382068-07")
    app.multiselect(key="compared").set_value(["05382060-03"]).run()
    assert app.query_params["vergleich"] in ("05382060-03", ["05382060-03"])


def test_a_neighbour_is_one_click_away(open_page):
    app = open_page("steckbrief", gebiet="05382068-07")
    app.button(key="neighbour-05382068-03").click().run()
    assert app.selectbox(key="choice-gebiet").value == "05382068-03"


def test_every_chart_has_its_table(open_page, shown):
    app = open_page("steckbrief", gebiet="05382068-09")
    headings = [expander.label for expander in app.expander if expander.label.endswith("als Tabelle")]
    assert headings == ["Alle Kennzahlen als Tabelle", "Alle Jahre als Tabelle", "Wer hier lebt als Tabelle"]
    years = table(app, "2015")
    row = next(row for row in profile_of(shown, "05382068-09").rows if row.indicator.id == "A2")
    told = years[years["Kennzahl"] == "Kinderarmut"].iloc[0]
    assert told["2024"] == words_of(row).value
    assert isinstance(table(app, "Quelle"), pd.DataFrame)


def test_a_hidden_year_is_a_sign_with_its_meaning(open_page, shown):
    release = shown.release
    signs = release.signs_over_years("quartier", "A2")
    area, year = next((area, year) for area, row in signs.iterrows() for year, sign in row.items() if 6 <= sign <= 8)
    years = table(open_page("steckbrief", gebiet=area), "2015")
    assert years[years["Kennzahl"] == "Kinderarmut"].iloc[0][str(year)].startswith("• geheim")


def test_what_is_said_of_the_rules(open_page):
    written = texts(open_page("steckbrief", gebiet="05382068-09"))
    assert "**Ungünstiger als der Kreis:**" in written and "**Dafür spricht** (Kreisregel)" in written


@pytest.mark.parametrize("page", ["karte", "aufmerksamkeit"])
def test_a_selected_area_is_one_click_from_its_profile(open_page, page):
    app = open_page(page, gebiet="05382068-09")
    assert [button.label for button in app.button if button.key == "to-profile"] == ["Zum Steckbrief"]
    assert not [button for button in open_page(page).button if button.key == "to-profile"]
