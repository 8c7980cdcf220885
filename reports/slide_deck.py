"""Slides of a presentation, and what is told of the whole file: properties, typeface, colours, language."""

from __future__ import annotations

import copy
import datetime as dt
import re
import textwrap
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from monitor.release import Release
from reports.about import data_as_of
from reports.slide_grid import FOOT
from reports.slide_text import BLUE, INK, PALE, QUIET, WHITE, fitting, write
from texts.reports import PROGRAM
from texts.slides import FOOT_NAMES, NOTES, PROMPTS, data_words

FONT, LANGUAGE = "Arial", "de-DE"
MOST = 255  # characters of a property
COLOURS = {"dk1": INK, "lt1": WHITE, "dk2": BLUE, "lt2": PALE, "accent1": BLUE, "accent2": "9b3d3f",
           "accent3": "1f6f8b", "accent4": QUIET, "accent5": "ae5c4d", "accent6": "6b2d4e", "hlink": BLUE,
           "folHlink": QUIET}  # fmt: skip
PROGRAM_PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/'
    f'officeDocument/2006/extended-properties"><Application>{PROGRAM}</Application></Properties>'
)


def add_slide(deck: Any, layout: int) -> Any:
    """A slide with the empty placeholders of a layout, in the order they are read."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    for each in slide.placeholders:
        each.name = PROMPTS[each.element.ph.get("type", "body")]
    return slide


def add_foot(slide: Any, foot: str) -> None:
    """The foot and the number of the slide, behind everything else so that they are read last."""
    for each in slide.slide_layout.placeholders:
        if each.element.ph.get("type") in FOOT_NAMES:
            known = [int(number) for number in slide.shapes._spTree.xpath("//p:cNvPr/@id")]
            slide.shapes._spTree.append(copy.deepcopy(each.element))
            slide.shapes[-1].element.nvSpPr.cNvPr.set("id", str(max(known) + 1))
    for each in slide.placeholders:
        kind = each.element.ph.get("type")
        each.name = FOOT_NAMES.get(kind, each.name)
        if kind == "ftr":
            write(each.text_frame, fitting(foot, FOOT, 9.5, 6, colour=QUIET), middle=True)


def foot_words(release: Release) -> str:
    return f"{release.county.name} · {data_words(data_as_of(release))} · {PROGRAM}"


def finish(deck: Any, title: str, author: str, subject: str, day: dt.date) -> None:
    """Properties of the file, and the language of every text in it."""
    for each in deck.notes_master.placeholders:
        if each.placeholder_format.type == PP_PLACEHOLDER.BODY:
            each.text_frame.text = NOTES
    said = deck.core_properties
    said.title, said.author, said.subject = (
        textwrap.shorten(each, MOST, placeholder=" …") for each in (title, author, subject)
    )
    said.language = LANGUAGE
    said.keywords, said.last_modified_by, said.comments = PROGRAM, PROGRAM, ""
    said.created = said.modified = dt.datetime.combine(day, dt.time(12))
    for part in deck.part.package.iter_parts():
        if part.partname.endswith("/app.xml"):
            part._blob = PROGRAM_PART.encode()
        elif part.content_type.endswith("theme+xml"):
            _dress(part)
        elif hasattr(part, "_element"):
            _speak_german(part._element)


def _dress(part: Any) -> None:
    """That of the slides is kept as it was read, that of the notes as a tree."""
    content = _theme(part.blob)
    if hasattr(part, "_element"):
        part._element = parse_xml(content)
    else:
        part._blob = content


def _theme(content: bytes) -> bytes:
    """The same theme with the house's typeface and colours."""
    text = content.decode("utf-8")
    text = re.sub(r'(<a:latin typeface=")[^"]*(")', rf"\g<1>{FONT}\g<2>", text)
    for name, colour in COLOURS.items():
        text = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', text, flags=re.S)
    return text.encode("utf-8")


def _speak_german(element: Any) -> None:
    for run in element.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr()
    for kind in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for each in element.iter(qn(kind)):
            each.set("lang", LANGUAGE)
