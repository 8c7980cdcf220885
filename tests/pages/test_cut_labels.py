"""What the page Karte says of years before an area was drawn, and of people who lie in none."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_backcast import NEED, YEARS, only_quarters, rows_of, series, write  # noqa: F401 a fixture
from tests.monitor.test_schemes import ALFDORF, SIDES, blocks, drawn, published  # noqa: F401 a fixture
from tests.pages.conftest import ROOT, texts
from texts.backcast import BROKEN_IN_TABLE, IN_CHANGES, IN_TABLE

EAST, WEST = f"{ALFDORF}-03", f"{ALFDORF}-04"  # the first two keys are the delivered quarters'
CUT = "zurückgerechnet auf den Zuschnitt vom 01.01.2023"


@pytest.fixture
def open_page(monkeypatch, blocks):  # noqa: F811
    monkeypatch.setenv("MONITOR_DATA", str(blocks.path))

    def opened(**link):
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
        for name, value in {"kennzahl": "A2", **link}.items():
            app.query_params[name] = value
        app.switch_page(str(ROOT / "pages" / "karte.py")).run()
        assert not app.exception
        return app

    return opened


def test_a_year_before_the_cut_is_called_recalculated(open_page, series):  # noqa: F811
    published(series, drawn(SIDES))
    app = open_page(gebiet=WEST, jahr="2022")
    captions = [each.value for each in app.caption]
    assert captions.count(CUT) == 1 and captions.count(IN_TABLE) == 1
    assert "Zuschnitt seit 01.01.2023. Die Werte davor sind zurückgerechnet." in captions
    table = app.dataframe[0].value
    assert dict(zip(table["Quartier"], table["Zuschnitt"], strict=True)) == {
        "Raum W": "zurückgerechnet", "Raum O": "zurückgerechnet", "Bergstadt 01": "", "Bergstadt 02": "",
    }  # fmt: skip
    [years] = [each.value for each in app.table if "Zuschnitt" in each.value.columns]
    assert years["Zuschnitt"].tolist() == ["zurückgerechnet", "zurückgerechnet", "", ""]
    assert years.index.tolist() == ["2021", "2022", "2023", "2024"]


def test_a_year_of_the_cut_is_not(open_page, series):  # noqa: F811
    published(series, drawn(SIDES))
    app = open_page(gebiet=WEST, jahr="2023")
    assert CUT not in texts(app) and IN_TABLE not in texts(app)
    assert "Zuschnitt" not in app.dataframe[0].value.columns
    assert CUT not in texts(open_page(gebiet="05999002-01", jahr="2021"))


def test_a_change_from_such_a_year_says_so(open_page, series):  # noqa: F811
    published(series, drawn(SIDES))
    app = open_page(gebiet=WEST, jahr="2024", seit="2022")
    assert CUT in texts(app) and IN_CHANGES in texts(app)
    app = open_page(gebiet=WEST, jahr="2024", seit="2023")
    assert CUT not in texts(app) and IN_CHANGES not in texts(app)


def test_a_series_that_begins_anew_is_marked(open_page, blocks):  # noqa: F811
    write(
        blocks,
        [row for year in YEARS for row in (only_quarters(blocks, year) if year < 2023 else rows_of(year, NEED[year]))],
    )
    published(blocks, drawn(SIDES))
    told = "Reihe beginnt neu: Für den Zuschnitt vom 01.01.2023 gibt es Zahlen ab 2023; frühere gelten nur für den Zuschnitt davor."
    app = open_page(gebiet=EAST, jahr="2022")
    assert [each.value for each in app.caption].count(told) == 1 and BROKEN_IN_TABLE in texts(app)
    app = open_page(gebiet=EAST, jahr="2024")
    assert [each.value for each in app.caption].count(told) == 1 and BROKEN_IN_TABLE not in texts(app)
    assert "Reihe beginnt neu" not in texts(open_page(gebiet="05999002-01", jahr="2024"))


def test_a_county_as_it_came_says_nothing_of_cuts(open_page, series):  # noqa: F811
    app = open_page(gebiet="05999001-01", jahr="2021")
    assert "zurückgerechnet" not in texts(app) and "Zuschnitt" not in app.dataframe[0].value.columns
