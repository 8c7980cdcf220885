"""The choice of a role without password, on pages as Streamlit runs them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store.actor import COUNTY, PUBLIC, Actor, Role
from tests.ui.sign_in.demo_role import act_as, turn_on
from ui.sign_in import configured
from ui.sign_in.bodies import Bodies
from ui.sign_in.demo import demo_choices

ROOT = Path(__file__).resolve().parents[3]
BODIES = Bodies({"05382060": "Siegburg"}, ("Fraktion A",), ("Verband A",), ("Sozialamt", "Jugendamt"))


@pytest.fixture
def page(monkeypatch):
    """page("daten", rolle="koordination") → the page of the sample after its first run, with the demo."""
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    turn_on(monkeypatch)
    return opened


def opened(name, choice="", **link):
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    for param, value in link.items():
        app.query_params[param] = value
    if choice:
        act_as(app, choice)
    return app.switch_page(str(ROOT / "pages" / f"{name}.py")).run()


def role_box(app):
    return next((box for box in app.selectbox if box.label == "Rolle"), None)


def test_everyone_of_the_county_can_be_chosen():
    assert demo_choices(BODIES) == {
        "koordination": Actor(Role.COORDINATION, COUNTY),
        "fachamt:Sozialamt": Actor(Role.OFFICE, COUNTY, "Sozialamt"),
        "fachamt:Jugendamt": Actor(Role.OFFICE, COUNTY, "Jugendamt"),
        "kommune:05382060": Actor(Role.MUNICIPALITY, "05382060"),
        "politik:Fraktion A": Actor(Role.POLITICS, "Fraktion A"),
        "verband:Verband A": Actor(Role.ASSOCIATION, "Verband A"),
        "oeffentlichkeit": PUBLIC,
    }


def test_one_starts_as_the_public_and_can_be_anybody(page):
    app = page("daten")
    box = role_box(app)
    assert box.value == "oeffentlichkeit"
    # 1 + 3 offices + 19 municipalities + 4 factions + 3 associations + the public, see sample_data/county.toml
    assert len(box.options) == 31
    assert box.options[:4] == ["Koordination", "Fachamt – Sozialamt", "Fachamt – Gesundheitsamt", "Fachamt – Jugendamt"]
    assert {"Kommune – Siegburg", "Politik – Fraktion D", "Wohlfahrtsverband – Wohlfahrtsverband A"} <= set(box.options)


def test_a_choice_is_kept_on_the_other_pages_and_in_no_link(page):
    app = page("daten")
    role_box(app).select("kommune:05382060").run()
    assert app.session_state["demo-role"] == "kommune:05382060"
    app.switch_page(str(ROOT / "pages" / "methodik.py")).run()
    assert role_box(app).value == "kommune:05382060"
    assert not any("05382060" in str(value) for value in app.query_params.values())


@pytest.mark.parametrize("param", ["rolle", "role", "demo-role", "demo-role-box", "kommune"])
def test_a_link_gives_no_role(page, param):
    app = page("daten", **{param: "koordination"})
    assert role_box(app).value == "oeffentlichkeit"


@pytest.mark.parametrize("choice", ["landrat", "kommune:05382099", "kommune:", "fachamt", "politik:Fraktion E"])
def test_who_does_not_exist_is_the_public(page, choice):
    assert role_box(page("daten", choice=choice)).value == "oeffentlichkeit"


@pytest.mark.parametrize("variable", ["", "0", "ja"])
def test_without_the_variable_nothing_is_shown(page, monkeypatch, variable):
    monkeypatch.setenv("MONITOR_DEMO_ROLES", variable)
    app = page("daten", choice="koordination")
    assert role_box(app) is None
    assert not [button.label for button in app.button if "anmelden" in button.label]


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "192.168.0.1"])
def test_pages_run_past_the_launcher_offer_no_role_beyond_this_machine(page, monkeypatch, address):
    monkeypatch.setattr(configured.st, "get_option", lambda name: address if name == "server.address" else [])
    assert not configured.demo_is_on()


def test_a_file_with_faults_switches_the_demo_off(page, monkeypatch):
    monkeypatch.setattr(configured, "read_configured", lambda: (None, ["a problem"]))
    assert not configured.demo_is_on()
