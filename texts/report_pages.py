"""What the pages say of reports they make."""

from __future__ import annotations

PARTS = {
    "question": "Frage und Antwort", "map": "Karte", "list": "Liste mit Gründen", "maps": "Karten einzelner Kennzahlen",
    "methods": "Verfahren und Grenzen", "sources": "Quellen und Geheimhaltung", "statements": "Stellungnahmen und Ortskenntnis",
}  # fmt: skip


def making_words(done: int, total: int) -> str:
    return f"{done} von {total} Dateien; Sie können inzwischen weiterarbeiten."


def ready_words(total: int) -> str:
    return f"{total} {'Datei ist' if total == 1 else 'Dateien sind'} fertig."
