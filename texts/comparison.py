"""Words for the comparison of an area with the county."""

from __future__ import annotations

from indicators.benchmark import Comparison


def comparison_words(comparison: int, polarity: int) -> str:
    """ "ungünstiger (99,8 %)", "ähnlich", …; "höher"/"niedriger" without polarity; "" where nothing is compared."""
    if comparison == Comparison.NOT_COMPARED:
        return ""
    if comparison == Comparison.SIMILAR:
        return "ähnlich"
    secured = "99,8 %" if abs(comparison) == 2 else "95 %"
    return f"{_direction(comparison, polarity)} ({secured})"


def _direction(comparison: int, polarity: int) -> str:
    if polarity == 0:
        return "höher" if comparison > 0 else "niedriger"
    return "günstiger" if comparison * polarity > 0 else "ungünstiger"
