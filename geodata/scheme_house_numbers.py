"""Streets and house numbers as a register of streets writes them: "Kölner Str.", 1 to 12a, even ones."""

from __future__ import annotations

import re
from enum import StrEnum

import pandas as pd

NUMBER = re.compile(r"(\d{1,4})\s*([a-z]?)")
LETTERS = 27  # places per number: the number itself and a to z
FIRST, LAST = 0, 10_000 * LETTERS - 1
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Side(StrEnum):
    """Which numbers of a range are meant."""

    EVEN = "gerade"
    ODD = "ungerade"
    ALL = "alle"


SIDES = {"gerade": Side.EVEN, "g": Side.EVEN, "ungerade": Side.ODD, "u": Side.ODD, "alle": Side.ALL, "a": Side.ALL,
         "beide": Side.ALL, "": Side.ALL}  # fmt: skip


def street_key(name: str) -> str:
    """What is the same street however it is written.

    >>> street_key("Kölner Straße") == street_key("Koelner-Str.") == street_key("KÖLNER STRASSE ")
    True
    """
    letters = re.sub(r"[^a-z0-9]", "", name.lower().translate(UMLAUTS))
    return re.sub(r"strasse$", "str", letters)


def place_of(text: str, *, end: bool = False) -> int | None:
    """Place of a house number in its street, letters after their number; None for anything else.

    end: the end of a range; without a letter it takes the letters of its number in.

    >>> place_of("12"), place_of("12 B"), place_of("12", end=True), place_of("zwölf")
    (324, 326, 350, None)
    """
    match = NUMBER.fullmatch(text.strip().lower())
    if not match:
        return None
    number, letter = int(match[1]), match[2]
    return number * LETTERS + (ord(letter) - 96 if letter else (LETTERS - 1) * end)


def houses(first: pd.Series, last: pd.Series, odd: bool, begin: pd.Series | None = None) -> pd.Series:
    """How many odd (even) house numbers lie in ranges of places, letters not counted: nobody knows how many there are.

    begin: where the ranges of which these are parts begin. A part that begins at a letter counts its number only if the
    whole begins there; else the number is in the part before.
    """
    low = (first + LETTERS - 1) // LETTERS
    if begin is None:
        begin = first
    low = low.where(first != begin, first // LETTERS)
    below = low // 2 if odd else (low + 1) // 2  # numbers of that kind before the range
    number: pd.Series = ((last // LETTERS + (1 if odd else 2)) // 2 - below).clip(lower=0)
    return number
