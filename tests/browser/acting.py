"""Acting in a role: the choice of the demo, the views of a page, and waiting until the server is at rest."""

from __future__ import annotations

from typing import Any

from tests.browser.app_page import RESTS, SLOW


def rests(page: Any) -> None:
    page.wait_for_timeout(300)  # until the server has been asked
    page.wait_for_selector(RESTS, timeout=SLOW, state="attached")


def act_as(page: Any, role: str) -> None:
    page.locator(".st-key-who button").first.press("Enter")  # by keyboard: a message may lie over it for some seconds
    page.locator(".st-key-who-choice input").fill(role)  # the list shows a few at a time
    page.get_by_role("option", name=role, exact=True).click()
    rests(page)
    page.keyboard.press("Escape")


def view(page: Any, name: str) -> None:
    page.get_by_role("radiogroup", name="Ansicht").get_by_text(name, exact=True).click()
    rests(page)


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    rests(page)
