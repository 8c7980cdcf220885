"""Names on a map: each near its point, none over another or over a mark; one without room is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SIZE = 6.5  # points
WIDTH = 0.52  # of a letter, in sizes: the mean of the typeface
RADIUS = 4.2  # of a mark
SHIFTS = sorted(
    ((x, y) for y in (0, -7, 7, -13, 13) for x in (0, -13, 13, -24, 24)), key=lambda by: by[0] ** 2 + 2 * by[1] ** 2
)
Box = tuple[float, float, float, float]  # left, top, right, bottom


class Label(NamedTuple):
    """x, y: middle of the base line in points."""

    text: str
    x: float
    y: float


def placed(labels: Sequence[Label], marks: Sequence[tuple[float, float]], width: float, height: float) -> list[Label]:
    taken = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in marks]
    found = []
    for label in labels:
        shifted = (label._replace(x=label.x + x, y=label.y + y) for x, y in SHIFTS)
        free = next((each for each in shifted if _is_free(_box(each), taken, width, height)), None)
        if free is not None:
            taken.append(_box(free))
            found.append(free)
    return found


def _box(label: Label) -> Box:
    half = len(label.text) * SIZE * WIDTH / 2
    return label.x - half, label.y - SIZE * 0.8, label.x + half, label.y + SIZE * 0.25


def _is_free(box: Box, taken: Sequence[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and top >= 0 and right <= width and bottom <= height
    return inside and not any(left < r and right > l and top < b and bottom > t for l, t, r, b in taken)  # noqa: E741
