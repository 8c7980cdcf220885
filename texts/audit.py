"""What the audit says: for the command line with names, for a page without them."""

from __future__ import annotations

import math

from monitor.audit import Audit, How, Recovered, What
from texts.numbers import german, german_exact, german_int
from texts.treatment import period

EXPLANATION = (
    "Die Prüfung versucht, was Außenstehende versuchen könnten: aus allen Zahlen, die gezeigt werden, die geheimen zu errechnen "
    "– durch Addieren und Subtrahieren über alle Ebenen, Jahre und Kennzahlen, und indem sie für jede geheime Zahl ausrechnet, "
    "zwischen welchen Werten sie liegen muss."
)
HOW = {
    How.ELIMINATION: "folgt durch Addieren und Subtrahieren aus gezeigten Zahlen",
    How.BOUNDS: "steht fest, weil die gezeigten Zahlen nur einen einzigen Wert zulassen",
}
WHICH = {
    What.HIDDEN: "Diese geheime Zahl",
    What.ROUNDED: "Diese Zahl wird nur gerundet gezeigt, die genaue aber",
    What.SMALL: "Diese kleine Zahl wird nirgends gezeigt und",
    What.REST: "Diese kleine Zahl wird nirgends gezeigt und",
}


def verdict(audit: Audit) -> str:
    """ "Keine geheime Zahl lässt sich errechnen." """
    count = len(audit.recovered)
    if not count:
        return "Keine geheime Zahl lässt sich errechnen."
    if count == 1:
        return "Eine Zahl, die niemand erfahren darf, lässt sich errechnen."
    return f"{german_int(count)} Zahlen, die niemand erfahren darf, lassen sich errechnen."


def figures(audit: Audit) -> list[str]:
    """What the audit found in numbers, a sentence each; no hidden number and no area."""
    hidden, coarse = (sum(each.what is what for each in audit.recovered) for what in (What.HIDDEN, What.ROUNDED))
    small = len(audit.recovered) - hidden - coarse
    found = [
        f"Gezeigte Zahlen: {german_int(audit.shown)} (Zähler und Nenner aller Gebiete und Jahre, jede einmal gezählt).",
        f"Geheime Zahlen: {german_int(audit.hidden)}, davon errechenbar: {german_int(hidden)}.",
        f"Kleine Zahlen, die nirgends gezeigt werden und doch errechenbar sind: {german_int(small)}.",
    ]
    if coarse:
        found.append(f"Zahlen, die nur gerundet gezeigt werden und doch genau errechenbar sind: {german_int(coarse)}.")
    if math.isfinite(audit.narrowest):
        found.append(
            f"Genauer als auf ein Intervall, das {german_exact(audit.narrowest)} breit ist, lässt sich keine geheime Zahl "
            f"eingrenzen. Intervalle, die enger sind als verlangt: {german_int(audit.too_narrow)}."
        )
    if audit.contradictory:
        found.append(_contradictions(audit.contradictory))
    return [*found, f"Dauer: {german(audit.seconds)} Sekunden."]


def recovered_sentence(each: Recovered) -> str:
    """ "Kinder in der Grundsicherung, Alfdorf 01 (Quartier), 2024: Diese geheime Zahl folgt …"; never the number."""
    measure = each.measure or "Einwohnerzahl"
    counted = f"„{each.whole}“ ohne „{measure}“" if each.what is What.REST else measure
    area = f"{each.areas[0]} ({each.level})" if each.level else f"gemeinsamer Teil von {' und '.join(each.areas)}"
    return f"{counted}, {area}, {period(each.year, each.pool)}: {WHICH[each.what]} {HOW[each.how]}."


def _contradictions(count: int) -> str:
    if count == 1:
        return "Eine Summe widerspricht ihren Teilen; die Prüfung hat ohne sie gerechnet."
    return f"{german_int(count)} Summen widersprechen ihren Teilen; die Prüfung hat ohne sie gerechnet."
