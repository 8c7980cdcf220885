"""Drawing social spaces: how long a click and a lasso take until they are painted, with all base units on the map."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.browser import wait
from benchmarks.cdp import Session, chromium, window
from tests.browser.chromium import running

LAUNCHER = Path(__file__).with_name("drawing_launcher.py")
FOLDER = "DRAWING_FOLDER"  # environment: where the page saves its draft
CLICKS = 12
EVERY = 97  # positions between the units clicked: spread over the map

FRAME = "document.querySelector('.st-key-drawing iframe')"
IS_READY = f"Boolean({FRAME}?.contentDocument?.querySelector('[data-described]'))"
SAVED = f"{FRAME}.contentDocument.querySelector('.draw-saved').textContent === 'Gespeichert'"
# From the moment the browser has of the input to the frame after the one in which the map has changed.
WATCH = f"""
(() => {{
  const {{ contentWindow: frame, contentDocument: page }} = {FRAME};
  frame.clickedAt = frame.paintedAfter = null;
  page.addEventListener("mouseup", (event) => {{ frame.clickedAt ??= event.timeStamp; }}, {{ once: true, capture: true }});
  new frame.MutationObserver((_, observer) => {{
    observer.disconnect();
    frame.requestAnimationFrame(() => frame.setTimeout(() => {{
      frame.paintedAfter = frame.performance.now() - frame.clickedAt;
    }}));
  }}).observe(frame.map.getContainer(), {{ attributeFilter: ["data-painted"] }});
}})()
"""
PLACE = f"""
((at) => {{
  const {{ contentWindow: frame }} = {FRAME};
  const point = frame.map.latLngToContainerPoint(frame.map.drawing._units.pointOf(at));
  const [outer, inner] = [{FRAME}.getBoundingClientRect(), frame.map.getContainer().getBoundingClientRect()];
  return [outer.x + inner.x + point.x, outer.y + inner.y + point.y];
}})
"""


class Drawing(NamedTuple):
    """click, lasso: seconds until painted, the longest of all. saved: seconds until a click is saved, the median."""

    click: float
    lasso: float
    saved: float


def drawing_times(say: Callable[[str], None]) -> Drawing:
    with _opened() as page:
        clicks, saved = [], []
        for number in range(CLICKS):
            begun = time.monotonic()
            clicks.append(_click(page, EVERY * number + EVERY))
            wait(lambda: page.evaluate(SAVED), "saved", 60)
            saved.append(time.monotonic() - begun)
            say(f"Klick beim Zeichnen: {1000 * clicks[-1]:.0f} ms")
        lasso = _lasso(page)
        say(f"Lasso: {1000 * lasso:.0f} ms")
        return Drawing(max(clicks), lasso, statistics.median(saved))


@contextmanager
def _opened() -> Iterator[Session]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder
        try:
            with running(LAUNCHER) as server, chromium() as browser, window(browser) as page:
                page.send("Page.navigate", url=server)
                wait(lambda: page.evaluate(IS_READY), server, 120)
                time.sleep(1)
                yield page
        finally:
            del os.environ[FOLDER]


def _click(page: Session, position: int) -> float:
    x, y = page.evaluate(f"({PLACE})({position})")
    page.evaluate(WATCH)
    _mouse(page, "mouseMoved", x, y)
    for kind in ("mousePressed", "mouseReleased"):
        _mouse(page, kind, x, y)
    return _painted(page)


def _lasso(page: Session) -> float:
    """Around the middle of the map, which holds some hundred units."""
    page.evaluate(f"{FRAME}.contentDocument.querySelector('.draw-button[value=lasso]').click()")
    left, top, width, height = page.evaluate(
        f"(() => {{ const outer = {FRAME}.getBoundingClientRect();"
        f" const box = {FRAME}.contentWindow.map.getContainer().getBoundingClientRect();"
        " return [outer.x + box.x, outer.y + box.y, box.width, box.height]; })()"
    )
    page.evaluate(WATCH)
    corners = [(0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7), (0.3, 0.35)]
    points = [(left + x * width, top + y * height) for x, y in corners]
    _mouse(page, "mousePressed", *points[0])
    for x, y in points[1:]:
        _mouse(page, "mouseMoved", x, y, held=True)
    _mouse(page, "mouseReleased", *points[-1])
    return _painted(page)


def _painted(page: Session) -> float:
    """Seconds until the map was painted."""
    after = f"{FRAME}.contentWindow.paintedAfter"
    wait(lambda: page.evaluate(f"{after} !== null"), "painted", 60)
    return float(page.evaluate(after)) / 1000


def _mouse(page: Session, kind: str, x: float, y: float, held: bool = False) -> None:
    pressed: dict[str, Any] = {} if kind == "mouseMoved" and not held else {"button": "left", "buttons": 1}
    page.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, clickCount=int(kind != "mouseMoved"), **pressed)
