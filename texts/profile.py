"""Words of a profile (Steckbrief)."""

from __future__ import annotations

from collections.abc import Sequence

from texts.numbers import german

NAME = "Steckbrief"
INDICATORS = "Alle Kennzahlen"
WORSE = "Ungünstiger als der Kreis"
BETTER = "Günstiger als der Kreis"
RISEN = "Ungünstige Entwicklung"
FALLEN = "Günstige Entwicklung"
UNKNOWN = "Nicht bekannt"
NONE_DIFFERS = "Keine Kennzahl weicht gesichert vom Kreis ab, bei der eine Richtung günstig wäre."
ALL_KNOWN = "Alle Kennzahlen dieser Ebene haben einen Wert."
SPINE_LEGEND = (
    "Jede Kennzahl hat ihren eigenen Maßstab: in der Mitte der Wert des Kreises, links ungünstiger, rechts günstiger; bei "
    "Kennzahlen ohne Wertung links niedriger, rechts höher. Heller Balken: alle {plural} von der niedrigsten bis zur höchsten; "
    "dunkler Balken: die mittlere Hälfte."
)
SIMILAR_WORDS = (
    "Ähnlich heißt: Bei den Kennzahlen zur Lage ({indicators}) steht das Gebiet im Kreis an ähnlicher Stelle. 0 hieße: überall "
    "am selben Rang, 1: überall am anderen Ende. Für die Ergebnisse sagt das nichts."
)


def listed(words: Sequence[str], most: int) -> str:
    """ "a, b und 3 weitere"; all of them where one more would be named instead of "1 weitere"."""
    if len(words) <= most + 1:
        return ", ".join(words[:-1]) + (" und " if len(words) > 1 else "") + words[-1] if words else ""
    return f"{', '.join(words[:most])} und {len(words) - most} weitere"


def hidden_words(hidden: Sequence[str], missing: Sequence[str], indicators: int, most: int = 4) -> str:
    """ "3 von 21 Kennzahlen sind geheim (Altersarmut, …); 1 hat keine Angabe (…)." """
    parts = []
    if hidden:
        parts.append(f"{len(hidden)} von {indicators} Kennzahlen {_are(hidden)} geheim ({listed(hidden, most)})")
    if missing:
        parts.append(f"{len(missing)} {_have(missing)} keine Angabe ({listed(missing, most)})")
    return f"{'; '.join(parts)}." if parts else ALL_KNOWN


def range_words(least: float, most: float, decimals: int, unit: str) -> str:
    """ "2,1–48,8 %"."""
    return f"{german(least, decimals)}–{german(most, decimals)} {unit}".rstrip()


def _are(names: Sequence[str]) -> str:
    return "ist" if len(names) == 1 else "sind"


def _have(names: Sequence[str]) -> str:
    return "hat" if len(names) == 1 else "haben"
