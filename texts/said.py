"""German words around what bodies have said."""

from __future__ import annotations

from datetime import date

from texts.entries import day_words

HEADING = "Stellungnahmen und Ortskenntnis"
NONE_KNOWN = "Was vor Ort bekannt ist, steht nicht in den Zahlen. Zu diesem Gebiet ist noch nichts eingetragen."
ON_INDICATOR = "Stellungnahmen zu dieser Kennzahl"
WHOSE = "Stellungnahmen geben die Sicht der genannten Stelle wieder, nicht die des Kreises."


def signed(kind: str, body: str, day: date | None) -> str:
    """ "Stellungnahme, Fraktion A, 20.4.2026"."""
    return ", ".join(filter(None, (kind, body, day_words(day))))
