"""What must stand on every slide: that numbers are invented, or that a rule is not the decided one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from reports.slide_grid import ACROSS, LEFT
from reports.slide_text import INK, WARNING, Box, Style, add_text, rgb
from reports.text_fit import fitted_size
from texts.slides import NOTICE

INSET = 8
NOTICE_HEIGHT = 24  # points
SIZES = (10.5, 7)  # largest and smallest


def add_notice(
    shapes: Any, notices: Sequence[str], top: float, *, left: float = LEFT, width: float = ACROSS,
    height: float = NOTICE_HEIGHT, most: float = SIZES[0],
) -> None:  # fmt: skip
    """Nothing where there is none. most: the largest size of its letters."""
    if not notices:
        return
    words = " ".join(_sentence(each) for each in notices)
    room = Box(left, top, width, height).inside(INSET, 1)
    size = fitted_size([words], room.width, room.height, most, SIZES[1])
    shape = add_text(shapes, Box(left, top, width, height), [[(words, Style(size, colour=INK))]], NOTICE, middle=True)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(WARNING)
    shape.text_frame.margin_left = shape.text_frame.margin_right = Pt(INSET)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
