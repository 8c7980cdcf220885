"""German sentences of the page Strategien."""

from __future__ import annotations

from collections.abc import Sequence

from texts.numbers import german_int

ONLY_SHOWN = "Gezählt ist, was für Ihre Rolle freigegeben ist; Entwürfe anderer zählen hier nicht mit."
NO_MEASURE = "Zu dieser Strategie ist noch keine Maßnahme eingetragen."
NO_GOAL = "Zu dieser Strategie ist noch kein Ziel eingetragen."
NO_INDICATOR = "Zu diesem Ziel gehört keine Kennzahl: Der Fortschritt lässt sich nicht an den Daten ablesen."
INCOMPLETE = "Für den Fortschritt fehlen noch Ausgangsjahr, Zielwert oder Datum."
GONE = "Die Kennzahl {indicator} gibt es in diesen Daten nicht, oder ihre Zahlen sind für diesen Leserkreis nicht beschlossen."
AREA_GONE = "Das Gebiet {area} gibt es in den heutigen Grenzen nicht mehr."
NOT_LATER = "Das Zieldatum liegt nicht nach dem Ausgangsjahr: Der Fortschritt lässt sich so nicht beurteilen."
COMPARED = (
    "Der Vergleich mit ähnlichen Gebieten zeigt Unterschiede, keine Ursachen. Ob eine Maßnahme wirkt, lässt sich mit Zahlen wie "
    "diesen nicht beweisen."
)


def county_sentence(plural: str, year: int, flagged: int, planned: int, active: int) -> str:
    """ "11 Quartiere fallen 2024 auf. 4 davon haben eine Strategie, in 3 läuft eine Maßnahme."."""
    if not flagged:
        return f"{year} fällt nach der Regel des Kreises kein Gebiet auf."
    some = "Für keines davon gibt es eine Strategie." if not planned else (
        f"{german_int(planned)} davon {_have(planned)} eine Strategie, in {german_int(active)} läuft eine Maßnahme oder ist "
        "abgeschlossen."
    )  # fmt: skip
    return f"{german_int(flagged)} {plural} fallen {year} nach der Regel des Kreises auf. {some}"


def without_sentence(count: int) -> str:
    if count == 0:
        return "Zu jedem auffälligen Gebiet gibt es eine Strategie."
    one = "Zu einem auffälligen Gebiet gibt es noch keine Strategie:"
    return one if count == 1 else f"Zu {german_int(count)} auffälligen Gebieten gibt es noch keine Strategie:"


def statuses_words(statuses: Sequence[str]) -> str:
    """ "2 × auf dem Weg, 1 × erreicht", "" for none."""
    order = list(dict.fromkeys(statuses))
    if len(statuses) == 1:
        return statuses[0]
    return ", ".join(f"{statuses.count(each)} × {each}" for each in order)


def because(rule: str, year: int, name: str, reasons: Sequence[str]) -> str:
    """The first text of a strategy that is begun from a flag."""
    told = "".join(f"\n– {each}" for each in reasons)
    return f"{name} fällt {year} nach der Regel „{rule}“ auf. Dafür sprechen:{told}"


def _have(count: int) -> str:
    return "hat" if count == 1 else "haben"
