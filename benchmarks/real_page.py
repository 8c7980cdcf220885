"""The app's own page Karte on the sample county: a bare page flatters, here charts, table and lists come along."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from benchmarks.browser import open_page, wait
from benchmarks.cdp import Session, window
from benchmarks.change import Change, change
from benchmarks.ways import FOLIUM
from benchmarks.wire import relayed
from tests.browser.chromium import ROOT, running

PAGE = "karte"
LABEL = "Kennzahl"
VISITS = 3

# The map counts its paintings; looked at in every frame of the page itself.
NOTE_FIRST_PAINT = """
if (window === window.top) (function look() {
  const box = document.querySelector("iframe[title*='st_folium']")?.contentDocument?.querySelector("[data-painted]");
  if (box && Number(box.dataset.painted) >= 1) requestAnimationFrame(() => { window.paintedAt = performance.now(); });
  else requestAnimationFrame(look);
})();
"""


def measure_page(browser: Session, changes: int, say: Callable[[str], None]) -> tuple[list[Change], float]:
    """Changes of the choice "Kennzahl", and seconds until the first paint with a warm server and a cold cache."""
    with running(ROOT / "app.py") as server, relayed(server) as (address, wire):
        with window(browser) as page:
            open_page(page, f"{address}/{PAGE}", FOLIUM)
            change(page, wire, LABEL, "ArrowDown", FOLIUM)  # the first one after the start warms the server
            found = []
            for number in range(changes):
                say(f"Seite Karte, Wechsel {number + 1}")
                found.append(change(page, wire, LABEL, "ArrowDown", FOLIUM))
        say("Seite Karte, erste Karte")
        return found, statistics.median(_first_paint(browser, f"{address}/{PAGE}") for _ in range(VISITS))


def _first_paint(browser: Session, address: str) -> float:
    """Seconds from the navigation to the frame after the first painting, in a window with an empty cache."""
    with window(browser) as page:
        page.send("Page.addScriptToEvaluateOnNewDocument", source=NOTE_FIRST_PAINT)
        page.send("Page.navigate", url=address)
        wait(lambda: page.evaluate("window.paintedAt > 0"), address, 60)
        seconds = float(page.evaluate("window.paintedAt")) / 1000
        time.sleep(1)
        return seconds
