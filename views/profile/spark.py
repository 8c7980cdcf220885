"""The course of a value as a small line: where its points stand, and where it is broken."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from indicators.signs import Sign
from monitor.attention import HIDDEN
from views.profile.row import Row


class Point(NamedTuple):
    """Positions from 0 to 1: x from the first year to the last, y from the lowest number to the highest, upwards."""

    x: float
    y: float
    lower: float
    upper: float


class Spark(NamedTuple):
    """runs: points of years in a row that have a value. hidden: x of years that are hidden; no line crosses them."""

    runs: tuple[tuple[Point, ...], ...]
    hidden: tuple[float, ...]


def spark_of(row: Row) -> Spark:
    """Empty where no year has a value. A year without a value breaks the line."""
    course = row.course
    years = course.index.to_numpy(dtype=float)
    span = max(years[-1] - years[0], 1) if len(years) else 1
    numbers = course[["value", "lower95", "upper95"]].to_numpy(dtype=float)
    if not np.isfinite(numbers).any():
        return Spark((), ())
    least, most = np.nanmin(numbers), np.nanmax(numbers)

    def at(value: float) -> float:
        return float((value - least) / (most - least)) if most > least else 0.5

    runs: list[list[Point]] = [[]]
    last = None
    for year, (value, lower, upper) in zip(course.index, numbers, strict=True):
        if not np.isfinite(value):
            runs.append([])
            continue
        if last is not None and year - last > 1:
            runs.append([])
        ends = (at(lower), at(upper)) if np.isfinite(lower) else (at(value), at(value))
        runs[-1].append(Point(float((year - years[0]) / span), at(value), *ends))
        last = year
    hidden = [float((year - years[0]) / span) for year, sign in course["sign"].items() if Sign(int(sign)) in HIDDEN]
    return Spark(tuple(tuple(run) for run in runs if run), tuple(hidden))
