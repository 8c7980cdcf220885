"""Numbers as German readers write them: 1.234,5 with a true minus sign."""

from __future__ import annotations

import math

MISSING = "–"
TO_GERMAN = str.maketrans({",": ".", ".": ",", "-": "−"})


def german(value: float, decimals: int = 1) -> str:
    """ "1.234,5", "−0,3"; "–" where the value is missing or no finite number.

    >>> german(-1234.56)
    '−1.234,6'
    """
    if not math.isfinite(value):
        return MISSING
    rounded = round(value, decimals) + 0.0  # + 0.0 turns −0.0 into 0.0
    return f"{rounded:,.{decimals}f}".translate(TO_GERMAN)


def german_int(value: float) -> str:
    """ "12.345", rounded to a whole number; "–" where the value is missing."""
    return german(float(value), 0)


def german_exact(value: float) -> str:
    """A number with exactly the decimals it has: "12" or "12,5"."""
    if not math.isfinite(value) or value == int(value):
        return german_int(value)
    decimals = len(f"{value:.10f}".rstrip("0").split(".")[1])
    return german(value, decimals)
