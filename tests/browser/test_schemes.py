"""A municipality draws its own social spaces: Troisdorf's base units into twelve, a fault shown and mended, made valid."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from shapely import MultiPoint

from monitor.release_file import RELEASE_FILE
from tests.browser.app_page import AppPage
from tests.browser.chromium import ROOT

TROISDORF = "05382068"
SAMPLE = ROOT / "sample_data"
UNITS = 146  # base units of Troisdorf in the sample
SLOW = 30_000  # ms
RELEASED = 240_000  # ms: the protection looks at both divisions together before anything is shown
# Units by their quarter and number, "Troisdorf 07/03"; twelve areas of neighbouring quarters.
AREAS = [(1,), (2,), (3, 13), (4, 12), (5,), (6,), (7, 19), (8, 9), (10, 11), (14, 15, 18), (16,), (17, 20)]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample: what is drawn is written into it."""
    copy = tmp_path_factory.mktemp("kreis") / "daten"
    shutil.copytree(SAMPLE, copy, ignore=shutil.ignore_patterns("making", "schemes", "__pycache__"))
    return copy


@pytest.fixture(scope="module")
def address(county: Path, serve_folder: Any) -> Iterator[str]:
    with serve_folder(county) as address:
        yield address


@pytest.fixture
def folder(county: Path) -> Path:
    """The county as it was before anybody drew in it: no schemes, and the release that came with it."""
    shutil.rmtree(county / "schemes", ignore_errors=True)
    shutil.copy2(SAMPLE / RELEASE_FILE, county / RELEASE_FILE)
    return county


@pytest.fixture
def drawing(page: Any, address: str, folder: Path) -> Iterator[DrawingPage]:
    yield DrawingPage(page, address)
    page.goto("about:blank")  # or it would miss the server


class DrawingPage(AppPage):
    """The page Sozialräume: `units` are the base units on the map, `rows` the areas beside it."""

    def __init__(self, page: Any, address: str) -> None:
        super().__init__(page, address)
        self.drawn = page.frame_locator(".st-key-drawing iframe")
        self.units = self.drawn.locator("path[role=button]")
        self.areas_listed = self.drawn.locator(".draw-areas li")
        self.findings = self.drawn.locator(".draw-findings li")

    def open_page(self) -> None:
        self.page.goto(f"{self.address}/sozialraeume?kommune={TROISDORF}")
        self.ready()

    def ready(self) -> None:
        self.drawn.locator("[data-described]").first.wait_for(timeout=SLOW)
        self.rests()

    def saved(self) -> None:
        expect(self.drawn.get_by_text("Gespeichert", exact=True)).to_be_visible(timeout=SLOW)
        self.rests()

    def tool(self, name: str) -> None:
        self.drawn.get_by_role("button", name=name, exact=True).click()

    def new_draft(self, way: str) -> None:
        self.page.get_by_role("button", name="Neuer Entwurf").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_text(way).click()
        self.rests()
        dialog.get_by_role("button", name="Entwurf anlegen").click()
        expect(dialog).to_have_count(0, timeout=SLOW)
        self.ready()

    def new_area(self, name: str) -> None:
        self.tool("Neuer Sozialraum")
        self.page.keyboard.type(name)
        self.page.keyboard.press("Enter")

    def positions(self, quarters: tuple[int, ...]) -> list[int]:
        """Positions of the base units of some quarters, and the middle of each on the screen."""
        names = self.evaluate("map.drawing._units._units.map((unit) => unit.feature.properties.name)")
        quarter = [int(re.match(r"Troisdorf (\d+)/", name)[1]) for name in names]
        return [at for at, number in enumerate(quarter) if number in quarters]

    def middle(self, position: int) -> tuple[float, float]:
        """Where a base unit is clicked, in pixels of the page."""
        at = self.evaluate("(index) => map.latLngToContainerPoint(map.drawing._units.pointOf(index))", position)
        box = self.drawn.locator(".leaflet-container").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]

    def click(self, position: int) -> None:
        self.page.mouse.click(*self.middle(position))

    def lasso(self, positions: list[int]) -> None:
        """A line by hand around the middles of base units; what lies between them is caught as well."""
        ring = list(
            MultiPoint([self.middle(position) for position in positions]).convex_hull.buffer(4, 1).exterior.coords
        )
        self.page.mouse.move(*ring[0])
        self.page.mouse.down()
        for x, y in ring[1:]:
            self.page.mouse.move(x, y, steps=2)
        self.page.mouse.up()

    def choose_area(self, number: int) -> None:
        self.areas_listed.nth(number).get_by_role("radio").check()

    def area_of_units(self) -> list[str]:
        """Area id of every base unit as the frame shows it."""
        return self.evaluate("map.drawing.state.of")


def test_a_municipality_draws_twelve_areas_and_everything_follows(drawing: DrawingPage, folder: Path, axe: Any) -> None:
    drawing.open_page()
    expect(drawing.units).to_have_count(UNITS)
    drawing.new_draft("Leer beginnen")
    expect(drawing.findings.first).to_contain_text("noch keine Sozialräume", timeout=SLOW)

    for number, quarters in enumerate(AREAS, start=1):
        drawing.new_area(f"Sozialraum {chr(64 + number)}")
        drawing.tool("Lasso")
        drawing.lasso(drawing.positions(quarters))
    drawing.tool("Klicken")
    for number, quarters in enumerate(AREAS, start=1):
        drawing.choose_area(number)
        of = drawing.area_of_units()
        for position in drawing.positions(quarters):
            if of[position] != f"{TROISDORF}-{number:02}":
                drawing.click(position)
    drawing.saved()
    expect(drawing.areas_listed).to_have_count(1 + 12)
    of = drawing.area_of_units()
    for number, quarters in enumerate(AREAS, start=1):
        assert {of[position] for position in drawing.positions(quarters)} == {f"{TROISDORF}-{number:02}"}

    show_and_mend_a_fault(drawing)
    axe(drawing.page)
    axe(drawing.page.frames[1])
    make_valid(drawing)
    axe(drawing.page)
    others_follow(drawing)
    [state] = list((folder / "schemes" / TROISDORF / "1").glob("*"))[-1:]
    assert state.is_dir()


def show_and_mend_a_fault(drawing: DrawingPage) -> None:
    """A base unit taken out is an error with its place; nothing can be valid with it; undo mends it."""
    position = drawing.positions((17,))[0]
    drawing.click(position)  # the last area is still the active one: a second click takes it out again
    drawing.saved()
    finding = drawing.findings.filter(has_text="zu keinem Sozialraum gehören: 1")
    expect(finding).to_be_visible(timeout=SLOW)
    finding.get_by_role("button").click()
    expect(finding.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(drawing.drawn.locator(".leaflet-highlights-pane path[stroke='#ffd23f']").first).to_be_attached(timeout=SLOW)
    drawing.page.get_by_role("button", name="Gültig machen").click()
    expect(drawing.page.get_by_text("Noch 1 Fehler")).to_be_visible()
    drawing.page.keyboard.press("Escape")
    drawing.tool("Rückgängig")
    drawing.saved()
    expect(finding).to_have_count(0, timeout=SLOW)


def make_valid(drawing: DrawingPage) -> None:
    drawing.page.get_by_role("button", name="Gültig machen").click()
    form = drawing.page.get_by_test_id("stPopoverBody")
    form.get_by_role("textbox", name="Stelle").fill("Sozialplanung Troisdorf")
    form.get_by_role("textbox", name="Anmerkung").fill("Beschluss des Rates")
    form.get_by_role("button", name="Gültig machen").click()
    version = drawing.page.get_by_role("combobox", name="Fassung", exact=True)
    expect(version).to_have_value("Fassung 1: Sozialräume Troisdorf (gültig)", timeout=RELEASED)
    drawing.ready()
    expect(drawing.drawn.get_by_text("Zum Ändern einen neuen Entwurf anlegen.")).to_be_visible(timeout=SLOW)


def others_follow(drawing: DrawingPage) -> None:
    """The map and the attention page have the twelve areas and no others of Troisdorf."""
    drawing.open(f"karte?kennzahl=A2&kommune={TROISDORF}")
    expect(drawing.bright()).to_have_count(12)
    expect(drawing.areas()).to_have_count(158 - 20 + 12)
    expect(drawing.rows).to_have_count(12)
    assert all(re.search(r"Sozialraum [A-L]", text) for text in drawing.rows.all_inner_texts())
    drawing.open(f"aufmerksamkeit?kommune={TROISDORF}")
    expect(drawing.bright()).to_have_count(12)
    listed = drawing.frame.locator(".card-name").all_inner_texts()
    assert all(re.fullmatch(r"Sozialraum [A-L]", name) for name in listed), listed


def test_a_draft_survives_a_reload_another_page_and_the_keyboard_draws_too(drawing: DrawingPage) -> None:
    drawing.open_page()
    drawing.new_draft("Leer beginnen")
    drawing.new_area("<b>Nord</b> & Süd")
    first = drawing.drawn.locator("path[role=button][tabindex='0']")
    first.focus()
    drawing.page.keyboard.press("Enter")
    drawing.page.keyboard.press("ArrowRight")
    drawing.page.keyboard.press("Enter")
    drawing.saved()
    before = drawing.area_of_units()
    assert before.count(f"{TROISDORF}-01") == 2

    drawing.page.get_by_role("link", name="Methodik", exact=True).click()
    drawing.page.get_by_role("heading", name="Methodik", exact=True).wait_for()
    drawing.page.get_by_role("link", name="Sozialräume", exact=True).click()
    drawing.ready()
    assert drawing.area_of_units() == before
    drawing.page.reload()
    drawing.ready()
    assert drawing.area_of_units() == before
    expect(drawing.drawn.get_by_text("<b>Nord</b> & Süd").first).to_be_visible()

    drawing.tool("Rückgängig")
    drawing.saved()
    assert drawing.area_of_units().count(f"{TROISDORF}-01") == 1
    drawing.page.reload()
    drawing.ready()
    drawing.tool("Wiederholen")
    drawing.saved()
    assert drawing.area_of_units() == before


@pytest.mark.finer
def test_a_rectangle_takes_what_lies_in_it_and_nothing_else(drawing: DrawingPage) -> None:
    drawing.open_page()
    drawing.new_draft("Leer beginnen")
    drawing.new_area("Nord")
    points = [drawing.middle(position) for position in range(UNITS)]
    x, y = sorted(points)[UNITS // 2]
    inside = [at for at, (left, top) in enumerate(points) if abs(left - x) < 40 and abs(top - y) < 40]
    drawing.tool("Rechteck")
    drawing.page.mouse.move(x - 40, y - 40)
    drawing.page.mouse.down()
    drawing.page.mouse.move(x + 40, y + 40, steps=4)
    drawing.page.mouse.up()
    drawing.saved()
    assert [at for at, area in enumerate(drawing.area_of_units()) if area] == inside
    expect(drawing.areas_listed.nth(1).locator(".draw-count")).to_contain_text(str(len(inside)))
