"""What is to be reached, each with what was measured."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.measure import REAL_PAGE, Findings
from benchmarks.ways import OWN

NAIVE = "folium_choropleth"
LEVEL_GROWTH = 0.02  # megabytes per change: less is noise of the browser


class Goal(NamedTuple):
    """words: what is meant. limit and value in `unit`, value None where nothing was measured. at_least: the limit is
    a lower one."""

    words: str
    limit: float
    value: float | None
    unit: str
    decimals: int = 0
    at_least: bool = False

    @property
    def is_reached(self) -> bool:
        if self.value is None:
            return False
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def goals(found: Findings) -> list[Goal]:
    return [
        *_change_goals(found),
        Goal(
            "mindestens so viel schneller als folium.Choropleth, 400", 25, _ratio(found, "400"), "×", 1, at_least=True
        ),
        Goal("leere Bilder bei einem Wechsel", 0, _most_empty(found), ""),
        *_year_goals(found),
        Goal("Seite Karte, erste Karte", 2.5, found.first_paint, "s", 2),
        *_drawing_goals(found),
        Goal("Wachstum des Browsers über 200 Wechsel", 200 * LEVEL_GROWTH, _growth(found), "MB", 1),
    ]


def _change_goals(found: Findings) -> list[Goal]:
    goals = []
    for case, name, seconds, kilobytes in (("158", "158", 0.12, 5), ("11000", "11.000", 0.22, 20)):
        own = found.changes.get((OWN.name, case))
        goals.append(Goal(f"Kennzahl wechseln, {name}", seconds, own and own.seconds, "s", 3))
        goals.append(Goal(f"Bytes bis zum letzten Malen, {name}", kilobytes, own and own.kilobytes, "kB", 1))
        goals.append(Goal(f"Bytes bis Ruhe, mit Jahren und Texten, {name}", kilobytes, own and own.in_all, "kB", 1))
    return goals


def _year_goals(found: Findings) -> list[Goal]:
    return [
        Goal(f"Jahr wechseln im Browser, {name}", limit, _milliseconds(found.years.get(case)), "ms")
        for case, name, limit in (("158", "158", 20), ("11000", "11.000", 120))
    ]


def _drawing_goals(found: Findings) -> list[Goal]:
    times = found.drawing
    return [
        Goal("Klick beim Zeichnen gemalt, 1.198 Baublöcke", 0.3, times and times.click, "s", 3),
        Goal("Lasso gemalt, 1.198 Baublöcke", 0.3, times and times.lasso, "s", 3),
        Goal("Klick gespeichert", 2, times and times.saved, "s", 2),
    ]


def _ratio(found: Findings, case: str) -> float | None:
    own, naive = found.changes.get((OWN.name, case)), found.changes.get((NAIVE, case))
    return naive.seconds / own.seconds if own and naive else None


def _most_empty(found: Findings) -> int | None:
    own = [each.empty for (way, _), each in found.changes.items() if way in (OWN.name, REAL_PAGE)]
    return max(own, default=None)


def _growth(found: Findings) -> float | None:
    return None if found.heap is None else found.heap.after - found.heap.before


def _milliseconds(seconds: float | None) -> float | None:
    return None if seconds is None else 1000 * seconds
