""" "Meine Kommune" in the browser: chosen once, it goes along to every page, and the county stays beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import SLOW, AppPage

TROISDORF, SIEGBURG, WINDECK = "05382068", "05382060", "05382076"
PAGES = {
    "Übersicht": "Wo ist besonderer Aufmerksamkeitsbedarf?", "Karte": "Karte", "Aufmerksamkeit": "Aufmerksamkeit",
    "Daten": "Daten", "Methodik": "Methodik",
}  # fmt: skip
WITH_MAP = ("Übersicht", "Karte", "Aufmerksamkeit")


def go(app: AppPage, title: str) -> None:
    app.page.get_by_role("link", name=title, exact=True).click()
    app.page.get_by_role("heading", name=PAGES[title], exact=True).wait_for(timeout=SLOW)


def choice(app: AppPage) -> Any:
    return app.page.get_by_role("combobox", name="Meine Kommune", exact=True)


def test_it_is_chosen_once_and_stands_on_every_page_and_in_every_link(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    expect(app.bright()).to_have_count(158)
    app.choose("Meine Kommune", "Troisdorf")
    app.linked(kommune=TROISDORF)
    for title in (*PAGES, "Karte"):
        go(app, title)
        app.linked(kommune=TROISDORF)
        expect(choice(app)).to_have_value("Troisdorf")
        expect(choice(app)).to_have_count(1)
        if title in WITH_MAP:
            app.described()
            expect(app.bright()).to_have_count(20)


@pytest.mark.finer
@pytest.mark.parametrize("title", PAGES)
def test_every_page_is_accessible_with_it(app: AppPage, axe: Callable[..., None], title: str) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}")
    go(app, title)
    if title in WITH_MAP:
        app.described()
        expect(app.bright()).to_have_count(20)
        axe(app.page.frames[1])
    app.rests()
    axe(app.page)


@pytest.mark.finer
def test_a_link_without_it_is_completed_without_a_step_for_back(app: AppPage) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}")
    go(app, "Daten")
    app.linked(kommune=TROISDORF)
    go(app, "Methodik")
    app.linked(kommune=TROISDORF)
    app.page.go_back()
    app.page.get_by_role("heading", name="Daten", exact=True).wait_for(timeout=SLOW)
    app.page.go_back()
    app.page.get_by_role("heading", name="Karte", exact=True).wait_for(timeout=SLOW)
    app.linked(kommune=TROISDORF, kennzahl="A2")


@pytest.mark.finer
def test_the_meeting_keeps_the_choice_and_its_steps(app: AppPage) -> None:
    app.open(f"karte?kommune={TROISDORF}")
    app.page.get_by_role("link", name="Sitzung", exact=True).click()
    app.linked(kommune=TROISDORF)
    app.described()
    expect(app.bright()).to_have_count(158)  # the first step is of the whole county
    expect(choice(app)).to_have_value("Troisdorf")


@pytest.mark.finer
def test_list_and_tooltip_hold_both_benchmarks_and_both_ranks(app: AppPage) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}")
    wholes = app.frame.locator(".ranking-list .whole .row-name")
    expect(wholes).to_have_text(["Troisdorf", "Rhein-Sieg-Kreis"])  # 21.7 and 14.0 %
    ranks = app.rows.locator(".row-name").evaluate_all("all => all.map((e) => [e.dataset.rank, e.dataset.rankOfAll])")
    assert [int(own) for own, _ in ranks][:3] == [1, 2, 3] and len(ranks) == 20
    assert all(int(own) <= int(county) for own, county in ranks)
    app.area("Troisdorf 09").hover(force=True)
    expect(app.tooltips.locator(".tooltip-benchmarks")).to_have_text("Rhein-Sieg-Kreis 14,0 % · Troisdorf 21,7 %")
    app.slider.press("Home")  # the earliest year, without the server
    expect(app.year).not_to_have_text("2024")
    app.area("Troisdorf 09").hover(force=True)
    expect(app.tooltips.locator(".tooltip-benchmarks")).not_to_have_text("Rhein-Sieg-Kreis 14,0 % · Troisdorf 21,7 %")


@pytest.mark.finer
def test_without_a_municipality_the_list_is_as_before(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(1)
    assert not app.rows.locator("[data-rank]").count()
    app.choose("Meine Kommune", "Siegburg")
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(2, timeout=SLOW)
    app.button("nur Siegburg").click()
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(1, timeout=SLOW)
    expect(app.rows.locator("[data-rank]")).to_have_count(0)


@pytest.mark.finer
def test_the_reasons_follow_from_one_municipality_to_another_with_as_many(app: AppPage) -> None:
    app.open(f"?kommune={SIEGBURG}")
    names = app.frame.locator(".card-name")
    expect(names).to_have_count(2)
    app.choose("Meine Kommune", "Windeck")
    app.linked(kommune=WINDECK)
    expect(names.first).to_contain_text("Windeck", timeout=SLOW)
    expect(names).to_have_count(2)


# The map and the areas in full colour, measured at one and the same moment: while a page comes it moves as a whole.
BOXES = """() => {
    const box = (element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return [left, top, right, bottom];
    };
    const map = document.querySelector(".map-box:not([hidden]) .leaflet-container");
    const areas = [...map.querySelectorAll("path[role=button][fill-opacity='1']")];
    const isMoving = map.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim") !== null;
    return { map: box(map), areas: areas.map(box), isMoving };
}"""


@pytest.mark.parametrize(
    ("municipality", "path"),  # one of twenty quarters, and one of three
    [
        (TROISDORF, "karte?kennzahl=A2&"),
        ("05382052", "?"),
        pytest.param(TROISDORF, "?", marks=pytest.mark.finer),
        pytest.param("05382052", "karte?kennzahl=A2&", marks=pytest.mark.finer),
    ],
)
def test_map_and_slider_stay_on_the_first_screen(app: AppPage, municipality: str, path: str) -> None:
    app.page.set_viewport_size({"width": 1366, "height": 768})
    app.open(f"{path}kommune={municipality}")
    shown_whole_and_large(app)
    bar = app.frame.locator(".time-bar").bounding_box()
    assert bar["y"] + bar["height"] <= 768
    heading, box = app.page.locator("h1").bounding_box(), choice(app).bounding_box()
    assert abs(heading["y"] + heading["height"] / 2 - box["y"] - box["height"] / 2) < 8  # in the row of the heading


def shown_whole_and_large(app: AppPage) -> None:
    """Waits until the map has flown to the municipality and rests: all its areas lie on it and fill more than half of it."""
    before: dict[str, Any] = {}
    for _ in range(150):
        found = app.evaluate(BOXES)
        if found == before and not found["isMoving"] and lie_on_the_map(found) and extent(found) > 0.5:
            return
        before = found
        app.page.wait_for_timeout(100)
    raise AssertionError(f"the areas do not come to rest on the map: {before}")


def lie_on_the_map(found: dict[str, Any]) -> bool:
    left, top, right, bottom = found["map"]
    return found["areas"] != [] and all(
        area[0] >= left and area[1] >= top and area[2] <= right and area[3] <= bottom for area in found["areas"]
    )


def extent(found: dict[str, Any]) -> float:
    """The share of the map's width or height that the areas take, the larger one."""
    left, top, right, bottom = zip(*found["areas"], strict=True)
    width, height = found["map"][2] - found["map"][0], found["map"][3] - found["map"][1]
    return max((max(right) - min(left)) / width, (max(bottom) - min(top)) / height)
