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


def county_sentence(one: str, plural: str, year: int, flagged: int, planned: int, active: int) -> str:
    """ "11 Quartiere fallen 2024 nach der Regel des Kreises auf. 4 davon haben eine Strategie; in 3 gibt es eine laufende oder
    abgeschlossene Maßnahme."."""
    rule = f"{year} nach der Regel des Kreises"
    if not flagged:
        return f"{year} fällt nach der Regel des Kreises kein Gebiet auf."
    if flagged == 1:
        return f"1 {one} fällt {rule} auf. {_of_the_one(planned, active)}"
    return f"{german_int(flagged)} {plural} fallen {rule} auf. {_of_several(planned, active)}"


def without_sentence(count: int) -> str:
    if count == 0:
        return "Zu jedem auffälligen Gebiet gibt es eine Strategie."
    one = "Zu einem auffälligen Gebiet gibt es noch keine Strategie:"
    return one if count == 1 else f"Zu {german_int(count)} auffälligen Gebieten gibt es noch keine Strategie:"


def more_words(count: int) -> str:
    """Of flagged areas that are not named."""
    some = "ein weiteres" if count == 1 else f"{german_int(count)} weitere"
    return f"und {some}; alle stehen auf der Seite Aufmerksamkeit"


def parts_words(goals: int, measures: int) -> str:
    """ "1 Ziel, 2 Maßnahmen", "kein Ziel, keine Maßnahme"."""
    return f"{_number(goals, 'kein', 'Ziel', 'Ziele')}, {_number(measures, 'keine', 'Maßnahme', 'Maßnahmen')}"


def offers_read(count: int) -> str:
    return f"{_number(count, 'Kein', 'Angebot', 'Angebote')} gelesen, ohne Fehler."


def offers_taken(count: int) -> str:
    if count == 1:
        return "1 Angebot ist als Entwurf eingetragen."
    return f"{german_int(count)} Angebote sind als Entwürfe eingetragen."


def statuses_words(statuses: Sequence[str]) -> str:
    """ "2 × auf dem Weg, 1 × erreicht", "" for none."""
    order = list(dict.fromkeys(statuses))
    if len(statuses) == 1:
        return statuses[0]
    return ", ".join(f"{statuses.count(each)} × {each}" for each in order)


def because(rule: str, year: int, name: str, reasons: Sequence[str]) -> str:
    """The first text of a strategy that is begun from a flag. reasons: names of indicators."""
    told = "".join(f"\n– {each}" for each in reasons)
    speak = " Dafür spricht:" if len(reasons) == 1 else " Dafür sprechen:"
    return f"{name} fällt {year} nach der Regel „{rule}“ auf.{speak if told else ''}{told}"


def _of_the_one(planned: int, active: int) -> str:
    if not planned:
        return "Dafür gibt es noch keine Strategie."
    so_far = "und eine laufende oder abgeschlossene" if active else "aber noch keine laufende oder abgeschlossene"
    return f"Dafür gibt es eine Strategie, {so_far} Maßnahme."


def _of_several(planned: int, active: int) -> str:
    if not planned:
        return "Für keines dieser Gebiete gibt es eine Strategie."
    where = f"in {german_int(active)} gibt es eine" if active else "dort gibt es noch keine"
    have = "hat" if planned == 1 else "haben"
    return f"{german_int(planned)} davon {have} eine Strategie; {where} laufende oder abgeschlossene Maßnahme."


def _number(count: int, none: str, one: str, several: str) -> str:
    """ "kein Ziel", "1 Ziel", "2 Ziele"."""
    if count == 0:
        return f"{none} {one}"
    return f"1 {one}" if count == 1 else f"{german_int(count)} {several}"
