"""How large a text may be printed where it has little room: the widths of Arial, which office programs break lines by.

Source of the widths: Adobe Font Metrics of Helvetica, which Arial and Liberation Sans share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

SPARE = 1.03  # office programs round the place of every letter
LEADING = 1.2  # of a line, in sizes; office programs take 1.15
STEP = 0.5  # points
OF_A_LETTER = {
    191: "'", 222: "ijl\u2018\u2019", 260: "|", 278: " !,./:;I[\\]ft\u00a0\u00b7", 333: "()-`r{}\u201e\u201c\u201d",
    355: '"', 389: "*", 469: "^", 500: "Jckvxsyz", 556: "#$?L_abdeghnopqu0123456789\u2013\u00a7\u20ac", 584: "+<=>~\u2212",
    611: "FTZ\u00df", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "\u2026\u2014",
    1015: "@",
}  # fmt: skip
OF_A_BOLD_LETTER = {
    238: "'", 278: " ,./I\\ijl\u00a0\u00b7\u2018\u2019", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"',
    500: "z\u201e\u201c\u201d", 556: "#$0123456789J_aceksvxy\u2013\u00a7\u20ac", 584: "+<=>^~\u2212",
    611: "?FLTZbdghnopqu\u00df", 667: "EPSVXY", 722: "&ABCDHKNRU", 778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@",
    1000: "\u2026\u2014",
}  # fmt: skip
WIDTHS, BOLD_WIDTHS = (
    {letter: width / 1000 for width, letters in each.items() for letter in letters}
    for each in (OF_A_LETTER, OF_A_BOLD_LETTER)
)
UNKNOWN, WIDE = 0.85, 1.0  # of other letters, and of those as wide as high


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points that one line needs."""
    widths = BOLD_WIDTHS if bold else WIDTHS
    return sum(_letter(each, widths) for each in text) * size * SPARE


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Lines of a text that is broken between words, within one only where it is longer than a line."""
    lines, used, room = 1, 0.0, max(width, size)
    for word in text.split(" "):
        taken = width_of(word, size, bold=bold)
        space = width_of(" ", size, bold=bold) if used else 0.0
        if used + space + taken > room and used:
            lines, used, space = lines + 1, 0.0, 0.0
        while taken > room:
            lines, taken = lines + 1, taken - (room - size)  # the letter that does not fit goes along
        used += space + taken
    return lines


def height_of(paragraphs: Sequence[str], width: float, size: float, *, bold: bool = False) -> float:
    """In points, of paragraphs below each other."""
    return sum(line_count(each, width, size, bold=bold) for each in paragraphs) * size * LEADING


def fitted_size(
    paragraphs: Sequence[str], width: float, height: float, most: float, least: float, *, bold: bool = False
) -> float:
    """The largest size in points, `most` to `least`, at which the paragraphs have room; `least` where they never have."""
    size = most
    while size > least and height_of(paragraphs, width, size, bold=bold) > height:
        size -= STEP
    return max(size, least)


def _letter(letter: str, widths: Mapping[str, float]) -> float:
    known = widths.get(letter) or widths.get(unicodedata.normalize("NFKD", letter)[0])
    if known is not None:
        return known
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN
