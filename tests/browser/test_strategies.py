"""The views of the page Strategien in Chromium: accessible, nothing too wide, and a place taken from the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import act_as, rests
from tests.browser.app_page import AREA, SLOW, open_page, painted_frame
from tests.browser.chromium import ROOT, running

SIEGBURG_04 = "05382060-04"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample with a store of its own, and the choice of a role."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path_factory.mktemp('store') / 'eintraege.sqlite'}")
        patch.setenv("MONITOR_DEMO_ROLES", "1")
        with running(ROOT / "app.py") as found:
            yield found


def too_wide(page: Any) -> list[str]:
    return page.evaluate(
        "() => [...document.querySelectorAll('.stMain table, .entered, .chain')]"
        ".filter((part) => part.getBoundingClientRect().right > innerWidth).map((part) => part.className)"
    )


@pytest.mark.parametrize(
    "link", ["", "?teil=gegenueber", pytest.param("?strategie=000000000021", marks=pytest.mark.finer)]
)
def test_what_everybody_sees_is_accessible(page: Any, address: str, axe: Callable[..., None], link: str) -> None:
    open_page(page, f"{address}/strategien{link}")
    if "gegenueber" in link:
        painted_frame(page)
    for width in (1366, 683):  # 683 is 1366 at 200 %
        page.set_viewport_size({"width": width, "height": 768})
        assert too_wide(page) == []
    axe(page)


def test_a_click_on_the_map_begins_an_offer_there(page: Any, address: str, axe: Callable[..., None]) -> None:
    open_page(page, f"{address}/strategien?teil=angebote&kommune=05382060")
    act_as(page, "Koordination")
    frame = painted_frame(page)
    area = frame.locator(f"{AREA}[aria-label^='Siegburg 04']").first
    area.wait_for(timeout=SLOW)
    page.wait_for_timeout(600)  # the map flies to the municipality
    area.click(force=True)
    page.get_by_label("Name *").wait_for(timeout=SLOW)
    rests(page)
    latitude = page.get_by_label("Breite (Grad)").input_value()
    longitude = page.get_by_label("Länge (Grad)").input_value()
    assert latitude.startswith("50,") and longitude.startswith("7,")
    assert page.get_by_text("Siegburg 04 (Quartier)").count() == 1
    axe(page)
    page.get_by_label("Name *").fill("Treff am Markt")  # nobody has sent it yet
    frame.locator(f"{AREA}[aria-label^='Siegburg 05']").first.click(force=True)
    expect(page.get_by_text("Siegburg 05 (Quartier)")).to_be_visible(timeout=SLOW)
    rests(page)
    assert page.get_by_text("Siegburg 04 (Quartier)").count() == 0
    assert page.get_by_label("Breite (Grad)").input_value() not in ("", latitude)
    assert page.get_by_label("Name *").input_value() == "Treff am Markt"


def test_a_table_is_not_given_away_with_formulas_in_it(page: Any, address: str) -> None:
    """Streamlit's own download writes every cell as it is; all other buttons of a table stay."""
    open_page(page, f"{address}/strategien?teil=angebote")
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_visible(timeout=SLOW)
    assert page.locator("[aria-label='Download as CSV']").count() >= 1  # it still has this name
    assert page.get_by_role("button", name="Download as CSV").count() == 0
