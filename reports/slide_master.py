"""The master and the layouts of the slides: 16:9, titles to the left, German prompts, nothing of other programs.

Made from the empty presentation of `python-pptx`. Source of the parts: ECMA-376 part 1, PresentationML.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from reports.slide_grid import COLUMNS, FIRST, FIRST_TEXT, FIRST_TITLE, FOOT, HEIGHT, NUMBER, SENTENCE, TITLE, WIDTH
from reports.slide_text import BLUE, QUIET, Box, place, rgb
from texts.slides import LAYOUTS, PROMPTS

KEPT = (0, 1, 3)  # layouts: title, title and text, title and two texts
FOREIGN = ("/printerSettings", "/thumbnail")  # how the types of relationships end that lead to another program's parts
BAR = (
    f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Leiste"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Pt(WIDTH)}" cy="{Pt(7)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
)
SMALL = (
    f'<a:lvl1pPr {nsdecls("a")} algn="{{align}}"><a:defRPr sz="950"><a:solidFill><a:srgbClr val="{QUIET}"/></a:solidFill>'
    "</a:defRPr></a:lvl1pPr>"
)


def empty_deck() -> Any:
    """A presentation without slides; layouts FIRST, STEP and METHOD."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    _keep_layouts(deck)
    _shape_master(deck.slide_master)
    first, step, method = deck.slide_layouts
    _place(first, {0: FIRST_TITLE, 1: FIRST_TEXT})
    _place(step, {0: TITLE, 1: SENTENCE})
    _place(method, {0: TITLE, 1: COLUMNS[0], 2: COLUMNS[1]})
    first.background.fill.solid()
    first.background.fill.fore_color.rgb = rgb(BLUE)
    _drop_foreign(deck)
    return deck


def _keep_layouts(deck: Any) -> None:
    kept = [deck.slide_layouts[number] for number in KEPT]
    for layout in list(deck.slide_layouts):
        if layout not in kept:
            deck.slide_layouts.remove(layout)
    for layout, name in zip(kept, LAYOUTS, strict=True):
        layout.name = name


def _shape_master(master: Any) -> None:
    """Places, and the look of titles and texts: no bullets, to the left."""
    places = {"title": TITLE, "body": SENTENCE, "ftr": FOOT, "sldNum": NUMBER, "dt": FOOT}
    for each in master.placeholders:
        place(each, places[each.element.ph.get("type", "body")])
        _without_insets(each)
        _plain(each)
    tree = master.shapes._spTree
    tree.insert(2, parse_xml(BAR))
    for style, size, colour in (("titleStyle", 2800, "tx2"), ("bodyStyle", 1800, "tx1")):
        _style(master.element.find(f".//{qn(f'p:{style}')}"), size, colour)
    _prompt(master.placeholders)


def _style(style: Any, size: int, colour: str) -> None:
    for level in style:
        level.set("marL", "0")
        level.set("indent", "0")
        level.set("algn", "l")
        for unwanted in ("a:buChar", "a:buFont", "a:buNone", "a:spcBef"):
            for found in level.findall(qn(unwanted)):
                level.remove(found)
        words = level.find(qn("a:defRPr"))
        words.addprevious(parse_xml(f"<a:buNone {nsdecls('a')}/>"))
        words.set("sz", str(size))
        words.set("b", "1" if colour == "tx2" else "0")
        words.find(f".//{qn('a:schemeClr')}").set("val", colour)


def _place(layout: Any, boxes: dict[int, Box]) -> None:
    """Title and texts of a layout by the order they stand in; the foot and the number as the master has them."""
    for each in layout.placeholders:
        number = each.placeholder_format.idx
        if number in boxes:
            place(each, boxes[number])
            _without_insets(each)
            _plain(each)
        elif each.element.ph.get("type") == "dt" or (layout.name == LAYOUTS[FIRST] and number >= 10):
            each.element.getparent().remove(each.element)
    _prompt(layout.placeholders)


def _without_insets(placeholder: Any) -> None:
    frame = placeholder.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _plain(placeholder: Any) -> None:
    """No look of its own but that of a foot, which stands to the left, and of a number, which stands to the right."""
    levels = placeholder._element.txBody.find(qn("a:lstStyle"))
    kind = placeholder.element.ph.get("type")
    for each in list(levels):
        levels.remove(each)
    if kind in ("ftr", "sldNum"):
        levels.append(parse_xml(SMALL.format(align="l" if kind == "ftr" else "r")))


def _prompt(placeholders: Iterable[Any]) -> None:
    for each in placeholders:
        kind = each.element.ph.get("type", "body")
        if kind in PROMPTS:
            each.text_frame.text = PROMPTS[kind]


def _drop_foreign(deck: Any) -> None:
    for rels in (deck.part.rels, deck.part.package._rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(FOREIGN)]:
            rels.pop(key)
