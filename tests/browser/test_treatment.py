"""What was done to a value is named beside it: pooled, smoothed, tested for a trend, held against a target."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.finer

AREA = "05382068-07"


def test_smoothed_values_name_the_measured_ones_and_can_be_left(app: AppPage) -> None:
    app.open(f"karte?kennzahl=P2&gebiet={AREA}")
    expect(app.heading()).to_contain_text("geglättet mit den Nachbarn")
    smoothed = app.fills()
    app.area("Troisdorf 07").focus()
    expect(app.tooltips.first).to_contain_text("gemessen")
    app.says("auf der Karte geglättet mit den Nachbarn")
    app.button("Klassen").click()
    app.pick("Gefärbt werden", "gemessene Werte")
    app.linked(werte="gemessen")
    expect(app.heading()).not_to_contain_text("geglättet")
    assert app.fills() != smoothed
    app.page.keyboard.press("Escape")
    app.button("gemessene statt geglättete Werte").click()
    app.linked(werte="")
    expect(app.heading()).to_contain_text("geglättet mit den Nachbarn")


def test_years_are_pooled_where_areas_are_small_and_only_there(app: AppPage) -> None:
    app.open(f"karte?kennzahl=G4&gebiet={AREA}")
    expect(app.year).to_have_text("2022–2024")
    app.says("3 Jahrgänge zusammengefasst, 2022–2024")
    app.open("karte?kennzahl=G4&ebene=gemeinde&gebiet=05382068")
    expect(app.year).to_have_text("2024")
    detail = app.page.get_by_test_id("stMain")
    expect(detail.get_by_text("Zielwert 95,0 %:")).to_be_visible()
    expect(detail.get_by_text("Trend 2020–2024:")).to_be_visible()
