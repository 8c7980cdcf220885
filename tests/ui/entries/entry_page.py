"""A page with entries as a role sees it, on a store of the test's own."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from streamlit.testing.v1 import AppTest

from store.actor import COUNTY, Actor, Role
from store.place import store_of
from tests.pages.conftest import ROOT
from tests.sample_county import SAMPLE
from tests.ui.sign_in.demo_role import act_as, turn_on
from ui.unexpected import UNEXPECTED

SIEGBURG = Actor(Role.MUNICIPALITY, "05382060")
COORDINATION = Actor(Role.COORDINATION, COUNTY)
OFFICE = Actor(Role.OFFICE, COUNTY, "Sozialamt")
AREAS = {"05382": "", "05382060-04": "05382060", "05382060-11": "05382060", "05382068-05": "05382068"}


def own_store(tmp_path, monkeypatch):
    """It begins as the sample does; pages that are opened after this read it too."""
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    path = tmp_path / "eintraege.sqlite"
    path.write_bytes(begun())
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{path}")
    turn_on(monkeypatch)
    return store_of(SAMPLE, AREAS)


@cache
def begun():
    """The store the sample begins with, as a file."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "eintraege.sqlite"
        patch.setenv("MONITOR_STORE", f"sqlite:///{path}")
        store_of(SAMPLE).engine.dispose()
        return path.read_bytes()


def opened(role, page="strategien", **link):
    app = act_as(AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=90), role)
    for name, value in link.items():
        app.query_params[name] = value
    return ran(app.switch_page(str(ROOT / "pages" / f"{page}.py")).run())


def ran(app):
    assert not app.exception
    assert UNEXPECTED not in [error.value for error in app.error]
    return app


def click(app, key):
    return ran(app.button(key=key).click().run())


def html(app):
    return "\n".join(str(each.proto.body) for each in app.get("html"))
