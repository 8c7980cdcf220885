"""Section [report] of county.toml: what every report of the county carries."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from monitor.county import ReportSpec
from monitor.toml_fields import Field, Section, checked
from monitor.toml_text import TomlText
from problem import Problem

PARTS = (
    "question", "map", "list", "maps", "attention", "neighbours", "similar", "quality", "methods", "sources", "statements",
)  # fmt: skip
REPORT = {"text": Field(), "address": Field(), "logo": Field(), "without": Field("texts")}
ADDRESS = re.compile(r"https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?")
FORMATS = ("PNG", "JPEG")
MOST_BYTES, MOST_PIXELS = 2_000_000, 25_000_000
MOST_TEXT = 600  # characters


def read_report(folder: Path, source: TomlText, top: Mapping[str, Any]) -> tuple[ReportSpec, list[Problem]]:
    """top: checked values of the whole file. The logo is read here, so that a report never meets a broken one."""
    section = Section(source, "report", top.get("report", {}))
    values, problems = checked(section, REPORT)
    text, address, without = values.get("text", ""), values.get("address", ""), values.get("without", ())
    if len(text) > MOST_TEXT:
        problems.append(section.problem("report_text_long", "text", most=MOST_TEXT))
    if address and not ADDRESS.fullmatch(address):
        problems.append(section.problem("report_address", "address", value=address))
    unknown = [part for part in without if part not in PARTS]
    problems += [
        section.problem("report_part_unknown", "without", value=each, known=", ".join(PARTS)) for each in unknown
    ]
    logo, found = _logo(folder, section, values.get("logo", ""))
    return ReportSpec(text, address, values.get("logo", ""), logo, tuple(without)), problems + found


def _logo(folder: Path, section: Section, path: str) -> tuple[bytes, list[Problem]]:
    if not path:
        return b"", []
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if ".." in parts or path.startswith(("/", "\\")) or ":" in path:
        return b"", [section.problem("path_outside_folder", "logo", path=path)]
    if not (folder / path).is_file():
        return b"", [section.problem("report_logo_missing", "logo", path=path)]
    content = (folder / path).read_bytes()
    if len(content) > MOST_BYTES or not is_picture(content):
        return b"", [section.problem("report_logo_no_picture", "logo", path=path, most=MOST_BYTES // 1_000_000)]
    return content, []


def is_picture(content: bytes) -> bool:
    """Whether it is a PNG or JPEG that can be read to its end."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return False
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
