"""Slides as `python-pptx` reads them back, for the tests."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

A_NUMBER = re.compile(r"(?<![\w,.])[−-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\w,.])[−-]?\d+(?:,\d+)?")


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def body(slide: Any) -> str:
    """The sentence, "" where there is none."""
    return next((each.text_frame.text for each in slide.placeholders if each.placeholder_format.idx == 1), "")


def kinds(slide: Any) -> list[str]:
    """What stands on a slide in reading order: name of each shape."""
    return [each.name for each in slide.shapes]


def pictures(slide: Any) -> list[Any]:
    return [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.PICTURE]


def tables(slide: Any) -> list[list[list[str]]]:
    """Rows of cells; no-break spaces as usual ones."""
    return [
        [[cell.text_frame.text.replace("\xa0", " ") for cell in row.cells] for row in each.table.rows]
        for each in slide.shapes
        if each.has_table
    ]


def legends(slide: Any) -> list[list[str]]:
    """Texts of each legend."""
    groups = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
    return [
        [one.text_frame.text for one in group.shapes if one.has_text_frame and one.text_frame.text] for group in groups
    ]


def swatches(slide: Any) -> list[Any]:
    groups = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
    return [one for group in groups for one in group.shapes if not one.has_text_frame or not one.text_frame.text]


def texts(slide: Any) -> list[str]:
    """Everything that can be read on a slide."""
    found = [each.text_frame.text for each in slide.shapes if each.has_text_frame]
    found += [text for each in legends(slide) for text in each]
    return [*found, *(cell for table in tables(slide) for row in table for cell in row)]


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def everything(deck: Any) -> Iterator[str]:
    """Every text and every attribute of every part that is XML."""
    for part in deck.part.package.iter_parts():
        if part.partname.endswith(".xml"):
            for element in etree.fromstring(part.blob).iter():
                yield element.text or ""
                yield from element.attrib.values()


def numbers(text: str) -> list[float]:
    """German numbers in a text."""
    return [float(each.replace(".", "").replace(",", ".").replace("−", "-")) for each in A_NUMBER.findall(text)]


def about(shape: Any) -> Any:
    return shape._element.find(f".//{qn('p:cNvPr')}")


def is_decorative(shape: Any) -> bool:
    return any(each.tag.endswith("}decorative") and each.get("val") == "1" for each in about(shape).iter())
