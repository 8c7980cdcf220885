"""What a visitor does on a page of Streamlit: open it, choose another option, wait."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from benchmarks.cdp import Session

POLL = 0.25  # seconds between questions to the page, so that asking costs nothing worth mentioning
LONGEST = 900.0  # seconds for one change of the slowest way
KEYS = {"ArrowDown": 40, "ArrowUp": 38, "Enter": 13}

# The moment of the choice is taken inside the page, before Streamlit hears of it; milliseconds of the epoch.
NOTE_CHOICE = """
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter") window.chosenAt = performance.timeOrigin + performance.now();
}, true);
"""
# Answered only when the page is not busy: a frame was begun and everything before it is done.
IS_IDLE = """
new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => {
  const app = document.querySelector("[data-testid='stApp']");
  resolve(app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED");
})))
"""
BOX_OF = """
((label) => {
  const boxes = [...document.querySelectorAll("[data-testid='stSelectbox']")];
  const box = boxes.find((each) => each.querySelector("label")?.innerText.trim().startsWith(label));
  const input = box.querySelector("input, [role=combobox]");
  const { x, y, width, height } = (input.closest("[data-baseweb=select]") ?? input).getBoundingClientRect();
  return { x, y, width, height };
})
"""
RECT_OF = """
((selector) => {
  const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
  return { x, y, width, height };
})
"""
LIST_IS_OPEN = "Boolean(document.querySelector('[role=listbox]'))"


class Rect(NamedTuple):
    """Pixels of the window."""

    left: int
    top: int
    right: int
    bottom: int


def call(page: Session, function: str, *arguments: Any) -> Any:
    return page.evaluate(f"({function.strip()})({', '.join(json.dumps(each) for each in arguments)})")


def open_page(page: Session, address: str, map_selector: str) -> None:
    """Navigate and wait until the map is there and nothing happens any more."""
    page.send("Page.addScriptToEvaluateOnNewDocument", source=NOTE_CHOICE)
    page.send("Page.navigate", url=address)
    wait(lambda: page.evaluate(f"Boolean(document.querySelector({json.dumps(map_selector)}))"), address)
    time.sleep(1)
    wait(lambda: page.evaluate(IS_IDLE), address)
    time.sleep(1)


def wait(condition: Callable[[], Any], what: str, seconds: float = LONGEST) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(POLL)


def open_list(page: Session, label: str) -> None:
    """Open the list of a choice, as with the mouse."""
    box = call(page, BOX_OF, label)
    at = {"x": box["x"] + box["width"] / 3, "y": box["y"] + box["height"] / 2, "button": "left", "clickCount": 1}
    for kind in ("mousePressed", "mouseReleased"):
        page.send("Input.dispatchMouseEvent", type=kind, **at)
    wait(lambda: page.evaluate(LIST_IS_OPEN), f"list of {label}", 30)
    time.sleep(0.3)


def press(page: Session, key: str) -> None:
    code = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]} | ({"text": "\r"} if key == "Enter" else {})
    page.send("Input.dispatchKeyEvent", type="keyDown", **code)
    page.send("Input.dispatchKeyEvent", type="keyUp", **code)


def step_key(number: int, options: int) -> str:
    """Down through the list and up again: every change chooses another option than before."""
    return "ArrowDown" if number // (options - 1) % 2 == 0 else "ArrowUp"


def map_rect(page: Session, selector: str, below: float = 0) -> Rect:
    """The map on the screen, without its border and without what lies above `below`."""
    box = call(page, RECT_OF, selector)
    left, top, right, bottom = box["x"], max(box["y"], below), box["x"] + box["width"], box["y"] + box["height"]
    return Rect(round(left) + 3, round(top) + 3, round(right) - 3, min(round(bottom) - 3, 1000))
