"""Text of people on paper: letters the typeface does not have, and words longer than a line.

An accessible document (PDF/UA-1) may hold no letter that cannot be shown; without this a single emoji would cost the whole
report.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

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
    return frozenset.intersection(*(code_points(path) for path in sorted(FONTS.glob("*.ttf"))))


def code_points(font: Path) -> frozenset[int]:
    """Code points an OpenType font has a glyph for."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def _letter(letter: str, known: frozenset[int]) -> str:
    if ord(letter) in known or letter in "\n\t":
        return letter
    return "" if unicodedata.category(letter) in ("Cf", "Cc", "Mn") else INSTEAD


def _pieces(word: str) -> list[str]:
    return [word[at : at + PIECE] for at in range(0, len(word), PIECE)]
