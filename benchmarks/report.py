"""The result as Markdown, German words and German numbers."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from benchmarks.cases import CASES
from benchmarks.change import Change
from benchmarks.heap import FIRST, LAST
from benchmarks.measure import CHANGES, QUICK_CASE, REAL_PAGE, Findings
from benchmarks.targets import Goal, goals
from benchmarks.ways import FLOOR, OWN, PEERS, WAYS
from tests.browser.chromium import CHROMIUM
from texts.numbers import german, german_int

LIBRARIES = ("streamlit", "streamlit-folium", "folium", "geopandas", "pydeck")
NOTHING = "–"
HEADINGS = ("Karte", "Sekunden bis zum letzten Malen", "× diese App", "kB bis dahin", "kB bis Ruhe", "× diese App",
            "leere Bilder")  # fmt: skip


def report(found: Findings) -> str:
    """All tables and sentences, one after another."""
    cases = [name for name in CASES if any(case == name for _, case in found.changes)]
    parts = [environment(), *(case_part(found, case) for case in cases), *_others(found), goal_part(found)]
    if found.faults:
        parts.append("Nicht gemessen:\n\n" + "\n".join(f"- {fault}" for fault in found.faults))
    return "\n\n".join(parts)


def environment() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"Python {platform.python_version()}, {libraries}, Chromium {_chromium()}; {os.cpu_count()} Kerne für Server, "
        f"Browser und Messung; Median von {CHANGES} Wechseln der Kennzahl."
    )


def case_part(found: Findings, case: str) -> str:
    """One table: this app, the other ways, and the floor, with ratios to this app."""
    own = found.changes.get((OWN.name, case))
    keys = [(OWN.name, case), (REAL_PAGE, case), *((way.name, case) for way in PEERS), *_floor(found)]
    rows = [_row(_title(name), found.changes[name, at], own) for name, at in keys if (name, at) in found.changes]
    return f"### {CASES[case].plural}\n\n{markdown(HEADINGS, rows)}"


def goal_part(found: Findings) -> str:
    rows = [
        (goal.words, _with_unit(goal.limit, goal), _with_unit(goal.value, goal), _verdict(goal))
        for goal in goals(found)
    ]
    return f"### Ziele\n\n{markdown(('Ziel', 'Grenze', 'gemessen', ''), rows)}"


def markdown(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; all columns but the first to the right, as wide as their longest entry."""
    lines = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rule = ["-" * widths[0], *("-" * (max(width, 2) - 1) + ":" for width in widths[1:])]
    padded = [
        [line[0].ljust(widths[0]), *(text.rjust(width) for text, width in zip(line[1:], widths[1:], strict=True))]
        for line in (lines[0], rule, *lines[1:])
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)


def times(value: float, own: float | None) -> str:
    """ "37 ×", "1,2 ×", "0,03 ×"; "–" without something to compare with."""
    if not own:
        return NOTHING
    ratio = value / own
    decimals = 0 if ratio >= 10 else 1 if ratio >= 0.1 else 2
    return f"{german(ratio, decimals)} ×"


def _row(title: str, each: Change, own: Change | None) -> list[str]:
    return [
        title,
        german(each.seconds, 3 if each.seconds < 1 else 2),
        times(each.seconds, own and own.seconds),
        _kilobytes(each.kilobytes),
        _kilobytes(each.in_all),
        times(each.in_all, own and own.in_all),
        german_int(each.empty),
    ]


def _kilobytes(value: float) -> str:
    return german(value, 1 if value < 100 else 0)


def _title(name: str) -> str:
    return "diese App, ihre Seite Karte" if name == REAL_PAGE else WAYS[name].title


def _floor(found: Findings) -> list[tuple[str, str]]:
    return [key for key in found.changes if key[0] == FLOOR.name]


def _others(found: Findings) -> Iterator[str]:
    """Years, first paint, sessions and memory, as far as they were measured."""
    lines = [f"- Jahr wechseln im Browser, {CASES[case].plural}: {_year(each)}" for case, each in found.years.items()]
    if found.first_paint is not None:
        lines.append(f"- Seite Karte, erste Karte (Server warm, Browser kalt): {german(found.first_paint, 2)} s")
    if found.sessions is not None:
        lines.append(f"- Server je weitere offene Sitzung: {german(found.sessions.megabytes, 2)} MB")
        lines += [
            f"- {crowd} Sitzungen klicken zugleich ({CASES[QUICK_CASE].plural}): Antwort nach {german(seconds, 2)} s"
            for crowd, seconds in found.sessions.answers.items()
        ]
    if found.heap is not None:
        before, after = (german(each, 1) for each in found.heap)
        lines.append(f"- Speicher des Browsers nach {FIRST} Wechseln {before} MB, nach {LAST} Wechseln {after} MB")
    if lines:
        yield "### Außerdem\n\n" + "\n".join(lines)


def _year(seconds: float | None) -> str:
    return "noch nicht angeboten" if seconds is None else f"{german_int(1000 * seconds)} ms"


def _with_unit(value: float | None, goal: Goal) -> str:
    return NOTHING if value is None else f"{german(value, goal.decimals)} {goal.unit}".strip()


def _verdict(goal: Goal) -> str:
    if goal.value is None:
        return "nicht gemessen"
    return "erreicht" if goal.is_reached else "verfehlt"


def _chromium() -> str:
    if CHROMIUM is None:
        return NOTHING
    said = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"[\d.]+", said)
    return number[0] if number else NOTHING
