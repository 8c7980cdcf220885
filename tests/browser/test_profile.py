"""The page Steckbrief in Chromium: drawn charts, quiet, accessible, files behind buttons."""

import pikepdf
import pytest

from tests.browser.app_page import SLOW, open_page

CHARTS = "[data-testid='stVegaLiteChart'] svg, [data-testid='stVegaLiteChart'] canvas"


def drawn(page, number):
    page.locator(CHARTS).nth(number - 1).wait_for(timeout=SLOW)
    assert page.locator(CHARTS).count() == number


def test_charts_are_drawn_quietly_and_accessibly(server, page, axe):
    page.set_viewport_size({"width": 1366, "height": 3200})
    open_page(page, f"{server}/steckbrief?gebiet=05382068-09&vergleich=05382060-03")
    drawn(page, 3)
    for heading in ("Nebeneinander", "Besonderer Aufmerksamkeitsbedarf", "Alle Jahre", "Wer hier lebt", "Nachbarn"):
        assert page.get_by_role("heading", name=heading, exact=True).is_visible()
    page.get_by_text("Alle Kennzahlen als Tabelle").click()
    page.get_by_text("Alle Jahre als Tabelle").click()
    page.wait_for_timeout(500)
    axe(page)


@pytest.mark.finer
def test_nothing_scrolls_sideways_on_a_small_screen(server, page):
    page.set_viewport_size({"width": 1024, "height": 768})
    open_page(page, f"{server}/steckbrief?gebiet=05382068-09")
    page.locator(CHARTS).first.wait_for(timeout=SLOW)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth + 1")


def test_the_page_is_saved_as_pdf(server, page, tmp_path):
    open_page(page, f"{server}/steckbrief?gebiet=05382068-09")
    with page.expect_download(timeout=SLOW) as download:
        page.get_by_role("button", name="Als PDF, hoch").click()
    assert download.value.suggested_filename == "BEISPIEL_Steckbrief_Troisdorf_09_05382068-09_2024.pdf"
    download.value.save_as(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as found:
        assert str(found.docinfo["/Title"]) == "Troisdorf 09" and len(found.pages) == 1


@pytest.mark.finer
def test_many_profiles_are_made_while_the_page_is_used(server, page, tmp_path):
    page.set_viewport_size({"width": 1366, "height": 1000})
    open_page(page, f"{server}/aufmerksamkeit?kommune=05382076")
    page.get_by_role("button", name="Als Bericht").click()
    page.get_by_role("button", name="Steckbriefe aller").click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Archiv herunterladen").click(timeout=60_000)
    assert download.value.suggested_filename.endswith(".zip")
