"""The first slide: whose numbers, which day, and what must be known before anything is shown."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from monitor.release import Release
from reports.about import data_as_of
from reports.frame import Options
from reports.projection import bounds_of, fitted
from reports.slide_deck import add_slide
from reports.slide_grid import ACROSS, FIRST, FIRST_TEXT, FIRST_TITLE, LEFT
from reports.slide_marks import tell
from reports.slide_notice import add_notice
from reports.slide_text import WHITE, Box, Style, add_text, fitting, write
from reports.text_fit import fitted_size
from reports.typesetting import png
from texts.slides import LOGO, OUTLINE, TITLE, data_words, made_words, outline_words
from views.content import Content

GROUND, LIGHT, PALE = "#0b4f6c", "#14607f", "#7fb3c8"
DRAWING = Box(540, 70, 380, 330)
LOGO_BOX = Box(56, 56, 220, 60)
OWN_TEXT = Box(56, 388, 480, 64)
NOTICE_TOP, NOTICE_HEIGHT = 464, 44


def add_first(deck: Any, shown: Content, notices: Sequence[str], options: Options) -> Any:
    """Title, county, days, the county's own text and logo, notices."""
    release, county = shown.release, shown.release.county
    slide = add_slide(deck, FIRST)
    title, text = slide.placeholders
    write(title.text_frame, fitting(TITLE, FIRST_TITLE, 36, 24, bold=True, colour=WHITE), middle=True)
    name = fitted_size([county.name], FIRST_TEXT.width, 62, 26, 12, bold=True)
    days = Style(16, colour=WHITE)
    write(
        text.text_frame,
        [
            [(county.name, Style(name, bold=True, colour=WHITE))],
            [(made_words(options.day), days)],
            [(data_words(data_as_of(release)), days)],
        ],
    )
    if county.report.text:
        add_text(slide.shapes, OWN_TEXT, fitting(county.report.text, OWN_TEXT, 14, 8, colour=WHITE), TITLE)
    _add_drawing(slide.shapes, shown)
    _add_logo(slide.shapes, release)
    add_notice(slide.shapes, notices, NOTICE_TOP, left=LEFT, width=ACROSS, height=NOTICE_HEIGHT, most=13)
    return slide


def _add_drawing(shapes: Any, shown: Content) -> None:
    """The county with its coarsest parts, in outlines."""
    level = shown.release.levels[:2][-1]
    features = json.loads(shown.geometry[level.id].raw)["features"]
    view = fitted(bounds_of(each["geometry"] for each in features), DRAWING.width, DRAWING.height)
    paths = "".join(
        f'<path d="{view.path(each["geometry"])}" fill="{LIGHT}" stroke="{PALE}" stroke-width="0.8"/>'
        for each in features
    )
    width, height = math.ceil(view.width), math.ceil(view.height)  # whole points have whole dots, up to the edge
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">'
        f'<rect width="100%" height="100%" fill="{GROUND}"/>{paths}</svg>'
    )
    left, top = (DRAWING.left + (DRAWING.width - width) / 2, DRAWING.top + (DRAWING.height - height) / 2)
    place = (Pt(number) for number in (left, top, width, height))
    shape = shapes.add_picture(io.BytesIO(png(svg)), *place)
    tell(shape, OUTLINE, outline_words(shown.release.county.name, level.plural))


def _add_logo(shapes: Any, release: Release) -> None:
    """On white, whatever colours it has."""
    county = release.county
    if not county.report.logo:
        return
    shape = shapes.add_picture(io.BytesIO(county.report.logo), Pt(LOGO_BOX.left), Pt(LOGO_BOX.top))
    scale = min(Pt(LOGO_BOX.width) / shape.width, Pt(LOGO_BOX.height) / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    tell(shape, LOGO, f"{LOGO}: {county.name}")
