"""Text as it is kept: without what no reader sees and some programs choke on.

Control characters end files and are refused by PostgreSQL (NUL); marks that turn the direction of writing make a text read
otherwise than it is. Everything else stays as it was typed: what is shown is escaped where it is shown.
"""

from __future__ import annotations

import re
import unicodedata

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]"
)
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")


def clean(text: str) -> str:
    """The text in composed form, line ends as "\\n", no blanks around it."""
    plain = LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", CONTROLS.sub("", LONE_SURROGATES.sub("", plain))).strip()


def one_line(text: str) -> str:
    return " ".join(clean(text).split())
