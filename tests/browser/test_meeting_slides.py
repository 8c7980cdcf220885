"""The meeting as a presentation, saved by its button."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import SLOW
from tests.browser.test_meeting import TITLES, Meeting
from tests.reports.slide_reading import opened


@pytest.mark.finer
def test_the_button_saves_the_story_as_it_is_now(page: Any, server: str) -> None:
    meeting = Meeting(page, server).open()
    meeting.at(1, TITLES[0])
    meeting.press("delete-0")
    meeting.has_titles(TITLES[1:])
    button = page.get_by_role("button", name="Als Präsentation (PPTX)")
    expect(button).to_be_visible()
    with page.expect_download(timeout=2 * SLOW) as download:
        button.click()
    assert download.value.suggested_filename == "BEISPIEL_sitzung.pptx"
    deck = opened(Path(download.value.path()).read_bytes())
    assert [slide.shapes.title.text for slide in deck.slides][1:-1] == TITLES[1:]
