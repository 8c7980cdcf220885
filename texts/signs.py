"""The signs of German tables and what they mean, in words."""

from __future__ import annotations

from indicators.signs import Sign

# One sentence for both: which of several hidden counts is the small one is nobody's business.
PROTECTED = "geheim: Die Anzahl ist klein, oder aus ihr ließe sich eine kleine errechnen"

SYMBOL: dict[Sign, str] = {
    Sign.SHOWN: "",
    Sign.ABSENT: "…",
    Sign.NOTHING: "–",
    Sign.UNKNOWN: ".",
    Sign.SECRET: "•",
    Sign.UNRELIABLE: "/",
    Sign.BLOCKED: "x",
    Sign.PRIMARY: "•",
    Sign.SECONDARY: "•",
    Sign.SMALL_BASE: "•",
    Sign.NOT_AT_LEVEL: "–",
    Sign.NO_EVENTS: "/",
    Sign.OVERLAP: "/",
}

MEANING: dict[Sign, str] = {
    Sign.SHOWN: "",
    Sign.ABSENT: "nicht geliefert",
    Sign.NOTHING: "nichts vorhanden",
    Sign.UNKNOWN: "unbekannt oder geheim (so geliefert)",
    Sign.SECRET: "geheim: so geliefert, oder ein einzelner Anbieter bestimmt die Summe",
    Sign.UNRELIABLE: "nicht zuverlässig genug (so geliefert)",
    Sign.BLOCKED: "gesperrt, Angabe nicht sinnvoll (so geliefert)",
    Sign.PRIMARY: PROTECTED,
    Sign.SECONDARY: PROTECTED,
    Sign.SMALL_BASE: "geheim: Zu wenige Personen für einen Anteil",
    Sign.NOT_AT_LEVEL: "auf dieser Ebene nicht vorhanden",
    Sign.NO_EVENTS: "zu wenige Fälle für eine standardisierte Rate",
    Sign.OVERLAP: "Veränderung nicht bestimmbar: Die Zeiträume überschneiden sich",
}
