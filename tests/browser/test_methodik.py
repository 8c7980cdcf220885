"""The page Methodik in Chromium: links to methods, examples on demand, accessibility of what opens."""

import pytest

from tests.browser.app_page import RESTS, SLOW, open_page

OPEN = ("example-anteil", "formula-anteil", "try-out", "example-kreisvergleich", "example-kartenklassen")


def _toggle(page, key):
    page.locator(f".st-key-{key} summary").click()


def _is_in_view(page, anchor, above=0):
    """The heading stands in the upper half of the window, at most so many pixels above it."""
    page.wait_for_function(
        f"(box => box && box.top >= -{above} && box.top < innerHeight / 2)"
        f"(document.getElementById('{anchor}')?.getBoundingClientRect())",
        timeout=SLOW,
    )


@pytest.mark.finer
def test_a_link_of_the_sheet_leads_to_its_method(server, page):
    open_page(page, f"{server}/methodik?kennzahl=A2")
    page.get_by_role("link", name="Kreisregel", exact=True).click()
    _is_in_view(page, "kreisvergleich")
    assert len(page.context.pages) == 1


@pytest.mark.finer
def test_a_link_with_an_anchor_opens_at_its_method(server, page):
    open_page(page, f"{server}/methodik?kennzahl=A2#trend")
    _is_in_view(page, "trend", above=150)  # what arrives later above it moves it a little


@pytest.mark.finer
def test_opened_examples_formulas_and_fields_are_accessible(server, page, axe):
    open_page(page, f"{server}/methodik?kennzahl=A2")
    for key in OPEN:
        _toggle(page, key)
    page.get_by_text("Wären es zehnmal so viele").wait_for(timeout=SLOW)
    page.get_by_text("obere Grenzen und Zahl der Gebiete").wait_for(timeout=SLOW)
    page.wait_for_selector(RESTS, timeout=SLOW, state="attached")
    axe(page)


@pytest.mark.finer
def test_the_overview_opens_by_keyboard(server, page, axe):
    open_page(page, f"{server}/methodik")
    page.locator(".st-key-methods-overview summary").press("Enter")
    page.get_by_test_id("stDataFrame").wait_for(timeout=SLOW)
    axe(page)


@pytest.mark.finer
def test_the_example_that_takes_longest_arrives_and_leaves_the_page_as_it_was(server, page):
    open_page(page, f"{server}/methodik?kennzahl=A2")
    _toggle(page, "example-raeumliche-haeufung")
    page.get_by_text("Morans I ist").wait_for(timeout=SLOW)
    assert page.get_by_text("Warum es wichtig ist").count() == 1


@pytest.mark.finer
def test_two_fields_answer_at_once(server, page):
    open_page(page, f"{server}/methodik")
    _toggle(page, "try-out")
    page.get_by_label("Personen insgesamt (n)").fill("360")
    page.get_by_label("Personen insgesamt (n)").press("Enter")
    page.get_by_text("5 von 360 sind 1,4 %.").wait_for(timeout=SLOW)
    assert "360" not in page.url
