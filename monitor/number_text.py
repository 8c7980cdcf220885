"""What a delivered cell says: a number, a sign, or neither. A code is never read as a number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from indicators.signs import DELIVERED_CODES, Sign

WHOLE = re.compile(r"[+-]?\d+")
DECIMAL = re.compile(r"[+-]?\d*[.,]\d+")
POINT_OR_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
COMMA_OR_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
GERMAN_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}")
ENGLISH_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d+|[+-]?\d{1,3}(,\d{3}){2,}")
SPACED_THOUSANDS = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f\u2009'’]\d{3})+([.,]\d+)?")


class Reading(NamedTuple):
    """One cell. number is NaN where the text is none; sign is SHOWN for a number, ABSENT for an empty cell.

    fault: "" | "value_not_numeric" | "value_thousands". −1 and −9 are both: a number and the sign they stand for.
    """

    number: float
    sign: Sign
    fault: str = ""


def plain_number(value: float) -> str:
    """A number that was delivered as one, as text: "12", "12.5", "" for a missing one.

    "1.234" gets one more digit ("1.2340"), so that it cannot be taken for a thousands separator.
    """
    if math.isnan(value):
        return ""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    return f"{text}0" if POINT_OR_THOUSANDS.fullmatch(text) else text


def doubtful(texts: Iterable[str], delimiter: str) -> re.Pattern[str] | None:
    """Which texts of a file may be decimals or thousands ("1.234"); None where the file itself answers it.

    In a comma-separated file the decimal sign is a point and "1,234" is doubtful; elsewhere it is a comma and "1.234"
    is. A decimal with another number of digits ("12.5") in the same file shows what the sign means.
    """
    pattern, sign, other = (COMMA_OR_THOUSANDS, ",", ".") if delimiter == "," else (POINT_OR_THOUSANDS, ".", ",")
    decimals = [text for text in texts if DECIMAL.fullmatch(text) and not pattern.fullmatch(text)]
    proven = any(sign in text for text in decimals) and not any(other in text for text in decimals)
    return None if proven else pattern


def read_cell(text: str, ambiguous: re.Pattern[str] | None = POINT_OR_THOUSANDS) -> Reading:
    """Meaning of one delivered text.

    >>> read_cell("12,5").number, read_cell("•").sign.name, read_cell("1.234").fault
    (12.5, 'SECRET', 'value_thousands')
    """
    if not text:
        return Reading(math.nan, Sign.ABSENT)
    cleaned = text.replace("−", "-") if len(text) > 1 else text
    if WHOLE.fullmatch(cleaned):
        return _with_code(float(cleaned))
    if cleaned in DELIVERED_CODES:
        return Reading(math.nan, DELIVERED_CODES[cleaned])
    return _with_separators(cleaned, ambiguous)


def _with_separators(text: str, ambiguous: re.Pattern[str] | None) -> Reading:
    if (ambiguous and ambiguous.fullmatch(text)) or SPACED_THOUSANDS.fullmatch(text):
        return Reading(math.nan, Sign.ABSENT, "value_thousands")
    if DECIMAL.fullmatch(text):
        return _with_code(float(text.replace(",", ".")))
    if GERMAN_THOUSANDS.fullmatch(text):
        return Reading(float(text.replace(".", "").replace(",", ".")), Sign.SHOWN)
    if ENGLISH_THOUSANDS.fullmatch(text):
        return Reading(float(text.replace(",", "")), Sign.SHOWN)
    return Reading(math.nan, Sign.ABSENT, "value_not_numeric")


def _with_code(number: float) -> Reading:
    if not math.isfinite(number):
        return Reading(math.nan, Sign.ABSENT, "value_not_numeric")
    code = {-1.0: Sign.NOTHING, -9.0: Sign.SECRET}.get(number, Sign.SHOWN)
    return Reading(number, code)
