"""One change: from the choice of another option to the last repaint of the map, the same for every way.

The clock starts inside the page when Enter chooses the option. It stops with the picture of the browser's screencast
from which on the map looks as it does in the end, whoever draws it: elements, canvas or WebGL. Until then the map may
have been painted several times, faded or vanished; a picture without any map counts as empty. The moments of pictures
include the way of a picture to the screencast, one frame or two, for the floor as for all others. Bytes are those that
passed between browser and server, headers included, in both directions.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.browser import IS_IDLE, LONGEST, POLL, Rect, call, map_rect, open_list, press
from benchmarks.cdp import Session
from benchmarks.pictures import Picture, Screencast, cut, first_final, is_empty
from benchmarks.wire import Wire

QUIET = 2.0  # seconds without a byte and without work in the page: the change is over
STILL = 1.0  # seconds in which the map stayed as it is
# What an open list covers says nothing about the map.
COVERED = """
(selector) => {
  const map = document.querySelector(selector).getBoundingClientRect();
  const lists = [...document.querySelectorAll("[role=listbox]")].map((list) => list.getBoundingClientRect());
  const over = lists.filter((list) => list.right > map.left && list.left < map.right && list.bottom > map.top);
  return Math.max(0, ...over.map((list) => list.bottom + 12));
}
"""


class Change(NamedTuple):
    """seconds: until the last repaint. kilobytes: until then; in_all: until all was quiet. empty: pictures without
    a map on the way."""

    seconds: float
    kilobytes: float
    in_all: float
    empty: int


def median_of(changes: Sequence[Change]) -> Change:
    """Each part by itself; `empty` is the worst."""
    seconds, kilobytes, in_all, empty = zip(*changes, strict=True)
    return Change(*(statistics.median(each) for each in (seconds, kilobytes, in_all)), max(empty))


def change(page: Session, wire: Wire, label: str, key: str, map_selector: str) -> Change:
    """Choose the next option of a select box by keyboard and watch the map. Raises RuntimeError if it stays the same."""
    open_list(page, label)
    press(page, key)
    time.sleep(0.4)
    rect = map_rect(page, map_selector, _covered(page, map_selector))
    with Screencast(page) as screencast:
        time.sleep(0.3)
        press(page, "Enter")
        start, end, empty = _until_still(page, wire, screencast, rect)
    return Change(end - start, wire.between(start, end) / 1000, wire.between(start, time.time()) / 1000, empty)


def _until_still(page: Session, wire: Wire, screencast: Screencast, rect: Rect) -> tuple[float, float, int]:
    """Moments of the choice and of the last repaint, and the empty pictures between them."""
    while True:
        _until_quiet(page, wire)
        start = float(page.evaluate("window.chosenAt")) / 1000
        pictures = _of_the_change(screencast.pictures, start)
        cuts = [cut(each.jpeg, rect) for each in pictures]
        final = first_final(cuts)
        if final == 0:
            raise RuntimeError(f"the map did not change ({len(cuts)} pictures)")
        end = pictures[final].moment
        if time.time() - end > STILL:
            return start, end, sum(is_empty(each) for each in cuts[1:final])


def _covered(page: Session, map_selector: str) -> float:
    """How far down the open list covers the map; 0 where it opens beside it."""
    return float(call(page, COVERED, map_selector))


def _of_the_change(pictures: list[Picture], start: float) -> list[Picture]:
    """The last picture before the choice, and all after it."""
    before = [each for each in pictures if each.moment < start]
    return [*before[-1:], *(each for each in pictures if each.moment >= start)]


def _until_quiet(page: Session, wire: Wire) -> None:
    begun = quiet_since = time.time()
    while time.time() - quiet_since < QUIET:
        time.sleep(POLL)
        asked = time.time()
        idle = page.evaluate(IS_IDLE)
        was_busy = time.time() - asked > POLL
        if not idle or was_busy or wire.between(quiet_since, time.time()):
            quiet_since = time.time()
        if time.time() - begun > LONGEST:
            raise TimeoutError("the change does not end")
