"""Everything in turn, never two things at once: server and browser already share the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.browser import open_page, step_key
from benchmarks.cases import CASES
from benchmarks.cdp import Session, chromium, window
from benchmarks.change import Change, change, median_of
from benchmarks.drawing import Drawing, drawing_times
from benchmarks.heap import Heap, heap_growth
from benchmarks.real_page import measure_page
from benchmarks.sessions import Sessions, measure_sessions
from benchmarks.values import INDICATORS
from benchmarks.ways import FLOOR, OWN, Way
from benchmarks.wire import Wire, relayed
from benchmarks.years import year_step
from tests.browser.chromium import running
from texts.numbers import german

LAUNCHER = Path(__file__).with_name("launcher.py")
LABEL = "Kennzahl"
CHANGES = 5
WARMED_UP_TO = 400  # areas; beyond, a change of the naive maps takes so long that the first one costs nothing more
QUICK_CASE = "400"  # for memory and for many sessions
CROWDS = (20, 50)
REAL_PAGE = "karte"  # key of the app's own page among the changes; its areas are those of "158"
Say = Callable[[str], None]


@dataclass
class Findings:
    """changes: (way, case) → medians. years: case → seconds, None where the map offers no step. faults: what failed."""

    changes: dict[tuple[str, str], Change] = field(default_factory=dict)
    years: dict[str, float | None] = field(default_factory=dict)
    first_paint: float | None = None
    sessions: Sessions | None = None
    heap: Heap | None = None
    drawing: Drawing | None = None
    faults: list[str] = field(default_factory=list)


def measure_changes(found: Findings, cases: list[str], ways: list[Way], say: Say) -> None:
    """All ways with all areas; the floor has no areas and is measured once."""
    for case in cases:
        for way in ways:
            if way != FLOOR or case == cases[0]:
                say(f"{way.title}, {CASES[case].plural}")
                with _guarded(found, f"{way.title}, {CASES[case].plural}", say):
                    _measure_way(found, way, case, say)


def measure_real_page(found: Findings, say: Say) -> None:
    with _guarded(found, "Seite Karte", say), chromium() as browser:
        changes, found.first_paint = measure_page(browser, CHANGES, say)
        found.changes[REAL_PAGE, "158"] = median_of(changes)


def measure_crowds(found: Findings, say: Say) -> None:
    say("viele Sitzungen")
    with _guarded(found, "viele Sitzungen", say), running(LAUNCHER) as server:
        found.sessions = measure_sessions(server, f"weg={OWN.name}&gebiete={QUICK_CASE}", CROWDS)


def measure_heap(found: Findings, say: Say) -> None:
    with _guarded(found, "Speicher des Browsers", say), _opened(OWN, QUICK_CASE) as (page, _):
        found.heap = heap_growth(page, LABEL, say)


def measure_drawing(found: Findings, say: Say) -> None:
    say("Sozialräume zeichnen")
    with _guarded(found, "Sozialräume zeichnen", say):
        found.drawing = drawing_times(say)


def _measure_way(found: Findings, way: Way, case: str, say: Say) -> None:
    uncounted = 0 if way.naive and CASES[case].areas > WARMED_UP_TO else 1
    with _opened(way, case) as (page, wire):
        changes = []
        for number in range(uncounted + CHANGES):
            changes.append(change(page, wire, LABEL, step_key(number, INDICATORS), way.map))
            say(f"  {german(changes[-1].seconds, 2)} s" + " (zählt nicht)" * (number < uncounted))
        found.changes[way.name, case] = median_of(changes[uncounted:])
        if way == OWN:
            found.years[case] = year_step(page, way.map)


@contextmanager
def _opened(way: Way, case: str) -> Iterator[tuple[Session, Wire]]:
    """The measured page in a fresh browser, from a fresh server: nobody inherits another one's memory."""
    with (
        running(LAUNCHER) as server,
        relayed(server) as (address, wire),
        chromium() as browser,
        window(browser) as page,
    ):
        open_page(page, f"{address}/?weg={way.name}&gebiete={case}", way.map)
        yield page, wire


@contextmanager
def _guarded(found: Findings, what: str, say: Say) -> Iterator[None]:
    """One part that fails is named in the result; the others go on."""
    try:
        yield
    except Exception as error:  # whatever it was: half an hour of other results must not be lost
        say(f"  {what}: {error}")
        found.faults.append(f"{what}: {error}")
