"""The change since a year: unsecured and hidden areas are told apart, in every year of the slider."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.finer

UNSECURED, HIDDEN = "davon statistisch nicht gesichert", "geheim (zum Schutz)"
MIDDLE = "#e7e3d8"  # about no change, `ui/colours.py`


def test_unsecured_and_hidden_areas_look_different(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&seit=2019")
    expect(app.heading()).to_contain_text("Kinderarmut: Veränderung in Prozentpunkten von 2019 bis 2024")
    fills, legend = app.fills(), app.legend()
    unsecured = [fill for fill in fills if "pattern-unsecured" in fill]
    hidden = [fill for fill in fills if "pattern-hidden" in fill]
    assert len(unsecured) == legend[UNSECURED] > 0
    assert len(hidden) == legend[HIDDEN] > 0
    assert not set(unsecured) & set(hidden)
    drawn = "[...document.querySelectorAll('pattern')].map((each) => each.innerHTML)"
    assert len(set(app.evaluate(drawn))) == app.evaluate("document.querySelectorAll('pattern').length")
    classes = {words: areas for words, areas in legend.items() if words.startswith(("unter", "über", "−"))}
    assert len(classes) == 5
    assert sum(classes.values()) + legend[HIDDEN] == len(fills) == 158
    app.says("Kinderarmut: Veränderung von 2019 bis 2024 als Tabelle")


def test_the_middle_class_is_pale_and_says_so(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&seit=2019&anzahl=7")
    swatches = app.frame.locator(".legend .swatch-fill")
    expect(swatches).to_have_count(7)
    expect(swatches.nth(3)).to_have_css("background-color", "rgb(231, 227, 216)")
    middle = app.frame.locator(".legend li").nth(3).inner_text()
    below, above = middle.split(" · ")[0].split(" bis ")
    assert below.removeprefix("−") == above.removeprefix("+")  # as far below as above
    codes = app.evaluate("map.stage.boxes[0].classes()")
    expected = [f'url("#pattern-unsecured-{MIDDLE[1:]}")' if code == "d" else MIDDLE for code in codes if code in "3d"]
    fills = [fill for code, fill in zip(codes, app.fills(), strict=True) if code in "3d"]
    assert [fill.replace('"', "") for fill in fills] == [fill.replace('"', "") for fill in expected] != []


def test_a_year_cannot_be_compared_with_itself(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&seit=2019")
    for _ in range(5):
        app.slider.press("ArrowLeft")
    expect(app.heading()).to_contain_text("von 2019 bis 2019")
    app.described()
    assert {fill.split("-")[1].rstrip(')"') for fill in app.fills()} <= {"missing", "hidden"}
    assert app.legend()["keine Angabe"] + app.legend()["geheim (zum Schutz)"] == 158
    without = (
        "Kinderarmut, Veränderung von 2019 bis 2019: / Veränderung nicht bestimmbar: Die Zeiträume überschneiden sich"
    )
    assert without in (app.area("Troisdorf 09").get_attribute("aria-label") or "")
    app.linked(jahr="2019")
    app.says("Kinderarmut: Veränderung von 2019 bis 2019 als Tabelle")
    app.slider.press("ArrowLeft")
    expect(app.heading()).to_contain_text("von 2019 bis 2018")  # back in time, too
    app.says("Kinderarmut: Veränderung von 2019 bis 2018 als Tabelle")
