"""Projector, office screen and 200 % zoom: nothing scrolls sideways, the answer is on the first screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.app_page import AppPage, open_page

PAGES = [
    "",
    "karte",
    *(pytest.param(each, marks=pytest.mark.finer) for each in ("aufmerksamkeit", "sitzung", "daten", "methodik")),
]
WITH_MAP = ["", "karte", "aufmerksamkeit", "sitzung"]
ANSWERS = ["", "karte", "sitzung"]  # pages whose answer is seen without scrolling
SIZES = {"projector": (1366, 768, 1), "office": (1920, 1080, 1), "zoomed": (683, 384, 2)}  # last: 1366 × 768 at 200 %
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
MAIN = "((main) => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"


@pytest.fixture
def app(new_page: Callable[..., Any], server: str) -> AppPage:
    """In a window of its own: what zooming does to its pixels would stay."""
    return AppPage(new_page(), server)


def resize(page: Any, width: int, height: int, scale: int) -> None:
    """As the browser's own zoom does it: fewer CSS pixels, each of them larger."""
    if not hasattr(page, "monitor_session"):
        page.monitor_session = page.context.new_cdp_session(page)
    page.monitor_session.send(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False},
    )
    page.wait_for_function(f"window.innerWidth === {width} && window.innerHeight === {height}")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_and_the_map_has_room(app: AppPage, name: str) -> None:
    if name in WITH_MAP:
        app.open(name)
    else:
        open_page(app.page, f"{app.address}/{name}")
    for size in SIZES:
        resize(app.page, *SIZES[size])
        app.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        app.page.wait_for_timeout(300)  # what follows the new size follows it now
        assert app.page.evaluate(SIDEWAYS) <= 0, size
        assert app.page.evaluate(MAIN) <= 0, size
        if name in ANSWERS and size == "projector":
            on_the_first_screen(app)
        if name in WITH_MAP:
            has_room(app, size)


def has_room(app: AppPage, size: str) -> None:
    assert app.evaluate(SIDEWAYS) <= 0, size
    shown = app.box().locator(".leaflet-container").bounding_box()
    assert shown["height"] >= 150 and shown["width"] >= 200, size
    app.slider.scroll_into_view_if_needed()
    frame, slider = app.page.locator("iframe").bounding_box(), app.slider.bounding_box()
    assert slider["width"] >= 60, size
    assert slider["y"] + slider["height"] <= frame["y"] + frame["height"] + 1, size
    assert slider["x"] + slider["width"] <= app.page.evaluate("window.innerWidth"), size
    app.slider.click(trial=True)  # nothing lies over it


@pytest.mark.finer
@pytest.mark.parametrize("link", ["zweite=kennzahl&seite=punkte", "seit=2019"])
def test_a_longer_legend_leaves_the_slider_on_the_first_screen(app: AppPage, link: str) -> None:
    app.page.set_viewport_size({"width": 1366, "height": 768})
    on_the_first_screen(app.open(f"karte?{link}"))


def on_the_first_screen(app: AppPage) -> None:
    last = app.frame.locator(".legend li").last.bounding_box()
    bar = app.frame.locator(".time-bar").bounding_box()
    assert last["y"] + last["height"] <= 768
    assert bar["y"] + bar["height"] <= 768
