"""The head line of a profile: what stands out, what is better than the county, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from indicators.benchmark import Comparison
from indicators.trend import YEARS, Trend
from monitor.attention import HIDDEN
from texts.profile import ALL_KNOWN, BETTER, FALLEN, NONE_DIFFERS, RISEN, UNKNOWN, WORSE, hidden_words, listed
from texts.reasons import reason
from texts.treatment import period
from views.profile.profile import Profile
from views.profile.row import Row

MOST = 4  # indicators named in one line
Kind = Literal["worse", "better", "unknown", "none"]


class Line(NamedTuple):
    kind: Kind
    heading: str
    text: str


def headline(profile: Profile) -> list[Line]:
    """Only what is secured at 99.8 % is told, farthest from the county first; for the county itself, its trends.

    From shown values alone: what is hidden is named as hidden.
    """
    judged = [row for row in profile.rows if row.indicator.polarity and row.is_shown]
    found = _compared(judged) or _trends(judged) or [Line("none", "", NONE_DIFFERS)]
    return [*found, _unknown(profile.rows)]


def _compared(rows: Iterable[Row]) -> list[Line]:
    secured = sorted(
        (row for row in rows if abs(row.comparison) == Comparison.MUCH_HIGHER), key=_distance, reverse=True
    )
    return _two_lines(secured, lambda row: row.comparison * row.indicator.polarity > 0, (WORSE, BETTER), _told)


def _trends(rows: Iterable[Row]) -> list[Line]:
    """Where nothing is compared: the county."""
    moved = [
        row for row in rows if row.comparison == Comparison.NOT_COMPARED and row.trend in (Trend.RISING, Trend.FALLING)
    ]
    return _two_lines(moved, lambda row: row.trend * row.indicator.polarity > 0, (RISEN, FALLEN), _moved)


def _two_lines(
    rows: list[Row], is_good: Callable[[Row], bool], headings: tuple[str, str], told: Callable[[Row], str]
) -> list[Line]:
    bad, good = ([told(row) for row in rows if is_good(row) == wanted] for wanted in (False, True))
    lines = [Line("worse", headings[0], listed(bad, MOST)), Line("better", headings[1], listed(good, MOST))]
    return [line for line in lines if line.text]


def _told(row: Row) -> str:
    return reason(row.indicator, row.value, row.whole, "Kreis")


def _moved(row: Row) -> str:
    direction = "steigend" if row.trend == Trend.RISING else "fallend"
    return f"{row.indicator.name} {direction} ({period(row.year, YEARS)})"


def _distance(row: Row) -> float:
    """In widths of the middle half of all areas, so that indicators can be put in one order."""
    spread = row.range.upper - row.range.lower if row.range else 0.0
    return abs(row.value - row.whole) / spread if spread > 0 else 0.0


def _unknown(rows: Iterable[Row]) -> Line:
    rows = list(rows)
    hidden = [row.indicator.name for row in rows if row.sign in HIDDEN]
    missing = [row.indicator.name for row in rows if not row.is_shown and row.sign not in HIDDEN]
    words = hidden_words(hidden, missing, len(rows))
    return Line("unknown", UNKNOWN if words != ALL_KNOWN else "", words)
