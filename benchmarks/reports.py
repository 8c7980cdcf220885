"""Reports of the shipped county, and the same map drawn by geopandas and matplotlib in the same run."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from monitor.folder import open_folder
from monitor.release import make_release
from reports.area_report import area_report, decided_view
from reports.maps import report_map
from reports.profile_report import profile_pdf
from texts.numbers import german
from views.class_choice import ClassChoice
from views.content import Content, content_of
from views.indicator_layer import indicator_layer

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data"
SIZE = (500.0, 400.0)
TIMES = 5


class Line(NamedTuple):
    """seconds: median; limit: seconds at most, None where none is set; other: of the peer, None without one."""

    words: str
    seconds: float
    limit: float | None = None
    other: float | None = None


def measure_reports(say: Callable[[str], None]) -> list[Line]:
    """From the data folder to the first page, then what is made once the county is loaded."""
    say("Berichte")
    begun = time.perf_counter()
    shown = content_of(make_release(open_folder(SAMPLE)))
    areas = list(shown.release.areas("quartier"))
    profile_pdf(shown, areas[0])
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    for area in areas:
        profile_pdf(shown, area)
    every = time.perf_counter() - begun
    return [
        Line("ein Steckbrief, vom Datenordner an", first),
        Line("ein Steckbrief, Kreis geladen", _taken(lambda: profile_pdf(shown, areas[1])), 2.0),
        Line(f"alle {len(areas)} Steckbriefe", every, 120.0),
        Line("Kreisbericht", _taken(lambda: area_report(shown, decided_view(shown))), 5.0),
        Line("eine Karte als Vektorbild; geopandas mit matplotlib", _own_map(shown), None, _other_map(shown)),
    ]


def report_part(lines: list[Line]) -> str:
    rows = [f"| {each.words} | {german(each.seconds, 2)} s | {_limit(each)} | {_other(each)} |" for each in lines]
    return "\n".join(
        ["## Berichte", "", "| was | gebraucht | höchstens | anderes Programm |", "|---|--:|--:|--:|", *rows]
    )


def _limit(line: Line) -> str:
    if line.limit is None:
        return ""
    return f"{german(line.limit, 0)} s ({'erreicht' if line.seconds <= line.limit else 'nicht erreicht'})"


def _other(line: Line) -> str:
    return "" if line.other is None else f"{german(line.other, 2)} s ({german(line.other / line.seconds, 1)} ×)"


def _taken(act: Callable[[], object]) -> float:
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return median(found)


def _own_map(shown: Content) -> float:
    indicator = shown.release.catalogue["A2"]
    layer = indicator_layer(shown, "quartier", indicator, ClassChoice(), [2024])
    return _taken(lambda: report_map(shown, layer, "quartier", 0, SIZE))


def _other_map(shown: Content) -> float:
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as plt

    frame = shown.release.hierarchy.areas("quartier").join(shown.release.table("quartier", "A2", 2024)["value"])
    outlines = shown.release.hierarchy.areas("gemeinde")

    def draw() -> None:
        figure, axes = plt.subplots(figsize=(SIZE[0] / 72, SIZE[1] / 72))
        missing: dict[str, Any] = {"color": "#f6f4ef", "hatch": "////"}
        frame.plot("value", scheme="quantiles", k=5, ax=axes, cmap="OrRd", legend=True, missing_kwds=missing)
        outlines.boundary.plot(ax=axes, color="#33424c", linewidth=0.8)
        axes.set_axis_off()
        figure.savefig(io.BytesIO(), format="svg")
        plt.close(figure)

    return _taken(draw)
