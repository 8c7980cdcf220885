"""A number as it is typed in German: "12,5", "1.234"."""

from __future__ import annotations

import re

THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")


def number_of(text: str) -> float | str | None:
    """The number; None for an empty text; the text itself where it is no number, for the store to refuse.

    >>> number_of("12,5"), number_of("1.234"), number_of("12.5"), number_of(""), number_of("viele")
    (12.5, 1234.0, 12.5, None, 'viele')
    """
    plain = text.strip().replace("\u2212", "-").replace(" ", "").rstrip("%")
    if not plain:
        return None
    if THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    if PLAIN.fullmatch(plain):
        return float(plain.replace(",", "."))
    return text
