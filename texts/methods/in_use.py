"""Which methods apply to an indicator, each in a sentence: the list on its sheet and the overview of all indicators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from indicators.catalogue import Indicator, Method, Smoothing
from indicators.plan import Plan
from indicators.trend_rule import YEARS
from monitor.county import AttentionSpec, Protection
from texts.methods.names import STANDARD_NAMES
from texts.numbers import german, german_exact
from texts.treatment import FROM_WHOM, NUMBERS

WITH_INTERVAL = (Method.PROPORTION, Method.RATE, Method.STANDARDISED)
COLUMNS = ("Wert", "Jahre", "Glättung", "Vergleich", "Zielwert", "Trend", "Veränderung", "Kreisregel", "MSS-Regel")

_VALUES = {
    Method.PROPORTION: ("anteil", "Anteil (Wilson)", "Zähler geteilt durch Nenner, Vertrauensbereich nach Wilson."),
    Method.RATE: ("rate", "Rate (Poisson)", "Fälle im Verhältnis zur Basis, Vertrauensbereich nach Poisson."),
    Method.RATIO: ("ohne-vertrauensbereich", "Verhältniszahl", "Zähler geteilt durch Nenner, ohne Vertrauensbereich."),
    Method.COUNT: ("ohne-vertrauensbereich", "Anzahl", "Eine Anzahl, ohne Vertrauensbereich."),
    Method.GIVEN: (
        "ohne-vertrauensbereich",
        "geliefert",
        "Der Wert wird fertig geliefert. Er hat keinen Vertrauensbereich und wird nicht zusammengezählt.",
    ),
}


class Facts(NamedTuple):
    """What decides which methods apply. plans: plural of the areas of each level with numbers → plan, the finest last.

    years: number of years with numbers at the finest level. changes: whether any two of them can be compared.
    """

    indicator: Indicator
    plans: Mapping[str, Plan]
    years: int
    changes: bool
    attention: AttentionSpec
    protection: Protection


class InUse(NamedTuple):
    """A method that applies, or why it does not. column: heading in the overview, "" where it is not shown there.

    key: of the method's text. short: for the overview, "" where the method does not apply. name: of what uses the
    method, "" for the method itself.
    """

    column: str
    key: str
    short: str
    sentence: str
    name: str = ""


def methods_in_use(facts: Facts) -> list[InUse]:
    """In the order of the texts; what does not apply is left out, unless somebody would look for it."""
    return [found for rule in _RULES for found in rule(facts)]


def _value(facts: Facts) -> list[InUse]:
    indicator = facts.indicator
    if indicator.method is Method.STANDARDISED:
        standard = STANDARD_NAMES[indicator.standard]
        sentence = (
            f"Gerechnet mit dem Altersaufbau der Standardbevölkerung ({standard}), Vertrauensbereich nach Dobson."
        )
        return [InUse("Wert", "standardisierte-rate", f"standardisiert ({indicator.standard})", sentence)]
    return [InUse("Wert", *_VALUES[indicator.method])]


def _pooling(facts: Facts) -> list[InUse]:
    pooled = _levels(facts, lambda plan: plan.pool > 1)
    if not pooled:
        return []
    pool, bound = facts.indicator.pool, facts.indicator.pool_below
    years = NUMBERS.get(pool, str(pool))
    why = (
        f"dort hat ein Jahrgang meist weniger als {german_exact(bound)} Personen"
        if bound
        else "ein Jahrgang allein ist zu klein"
    )
    return [
        InUse("Jahre", "zusammengefasste-jahre", f"{pool} Jahre",
              f"{years.capitalize()} Jahrgänge werden addiert{_only(facts, pooled)}: {why}.")
    ]  # fmt: skip


def _smoothing(facts: Facts) -> list[InUse]:
    smoothed = _levels(facts, lambda plan: plan.smoothing is not Smoothing.NONE)
    if not smoothed:
        return []
    way = facts.indicator.smoothing
    short = {Smoothing.GLOBAL: "global", Smoothing.LOCAL: "mit Nachbarn"}[way]
    return [
        InUse("Glättung", "glaettung", short,
              f"Auf der Karte rücken Werte kleiner Gebiete {FROM_WHOM[way]}{_only(facts, smoothed)}; in Tabellen stehen daneben "
              "die gemessenen Werte.")
    ]  # fmt: skip


def _comparison(facts: Facts) -> list[InUse]:
    if facts.indicator.method not in WITH_INTERVAL:
        return []
    words = "höher oder niedriger" if facts.indicator.polarity == 0 else "günstiger oder ungünstiger"
    return [
        InUse("Vergleich", "kreisvergleich", "ja",
              f"Ein Gebiet heißt {words} als der Kreis, wenn sein Vertrauensbereich den Kreiswert nicht enthält.")
    ]  # fmt: skip


def _target(facts: Facts) -> list[InUse]:
    indicator = facts.indicator
    if indicator.target is None:
        return []
    goal = f"{german_exact(indicator.target)} {indicator.unit}".rstrip()
    if indicator.polarity == 0 or indicator.method not in WITH_INTERVAL:
        return [
            InUse("Zielwert", "zielwert", "", f"Der Zielwert {goal} wird gezeigt, aber nicht mit einem Test beurteilt.")
        ]
    limit = "mindestens" if indicator.polarity > 0 else "höchstens"
    return [InUse("Zielwert", "zielwert", goal, f"Das Ziel sind {limit} {goal}, beurteilt mit dem Vertrauensbereich.")]


def _trend(facts: Facts) -> list[InUse]:
    if facts.indicator.method not in WITH_INTERVAL:
        return [_no_trend("Kein Trend, weil die Werte keinen Vertrauensbereich haben.")]
    pooled = _levels(facts, lambda plan: plan.pool > 1)
    if len(pooled) == len(facts.plans):
        return [_no_trend("Kein Trend, weil sich die zusammengefassten Zeiträume überschneiden.")]
    if facts.years < YEARS:
        return [_no_trend("Kein Trend, weil es weniger als fünf Jahre gibt.")]
    short, test = ("Cochran–Armitage", "Test von Cochran und Armitage") if facts.indicator.method is Method.PROPORTION else (
        "gewichtete Gerade", "gewichtete Regression")  # fmt: skip
    but = f"; nicht für {' und '.join(pooled)}, weil sich deren Zeiträume überschneiden" if pooled else ""
    return [InUse("Trend", "trend", short, f"Fünf Jahre, {test}{but}.")]


def _no_trend(sentence: str) -> InUse:
    return InUse("Trend", "trend", "", sentence)


def _change(facts: Facts) -> list[InUse]:
    if not facts.changes:
        return [
            InUse("Veränderung", "veraenderung", "", "Keine Veränderung, weil es keine zwei vergleichbaren Jahre gibt.")
        ]
    if facts.indicator.method in WITH_INTERVAL:
        return [
            InUse("Veränderung", "veraenderung", "mit Bereich", "Der Unterschied zweier Jahre mit Vertrauensbereich.")
        ]
    return [
        InUse("Veränderung", "veraenderung", "ohne Bereich", "Der Unterschied zweier Jahre, nicht auf Zufall geprüft.")
    ]


def _attention(facts: Facts) -> list[InUse]:
    spec, name = facts.attention, facts.indicator.id
    found = []
    if name in spec.county.indicators:
        confidence = german(spec.county.confidence, 1 if spec.county.confidence % 1 else 0)
        found.append(
            InUse("Kreisregel", "kreisvergleich", "ja",
                  f"Zählt mit, wenn der Wert mit {confidence} % Sicherheit ungünstiger ist als der Kreis.", "Kreisregel")
        )  # fmt: skip
    parts = [words for words, named in (("Status", spec.mss.status), ("Dynamik", spec.mss.dynamics)) if name in named]
    if parts:
        found.append(
            InUse("MSS-Regel", "status-dynamik", ", ".join(parts), f"Geht ein in: {' und '.join(parts)}.", "MSS-Regel")
        )
    if name in spec.significance.indicators:
        found.append(
            InUse("", "signifikanzregel", "", "Geht in den gemeinsamen Abstand vom Kreis ein.", "Signifikanzregel")
        )
    return found


def _adding(facts: Facts) -> list[InUse]:
    if facts.indicator.method is Method.GIVEN:
        return []
    words = "Fälle werden addiert." if facts.indicator.method is Method.COUNT else (
        "Zähler und Nenner werden je für sich addiert, dann geteilt.")  # fmt: skip
    return [InUse("", "zusammenzaehlen", "", f"Für größere Gebiete: {words}")]


def _disclosure(facts: Facts) -> list[InUse]:
    threshold, base = facts.protection.threshold, facts.protection.minimum_base
    if facts.indicator.method is Method.GIVEN:
        return [InUse("", "geheimhaltung", "", "Was die Quelle als geheim kennzeichnet, bleibt geheim.")]
    if threshold == 0:
        return [
            InUse(
                "",
                "geheimhaltung",
                "",
                "Öffentliche Angaben, keine Angaben über Personen: kleine Anzahlen werden gezeigt.",
            )
        ]
    at_least = f", ebenso Anteile und Raten auf weniger als {base}" if facts.indicator.method in WITH_INTERVAL else ""
    return [InUse("", "geheimhaltung", "", f"Anzahlen unter {threshold} sind geheim{at_least}.")]


def _levels(facts: Facts, holds: Callable[[Plan], bool]) -> list[str]:
    return [plural for plural, plan in facts.plans.items() if holds(plan)]


def _only(facts: Facts, levels: list[str]) -> str:
    """ " (nur Quartiere)"; "" where it holds for all levels."""
    return "" if len(levels) == len(facts.plans) else f" (nur {', '.join(levels)})"


_RULES = (_value, _pooling, _smoothing, _comparison, _target, _trend, _change, _attention, _adding, _disclosure)
