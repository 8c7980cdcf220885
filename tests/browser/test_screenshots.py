"""Pictures of every page for README and handbook: `make screenshots` writes them."""

import os
from pathlib import Path

import pytest

TARGET = os.environ.get("MONITOR_SCREENSHOTS")
PAGES = {
    "uebersicht": "",
    "karte": "karte?kennzahl=A2",
    "veraenderung": "karte?kennzahl=A2&seit=2019&kommune=05382068",
    "aufmerksamkeit": "aufmerksamkeit",
    "steckbrief": "steckbrief?gebiet=05382068-09",
    "strategien": "strategien?strategie=000000000027",
    "gegenueber": "strategien?teil=gegenueber&kommune=05382060",
    "steuerung": "steuerung",
    "beteiligung": "beteiligung?teil=stellungnahmen",
    "sozialraeume": "sozialraeume?kommune=05382068",
    "sitzung": "sitzung?schritt=3",
    "daten": "daten",
    "methodik": "methodik?kennzahl=A2",
}


@pytest.mark.skipif(not TARGET, reason="make screenshots takes the pictures")
@pytest.mark.parametrize("name", PAGES)
def test_picture(server, page, name):
    folder = Path(TARGET)
    folder.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": 1600, "height": 1000})
    page.goto(f"{server}/{PAGES[name]}")
    page.wait_for_selector("h1, iframe")
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=30_000)
    page.wait_for_timeout(2500)
    picture = folder / f"{name}.png"
    page.screenshot(path=str(picture))
    assert picture.stat().st_size > 20_000
