"""What is open in a session goes when another role acts in it, however that came about; what is looked at stays."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT
from tests.ui.sign_in.demo_role import act_as, turn_on


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path / 'eintraege.sqlite'}")
    turn_on(monkeypatch)
    opened = act_as(AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=90), "koordination")
    opened.query_params["teil"] = "bericht"
    return opened.switch_page(str(ROOT / "pages" / "steuerung.py")).run()


def introduction(app):
    return app.text_area(key="report-introduction").value


def test_typed_text_stays_with_the_same_role(app):
    app.text_area(key="report-introduction").input("Nur für uns").run()
    assert introduction(app.run()) == "Nur für uns"


@pytest.mark.parametrize("role", ["oeffentlichkeit", "fachamt:Sozialamt", "kommune:05382060"])
def test_and_goes_with_it(app, role):
    app.text_area(key="report-introduction").input("Nur für uns").run()
    act_as(app, role).run()
    assert introduction(app) == ""
    assert app.query_params["teil"] in ("bericht", ["bericht"])
