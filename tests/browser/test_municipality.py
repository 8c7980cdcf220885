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


def test_it_is_chosen_once_and_stands_on_every_page_and_in_every_link(app: AppPage, axe: Callable[..., None]) -> None:
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
            axe(app.page.frames[1])
        app.rests()
        axe(app.page)


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


def test_the_meeting_keeps_the_choice_and_its_steps(app: AppPage) -> None:
    app.open(f"karte?kommune={TROISDORF}")
    app.page.get_by_role("link", name="Sitzung", exact=True).click()
    app.linked(kommune=TROISDORF)
    app.described()
    expect(app.bright()).to_have_count(158)  # the first step is of the whole county
    expect(choice(app)).to_have_value("Troisdorf")


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


def test_without_a_municipality_the_list_is_as_before(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(1)
    assert not app.rows.locator("[data-rank]").count()
    app.choose("Meine Kommune", "Siegburg")
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(2, timeout=SLOW)
    app.button("nur Siegburg").click()
    expect(app.frame.locator(".ranking-list .whole")).to_have_count(1, timeout=SLOW)
    expect(app.rows.locator("[data-rank]")).to_have_count(0)


def test_the_reasons_follow_from_one_municipality_to_another_with_as_many(app: AppPage) -> None:
    app.open(f"?kommune={SIEGBURG}")
    names = app.frame.locator(".card-name")
    expect(names).to_have_count(2)
    app.choose("Meine Kommune", "Windeck")
    app.linked(kommune=WINDECK)
    expect(names.first).to_contain_text("Windeck", timeout=SLOW)
    expect(names).to_have_count(2)


@pytest.mark.parametrize("path", ["?", "karte?kennzahl=A2&"])
@pytest.mark.parametrize("municipality", [TROISDORF, "05382052"])  # twenty quarters, and three
def test_map_and_slider_stay_on_the_first_screen(app: AppPage, path: str, municipality: str) -> None:
    app.page.set_viewport_size({"width": 1366, "height": 768})
    app.open(f"{path}kommune={municipality}")
    bar = app.frame.locator(".time-bar").bounding_box()
    assert bar["y"] + bar["height"] <= 768
    heading, box = app.page.locator("h1").bounding_box(), choice(app).bounding_box()
    assert abs(heading["y"] + heading["height"] / 2 - box["y"] - box["height"] / 2) < 8  # in the row of the heading
    app.page.wait_for_timeout(600)  # the map flies to the municipality
    outer = app.box().locator(".leaflet-container").bounding_box()
    for area in app.bright().all():
        inner = area.bounding_box()
        assert inner["x"] >= outer["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        assert inner["y"] >= outer["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"]
