"""Text of people on paper: letters the typeface does not have, and words longer than a line.

An accessible document (PDF/UA-1) may hold no letter that cannot be shown; without this a single emoji would cost the whole
report. Table of the font files: OpenType 1.9, "cmap", format 12.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache

from reports.typesetting import FONTS

INSTEAD = "\u25a1"  # □
LONG_WORD = re.compile(r"\S{31,}")
PIECE = 30  # letters
BREAK = "\u200b"  # a line may end here; nothing is seen of it


def entered(text: str) -> str:
    """The text with □ for each letter that no font of the reports has, and places to break in words of more than 30 letters."""
    known = printable()
    shown = "".join(_letter(each, known) for each in unicodedata.normalize("NFC", text))
    return LONG_WORD.sub(lambda word: BREAK.join(_pieces(word[0])), shown)


def entered_paragraphs(text: str) -> list[str]:
    """One text per paragraph or line, empty lines left out."""
    return [entered(line.strip()) for line in text.splitlines() if line.strip()]


@cache
def printable() -> frozenset[int]:
    """Code points that every font file of the reports has."""
    return frozenset.intersection(*(code_points(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def code_points(font: bytes) -> frozenset[int]:
    """Code points an OpenType font has a glyph for, from its Unicode tables of format 12."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    offsets = [struct.unpack_from(">HHL", font, start + 4 + 8 * each)[2] for each in range(count)]
    found: set[int] = set()
    for at in {start + each for each in offsets}:
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            found |= _segmented(font, at)
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    records = [struct.unpack_from(">4sLLL", font, 12 + 16 * each) for each in range(count)]
    return int(next(offset for tag, _, offset, _ in records if tag == name))


def _segmented(font: bytes, at: int) -> set[int]:
    (groups,) = struct.unpack_from(">L", font, at + 12)
    ranges = [struct.unpack_from(">LLL", font, at + 16 + 12 * each) for each in range(groups)]
    return {code for first, last, _ in ranges for code in range(first, last + 1)}


def _letter(letter: str, known: frozenset[int]) -> str:
    if ord(letter) in known or letter in "\n\t":
        return letter
    return "" if unicodedata.category(letter) in ("Cf", "Cc", "Mn") else INSTEAD


def _pieces(word: str) -> list[str]:
    return [word[at : at + PIECE] for at in range(0, len(word), PIECE)]
