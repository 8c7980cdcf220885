"""Short names of what a catalogue section says by a code."""

from __future__ import annotations

from indicators.catalogue import Method

POLARITY = {-1: "Hohe Werte sind ungünstig", 1: "Hohe Werte sind günstig", 0: "Keine Wertung (Kontext)"}

EFFECT_LEVELS = {
    "input": "Input: was eingesetzt wird",
    "output": "Output: was angeboten und erreicht wird",
    "outcome": "Outcome: was sich bei der Zielgruppe verändert",
    "impact": "Impact: was sich in der Gesellschaft verändert",
    "context": "Kontext: Rahmenbedingung ohne Wertung",
}

METHODS = {
    Method.PROPORTION: "Anteil mit Wilson-Vertrauensbereich",
    Method.RATE: "Rate mit Poisson-Vertrauensbereich",
    Method.STANDARDISED: "Direkt altersstandardisierte Rate mit Dobson-Vertrauensbereich",
    Method.RATIO: "Verhältniszahl ohne Vertrauensbereich",
    Method.COUNT: "Anzahl",
    Method.GIVEN: "Gelieferter Wert",
}

STANDARD_NAMES = {
    "ESP2013": "Europäische Standardbevölkerung 2013",
    "ESP1976": "Europäische Standardbevölkerung 1976",
    "WHO2000": "Weltstandardbevölkerung der WHO 2000–2025",
    "SEGI1960": "Weltstandardbevölkerung nach Segi 1960",
}
