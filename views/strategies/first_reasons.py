"""What the text of a strategy begins with that is begun from a flag: names of indicators, and no number of theirs. The text is
kept as it is; what a later release hides, or what nobody has decided to publish, must not stand in it."""

from __future__ import annotations

from collections.abc import Container

from indicators.attention import Attention
from indicators.signs import Sign
from views.content import Content


def names_that_speak(
    shown: Content, level: str, year: int, area: str, found: Attention, undecided: Container[str]
) -> list[str]:
    """Names of the indicators that speak for the flag of an area, strongest first. undecided: ids to leave out. What is not
    shown of the area itself is left out too: its place in the order would say something of it."""
    return [
        shown.release.catalogue[name].name
        for name in found.reasons(area, len(found.drivers.columns))
        if name not in undecided and shown.release.table(level, name, year).loc[area, "sign"] == Sign.SHOWN
    ]
