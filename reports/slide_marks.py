"""What screen readers are told of a shape: words for pictures and tables, and that a shape says nothing.

Source: Microsoft, [MS-ODRAWXML] 2.21.1, decorative.
"""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from monitor.story_step import clean

DECORATIVE = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def tell(shape: Any, name: str, words: str) -> None:
    """Name of a shape, and what it shows in words."""
    about = _about(shape)
    about.set("name", clean(name))
    about.set("descr", clean(words))


def keep_quiet(shape: Any) -> None:
    """Mark a shape as decoration."""
    about = _about(shape)
    about.attrib.pop("descr", None)
    about.append(parse_xml(DECORATIVE))


def _about(shape: Any) -> Any:
    return shape._element.find(f".//{qn('p:cNvPr')}")
