"""What is pointed at is pointed at everywhere: maps, ranking and scatter, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.finer

POINTED = "path[stroke='#16212a'][stroke-width='2.2']"


def name_in(tooltip: Locator) -> str:
    return tooltip.locator(".tooltip-name").inner_text()


def test_an_area_and_its_bar_light_up_together(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde")
    app.area("Siegburg").hover(force=True)
    expect(app.tooltips).to_have_count(1)
    expect(app.tooltips.locator(".tooltip-value")).to_contain_text("Kinderarmut 2024: ")
    expect(app.pointed_row).to_have_text(name_in(app.tooltips))
    row = app.rows.filter(has_text="Windeck")
    row.hover()
    expect(app.tooltips.locator(".tooltip-name")).to_have_text("Windeck")
    expect(row).to_have_class("pointed")
    expect(app.frame.locator(POINTED)).to_have_count(1)
    app.slider.hover()
    expect(app.tooltips).to_have_count(0)
    expect(app.frame.locator(".pointed")).to_have_count(0)
    expect(app.frame.locator("[aria-selected=true]")).to_have_count(0)
    expect(app.frame.locator(POINTED)).to_have_count(0)


def test_keys_go_through_the_ranking_and_choose(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde")
    keys = app.page.keyboard
    app.area("Troisdorf").focus()
    keys.press("ArrowUp")
    focused = app.frame.locator("path:focus")
    expect(app.frame.locator("path[tabindex='0']:focus")).to_have_count(1)
    assert name_in(app.tooltips) != "Troisdorf"
    expect(app.pointed_row).to_have_text(name_in(app.tooltips))
    assert (focused.get_attribute("aria-label") or "").startswith(f"{name_in(app.tooltips)}.")
    expect(app.frame.locator("path[tabindex='0']")).to_have_count(1)  # one stop for the tabulator
    for _ in ("Vergrößern", "Verkleinern", "Ganze Karte zeigen", "Rangliste"):
        keys.press("Tab")
    ranking = app.frame.get_by_role("listbox")
    expect(ranking).to_be_focused()
    expect(app.rows.nth(0)).to_have_class("pointed")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    third = app.rows.nth(2)
    expect(third).to_have_class("pointed")
    assert ranking.get_attribute("aria-activedescendant") == third.get_attribute("id")
    name = third.locator(".row-name").inner_text()
    assert name_in(app.tooltips) == name
    keys.press("End")
    expect(app.rows.nth(18)).to_have_class("pointed")
    keys.press("Home")
    expect(app.rows.nth(0)).to_have_class("pointed")
    while app.pointed_row.inner_text() != "Siegburg":
        keys.press("ArrowDown")
    keys.press("Enter")
    app.linked(gebiet="05382060")  # the official key of Siegburg
    app.says("ausgewählt: Siegburg")
    expect(app.rows.filter(has_text="Siegburg")).to_have_attribute("aria-selected", "true")
    expect(app.area("Siegburg")).to_have_attribute("aria-pressed", "true")


def lies_inside(inner: Locator, outer: Locator) -> bool:
    """Whether a tooltip lies wholly on its map, with a pixel for rounding."""
    small, large = inner.bounding_box() or {}, outer.bounding_box() or {}
    starts = all(small[side] >= large[side] - 1 for side in ("x", "y"))
    return starts and all(
        small[side] + small[size] <= large[side] + large[size] + 1 for side, size in (("x", "width"), ("y", "height"))
    )


def test_two_maps_and_their_points_light_up_together(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde&zweite=kennzahl&kennzahl2=A4&seite=punkte")
    dots, pointed = app.frame.locator(".dot"), app.frame.locator(".dot.pointed")
    expect(dots).to_have_count(19)
    for at in (0, 1):
        app.area("Windeck", at).hover(force=True)
        expect(app.tooltips).to_have_count(2)
        assert all(lies_inside(app.tooltips.nth(map), app.box(map).locator(".leaflet-container")) for map in (0, 1))
        names = app.tooltips.locator(".tooltip-name").all_inner_texts()
        assert names == [names[0]] * 2
        assert (pointed.get_attribute("aria-label") or "").startswith(f"{names[0]}: ")
    values = app.tooltips.locator(".tooltip-value").all_inner_texts()
    assert values[0].startswith("Kinderarmut 2024: ") and values[1].startswith("Altersarmut 2024: ")
    dots.first.hover(force=True)
    name = (pointed.get_attribute("aria-label") or "").split(":")[0]
    expect(app.tooltips.locator(".tooltip-name")).to_have_text([name, name])
    app.slider.hover()
    expect(app.tooltips).to_have_count(0)
    cloud = app.frame.get_by_role("application")
    cloud.focus()
    app.page.keyboard.press("ArrowRight")
    expect(pointed).to_have_count(1)
    expect(app.tooltips).to_have_count(2)
    app.page.keyboard.press("Enter")
    app.page.wait_for_url("**gebiet=05382**")
    expect(app.frame.locator("path[aria-pressed=true]")).to_have_count(2)


def views(app: AppPage) -> list[list[float]]:
    """Zoom, latitude and longitude of every map, rounded to what can be seen."""
    return app.evaluate(
        """() => map.stage.boxes.map(({ map }) => {
            const { lat, lng } = map.getCenter();
            return [map.getZoom(), lat, lng].map((each) => Math.round(each * 500) / 500);
        })"""
    )


def test_maps_move_together(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde&zweite=jahr&jahr2=2018")
    before = views(app)
    assert before[0] == before[1]
    app.box(0).get_by_role("button", name="Vergrößern").click()
    together(app, zoom=before[0][0] + 0.5)
    app.box(1).get_by_role("button", name="Vergrößern").click()
    together(app, zoom=before[0][0] + 1)
    box = app.box(1).locator(".leaflet-container").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    app.page.mouse.move(x, y)
    app.page.mouse.down()
    app.page.mouse.move(x - 60, y - 40, steps=4)
    app.page.mouse.up()
    dragged = together(app, zoom=before[0][0] + 1)
    assert dragged[1:] != before[0][1:]
    app.box(0).get_by_role("button", name="Ganze Karte zeigen").click()
    together(app, zoom=before[0][0])


def together(app: AppPage, zoom: float) -> list[float]:
    """Waits until both maps have this zoom and the same middle, which is returned, and nothing moves any more."""
    for _ in range(100):
        first, second = views(app)
        # Leaflet tells the new zoom when its movement begins, and until it ends it does not take a drag.
        moving = app.frame.locator(".leaflet-zoom-anim, .leaflet-pan-anim").count()
        if not moving and first == second and first[0] == pytest.approx(zoom, abs=0.01):
            return first
        app.page.wait_for_timeout(50)
    raise AssertionError(f"{first} and {second} instead of zoom {zoom}")


def test_a_second_map_comes_and_goes_in_the_living_page(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde")
    width = app.box().bounding_box()["width"]
    assert fitted(app) == [True]
    app.evaluate("window.before = window.map")
    for _ in range(2):
        app.button("Vergleichen").click()
        app.pick("Zweite Karte daneben", "eine andere Kennzahl")
        app.linked(zweite="kennzahl")
        expect(app.heading(1)).to_contain_text("Volle Erwerbsminderung")
        app.described()
        app.page.keyboard.press("Escape")
        assert app.box().bounding_box()["width"] < 0.6 * width
        assert fitted(app) == [True, True]
        app.button("zweite Karte").click()
        app.linked(zweite="")
        expect(app.frame.locator(".map-box:not([hidden])")).to_have_count(1)
        expect(app.heading()).to_contain_text("Kinderarmut")
        assert fitted(app) == [True]
    assert app.box().bounding_box()["width"] == width
    assert app.evaluate("window.before === window.map")


def fitted(app: AppPage) -> list[bool]:
    """For every map, whether all areas are seen and fill at least 70 % of its width or its height."""
    script = """() => map.stage.boxes.map(({ map, layer }) => {
        const size = map.getSize();
        const bounds = layer.getBounds();
        const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((each) => map.latLngToContainerPoint(each));
        const inside = corners.every(({ x, y }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y);
        const extent = corners[1].subtract(corners[0]);
        return inside && Math.max(extent.x / size.x, extent.y / size.y) > 0.7;
    })"""
    for _ in range(60):  # a map is fitted as soon as the browser has told it its size
        if all(found := app.evaluate(script)):
            break
        app.page.wait_for_timeout(50)
    return found


def test_a_second_map_of_its_own_year_stays_at_its_year(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde&zweite=jahr&jahr2=2018")
    expect(app.heading(1)).to_contain_text("Kinderarmut in %, 2018")
    second = app.fills(1)
    app.slider.press("ArrowLeft")
    expect(app.heading(0)).to_contain_text("Kinderarmut in %, 2023")
    app.linked(jahr="2023")
    app.says("Kinderarmut 2023 als Tabelle")
    app.says("Kinderarmut 2018 als Tabelle")
    expect(app.heading(1)).to_contain_text("Kinderarmut in %, 2018")
    app.described()
    assert app.fills(1) == second
    for _ in range(5):
        app.slider.press("ArrowLeft")
    expect(app.heading(0)).to_contain_text("2018")
    app.described()
    assert app.fills(0) == second  # the same year twice looks the same
