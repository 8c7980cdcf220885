"""Who may draw: every role, own and other municipality, through the page and through the store it uses."""

import shutil

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from geodata.scheme import Scheme, Status
from monitor.scheme_folder import FolderSchemes
from problem import DataError
from store.actor import COUNTY, PUBLIC, Actor, Role
from tests.pages.conftest import ROOT, texts
from tests.ui.sign_in.demo_role import act_as, turn_on
from ui.schemes import rights
from ui.schemes.page import ONLY_READ

TROISDORF, SIEGBURG = "05382068", "05382060"
NO_PARTS = pd.DataFrame({"unit": pd.Series(dtype=str), "area": pd.Series(dtype=str), "share": pd.Series(dtype=float)})
MAY = {
    "koordination": True, f"kommune:{TROISDORF}": True, f"kommune:{SIEGBURG}": False, "fachamt:Sozialamt": False,
    "politik:Fraktion A": False, "verband:Wohlfahrtsverband A": False, "oeffentlichkeit": False,
}  # fmt: skip
ACTORS = {
    "koordination": Actor(Role.COORDINATION, COUNTY), f"kommune:{TROISDORF}": Actor(Role.MUNICIPALITY, TROISDORF),
    f"kommune:{SIEGBURG}": Actor(Role.MUNICIPALITY, SIEGBURG), "fachamt:Sozialamt": Actor(Role.OFFICE, COUNTY, "Sozialamt"),
    "politik:Fraktion A": Actor(Role.POLITICS, "Fraktion A"), "verband:Wohlfahrtsverband A": Actor(Role.ASSOCIATION, "Wohlfahrtsverband A"),
    "oeffentlichkeit": PUBLIC,
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kreis") / "daten"
    shutil.copytree(ROOT / "sample_data", folder, ignore=shutil.ignore_patterns("making", "schemes", "__pycache__"))
    return folder


@pytest.mark.parametrize("role", MAY)
def test_only_who_may_draw_is_offered_to(copy, monkeypatch, role):
    monkeypatch.setenv("MONITOR_DATA", str(copy))
    turn_on(monkeypatch)
    app = act_as(AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=120), role)
    app.query_params["kommune"] = TROISDORF
    app.switch_page(str(ROOT / "pages" / "sozialraeume.py")).run()
    offered = "Neuer Entwurf …" in [each.label for each in app.button]
    assert offered is MAY[role]
    assert (ONLY_READ in texts(app)) is not MAY[role]


@pytest.mark.parametrize("role", MAY)
def test_the_store_itself_refuses(tmp_path, monkeypatch, role):
    turn_on(monkeypatch)
    monkeypatch.setattr(rights, "current_actor", lambda: ACTORS[role])
    kept = rights.GuardedSchemes(FolderSchemes(tmp_path))
    draft = Scheme(TROISDORF, 1, "Entwurf", pd.Series({"1": "Mitte"}), NO_PARTS, Status.DRAFT, author="Stadt")
    if MAY[role]:
        assert kept.save(draft, "Stadt", "angelegt", 0).number == 1
    else:
        with pytest.raises(DataError) as told:
            kept.save(draft, "Stadt", "angelegt", 0)
        assert [each.code for each in told.value.problems] == ["scheme_forbidden"]
        assert kept.schemes() == []


def test_where_nobody_can_sign_in_the_page_stays_open(monkeypatch):
    monkeypatch.delenv("MONITOR_DEMO_ROLES", raising=False)
    assert rights.may_draw(TROISDORF)


@pytest.mark.parametrize("role", MAY)
def test_numbers_and_validity_are_for_those_who_draw(monkeypatch, role):
    turn_on(monkeypatch)
    monkeypatch.setattr(rights, "current_actor", lambda: ACTORS[role])
    if MAY[role]:
        rights.demand_drawing(TROISDORF)
    else:
        with pytest.raises(DataError):
            rights.demand_drawing(TROISDORF)


def test_a_sign_in_that_is_set_up_with_faults_opens_nothing(monkeypatch):
    monkeypatch.delenv("MONITOR_DEMO_ROLES", raising=False)
    monkeypatch.setattr("ui.sign_in.configured.read_configured", lambda: (None, ["ein Fehler"]))
    monkeypatch.setattr(rights, "current_actor", lambda: PUBLIC)
    assert not rights.may_draw(TROISDORF)
