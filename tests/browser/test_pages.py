"""The app in Chromium. The fixture `page` fails on console errors and on any request to another host."""

import re

import pytest

from tests.browser.app_page import open_page, painted_frame

PAGES = ["", "karte", "aufmerksamkeit", "daten", "methodik"]
MAP_PAGES = ["", "karte", "aufmerksamkeit"]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_quiet_and_accessible(server, page, axe, name):
    open_page(page, f"{server}/{name}")
    if name in MAP_PAGES:
        painted_frame(page)
    assert page.locator("html").get_attribute("lang") == "de"
    axe(page)


def test_notices_and_filters_are_accessible(server, page, axe):
    open_page(page, f"{server}/karte?kennzahl=Z9&kommune=05382068")
    painted_frame(page)
    assert page.get_by_text("gibt es hier nicht").is_visible()
    axe(page)
    page.get_by_role("button", name="nur Troisdorf").click()
    page.wait_for_function("!location.search.includes('kommune')")
    page.get_by_role("button", name="nur Troisdorf").wait_for(state="detached")


@pytest.mark.finer
def test_a_deep_link_as_first_request(server, page):
    open_page(page, f"{server}/karte?kennzahl=A5&jahr=2021&ebene=gemeinde")
    painted_frame(page)
    assert page.get_by_text("Arbeitslosenanteil 2021 als Tabelle").is_visible()


def test_reload_and_back_keep_the_view(server, page):
    open_page(page, f"{server}/karte?kennzahl=A5&jahr=2021&ebene=gemeinde")
    page.get_by_role("combobox", name=re.compile("Jahr")).click()
    page.get_by_role("option", name="2018", exact=True).click()
    page.get_by_text("Arbeitslosenanteil 2018 als Tabelle").wait_for()
    page.wait_for_url("**jahr=2018**")
    page.reload()
    page.get_by_text("Arbeitslosenanteil 2018 als Tabelle").wait_for()
    page.go_back()
    page.get_by_text("Arbeitslosenanteil 2021 als Tabelle").wait_for()


def test_the_choice_goes_along_to_the_next_page(server, page):
    open_page(page, f"{server}/karte?kommune=05382068")
    page.get_by_role("link", name="Aufmerksamkeit").click()
    page.wait_for_url("**/aufmerksamkeit**kommune=05382068**")


def test_a_click_on_the_map_selects_the_area(server, page):
    open_page(page, f"{server}/karte?kennzahl=A5&jahr=2021&ebene=gemeinde")
    frame = painted_frame(page)
    frame.locator("path[aria-label*='Siegburg']").first.press("Enter")
    page.wait_for_url("**gebiet=05382060**")
    page.get_by_text("Siegburg", exact=True).first.wait_for()


def test_own_bounds_make_their_classes(server, page, axe):
    open_page(page, f"{server}/karte?kennzahl=A2&klassen=own&grenzen=20")
    legend = painted_frame(page).locator(".legend")
    legend.get_by_text("über 20,0 bis").wait_for()
    page.get_by_role("button", name="Klassen").click()
    page.get_by_role("radio", name=re.compile("Natürliche Grenzen")).wait_for()
    axe(page)
    page.get_by_text("Natürliche Grenzen").click()
    page.wait_for_url("**klassen=natural**")
    legend.get_by_text("über 20,0 bis").wait_for(state="detached")
