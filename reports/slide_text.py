"""Text on slides: boxes, paragraphs and runs in the house's look, native so that they can be edited and read out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from reports.text_fit import fitted_size

INK, QUIET, BLUE, WHITE, LINE, PALE, WARNING = "1b2a33", "4a5963", "0b4f6c", "ffffff", "b9c4c9", "eef3f5", "fdf1cf"


class Box(NamedTuple):
    """Points from the top left corner of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def inside(self, across: float, down: float) -> Box:
        """The same box with a margin."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True)
class Style:
    """size: points."""

    size: float
    bold: bool = False
    colour: str = INK
    right: bool = False


Run = tuple[str, Style]


def rgb(colour: str) -> RGBColor:
    """Of "0b4f6c" or "#0b4f6c"."""
    made: RGBColor = RGBColor.from_string(colour.removeprefix("#"))  # type: ignore[no-untyped-call]
    return made


def place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(number) for number in box)


def add_text(shapes: Any, box: Box, paragraphs: Sequence[Sequence[Run]], name: str, *, middle: bool = False) -> Any:
    """A box of text. name: of the shape, for screen readers and the list of what is on a slide."""
    shape = shapes.add_textbox(*(Pt(number) for number in box))
    shape.name = name
    shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    write(shape.text_frame, paragraphs, middle=middle)
    return shape


def write(frame: Any, paragraphs: Sequence[Sequence[Run]], *, middle: bool = False) -> None:
    """Paragraphs of runs into an empty frame without margins."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    write_paragraphs(frame, paragraphs)


def write_paragraphs(frame: Any, paragraphs: Sequence[Sequence[Run]]) -> None:
    """The end of a paragraph has the size of its text: else an empty one would be as high as usual text."""
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if any(style.right for _, style in runs):
            paragraph.alignment = PP_ALIGN.RIGHT
        for text, style in runs:
            if not text:
                continue
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(style.size), style.bold
            run.font.color.rgb = rgb(style.colour)
        paragraph._p.append(parse_xml(f'<a:endParaRPr {nsdecls("a")} sz="{round(100 * runs[-1][1].size)}"/>'))


def fitting(
    text: str, box: Box, most: float, least: float, *, bold: bool = False, colour: str = INK
) -> Sequence[Sequence[Run]]:
    """One paragraph as large as it fits into the box."""
    size = fitted_size([text], box.width, box.height, most, least, bold=bold)
    return [[(text, Style(size, bold, colour))]]
