"""The meeting: a story told by keys and buttons, prepared on the pages, kept in a file and in a link."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage

TITLES = ["Der Kreis", "Wo?", "Warum?", "Was kommt zusammen?", "Was hat sich verändert?", "Eine Kommune"]
NASTY = '<img src=x onerror="window.injected = true">'


class Meeting(AppPage):
    """The page Sitzung, its frame and the editor below it."""

    def open(self, path: str = "sitzung") -> Meeting:
        super().open(path)
        return self

    def at(self, number: int, title: str) -> None:
        expect(self.frame.locator(".story-title")).to_have_text(title)
        expect(self.frame.locator(".story-counter")).to_contain_text(f"{number} von ")

    def titles(self) -> list[str]:
        return [box.input_value() for box in self.page.get_by_label("Überschrift", exact=True).all()]

    def has_titles(self, titles: list[str]) -> None:
        boxes = self.page.get_by_label("Überschrift", exact=True)
        expect(boxes).to_have_count(len(titles), timeout=30_000)
        for at, title in enumerate(titles):
            expect(boxes.nth(at)).to_have_value(title, timeout=30_000)

    def press(self, key: str) -> None:
        """A button of the editor by its key, "delete-0"."""
        self.page.locator(f".st-key-{key} button").first.click()


@pytest.mark.finer
def test_keys_and_buttons_turn_the_pages(page: Any, server: str) -> None:
    meeting = Meeting(page, server).open()
    keys = page.keyboard
    meeting.at(1, TITLES[0])
    expect(page.locator(".stAppHeader")).to_be_hidden()
    for number, key in ((2, "PageDown"), (3, "ArrowRight"), (4, "PageDown"), (3, "PageUp"), (2, "ArrowLeft")):
        keys.press(key)
        meeting.at(number, TITLES[number - 1])
    meeting.frame.get_by_role("button", name="Zurück", exact=True).click()
    meeting.at(1, TITLES[0])
    keys.press("PageUp")  # there is nothing before
    meeting.at(1, TITLES[0])
    forward = meeting.frame.get_by_role("button", name="Weiter", exact=True)
    for number in (2, 3, 4):
        forward.click()
        meeting.at(number, TITLES[number - 1])
    expect(meeting.frame.locator(".map-box:not([hidden])")).to_have_count(2)
    expect(meeting.frame.locator(".scatter .dot").first).to_be_visible()
    keys.press("PageDown")  # the focus is in the frame now
    meeting.at(5, TITLES[4])
    expect(meeting.heading()).to_contain_text("Veränderung in Prozentpunkten von 2019 bis 2024")
    meeting.linked(schritt="4")
    page.reload()
    meeting.described()
    meeting.at(5, TITLES[4])
    keys.press("PageDown")
    meeting.at(6, TITLES[5])
    expect(forward).to_be_disabled()
    meeting.linked(schritt="5")
    meeting.frame.get_by_role("button", name="Beenden").click()
    expect(page.locator(".stAppHeader")).to_be_visible(timeout=30_000)
    page.get_by_role("heading", name="Wo ist besonderer Aufmerksamkeitsbedarf?").wait_for()


@pytest.mark.finer
def test_which_five_and_why_is_on_the_first_screen(page: Any, server: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    meeting = Meeting(page, server).open()
    cards = meeting.frame.locator(".reasons-list .card")
    expect(cards.nth(4)).to_be_visible()
    frame = meeting.frame.locator(".reasons-list").bounding_box()
    fifth = cards.nth(4).bounding_box()
    assert fifth["y"] + fifth["height"] <= frame["y"] + frame["height"] <= 768
    for card in (cards.nth(at) for at in range(5)):
        expect(card.locator(".card-reason:visible")).to_have_count(3)
    first = cards.first
    more = int(first.locator(".card-more").inner_text().split()[1])  # "+ 4 Gründe"
    first.click()
    expect(first.locator(".card-reason:visible")).to_have_count(3 + more)
    expect(first).to_have_attribute("aria-expanded", "true")
    expect(meeting.frame.locator("path[aria-pressed=true]")).to_have_count(1)


def test_a_view_becomes_a_step_that_is_edited_saved_and_sent(
    page: Any, server: str, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    meeting = Meeting(page, server)
    AppPage.open(meeting, "karte?kennzahl=A5&jahr=2021&ebene=gemeinde&orte=1")
    meeting.button("In die Sitzung aufnehmen").click()
    page.get_by_label("Überschrift").fill("Arbeit")
    page.get_by_label("Ein Satz dazu").fill(f"Wie war es 2021? {NASTY}")
    page.get_by_label("Ein Satz dazu").press("Control+Enter")
    meeting.button("Aufnehmen").click()
    expect(page.get_by_text("Aufgenommen als Schritt 7")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Sitzung", exact=True).click()
    meeting.described()
    meeting.has_titles([*TITLES, "Arbeit"])
    renamed_and_moved(meeting)
    deleted(meeting)
    saved = saved_and_loaded(meeting, tmp_path)
    told_the_same(meeting, new_page, saved)


def renamed_and_moved(meeting: Meeting) -> None:
    """Written and clicked at once: the click meets a page that has not been drawn with the new word yet."""
    meeting.rests()  # a run of the page that is still on its way brings the old words back
    meeting.page.get_by_label("Überschrift", exact=True).last.fill("Arbeitslose")
    meeting.press("up-6")
    meeting.has_titles([*TITLES[:5], "Arbeitslose", TITLES[5]])


def deleted(meeting: Meeting) -> None:
    meeting.press("delete-6")
    meeting.has_titles([*TITLES[:5], "Arbeitslose"])
    meeting.press("delete-0")
    meeting.has_titles([*TITLES[1:5], "Arbeitslose"])


def saved_and_loaded(meeting: Meeting, folder: Path) -> list[str]:
    """The story goes into a file, is changed, and comes back from the file; returns its titles."""
    titles = meeting.titles()
    with meeting.page.expect_download() as download:
        meeting.button("Sitzung als Datei speichern").click()
    file = folder / "meine.json"
    download.value.save_as(file)
    assert download.value.suggested_filename == "sitzung.json"
    steps = json.loads(file.read_text(encoding="utf-8"))["schritte"]
    assert [step["titel"] for step in steps] == titles
    assert steps[-1]["ansicht"].items() >= {"kennzahl": "A5", "jahr": "2021", "ebene": "gemeinde", "orte": "1"}.items()
    meeting.press("delete-0")
    meeting.has_titles(titles[1:])
    with meeting.page.expect_file_chooser() as chooser:
        meeting.page.locator("[data-testid=stFileUploader] button").last.click()
    chooser.value.set_files(file)
    meeting.has_titles(titles)
    return titles


def told_the_same(meeting: Meeting, new_page: Callable[..., Any], titles: list[str]) -> None:
    """Somebody else opens the link of the page; what was written is text, whatever it looks like."""
    meeting.page.wait_for_url("**geschichte=**")
    address, path = meeting.page.url.split("/sitzung")
    other = Meeting(new_page(), address).open(f"sitzung{path}")
    other.has_titles(titles)
    for _ in range(len(titles) - 1):
        other.page.keyboard.press("PageDown")
    other.at(len(titles), "Arbeitslose")
    expect(other.frame.locator(".story-sentence")).to_have_text(f"Wie war es 2021? {NASTY}")
    expect(other.heading()).to_contain_text("Arbeitslosenanteil in %, 2021")
    assert other.evaluate("window.injected") is None and other.page.evaluate("window.injected") is None
    assert other.frame.locator(".story img").count() == 0


def test_a_broken_link_says_so_and_shows_the_prepared_story(page: Any, server: str) -> None:
    meeting = Meeting(page, server).open("sitzung?geschichte=eNqabc!&schritt=99")
    expect(page.get_by_text("Die Sitzung in diesem Link ist nicht lesbar.")).to_be_visible()
    meeting.has_titles(TITLES)
    meeting.at(6, TITLES[5])  # there is no step 99; the last one is
