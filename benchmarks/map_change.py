"""How long a changed choice takes until its colours are painted: the monitor's map against folium's own choropleth."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import sync_playwright

from tests.browser.chromium import CHROMIUM, FLAGS, running

LEVELS = {"gemeinde": "Kommunen", "quartier": "Quartiere"}
CHANGES = 8
LAUNCHER = Path(__file__).with_name("launcher.py")

# Painted: as many areas as before, in other colours. Looked at in every frame; clicked from the page, so that
# the way from this process to the browser is in neither time.
MEASURE = """
async ([choice, areas]) => {
  const colours = () => {
    const inside = document.querySelector("iframe[title*='st_folium']")?.contentDocument;
    const paths = [...(inside?.querySelectorAll("path[fill]:not([fill='none'])") ?? [])];
    return paths.length < areas ? "" : paths.map((path) => path.getAttribute("fill")).join();
  };
  const before = colours(), start = performance.now();
  document.querySelectorAll("[data-testid='stRadio'] label input")[choice].click();
  while (performance.now() - start < 60000) {
    await new Promise(requestAnimationFrame);
    const now = colours();
    if (now && now !== before) return performance.now() - start;
  }
  return null;
}
"""


class Way(NamedTuple):
    """Milliseconds of each change, and the bytes of its messages from the server."""

    milliseconds: list[float]
    bytes: list[int]


def measure_all() -> Iterator[str]:
    """One line per level: areas, both times, ratio and bytes."""
    with running(LAUNCHER) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for level, plural in LEVELS.items():
            own, peer = (_way(browser, f"{address}/?ebene={level}&art={art}") for art in ("eigen", "folium"))
            yield _line(plural, own, peer)
        browser.close()


def _way(browser: Any, address: str) -> Way:
    received: list[int] = []
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.on("websocket", lambda ws: ws.on("framereceived", lambda payload: received.append(len(payload))))
    page.goto(address)
    shapes = page.frame_locator("iframe[title*='st_folium']").locator("path[fill]:not([fill='none'])")
    shapes.first.wait_for(timeout=60_000)
    page.wait_for_timeout(2_000)
    areas = shapes.count()
    times, sizes = [], []
    for change in range(CHANGES):
        received.clear()
        # Every time another indicator: Streamlit does not send again what it has sent before.
        times.append(page.evaluate(MEASURE, [change + 1, areas]))
        page.wait_for_timeout(700)
        sizes.append(sum(received))
    page.close()
    if None in times:
        raise RuntimeError(f"{address}: the colours did not change")
    return Way(times, sizes)


def _line(plural: str, own: Way, peer: Way) -> str:
    ours, theirs = statistics.median(own.milliseconds), statistics.median(peer.milliseconds)
    sizes = [statistics.median(each.bytes) / 1000 for each in (own, peer)]
    return (
        f"Kennzahl wechseln, {plural}: {ours:.0f} ms und {sizes[0]:.0f} kB, folium {theirs:.0f} ms und {sizes[1]:.0f} kB: "
        f"{theirs / ours:.1f}-mal so schnell"
    )
