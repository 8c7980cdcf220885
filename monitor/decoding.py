"""From the bytes of a file to its text, whatever office program wrote it."""

from __future__ import annotations

import codecs
import re

from problem import Problem

# First bytes that betray what a file really is, whatever its name says.
SIGNATURES = (
    (b"PK\x03\x04", "excel"),
    (b"\xd0\xcf\x11\xe0", "excel_old"),
    (b"PAR1", "parquet"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "archive"),
)
WEB_PAGE = re.compile(rb"\s*(<!doctype|<html|<\?xml)", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def foreign_content(data: bytes) -> str:
    """What the bytes really are ("excel", "web_page", …) if they are no text table; "" if nothing speaks against it."""
    for signature, found in SIGNATURES:
        if data.startswith(signature):
            return found
    return "web_page" if WEB_PAGE.match(data) else ""


def decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Text of a file in UTF-8 (with or without byte order mark), UTF-16 (with one) or Windows-1252/Latin-1.

    The text is "" where a problem is reported: an empty file, another kind of file, or no text at all.
    """
    if not data.strip(b" \t\r\n\0" + codecs.BOM_UTF8):
        return "", [Problem("file_empty", file=file)]
    if found := foreign_content(data):
        return "", [Problem("file_content_unexpected", file=file, facts={"found": found})]
    text = _text(data)
    if text is None or CONTROL.search(text):
        return "", [Problem("file_content_unexpected", file=file, facts={"found": "binary"})]
    return text, []


def _text(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    # Latin-1 accepts every byte, so it comes last; the five bytes Windows-1252 leaves undefined are read with it.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
