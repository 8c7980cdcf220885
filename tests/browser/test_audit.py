"""The button "Geheimhaltung prüfen" on the page Daten, with the shipped county."""

import pytest

from tests.browser.app_page import open_page

LONG = 90_000  # ms; the whole release is attacked


@pytest.mark.finer
def test_the_result_arrives_beside_the_button(server, page, axe):
    open_page(page, f"{server}/daten")
    page.get_by_role("button", name="Geheimhaltung prüfen").click()
    page.get_by_text("Die Geheimhaltung wird geprüft").wait_for()
    axe(page)
    page.get_by_text("davon errechenbar: 0.").wait_for(timeout=LONG)
    page.get_by_text("Die Geheimhaltung wird geprüft").wait_for(state="detached")
    axe(page)
    assert page.get_by_role("heading", name="Gelesene Dateien").is_visible()


@pytest.mark.finer
def test_the_result_is_kept_as_long_as_the_files_stay_the_same(server, page):
    for _ in range(2):
        open_page(page, f"{server}/daten")
        page.get_by_role("button", name="Geheimhaltung prüfen").press("Enter")
        page.get_by_text("davon errechenbar: 0.").wait_for(timeout=LONG)
    page.get_by_role("button", name="Geheimhaltung prüfen").press("Enter")
    page.get_by_text("davon errechenbar: 0.").wait_for(timeout=2_000)
