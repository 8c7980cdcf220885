"""`python -m benchmarks`: measures and prints Markdown; progress goes to the error stream.

python -m benchmarks --quick                         # 158 and 400 areas: a few minutes
python -m benchmarks --only 158,400 --ways own,folium   # while developing: the changes alone
python -m benchmarks --only zeichnen                 # drawing social spaces
python -m benchmarks --only methods                  # the arithmetic alone, without a browser: a minute
python -m benchmarks --only berichte                 # reports, without a browser
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from benchmarks.cases import CASES, REAL, REAL_VARIABLE, is_present, material
from benchmarks.measure import (
    Findings,
    measure_changes,
    measure_crowds,
    measure_drawing,
    measure_heap,
    measure_real_page,
)
from benchmarks.methods import measure_methods, method_part
from benchmarks.report import report
from benchmarks.reports import measure_reports, report_part
from benchmarks.ways import WAYS, Way
from tests.browser.chromium import CHROMIUM

QUICK = ["158", "400"]
METHODS = "methods"
REPORTS = "berichte"
DRAWING = "zeichnen"


def main() -> None:
    given = _arguments()
    if CHROMIUM is None and not without_browser(given):
        sys.exit("Für die Messung wird Chromium gebraucht (unter Debian: apt install chromium).")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that browser and server end with this
    with _clean_output() as output:
        print("\n\n".join(_parts(given)), file=output)


def _parts(given: argparse.Namespace) -> Iterator[str]:
    """The maps and the methods; methods first on the clock, since a difference in their results ends everything."""
    chosen = not given.ways if given.only is None else METHODS in given.only
    methods = [method_part(measure_methods(_say))] if chosen else []
    if not without_browser(given):
        yield report(_measure(given))
    yield from methods
    if not given.ways and (given.only is None or REPORTS in given.only):
        yield report_part(measure_reports(_say))


def without_browser(given: argparse.Namespace) -> bool:
    return given.only is not None and set(given.only) <= {METHODS, REPORTS}


def _measure(given: argparse.Namespace) -> Findings:
    found, ways = Findings(), _ways(given.ways)
    wanted = given.only or (QUICK if given.quick else CASES)
    cases = [name for name in wanted if name in CASES and _is_there(name)]
    for case in cases:
        material(case)  # made before the first server asks for them
    whole = not (given.only or given.ways)
    if whole:
        measure_real_page(found, _say)
    measure_changes(found, cases, ways, _say)
    if whole:
        measure_crowds(found, _say)
        measure_heap(found, _say)
    if whole or DRAWING in (given.only or ()):
        measure_drawing(found, _say)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Misst diese App, gewöhnliche Karten und Programme."
    )
    parser.add_argument("--quick", action="store_true", help="nur 158 und 400 Gebiete")
    parser.add_argument(
        "--only",
        type=_cases,
        help=f"nur diese Gebiete, nur die Wechsel: {', '.join(CASES)}; {DRAWING}: Sozialräume zeichnen; {METHODS}: die "
        f"Rechenverfahren; {REPORTS}: Berichte",
    )
    parser.add_argument("--ways", type=lambda text: text.split(","), help=f"nur diese Karten: {', '.join(WAYS)}")
    return parser.parse_args()


def _cases(text: str) -> list[str]:
    wanted, known = text.split(","), [*CASES, DRAWING, METHODS, REPORTS]
    if unknown := set(wanted) - set(known):
        raise argparse.ArgumentTypeError(f"unbekannt: {', '.join(sorted(unknown))}")
    return [name for name in known if name in wanted]


def _ways(wanted: list[str] | None) -> list[Way]:
    """All, or those whose names begin so: `folium` is enough."""
    return [way for way in WAYS.values() if not wanted or any(way.name.startswith(each) for each in wanted)]


def _is_there(name: str) -> bool:
    there = is_present(CASES[name])
    if not there:
        _say(f"{CASES[name].plural}: ausgelassen, {REAL.name} fehlt (anderer Ort: {REAL_VARIABLE}=datei)")
    return there


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


@contextmanager
def _clean_output() -> Iterator[TextIO]:
    """The output for the result alone: what servers say goes to the error stream."""
    kept = os.dup(1)
    os.dup2(2, 1)
    with os.fdopen(kept, "w", encoding="utf-8") as output:
        yield output


if __name__ == "__main__":
    main()
