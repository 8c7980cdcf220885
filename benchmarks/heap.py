"""Does the browser's memory grow? The JavaScript heap after the 20th and after the 220th change, garbage collected."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.browser import IS_IDLE, open_list, press, step_key, wait
from benchmarks.cdp import Session
from benchmarks.values import INDICATORS

FIRST, LAST = 20, 220
SENT = 0.1  # seconds after which the choice is with the server


class Heap(NamedTuple):
    """Megabytes after `FIRST` and after `LAST` changes."""

    before: float
    after: float


def heap_growth(page: Session, label: str, say: Callable[[str], None]) -> Heap:
    page.send("Performance.enable")
    sizes = []
    for number in range(LAST):
        open_list(page, label)
        press(page, step_key(number, INDICATORS))
        press(page, "Enter")
        time.sleep(SENT)
        wait(lambda: page.evaluate(IS_IDLE), "a change")
        if number + 1 in (FIRST, LAST):
            sizes.append(_heap(page))
        if (number + 1) % 20 == 0:
            say(f"Speicher des Browsers, Wechsel {number + 1} von {LAST}")
    return Heap(*sizes)


def _heap(page: Session) -> float:
    page.send("HeapProfiler.collectGarbage")
    metrics = {each["name"]: each["value"] for each in page.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"]) / 1e6
