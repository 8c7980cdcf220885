"""Two divisions of a municipality side by side: Alfdorf's four blocks by quarters and by sides, see `test_schemes`."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AREA, RESTS, SLOW, open_page
from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_divisions import counts_of
from tests.monitor.test_schemes import ALFDORF, SIDES, blocks, drawn, published, saved  # noqa: F401 a fixture

PAGE = f"sozialraeume?kommune={ALFDORF}"
ALONE = "Das Ergebnis für Raum O hängt allein am Zuschnitt"
SIZES = [(1366, 768), pytest.param((1920, 1080), marks=pytest.mark.finer)]


@pytest.fixture
def county(blocks: Any) -> Any:  # noqa: F811
    """By quarters 50 of 200 children in need each, as in the county; by sides 10 and 90."""
    blocks.append("county.toml", "[attention.county]", 'indicators = ["A2"]', "k = 1")
    counts_of(blocks, 5, 45, 5, 45)
    return blocks


def frame(page: Any, side: str) -> Any:
    return page.frame_locator(f".st-key-cut-{side} iframe")


def painted(page: Any) -> None:
    for side in ("vorher", "nachher"):
        page.locator(f".st-key-cut-{side}").scroll_into_view_if_needed()
        frame(page, side).locator("[data-described]").first.wait_for(timeout=SLOW)
    page.wait_for_selector(RESTS, timeout=SLOW)


def flagged(page: Any, side: str) -> list[str]:
    """Names of the areas that are described as flagged."""
    labels = frame(page, side).locator(AREA).evaluate_all("all => all.map((each) => each.getAttribute('aria-label'))")
    return [label.split(".")[0] for label in labels if "Aufmerksamkeitsbedarf" in label]


@pytest.mark.parametrize("size", SIZES)
def test_both_divisions_stand_side_by_side(
    county: Any, page: Any, serve_folder: Any, axe: Any, size: tuple[int, int]
) -> None:
    published(county, drawn(SIDES))
    with serve_folder(county.path) as address:
        page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        open_page(page, f"{address}/{PAGE}")
        painted(page)
        expect(page.get_by_text(ALONE)).to_be_visible()
        boxes = [frame(page, side).locator(".leaflet-container").bounding_box() for side in ("vorher", "nachher")]
        assert (boxes[0]["width"], boxes[0]["height"], boxes[0]["y"]) == pytest.approx(
            (boxes[1]["width"], boxes[1]["height"], boxes[1]["y"]), abs=1
        )
        assert boxes[0]["height"] > 250 and boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
        assert (flagged(page, "vorher"), flagged(page, "nachher")) == ([], ["Raum O"])
        # Zoomed to the municipality: its two areas fill more than half of the map's height.
        own = frame(page, "nachher").locator(f"{AREA}[aria-label^='Raum W']").bounding_box()
        assert own["height"] > boxes[1]["height"] / 2
        axe(page)
        for each in page.frames[1:]:
            axe(each)
        page.goto("about:blank")


@pytest.mark.finer
def test_a_draft_gets_numbers_by_a_button(county: Any, page: Any, serve_folder: Any, axe: Any) -> None:
    saved(county, drawn(SIDES))
    with serve_folder(county.path) as address:
        open_page(page, f"{address}/{PAGE}")
        button = page.get_by_role("button", name="Zahlen für diesen Entwurf berechnen")
        expect(button).to_be_visible()
        axe(page)
        button.click()
        expect(page.get_by_text(ALONE)).to_be_visible(timeout=SLOW)
        painted(page)
        expect(button).to_have_count(0)
        assert (flagged(page, "vorher"), flagged(page, "nachher")) == ([], ["Raum O"])
        # The draft is its municipality's own affair: the map of the county stays as it was.
        page.goto(f"{address}/karte?kennzahl=A2")
        expect(page.frame_locator("iframe").locator(AREA)).to_have_count(4, timeout=SLOW)
        expect(page.get_by_text("Raum O")).to_have_count(0)
        page.goto("about:blank")
