"""The map in a real browser: what travels, what is drawn, what mouse and keyboard do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

AREA = "path[role=button]"


class Demo:
    """The demo's page: its map's frame and its widgets."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.frame = page.frame_locator("iframe")

    def open(self, areas: int = 158) -> None:
        self.page.goto(f"{self.address}/?gebiete={areas}")
        self.wait_for_paint(1)

    def wait_for_paint(self, number: int) -> None:
        """Painted so often, and described for those who do not see it."""
        self.frame.locator(f"#map_div[data-painted='{number}']").wait_for()
        if self.frame.locator(AREA).count():
            self.frame.locator(f"#map_div[data-described='{number}']").wait_for()

    def choose(self, label: str, option: str, paint: int) -> None:
        box = self.page.get_by_role("combobox", name=label)
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option, exact=True).click()
        self.wait_for_paint(paint)

    def area(self, name: str) -> Any:
        return self.frame.get_by_role("button", name=re.compile(f"^{re.escape(name)}\\."))

    def evaluate(self, script: str) -> Any:
        return self.page.frames[1].evaluate(script)

    def says(self, text: str) -> None:
        expect(self.page.get_by_text(text, exact=True)).to_be_visible()


@pytest.fixture
def demo(page: Any, demo_server: str) -> Demo:
    return Demo(page, demo_server)


def test_map_appears_with_one_run_and_no_other_host(demo: Demo, traffic: Any) -> None:
    demo.open()
    demo.says("Läufe: 1")
    assert demo.frame.locator(AREA).count() == 158
    assert traffic.foreign_hosts() == set()


def test_name_of_an_area_is_text_and_never_html(demo: Demo) -> None:
    demo.open()
    nasty = demo.frame.locator(AREA).first
    nasty.hover(force=True)
    tooltip = demo.frame.locator(".area-tooltip")
    expect(tooltip).to_contain_text('<img src="x" onerror="window.injected = true">')
    assert tooltip.locator("img").count() == 0
    assert demo.evaluate("window.injected") is None


def test_tooltip_says_value_interval_and_comparison(demo: Demo) -> None:
    demo.open()
    # Index 1 of the demo: 5 + 5 % 37 + 0.1 = 10.1, its interval −3.4 and +3.7, comparison 1.
    demo.frame.locator(AREA).nth(1).hover(force=True)
    lines = demo.frame.locator(".area-tooltip").inner_text().splitlines()
    assert lines[2:5] == [
        "Kinderarmut 2024: 10,1 %",
        "95-%-Vertrauensbereich 6,7–13,8 %",
        "nicht von dem Kreis zu unterscheiden",
    ]


def test_change_repaints_the_same_map_and_keeps_its_zoom(demo: Demo) -> None:
    demo.open()
    demo.evaluate("window.before = window.map; window.map.setZoom(13, {animate: false})")
    fill = demo.frame.locator(AREA).nth(2).get_attribute("fill")
    demo.choose("Indikator", "Altersarmut", paint=2)
    assert demo.evaluate("window.before === window.map")
    assert demo.evaluate("window.map.getZoom()") == 13
    assert demo.frame.locator(AREA).nth(2).get_attribute("fill") != fill


@pytest.mark.parametrize(("areas", "most"), [pytest.param(19, 4_000, marks=pytest.mark.finer), (158, 20_000)])
def test_change_is_a_short_message(demo: Demo, traffic: Any, areas: int, most: int) -> None:
    demo.open(areas)
    traffic.messages.clear()
    demo.choose("Indikator", "Altersarmut", paint=2)
    assert max(traffic.messages) <= most


@pytest.mark.finer
def test_other_level_comes_into_the_same_map(demo: Demo) -> None:
    demo.open()
    demo.evaluate("window.before = window.map")
    demo.choose("Ebene", "Kommunen", paint=2)
    assert demo.evaluate("window.before === window.map")
    assert demo.frame.locator(AREA).count() < 30


def test_hidden_and_missing_areas_have_patterns(demo: Demo) -> None:
    demo.open()
    hidden, missing = demo.frame.locator(AREA).nth(4), demo.frame.locator(AREA).nth(9)
    assert "pattern-hidden" in (hidden.get_attribute("fill") or "")
    assert "pattern-missing" in (missing.get_attribute("fill") or "")
    assert "geheim: zu kleine Zahl" in (hidden.get_attribute("aria-label") or "")
    assert "nicht geliefert" in (missing.get_attribute("aria-label") or "")
    assert demo.frame.locator("pattern[id^=pattern-hidden]").count() == 1


@pytest.mark.finer
def test_flagged_areas_carry_a_mark_beside_their_colour(demo: Demo) -> None:
    demo.open()
    # Indices 3, 21, … up to 157 with step 18: 3 + 18 · 8 = 147.
    assert demo.frame.locator(".flag-mark").count() == 9
    label = demo.frame.locator(AREA).nth(3).get_attribute("aria-label") or ""
    assert "Besonderer Aufmerksamkeitsbedarf" in label


def test_click_reaches_python_every_time(demo: Demo) -> None:
    demo.open()
    area = demo.frame.locator(AREA).nth(60)
    area.click(force=True)
    demo.says("Läufe: 2")
    area.click(force=True)
    demo.says("Läufe: 3")
    expect(demo.page.get_by_text(re.compile(r"^Klicks: (\d{4}-\d\d), \1$"))).to_be_visible()


@pytest.mark.finer
def test_click_is_reported_once(demo: Demo) -> None:
    demo.open()
    demo.frame.locator(AREA).nth(60).click(force=True)
    demo.says("Läufe: 2")
    demo.choose("Indikator", "Altersarmut", paint=2)
    demo.says("Läufe: 3")
    expect(demo.page.get_by_text(re.compile(r"^Klicks: \d{4}-\d\d$"))).to_be_visible()


def test_keyboard_reaches_describes_and_selects_an_area(demo: Demo) -> None:
    demo.open()
    start = demo.frame.locator("path[tabindex='0']")
    expect(start).to_have_count(1)
    start.focus()
    before = start.get_attribute("aria-label")
    demo.page.keyboard.press("ArrowRight")
    area = demo.frame.locator("path:focus")
    expect(area).to_have_attribute("tabindex", "0")
    assert area.get_attribute("aria-label") != before
    tooltip = demo.frame.locator(".area-tooltip")
    expect(tooltip).to_be_visible()
    demo.page.keyboard.press("Enter")
    demo.says("Läufe: 2")
    demo.page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    expect(area).to_be_focused()
    assert demo.frame.locator("path[stroke='#ffd23f']").count() == 1


@pytest.mark.finer
def test_selected_area_is_outlined_and_said(demo: Demo) -> None:
    demo.open()
    demo.choose("Auswahl", "0202-05", paint=2)
    assert demo.frame.locator("path[stroke='#0b4f6c']").count() == 1
    assert demo.frame.locator("path[aria-pressed=true]").count() == 1


@pytest.mark.finer
def test_focus_zooms_in_and_dims_the_others(demo: Demo) -> None:
    demo.open()
    before = demo.evaluate("window.map.getZoom()")
    demo.choose("Kommune", "0303", paint=2)
    demo.page.wait_for_timeout(400)  # the map moves for a quarter of a second
    assert demo.evaluate("window.map.getZoom()") > before + 0.5
    assert demo.frame.locator("path[role=button][fill-opacity='1']").count() == 9
    assert demo.frame.locator("path[role=button][fill-opacity='0.22']").count() == 149


RESIZED_IN_FLIGHT = """() => new Promise((done) => {
    const { map } = window, container = map.getContainer();
    const goal = map._fitted.bounds;
    map.setView(map.getCenter(), map.getZoom() - 1, { animate: false });
    map.once("zoomanim", () => { // however slow the machine is, the map is in the air now
        container.style.setProperty("height", "200px", "important");
        map._fitAfterResize(); // what the observer of its size calls, which may come late
        map.once("zoomend", () => setTimeout(() => done([map.getBounds().contains(goal), map.getSize().y]), 900));
    });
    map.showBounds(goal, { padding: [14, 14] });
})"""


def test_a_map_that_shrinks_in_flight_still_shows_its_goal(demo: Demo) -> None:
    """As a page does it that comes together: the room of the map changes while it flies to the municipality."""
    demo.open()
    demo.choose("Kommune", "0303", paint=2)
    demo.page.wait_for_timeout(400)
    is_whole, height = demo.evaluate(RESIZED_IN_FLIGHT)
    assert height < 210
    assert is_whole


@pytest.mark.finer
def test_focus_on_a_municipality_holds_where_municipalities_are_shown(demo: Demo) -> None:
    demo.open()
    demo.choose("Kommune", "0303", paint=2)
    demo.choose("Ebene", "Kommunen", paint=3)
    assert demo.frame.locator("path[role=button][fill-opacity='1']").count() == 1
    label = demo.frame.locator("path[role=button][fill-opacity='1']").get_attribute("aria-label") or ""
    assert label.startswith("Musterstadt 0303.")


@pytest.mark.finer
def test_outlines_bring_their_names(demo: Demo) -> None:
    demo.open()
    expect(demo.frame.locator(".outline-label span", has_text="Musterstadt 0303")).to_be_visible()


def test_many_areas_are_drawn_on_canvas(demo: Demo) -> None:
    demo.open(600)
    assert demo.frame.locator(AREA).count() == 0
    assert demo.frame.locator(".leaflet-overlay-pane canvas").count() == 1
    box = demo.page.locator("iframe").bounding_box()
    demo.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    demo.says("Läufe: 2")
    expect(demo.page.get_by_text(re.compile(r"^Klicks: \d{4}-\d\d$"))).to_be_visible()


def test_geometry_that_does_not_come_is_said_in_german(demo: Demo, traffic: Any) -> None:
    traffic.expected.append("/anlagen/geo/")
    demo.page.route("**/anlagen/geo/*", lambda route: route.fulfill(status=404))
    demo.page.goto(demo.address)
    expect(demo.frame.get_by_role("alert")).to_have_text(
        "Die Karte konnte nicht geladen werden. Bitte laden Sie die Seite neu."
    )


def test_controls_speak_german(demo: Demo) -> None:
    demo.open()
    for name in ("Vergrößern", "Verkleinern", "Ganze Karte zeigen"):
        expect(demo.frame.get_by_role("button", name=name)).to_be_visible()
    assert demo.evaluate("document.documentElement.lang") == "de"
    assert demo.page.evaluate("document.documentElement.lang") == "de"
    expect(demo.page.locator("iframe")).to_have_attribute("aria-label", "Karte der Musterstädte")


@pytest.mark.finer
def test_page_and_map_are_accessible(demo: Demo, axe: Callable[..., None]) -> None:
    demo.open()
    axe(demo.page.frames[1])
    axe(demo.page)


@pytest.mark.finer
def test_map_works_below_a_base_path(page: Any, serve_demo: Callable[..., Any]) -> None:
    with serve_demo("--server.baseUrlPath=/sozialatlas") as address:
        demo = Demo(page, address)
        demo.open(19)
        assert demo.frame.locator(AREA).count() == 19


@pytest.mark.finer
@pytest.mark.parametrize("last", ["geo", "werte"])
def test_areas_and_texts_may_come_in_any_order(demo: Demo, last: str) -> None:
    held: list[Any] = []
    demo.page.route(f"**/anlagen/{last}/*", lambda route: held.append(route))
    demo.page.goto(f"{demo.address}/?gebiete=19")
    other, documents = ("werte", 1) if last == "geo" else ("geo", 2)
    arrived = "performance.getEntriesByType('resource').filter((each) => each.name.includes('/anlagen/{}/')).length"
    demo.frame.locator("#map_div").wait_for()
    demo.page.wait_for_function(
        f"document.querySelector('iframe').contentWindow.{arrived.format(other)} >= {documents}", timeout=30_000
    )
    assert held
    demo.page.unroute(f"**/anlagen/{last}/*")  # which lets them go
    demo.wait_for_paint(1)
    expect(demo.frame.locator(AREA).nth(1)).to_have_attribute("aria-label", re.compile("Kinderarmut 2024: 10,1 %"))


@pytest.mark.finer
def test_a_map_in_a_tab_that_opens_later_fills_its_room(demo: Demo) -> None:
    demo.page.goto(f"{demo.address}/?gebiete=19&tab=1")
    demo.says("Läufe: 1")
    demo.page.wait_for_timeout(1500)  # the map has loaded where nobody sees it
    demo.page.get_by_role("tab", name="Karte").click()
    demo.frame.locator("#map_div:not([data-painted='0'])").wait_for()
    map_box = demo.frame.locator("#map_div").bounding_box()
    assert map_box["width"] > 300 and map_box["height"] > 200
    script = """() => {
        const boxes = [...document.querySelectorAll("path[role=button]")].map((area) => area.getBoundingClientRect());
        const extent = (low, high) => Math.max(...boxes.map((b) => b[high])) - Math.min(...boxes.map((b) => b[low]));
        const map = document.querySelector("#map_div").getBoundingClientRect();
        return Math.max(extent("left", "right") / map.width, extent("top", "bottom") / map.height);
    }"""
    for _ in range(60):  # fitted as soon as the browser has told it its size
        if demo.evaluate(script) > 0.7:
            break
        demo.page.wait_for_timeout(50)
    assert 0.7 < demo.evaluate(script) <= 1
    assert demo.frame.locator(AREA).count() == 19
    demo.frame.locator(".time-slider").press("ArrowLeft")
    expect(demo.frame.locator(".map-heading")).to_contain_text("2023")
