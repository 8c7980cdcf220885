"""A number as it is typed in German: "12,5", "1.234"; and degrees, which programs of maps write with a point."""

from __future__ import annotations

import re

THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")


def number_of(text: str) -> float | str | None:
    """The number; None for an empty text; the text itself where it is no number, for the store to refuse.

    >>> number_of("12,5"), number_of("1.234"), number_of("12.5"), number_of("0.125"), number_of(""), number_of("viele")
    (12.5, 1234.0, 12.5, 0.125, None, 'viele')
    """
    plain = _tidy(text).rstrip("%")
    if THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    return _read(plain, text)


def degrees_of(text: str) -> float | str | None:
    """The same for latitude and longitude: nobody has thousands of degrees, so a point always begins the decimals.

    >>> degrees_of("50.789"), degrees_of("7,2°"), degrees_of("")
    (50.789, 7.2, None)
    """
    return _read(_tidy(text).rstrip("°"), text)


def _tidy(text: str) -> str:
    return "".join(text.split()).replace("\u2212", "-")


def _read(plain: str, text: str) -> float | str | None:
    if not plain:
        return None
    return float(plain.replace(",", ".")) if PLAIN.fullmatch(plain) else text
