"""A step to another year inside the browser: the map repaints without the server (this app only).

The call is made at the beginning of a frame. Two frames later its picture is on the screen; without any work that takes
two frames of an idle page. So the time is what passed until then, less ONE idle frame: the frame in which the picture
appears is part of the answer, and no step can be quicker than a frame (17 ms at 60 Hz).
"""

from __future__ import annotations

import json
import statistics

from benchmarks.cdp import Session

STEPS = 9

IS_OFFERED = "(selector) => typeof document.querySelector(selector)?.contentWindow?.map?.stage?.toYear === 'function'"
MEASURE = """
async (selector, steps) => {
  const view = document.querySelector(selector).contentWindow;
  const frame = () => new Promise((resolve) => view.requestAnimationFrame(resolve));
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const twoFrames = async (work) => {
    await frame();
    const start = performance.now();
    work();
    await frame();
    await frame();
    return performance.now() - start;
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
  const idle = [], times = [];
  for (let step = 0; step < 15; step++) idle.push(await twoFrames(() => {}));
  view.map.stage.toYear(steps);
  await rest();
  for (let step = 0; step < steps; step++) {
    times.push(await twoFrames(() => view.map.stage.toYear(step)));
    await rest();
  }
  return { idle: median(idle) / 2, times };
}
"""


def year_step(page: Session, map_selector: str) -> float | None:
    """Median seconds of a step to another year; None where the map offers none."""
    selector = json.dumps(map_selector)
    if not page.evaluate(f"({IS_OFFERED})({selector})"):
        return None
    found = page.evaluate(f"({MEASURE})({selector}, {STEPS})")
    return float(statistics.median(found["times"]) - found["idle"]) / 1000
