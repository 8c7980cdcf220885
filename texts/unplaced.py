"""Words for what a whole counts and none of its areas does."""

from __future__ import annotations

import math
from collections.abc import Mapping

from texts.numbers import german_int

UNPLACED = "räumlich nicht zuordenbar"


def unplaced_note(whole: str) -> str:
    """Below a table. whole: name of the municipality or the county."""
    return (
        f"**{UNPLACED}**: gezählt, aber in keinem der Gebiete, zum Beispiel ohne verwendbare Anschrift. Mit dieser Zeile "
        f"ergeben die Gebiete zusammen die Zahl für {whole}."
    )


def unplaced_in(whole: str) -> str:
    """ "räumlich nicht zuordenbar in Troisdorf"."""
    return f"{UNPLACED} in {whole}"


def unplaced_words(count: float, base: float) -> str:
    """Beside the number of a whole; NaN: not known.

    >>> unplaced_words(7, 12)
    'Mitgezählt, aber räumlich nicht zuordenbar: 7 von 12.'
    """
    return f"Mitgezählt, aber {UNPLACED}: {how_many(count, base)}."


def unplaced_list(named: Mapping[str, tuple[float, float]]) -> str:
    """Of several indicators at once, "" for none. named: indicator with its period → count and base; NaN: not known.

    >>> unplaced_list({"Kinderarmut 2024": (7, 12), "Zuzüge 2023": (4, math.nan)})
    'Mitgezählt, aber räumlich nicht zuordenbar: 7 von 12 (Kinderarmut 2024); 4 (Zuzüge 2023).'
    """
    told = "; ".join(f"{how_many(*left)} ({name})" for name, left in named.items())
    return f"Mitgezählt, aber {UNPLACED}: {told}." if told else ""


def how_many(count: float, base: float) -> str:
    """ "7 von 12"; NaN: not known.

    >>> how_many(4, math.nan), how_many(math.nan, 12)
    ('4', '12 der Grundgesamtheit')
    """
    if math.isnan(count):
        return f"{german_int(base)} der Grundgesamtheit"
    return german_int(count) if math.isnan(base) else f"{german_int(count)} von {german_int(base)}"
