"""PDF and pictures by Typst: tagged, accessible (PDF/UA-1), in German, with the app's own typeface."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).with_name("templates")
FONTS = Path(__file__).resolve().parents[1] / "static" / "vendor" / "source-sans-3.052"
STANDARD = "ua-1"
PICTURE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")
"""
_lock = Lock()  # one compiler, used by one thread at a time


def pdf(template: str, data: Mapping[str, Any], pictures: Mapping[str, str], day: dt.date) -> bytes:
    """template: name of a file in `reports/templates`; data: JSON values it reads; pictures: name → SVG.

    Raises typst.TypstError where something accessible documents need is missing, such as the words for a picture.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False), "pictures": json.dumps(dict(pictures))}
    made = dt.datetime.combine(day, dt.time(12), dt.UTC)
    with _lock:
        return _compiled(TEMPLATES / f"{template}.typ", inputs, pdf_standards=[STANDARD], timestamp=made)


def png(svg: str, pixels_per_point: float = 3) -> bytes:
    """A vector picture in dots, for programs that take nothing else."""
    with _lock:
        return _compiled(PICTURE, {"svg": svg}, format="png", ppi=72 * pixels_per_point)


def _compiled(source: Path | bytes, inputs: dict[str, str], **options: Any) -> bytes:
    given = source if isinstance(source, bytes) else str(source)
    made = _compiler().compile(input=given, sys_inputs=inputs, **options)
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    import typst  # 0.2 s: only who prints waits for it

    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True)
