"""The page Steuerung as a browser shows it: every view accessible, a strategy moved on, calendar and report saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from playwright.sync_api import expect

from store.actor import COUNTY, Actor, Role
from store.kinds import AgendaItem, Decision, Meeting, Strategy, Task
from store.levels import Level
from store.place import store_of
from tests.browser.acting import rests
from tests.browser.app_page import SLOW, open_page
from tests.browser.chromium import ROOT, running
from tests.browser.test_sign_in import choose
from tests.sample_county import SAMPLE
from tests.store.made import made, made_below

COORDINATION = Actor(Role.COORDINATION, COUNTY)
HOSTILE = "<img src=x onerror=alert(1)> [hier](javascript:alert(1))"
VIEWS = ("Zeitstrahl", "Sitzungen", "Aufgaben", "Bericht", "Planungskreislauf")


@pytest.fixture(scope="module")
def steering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a copy of the sample with a store of its own."""
    folder = tmp_path_factory.mktemp("steuerung")
    county = folder / "kreis"
    shutil.copytree(SAMPLE, county, ignore=shutil.ignore_patterns("making", "*.sqlite*"))
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:  # while it starts
            patch.setenv("MONITOR_DATA", str(county))
            patch.setenv("MONITOR_STORE", f"sqlite:///{folder / 'eintraege.sqlite'}")
            patch.setenv("MONITOR_DEMO_ROLES", "1")
            fill(county)
            address = stack.enter_context(running(ROOT / "app.py"))
        yield address


def fill(county: Path) -> None:
    store = store_of(county)
    today = store.today()
    made(store, Strategy, COORDINATION, Level.PUBLIC, title=f"Weiter {HOSTILE}", areas=["05382060-04"], phase="analyse")
    late = {"due": today - timedelta(days=3), "office": "Gesundheitsamt"}
    made(store, Task, COORDINATION, Level.PUBLIC, title=f"Zu spät {HOSTILE}", **late)
    meeting = made(store, Meeting, COORDINATION, Level.PUBLIC, body="Lenkung", title=HOSTILE, day=today, begins="14:00")
    made_below(store, AgendaItem, meeting, position=1, title="Anfang")
    made(store, Decision, COORDINATION, Level.PUBLIC, title=HOSTILE, day=today, meeting_id=meeting.id)


def test_every_view(new_page: Callable[..., Any], steering: str, axe: Callable[..., None], tmp_path: Path) -> None:
    page = new_page(viewport={"width": 1366, "height": 768})
    open_page(page, f"{steering}/steuerung")
    choose(page, "Koordination")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Weiter zu Ziele").first).to_be_visible(timeout=SLOW)
    expect(page.locator(".due .overdue").first).to_contain_text("überfällig seit")
    for view in VIEWS:
        show(page, view)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if view == "Sitzungen":
            content = saved(page, "In den Kalender", tmp_path).read_text(encoding="utf-8")
            assert vobject.readOne(content).vevent.summary.value == f"Lenkung: {HOSTILE}"
        if view == "Bericht":
            assert saved(page, "Bericht als PDF", tmp_path).read_bytes().startswith(b"%PDF-")
    assert page.locator("img[src='x'], a[href^='javascript']").count() == 0
    moved(page)


def show(page: Any, view: str) -> None:
    page.locator("label[data-testid='stRadioOption'], label").filter(has_text=view).first.click()
    rests(page)
    page.wait_for_load_state("networkidle")


def saved(page: Any, button: str, folder: Path) -> Path:
    with page.expect_download(timeout=SLOW) as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def moved(page: Any) -> None:
    """One click, and the card stands in the next column."""
    card = page.locator("[class*='st-key-board-']").filter(has_text="Weiter <img")
    card.get_by_role("button", name="Weiter zu Ziele").click()
    expect(card.get_by_role("button", name="Weiter zu Maßnahmen")).to_be_visible(timeout=SLOW)
    card.get_by_role("link").click()
    page.wait_for_url("**/strategien?*strategie=*", timeout=SLOW)
