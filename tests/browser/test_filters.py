"""What narrows a page is named on it, can be left there, and goes along to the other pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.finer

TROISDORF = "05382068"


def test_a_municipality_goes_along_until_it_is_left(app: AppPage) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}")
    expect(app.rows).to_have_count(20)
    for page, title in (("uebersicht", "Übersicht"), ("aufmerksamkeit", "Aufmerksamkeit"), ("karte", "Karte")):
        navigate(app, title)
        expect(app.button("nur Troisdorf")).to_be_visible(timeout=30_000)
        app.described()
        expect(app.bright()).to_have_count(20)
        if page != "uebersicht":
            app.linked(kommune=TROISDORF)
    navigate(app, "Daten")
    app.page.get_by_role("heading", name="Quellen").wait_for()
    navigate(app, "Aufmerksamkeit")
    app.button("nur Troisdorf").click()
    app.linked(kommune="")
    expect(app.button("nur Troisdorf")).to_have_count(0)
    expect(app.bright()).to_have_count(158)
    navigate(app, "Karte")
    app.page.get_by_role("heading", name="Karte", exact=True).wait_for()
    expect(app.rows).to_have_count(158, timeout=30_000)
    expect(app.button("nur Troisdorf")).to_have_count(0)


def navigate(app: AppPage, title: str) -> None:
    app.page.get_by_role("link", name=title, exact=True).click()


def test_every_filter_has_its_own_way_back(app: AppPage) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}&gebiet={TROISDORF}-07&seit=2019&zweite=kennzahl&flaeche=kacheln")
    ways = {
        "ausgewählt: Troisdorf 07": "gebiet",
        "Veränderung seit 2019": "seit",
        "zweite Karte": "zweite",
        "Kachelkarte": "flaeche",
        "nur Troisdorf": "kommune",
    }
    for words in ways:
        expect(app.button(words)).to_be_visible()
    for words, param in ways.items():
        app.button(words).click()
        expect(app.button(words)).to_have_count(0, timeout=30_000)
        assert app.link.get(param, "ganz") == "ganz"  # the usual shape stands in the link
    expect(app.heading()).to_contain_text("Kinderarmut in %, 2024")
    expect(app.rows).to_have_count(158)


def test_a_filter_can_be_left_on_the_start_page(app: AppPage) -> None:
    app.open(f"?kommune={TROISDORF}")
    expect(app.bright()).to_have_count(20)
    app.button("nur Troisdorf").click()
    app.linked(kommune="")
    expect(app.bright()).to_have_count(158)
