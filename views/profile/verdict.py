"""How a value stands against the county, in one word: what the marks of charts are told apart by."""

from __future__ import annotations

from typing import Literal

from indicators.benchmark import Comparison
from views.profile.row import Row

Verdict = Literal["worse", "better", "similar", "other"]
VERDICTS: dict[Verdict, str] = {
    "worse": "ungünstiger als der Kreis (gesichert)",
    "better": "günstiger (gesichert)",
    "similar": "ähnlich oder nicht geprüft",
    "other": "höher oder niedriger, ohne Wertung",
}


def verdict(row: Row) -> Verdict:
    """Secured at 95 %."""
    if row.comparison in (Comparison.NOT_COMPARED, Comparison.SIMILAR):
        return "similar"
    if row.indicator.polarity == 0:
        return "other"
    return "better" if row.comparison * row.indicator.polarity > 0 else "worse"
