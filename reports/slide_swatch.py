"""The sign of one line of a legend: the fill, hatch or mark that areas have on the map, as small native shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from reports.picture import GROUND, SELECTION
from reports.picture import INK as MARK
from reports.slide_marks import keep_quiet, tell
from reports.slide_text import Box, rgb
from texts.slides import LEGEND

SWATCH = Box(0, 0, 20, 11)
PATTERNS = {
    "hidden": (MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "6b7680", "f6f4ef"),
    "unsecured": (MSO_PATTERN.NARROW_HORIZONTAL, "ffffff", "c3cbcf"),
}
DOTTED, DOT = "#eceff0", "#8a979e"
Line = Mapping[str, str]  # text, mark, colour, counted: as in `ReportMap.legend`


def add_swatch(shapes: Any, line: Line, left: float, top: float) -> None:
    mark = line["mark"]
    swatch = _shape(shapes, MSO_SHAPE.RECTANGLE, SWATCH._replace(left=left, top=top), "8a979e", 0.6)
    if mark in PATTERNS:
        pattern, front, back = PATTERNS[mark]
        swatch.fill.patterned()
        swatch.fill.pattern = pattern
        swatch.fill.fore_color.rgb, swatch.fill.back_color.rgb = rgb(front), rgb(back)
    else:
        plain = {"fill": line["colour"], "ground": GROUND, "missing": DOTTED}
        _paint(swatch, plain.get(mark, "#ffffff"))
    if mark == "missing":
        _add_dots(shapes, left, top)
    if mark == "flagged":
        _add_flag(shapes, swatch, left, top)
    if mark == "selected":
        swatch.line.color.rgb, swatch.line.width = rgb(SELECTION), Pt(2.5)


def _add_flag(shapes: Any, swatch: Any, left: float, top: float) -> None:
    """The "!" in a circle, drawn: as a letter it would be read out."""
    swatch.line.color.rgb, swatch.line.width = rgb(MARK), Pt(1.5)
    middle = left + SWATCH.width / 2
    ring = _shape(shapes, MSO_SHAPE.OVAL, Box(middle - 4.4, top + 1.1, 8.8, 8.8), MARK, 0.9)
    bar = _shape(shapes, MSO_SHAPE.RECTANGLE, Box(middle - 0.6, top + 2.6, 1.2, 3.4), MARK, 0)
    dot = _shape(shapes, MSO_SHAPE.OVAL, Box(middle - 0.7, top + 6.9, 1.4, 1.4), MARK, 0)
    for each, colour in ((ring, "#ffffff"), (bar, MARK), (dot, MARK)):
        _paint(each, colour)


def _add_dots(shapes: Any, left: float, top: float) -> None:
    """Drawn: some programs make lines of the pattern of dots, and lines mean that a value is hidden."""
    for row, first in enumerate((3.2, 5.6)):
        for number in range(3):
            dot = Box(left + first + 5 * number, top + 2.7 + 4.2 * row, 1.5, 1.5)
            _paint(_shape(shapes, MSO_SHAPE.OVAL, dot, DOT, 0), DOT)


def _paint(shape: Any, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)


def _shape(shapes: Any, kind: MSO_SHAPE, box: Box, edge: str, weight: float) -> Any:
    shape = shapes.add_shape(kind, *(Pt(number) for number in box))
    shape._element.remove(shape._element.find(qn("p:style")))  # no shadow, no letters of its own
    if weight:
        shape.line.color.rgb, shape.line.width = rgb(edge), Pt(weight)
    else:
        shape.line.fill.background()
    tell(shape, LEGEND, "")
    keep_quiet(shape)
    return shape
