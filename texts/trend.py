"""Words for the trend of the last five years."""

from __future__ import annotations

from indicators.trend import YEARS, Trend

WORDS = {Trend.RISING: "steigend", Trend.FALLING: "fallend", Trend.NONE: "kein gesicherter Trend", Trend.NOT_TESTED: ""}


def trend_words(trend: int, polarity: int) -> str:
    """ "steigend, ungünstig", "fallend", "kein gesicherter Trend"; "" where none was tested."""
    words = WORDS[Trend(trend)]
    if polarity == 0 or trend not in (Trend.RISING, Trend.FALLING):
        return words
    return f"{words}, {'günstig' if trend * polarity > 0 else 'ungünstig'}"


def trend_years(year: int) -> str:
    """ "Trend 2020–2024": the five years up to this one."""
    return f"Trend {year - YEARS + 1}–{year}"
