"""The page Beteiligung in Chromium: accessible in every view, and a hostile text that stays text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import act_as, view
from tests.browser.app_page import SLOW, open_page
from tests.browser.chromium import ROOT, running
from tests.ui.participation.filled_store import fill

TOO_WIDE = """() => [...document.querySelectorAll('.stMain table, .stMain dl, .entered, .stMain')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth)
    .map((part) => part.className)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with a store of its own, and the choice of a role."""
    store = f"sqlite:///{tmp_path_factory.mktemp('store') / 'eintraege.sqlite'}"
    fill(store).engine.dispose()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_STORE", store)
        patch.setenv("MONITOR_DEMO_ROLES", "1")
        with running(ROOT / "app.py") as found:
            yield found


def test_every_view_is_accessible_for_the_coordination(page: Any, address: str, axe: Callable[..., None]) -> None:
    open_page(page, f"{address}/beteiligung")
    act_as(page, "Koordination")
    for name in (
        "Kennzahlen",
        "Stellungnahmen",
        "Fragen und Antworten",
        "Beschlüsse",
        "Wer darf was",
        "Was gespeichert wird",
    ):
        view(page, name)
        axe(page)
        for width in (1366, 683):  # 683 is 1366 at 200 %
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate(TOO_WIDE) == [], (name, width)
        page.set_viewport_size({"width": 1366, "height": 768})


def test_a_hostile_statement_is_written_handed_in_and_published(
    page: Any, address: str, axe: Callable[..., None]
) -> None:
    hostile = '<img src=x onerror="window.injected = true"> [Link](javascript:alert(1)) =1+1'
    open_page(page, f"{address}/beteiligung?teil=stellungnahmen&kennzahl=A2")
    act_as(page, "Politik – Fraktion A")
    page.get_by_role("button", name="Stellungnahme schreiben").click()
    page.get_by_label("Stellungnahme *").fill(hostile)
    axe(page)
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(hostile)).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Einreichen").click()
    expect(page.get_by_text("eingereicht", exact=True)).to_be_visible(timeout=SLOW)
    act_as(page, "Koordination")
    expect(page.get_by_role("heading", name="Wartet auf Ihre Moderation (1)")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_role("heading", name="Wartet auf Ihre Moderation (1)")).to_have_count(0, timeout=SLOW)
    act_as(page, "Öffentlichkeit")
    expect(page.get_by_text(hostile)).to_be_visible(timeout=SLOW)
    assert page.evaluate("window.injected") is None
    assert page.locator(".entered a, .entered img").count() == 0


@pytest.mark.finer
def test_the_register_as_a_file(page: Any, address: str) -> None:
    open_page(page, f"{address}/beteiligung?teil=beschluesse&worte=kita")
    expect(page.get_by_text("1 von 2 Beschlüssen")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als CSV herunterladen").click()
    assert download.value.suggested_filename == "BEISPIEL_Beschluesse.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[1] == "13.11.2025;Kreistag;Kita zuerst;Ausbau.;Kinderarmut;Kinderarmut (A2);;öffentlich"
