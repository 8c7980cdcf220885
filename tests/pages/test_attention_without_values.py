"""A level at which no value of the rule is known: every page says so, none ends in an error."""

import pytest

from tests.monitor.conftest import TinyFolder, attention_settings
from tests.pages.conftest import texts

GONE = ("05999001-02", "05999002-02")  # a part of each municipality is not delivered: no sum of any


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "daten").mkdir()
    tiny = TinyFolder(tmp_path / "daten")
    tiny.append("county.toml", attention_settings("", "", "dynamics_years = 1", ""))
    kept = [row for row in tiny.rows() if not (row[0] in GONE and row[2] != "ew")]
    tiny.write("counts.csv", tiny.text(kept))
    return tiny


@pytest.mark.parametrize("rule", ["county", "mss", "significance"])
@pytest.mark.parametrize("page", ["aufmerksamkeit", "uebersicht", "steckbrief"])
def test_no_page_ends_in_an_error(open_page, folder, monkeypatch, page, rule):
    app = open_page(page, folder=folder.path, ebene="gemeinde", regel=rule, gebiet="05999001")
    assert not app.exception
    assert texts(app)
