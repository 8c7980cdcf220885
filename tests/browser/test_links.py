"""Every setting is in the link: opened elsewhere it shows the same, and nothing in it is trusted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

TROISDORF = "05382068"
SCRIPT = "<img src=x onerror=\"window.injected='yes'\"><script>window.injected='yes'</script>"
FLAGGED = "Besonderer Aufmerksamkeitsbedarf (Kreisregel), 2024"
OF_MAP = ("kennzahl", "jahr", "ebene", "kommune", "gebiet", "klassen", "anzahl", "seit", "zweite", "kennzahl2", "jahr2",
          "flaeche", "seite", "orte", "grenzen")  # fmt: skip


def same_elsewhere(app: AppPage, new_page: Callable[..., Any]) -> None:
    """The link of the page, opened by somebody else, shows the same headings, legends, colours and list."""
    app.rests()
    app.described()
    parts = urlsplit(app.page.url)
    other = AppPage(new_page(), app.address).open(f"{parts.path.lstrip('/')}?{parts.query}")
    assert other.seen() == app.seen()
    assert other.link == app.link
    other.page.context.close()


# What a link asks for is seen


def test_indicator_year_level_classes_and_selection(app: AppPage) -> None:
    app.open("karte?kennzahl=A5&jahr=2021&ebene=gemeinde&klassen=natural&anzahl=7&gebiet=05382060&seite=ohne&orte=1")
    expect(app.heading()).to_contain_text("Arbeitslosenanteil in %, 2021")
    assert len(app.areas().all()) == 19
    expect(app.frame.locator(".legend .swatch-fill")).to_have_count(7)
    expect(app.area("Siegburg")).to_have_attribute("aria-pressed", "true")
    app.says("ausgewählt: Siegburg")
    expect(app.frame.locator(".stage-side > *")).to_have_count(0)
    expect(app.frame.locator(".place-point").first).to_be_attached()
    app.says("Arbeitslosenanteil 2021 als Tabelle")


@pytest.mark.finer
def test_municipality_and_own_bounds(app: AppPage) -> None:
    app.open(f"karte?kennzahl=A2&kommune={TROISDORF}&klassen=own&grenzen=10;20,5")
    expect(app.rows).to_have_count(20)
    expect(app.bright()).to_have_count(20)
    words = [text.split(" · ")[0] for text in app.frame.locator(".legend li:has(.swatch-fill)").all_inner_texts()]
    assert words[1] == "über 10,0 bis 20,5" and len(words) == 3


@pytest.mark.finer
def test_two_maps_change_and_scatter(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde&zweite=kennzahl&kennzahl2=A4&seit=2018&seite=punkte")
    expect(app.heading(0)).to_contain_text("Kinderarmut: Veränderung in Prozentpunkten von 2018 bis 2024")
    expect(app.heading(1)).to_contain_text("Altersarmut: Veränderung in Prozentpunkten von 2018 bis 2024")
    expect(app.frame.locator(".scatter .dot").first).to_be_visible()
    app.open("karte?kennzahl=A2&ebene=gemeinde&zweite=jahr&jahr2=2016")
    expect(app.heading(0)).to_contain_text("Kinderarmut in %, 2024")
    expect(app.heading(1)).to_contain_text("Kinderarmut in %, 2016")


@pytest.mark.finer
def test_inhabited_part_and_tiles(app: AppPage) -> None:
    app.open("karte?kennzahl=A2&flaeche=bewohnt")
    inhabited = outlines(app)
    expect(app.frame.locator(".legend .swatch-ground")).to_have_count(1)
    app.says("nur bewohnte Fläche")
    app.open("karte?kennzahl=A2&flaeche=kacheln")
    tiles = outlines(app)
    expect(app.frame.locator(".schematic")).to_have_count(1)
    expect(app.frame.locator(".leaflet-control-scale")).to_be_hidden()
    app.says("Kachelkarte")
    assert len(tiles) == len(inhabited) == 158
    sizes = {tuple(app.areas().nth(at).bounding_box()[side] for side in ("width", "height")) for at in range(158)}
    assert max(width for width, _ in sizes) - min(width for width, _ in sizes) <= 2  # all of the same size


def outlines(app: AppPage) -> list[str]:
    return app.areas().evaluate_all("areas => areas.map((area) => area.getAttribute('d'))")


# Widgets write the link, the link shows the same


def test_what_is_looked_at_is_written_into_the_link(app: AppPage, new_page: Callable[..., Any]) -> None:
    app.open("karte")
    app.choose("Kennzahl", "Arbeitslosenanteil · Arbeit")
    app.linked(kennzahl="A5")
    app.choose("Ebene", "Kommunen")
    app.linked(ebene="gemeinde")
    app.choose("Jahr", "2021")
    app.linked(jahr="2021")
    app.choose("Auswahl", "Siegburg")
    app.linked(gebiet="05382060")
    app.button("Klassen").click()
    app.pick("Einteilung", "Gleiche Abstände")
    app.linked(klassen="equal")
    app.pick("Anzahl der Klassen", "6")
    app.linked(anzahl="6")
    expect(app.frame.locator(".legend .swatch-fill")).to_have_count(6, timeout=30_000)
    expect(app.heading()).to_contain_text("Arbeitslosenanteil in %, 2021")
    same_elsewhere(app, new_page)
    app.pick("Einteilung", "Eigene Grenzen")
    app.linked(klassen="own")
    bounds = app.page.get_by_label("Obergrenzen der Klassen")
    bounds.fill("4; 5,5")
    bounds.press("Enter")
    app.linked(grenzen="4;5.5")  # as bounds stand in every link
    expect(app.frame.locator(".legend .swatch-fill")).to_have_count(3, timeout=30_000)
    app.page.keyboard.press("Escape")
    app.choose("Meine Kommune", "Troisdorf")
    app.linked(kommune=TROISDORF)
    expect(app.rows).to_have_count(1, timeout=30_000)
    same_elsewhere(app, new_page)


@pytest.mark.finer
def test_how_it_is_compared_is_written_into_the_link(app: AppPage, new_page: Callable[..., Any]) -> None:
    app.open("karte?kennzahl=A2&ebene=gemeinde")
    app.button("Vergleichen").click()
    app.choose("Veränderung seit", "2018")
    app.linked(seit="2018")
    app.pick("Zweite Karte daneben", "eine andere Kennzahl")
    app.linked(zweite="kennzahl")
    app.choose("Kennzahl der zweiten Karte", "Altersarmut · Armutslagen")
    app.linked(kennzahl2="A4")
    app.pick("Neben der Karte", "Punktwolke beider Karten")
    app.linked(seite="punkte")
    app.page.keyboard.press("Escape")
    app.button("Fläche").click()
    app.pick("Gefärbt wird", "nur die bewohnte Fläche")
    app.linked(flaeche="bewohnt")
    app.page.get_by_text("Orte zeigen").click()
    app.linked(orte="1")
    expect(app.frame.locator(".place-point").first).to_be_attached(timeout=30_000)
    app.page.keyboard.press("Escape")
    same_elsewhere(app, new_page)
    app.button("Veränderung seit 2018").click()
    app.linked(seit="")
    app.button("Vergleichen").click()
    app.pick("Zweite Karte daneben", "ein anderes Jahr")
    app.linked(zweite="jahr")
    app.choose("Jahr der zweiten Karte", "2016")
    app.linked(jahr2="2016")
    app.pick("Neben der Karte", "nichts")
    app.linked(seite="ohne")
    app.page.keyboard.press("Escape")
    app.button("Fläche").click()
    app.pick("Gefärbt wird", "Kachelkarte")
    app.linked(flaeche="kacheln")
    app.page.get_by_text("Orte zeigen").click()
    app.linked(orte="")
    expect(app.heading(1)).to_contain_text("Kinderarmut in %, 2016")
    same_elsewhere(app, new_page)


@pytest.mark.finer
def test_the_rule_is_written_into_the_link(app: AppPage, new_page: Callable[..., Any]) -> None:
    app.open("aufmerksamkeit?regel=county&jahr=2022")
    expect(app.heading()).to_contain_text("2022")
    app.pick("Regel", "MSS-Regel")
    app.linked(regel="mss")
    expect(app.frame.locator(".legend")).to_contain_text("Status", timeout=30_000)
    same_elsewhere(app, new_page)


# Nothing in a link is trusted


@pytest.mark.finer
def test_unknown_ids_show_the_usual_view_and_say_so(app: AppPage) -> None:
    app.open("karte?" + "&".join(f"{param}=Z9" for param in OF_MAP))
    for label, shown in (
        ("Kennzahl", "SGB-II-Quote · Armutslagen"),
        ("Jahr", "2024"),
        ("Ebene", "Quartiere"),
        ("Kommune", "Rhein-Sieg-Kreis: alle Kommunen"),
        ("Zweite Karte daneben", "keine"),
    ):
        app.says(f"{label} „Z9“ gibt es hier nicht. Gezeigt wird: {shown}.")
    expect(app.heading()).to_contain_text("SGB-II-Quote in %, 2024")
    expect(app.rows).to_have_count(158)
    expect(app.frame.locator(".legend .swatch-fill")).to_have_count(5)
    assert "Z9" not in {value for param, value in app.link.items() if param not in ("grenzen", "kennzahl2", "jahr2")}


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        pytest.param(
            "karte?kennzahl=A2&zweite=kennzahl&kennzahl2=Z9&klassen=own&grenzen=zwanzig",
            "Kinderarmut in %, 2024",
            marks=pytest.mark.finer,
        ),
        pytest.param("karte?kennzahl=A2&zweite=jahr&jahr2=1066", "Kinderarmut in %, 2024", marks=pytest.mark.finer),
        ("aufmerksamkeit?regel=Z9&jahr=1066&gebiet=Z9", FLAGGED),
        pytest.param("?kommune=Z9&gebiet=Z9&jahr=1066", FLAGGED, marks=pytest.mark.finer),
    ],
)
def test_an_unknown_id_of_a_part_falls_back(app: AppPage, path: str, heading: str) -> None:
    app.open(path)
    expect(app.heading()).to_contain_text(heading)
    expect(app.page.get_by_text(re.compile("lässt sich gerade nicht anzeigen|Traceback"))).to_have_count(0)
    expect(app.page.get_by_text("gibt es hier nicht").first).to_be_visible()


@pytest.mark.parametrize("name", ["karte", "sitzung"])
def test_nothing_in_a_link_is_executed(app: AppPage, name: str) -> None:
    params = (*OF_MAP, "regel", "grundkarte", "schritt", "geschichte")
    app.open(f"{name}?" + "&".join(f"{param}={quote(SCRIPT)}" for param in params))
    assert app.page.evaluate("window.injected") is None
    assert app.evaluate("window.injected") is None
    assert app.page.locator("img[src=x]").count() == 0
    assert app.frame.locator("img[src=x]").count() == 0
