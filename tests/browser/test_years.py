"""The years: the slider repaints by itself, the server hears of the year once it rests."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.finer

REST = 350  # ms after which the slider rests, `stage.js`
PLAYED = 900  # ms a year stays while playing, `time_bar.js`


def shares_of(app: AppPage) -> list[str]:
    """Names and values of the ranking's rows from top to bottom."""
    return app.rows.all_inner_texts()


def test_the_slider_repaints_without_the_server(app: AppPage, traffic: Any) -> None:
    app.open("karte?kennzahl=A2")
    app.hold_reports()
    traffic.messages.clear()
    ranking, fills = shares_of(app), app.fills()
    app.slider.focus()
    for year in ("2023", "2022", "2021"):
        app.page.keyboard.press("ArrowLeft")
        expect(app.year).to_have_text(year)
        expect(app.heading()).to_contain_text(f"Kinderarmut in %, {year}")
        expect(app.frame.locator(".side-heading")).to_contain_text(f"Kinderarmut in %, {year}")
    app.described()
    assert shares_of(app) != ranking and app.fills() != fills
    expect(app.slider).to_have_attribute("aria-valuetext", "2021")
    assert app.link["jahr"] == "2024"
    assert traffic.messages == []


def test_legend_ranking_and_map_say_the_same_in_every_year(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    app.hold_reports()
    app.slider.focus()
    for key, year in (("Home", "2015"), ("End", "2024"), ("ArrowLeft", "2023")):
        app.page.keyboard.press(key)
        expect(app.heading()).to_contain_text(year)
        expect(app.frame.locator(".side-heading")).to_contain_text(year)
        app.described()
        legend = app.legend()
        flagged = legend.pop("besonderer Aufmerksamkeitsbedarf", 0)
        assert sum(legend.values()) == len(app.fills()) == app.rows.count() == 158
        assert app.frame.locator(".flag-mark").count() == flagged
        assert sorted(legend.values()) == sorted(count_of(app.fills()))


def count_of(fills: list[str]) -> list[int]:
    return [fills.count(fill) for fill in set(fills)]


def test_colours_can_be_compared_between_years(app: AppPage) -> None:
    """One class has one colour in all years, and the words of the legend stay."""
    app.open("karte?kennzahl=A2")
    app.hold_reports()
    app.slider.focus()
    colours: dict[str, set[str]] = {}
    words = []
    for key in ("End", "ArrowLeft", "Home"):
        app.page.keyboard.press(key)
        app.described()
        codes = app.evaluate("map.stage.boxes[0].classes()")
        for code, fill in zip(codes, app.fills(), strict=True):
            colours.setdefault(code, set()).add(fill)
        words.append([each for each in app.legend() if "bis" in each])
    assert {code: len(fills) for code, fills in colours.items() if code in "01234"} == dict.fromkeys("01234", 1)
    assert len(set().union(*colours.values())) == len(colours)
    assert words[0] == words[1] == words[2] and len(words[0]) == 5


def test_table_and_link_follow_when_the_slider_rests(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    app.slider.press("ArrowLeft")
    app.says("Kinderarmut 2023 als Tabelle")
    app.linked(jahr="2023")
    app.choose("Jahr", "2017")
    expect(app.year).to_have_text("2017", timeout=30_000)
    expect(app.slider).to_have_js_property("value", "2")  # the years begin with 2015
    app.says("Kinderarmut 2017 als Tabelle")
    app.page.reload()
    app.described()
    expect(app.year).to_have_text("2017")
    expect(app.heading()).to_contain_text("2017")
    app.says("Kinderarmut 2017 als Tabelle")


def test_playing_runs_on_until_it_is_paused(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    app.watch_years()
    app.frame.get_by_role("button", name="Jahre abspielen").click()
    expect(app.year).to_have_text("2017", timeout=30_000)  # from the last year it begins again with the first
    app.frame.get_by_role("button", name="Anhalten").click()
    stopped = app.years_seen()[-1]
    app.page.wait_for_timeout(PLAYED * 1.5)  # a year later
    assert app.years_seen()[-1] == stopped
    played = app.years_seen()[1:]
    assert played == sorted(played) and played[0] == 2015
    app.linked(jahr=str(stopped))
    app.says(f"Kinderarmut {stopped} als Tabelle")


def test_an_answer_that_comes_late_never_moves_the_slider_back(app: AppPage) -> None:
    app.open("karte?kennzahl=A2")
    app.watch_years()
    app.slider.focus()
    for pause in (REST + 50, 0, REST + 50, REST + 150, 120, REST + 30, 0):
        app.page.keyboard.press("ArrowLeft")
        app.page.wait_for_timeout(pause)  # about as long as it takes until the server is asked
    app.linked(jahr="2017")
    app.says("Kinderarmut 2017 als Tabelle")
    app.rests()
    seen = app.years_seen()
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 2017
    app.choose("Jahr", "2019")  # on the way back here: the server's word counts again
    expect(app.year).to_have_text("2019", timeout=30_000)


def test_a_year_the_server_never_heard_of_can_be_chosen_later(app: AppPage) -> None:
    """Two years in one go: the server answers the second one only, the first one is no answer it still owes."""
    app.open("karte?kennzahl=A2")
    app.hold_reports()
    for held in (1, 2):
        app.slider.press("ArrowLeft")
        app.page.wait_for_function(f"document.querySelector('iframe').contentWindow.heldReports.length === {held}")
    app.release_reports()
    app.says("Kinderarmut 2022 als Tabelle")
    app.choose("Jahr", "2023")
    app.says("Kinderarmut 2023 als Tabelle")
    expect(app.year).to_have_text("2023", timeout=30_000)
    expect(app.heading()).to_contain_text("2023")
