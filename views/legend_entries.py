"""Lines of the legend that maps of indicators share."""

from __future__ import annotations

from collections.abc import Sequence

from views.layer import FLAGGED, HIDDEN, MISSING, UNSECURED, LegendEntry

ALWAYS = (
    LegendEntry(HIDDEN, "geheim (zum Schutz)", "hidden"),
    LegendEntry(MISSING, "keine Angabe", "missing"),
    LegendEntry(FLAGGED, "besonderer Aufmerksamkeitsbedarf", "flagged"),
)


def class_entries(words: Sequence[str]) -> list[LegendEntry]:
    """One line per class, lowest first; it counts the areas whose class could be chance too."""
    return [LegendEntry(f"{number}{UNSECURED[number]}", text) for number, text in enumerate(words)]
