"""The maps of a slide: heading, crisp picture with words for whom cannot see it, native legend."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from reports.maps import ReportMap, report_map
from reports.slide_legend import add_legend, plan_legend
from reports.slide_marks import tell
from reports.slide_text import BLUE, Box, Style, add_text
from reports.text_fit import LEADING, fitted_size, height_of
from reports.typesetting import png
from texts.slides import MAP
from views.content import Content
from views.steps import StepView

ZOOM = 1.45  # lines and names are drawn for paper; from the last row they must be larger
PIXELS = 3  # per point of the slide
CAPTION, LEAST = 13, 10  # sizes of the heading
LINES = 2  # of the heading, at most
GAP = 6
USUAL_LEGEND = 70  # points that are kept free for the legend when the picture is drawn


def add_maps(shapes: Any, shown: Content, found: StepView, boxes: Sequence[Box]) -> list[ReportMap]:
    """The maps of a step, each into its box."""
    made = [_made(shown, found, number, box) for number, box in enumerate(boxes)]
    add_report_maps(shapes, made, boxes)
    return made


def drawn_size(box: Box) -> tuple[float, float]:
    """Width and height at most of a picture that stands in a box with its heading and legend."""
    return box.width / ZOOM, (box.height - USUAL_LEGEND - 2 * CAPTION) / ZOOM


def add_report_maps(shapes: Any, made: Sequence[ReportMap], boxes: Sequence[Box]) -> None:
    """Heading, picture and legend of each map into its box, one below the other; two maps have equal parts."""
    width, (top, bottom) = boxes[0].width, (boxes[0].top, boxes[0].bottom)
    captions = [each.caption for each in made]
    size = min(fitted_size([each], width, LINES * CAPTION * LEADING, CAPTION, LEAST, bold=True) for each in captions)
    heading = max(height_of([each], width, size, bold=True) for each in captions)
    plans = [plan_legend(each.legend, width) for each in made]
    height = bottom - top - heading - max(plan.height for plan in plans) - 2 * GAP
    scale = min(min(width / each.picture.width, height / each.picture.height) for each in made)
    for each, box, plan in zip(made, boxes, plans, strict=True):
        style = Style(size, bold=True, colour=BLUE)
        add_text(shapes, box._replace(height=heading), [[(each.caption, style)]], MAP)
        below = _add_picture(shapes, each, box._replace(top=top + heading + GAP), scale)
        add_legend(shapes, each.legend, plan, box.left, below + GAP)


def _made(shown: Content, found: StepView, number: int, box: Box) -> ReportMap:
    each = found.maps[number]
    return report_map(shown, each.layer, found.level, each.position, drawn_size(box),
                      municipality=found.municipality, selected=found.selected, place=found.place)  # fmt: skip


def _add_picture(shapes: Any, made: ReportMap, room: Box, scale: float) -> float:
    """In the middle of the width; returns where it ends."""
    width, height = made.picture.width * scale, made.picture.height * scale
    left = room.left + (room.width - width) / 2
    content = io.BytesIO(png(made.picture.svg, PIXELS * scale))
    shape = shapes.add_picture(content, *(Pt(number) for number in (left, room.top, width, height)))
    tell(shape, MAP, made.picture.alt)
    return room.top + height
