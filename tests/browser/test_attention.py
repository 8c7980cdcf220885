"""Which five, and why: from the start with one click. And what would be if, seen on the map, in the link and in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import SLOW, AppPage

BACK = "Zurück zum beschlossenen Verfahren"
WHAT_IF = "Was wäre, wenn: nicht das beschlossene Verfahren."
REASON = re.compile(r".+ \d+,\d % \(Kreis \d+,\d %\), gesichert")


def flagged(app: AppPage) -> int:
    return app.legend()["besonderer Aufmerksamkeitsbedarf"]


def opened(app: AppPage, path: str = "aufmerksamkeit") -> AppPage:
    app.open(path)
    app.page.locator(".ranking").wait_for(timeout=SLOW)
    return app


def test_from_the_start_to_the_five_and_all_reasons_is_one_click(app: AppPage) -> None:
    app.open()
    app.page.get_by_role("link", name="Aufmerksamkeit").click()
    entries = app.page.locator(".ranking > li")
    entries.first.wait_for(timeout=SLOW)
    on_the_map = app.frame.locator(".card-name")
    expect(on_the_map.first).to_be_visible(timeout=SLOW)
    assert entries.count() == 11
    for place in range(5):
        entry = entries.nth(place)
        expect(entry.locator(".area-name")).to_have_text(on_the_map.nth(place).inner_text())
        found = int(entry.locator(".found").inner_text().split(" ")[0])  # "7 von 8 Kennzahlen ungünstig"
        reasons = entry.locator(".reasons-full ol > li")
        expect(reasons).to_have_count(found)
        for number in range(found):
            expect(reasons.nth(number)).to_be_visible()
            expect(reasons.nth(number)).to_have_text(REASON)
        expect(entry.get_by_text("Was dagegen spricht")).to_be_visible()


@pytest.mark.finer
def test_a_click_on_the_map_tells_all_reasons_below_it(app: AppPage) -> None:
    opened(app)
    app.area("Troisdorf 14").press("Enter")
    chosen = app.page.locator(".chosen")
    expect(chosen.locator(".area-name")).to_have_text("Troisdorf 14", timeout=SLOW)
    expect(chosen).to_contain_text("Wert geheim, zählt weder dafür noch dagegen")


@pytest.mark.finer
def test_the_others_open_with_the_keyboard(app: AppPage) -> None:
    opened(app)
    sixth = app.page.locator(".ranking > li").nth(5)
    expect(sixth.locator(".reasons-full")).to_be_hidden()
    sixth.locator("summary").press("Enter")
    expect(sixth.locator(".reasons-full")).to_be_visible()


def test_a_what_if_repaints_the_map_and_goes_back_with_one_click(
    app: AppPage, axe: Callable[..., None], new_page: Callable[..., Any]
) -> None:
    opened(app)
    before, fills = flagged(app), app.fills()
    app.page.get_by_text("Was wäre, wenn: Regel ändern").click()
    slider = app.page.get_by_role("slider", name="So viele müssen ungünstig sein")
    slider.focus()
    slider.press("ArrowLeft")
    app.linked(k="3", waswaerewenn="ja")
    expect(app.heading()).to_contain_text("Was wäre, wenn: Besonderer Aufmerksamkeitsbedarf", timeout=SLOW)
    app.says(WHAT_IF)
    app.rests()
    entered = int(app.page.locator(".effect th b").first.inner_text())
    expect(app.frame.locator(".legend")).to_contain_text(f"{before + entered} Quartiere")
    assert entered > 0 and app.fills() != fills
    axe(app.page)
    other = opened(AppPage(new_page(), app.address), app.page.url.removeprefix(f"{app.address}/"))
    other.says(WHAT_IF)
    assert flagged(other) == before + entered
    app.button(BACK).click()
    app.linked(k="", waswaerewenn="")
    expect(app.heading()).not_to_contain_text("Was wäre, wenn", timeout=SLOW)
    app.described()
    assert (flagged(app), app.fills()) == (before, fills)


@pytest.mark.finer
def test_back_leaves_a_what_if(app: AppPage) -> None:
    opened(app)
    app.page.get_by_text("Was wäre, wenn: Regel ändern").click()
    app.page.get_by_text("95 %", exact=True).click()
    app.linked(sicherheit="95")
    app.says(WHAT_IF)
    app.rests()
    app.page.go_back()
    app.page.get_by_text(WHAT_IF).wait_for(state="detached", timeout=SLOW)


@pytest.mark.finer
@pytest.mark.parametrize("rule", ["mss", "significance"])
def test_a_weight_moves_the_map(app: AppPage, axe: Callable[..., None], rule: str) -> None:
    opened(app, f"aufmerksamkeit?regel={rule}")
    fills = app.fills()
    app.page.get_by_text("Was wäre, wenn: Regel ändern").click()
    slider = app.page.get_by_role("slider", name="Gewicht: Altersarmut")
    slider.focus()
    slider.press("End")
    app.linked(gewichte="A4 4")
    expect(app.heading()).to_contain_text("Was wäre, wenn", timeout=SLOW)
    app.described()
    assert app.fills() != fills
    axe(app.page)


@pytest.mark.finer
def test_a_file_says_that_it_is_a_what_if(app: AppPage, tmp_path: Path) -> None:
    for path, name, kind in (
        ("aufmerksamkeit?k=3", "BEISPIEL_WAS_WAERE_WENN_aufmerksamkeit_county_quartier_2024.csv", "was wäre, wenn"),
        ("aufmerksamkeit", "BEISPIEL_aufmerksamkeit_county_quartier_2024.csv", "beschlossen"),
        ("aufmerksamkeit?regel=mss", "BEISPIEL_aufmerksamkeit_mss_quartier_2024.csv", "nicht beschlossen"),
    ):
        opened(app, path)
        with app.page.expect_download() as waiting:
            app.page.get_by_role("button", name="Als CSV herunterladen").click()
        assert waiting.value.suggested_filename == name
        waiting.value.save_as(tmp_path / name)
        heading, *rows = (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()
        column = heading.split(";").index("verfahrensart") - len(
            heading.split(";")
        )  # from the end: reasons hold commas
        assert len(rows) == 158 and {row.split(";")[column] for row in rows} == {kind}


@pytest.mark.finer
def test_the_map_of_agreement(app: AppPage, axe: Callable[..., None]) -> None:
    opened(app)
    app.page.get_by_text("Karte: wie viele Regeln einig sind", exact=True).click()
    app.linked(einig="1")
    expect(app.heading()).to_contain_text("Einigkeit der Regeln", timeout=SLOW)
    app.described()
    legend = app.legend()
    groups = app.page.locator(".agreed .group").all_inner_texts()
    for words in ("Alle drei Regeln", "Zwei Regeln", "Eine Regel"):
        assert f"{words} ({legend[words]})" in groups
    axe(app.page)
    axe(app.page.frames[1])
