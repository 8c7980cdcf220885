"""The attention rules, each stated completely in German, and what is said of their results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.attention import Rule
from indicators.certainty import LIKELY, SURE
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from texts.numbers import german, german_exact

RULE_NAMES = {"county": "Kreisregel", "mss": "MSS-Regel", "significance": "Signifikanzregel"}
DISTANCE_UNITS = {"county": "Standardfehler", "mss": "Standardabweichungen des Index", "significance": "Standardfehler"}
METHOD_NAMES = {"confidence": "feste Sicherheit", "bh": "nach Benjamini und Hochberg"}
INFLUENCES = {
    "": "",
    "chance": "Zufall kleiner Zahlen",
    "weights": "andere Gewichte",
    "normalisation": "anderer Maßstab (Ränge statt z-Werte)",
    "leave_one_out": "eine Kennzahl weglassen",
    "k": "eine Kennzahl mehr oder weniger verlangen",
    "population": "nach Einwohnern gewichtetes Mittel",
}
CERTAINTY_SENTENCE = (
    "Wie sicher ein Ergebnis ist: In mindestens 1.000 Durchgängen wird für jedes Gebiet gezogen, welche wahren Werte zu seinen "
    "Zahlen passen, und die Regel jedes Mal neu angewandt. Kommt in mindestens "
    f"{german(SURE * 100, 0)} % der Durchgänge dasselbe heraus, heißt es „sicher“, ab {german(LIKELY * 100, 0)} % "
    "„wahrscheinlich“, sonst „an der Grenze“. „Einfluss“ nennt die Annahme, die das Ergebnis am ehesten ändert, jede für sich "
    "allein ausprobiert."
)


def rule_sentence(rule: Rule, names: Mapping[str, str], minimum_inhabitants: int) -> str:
    """What the rule does, with all its parameters, so that anyone could apply it. names: indicator id → name."""
    if isinstance(rule, CountyRule):
        said = _county(rule, names)
    elif isinstance(rule, MssRule):
        said = _mss(rule, names)
    elif isinstance(rule, SignificanceRule):
        said = _significance(rule, names)
    else:
        raise ValueError(f"no sentence for the rule {rule.name}")
    return f"{said[0]}{_left_out(rule, minimum_inhabitants)} {said[1]}"


def rule_short(rule: Rule) -> str:
    """The rule in half a sentence, for a line above its result."""
    if isinstance(rule, CountyRule):
        return (
            f"mindestens {rule.k} von {len(rule.indicators)} Kennzahlen zu {german_exact(rule.confidence)} % gesichert "
            "ungünstiger als der Kreis"
        )
    if isinstance(rule, MssRule):
        return f"Status sehr niedrig, oder niedrig mit negativer Dynamik, aus {len(rule.status)} Kennzahlen"
    if isinstance(rule, SignificanceRule):
        return f"{len(rule.indicators)} Kennzahlen zusammen gesichert ungünstiger als der Kreis"
    raise ValueError(f"no words for the rule {rule.name}")


def _county(rule: CountyRule, names: Mapping[str, str]) -> tuple[str, str]:
    return (
        f"Ein Gebiet hat besonderen Aufmerksamkeitsbedarf, wenn mindestens **{rule.k} von {len(rule.indicators)}** Kennzahlen "
        "ungünstiger sind als der Wert des ganzen Kreises und der Abstand statistisch gesichert ist "
        f"({german_exact(rule.confidence)} % Sicherheit). Kennzahlen: {_listed(rule.indicators, names)}. ",
        "Eine geheime Kennzahl zählt weder dafür noch dagegen.",
    )


def _mss(rule: MssRule, names: Mapping[str, str]) -> tuple[str, str]:
    low, very_low, negative = map(german_exact, (rule.low, rule.very_low, rule.negative))
    over = (
        f"der Veränderung über {rule.dynamics_years} Jahre" if rule.dynamics_years else "den gelieferten Veränderungen"
    )
    dynamics = (
        f"Der Dynamikindex entsteht ebenso aus {over}. Besonderen Aufmerksamkeitsbedarf haben Gebiete mit **sehr niedrigem "
        f"Status** (Index über {very_low}) und Gebiete mit **niedrigem Status** (über {low} bis {very_low}) **und negativer "
        f"Dynamik** (über {negative}). Status: {_listed(rule.status, names)}. Dynamik: {_listed(rule.dynamics, names)}. "
        if rule.dynamics
        else f"Besonderen Aufmerksamkeitsbedarf haben Gebiete mit **sehr niedrigem Status** (Index über {very_low}). "
        f"Status: {_listed(rule.status, names)}. "
    )
    return (
        "Alle Kennzahlen werden vergleichbar gemacht (Abstand vom Mittel der Gebiete in Standardabweichungen), "
        f"{_weighted(rule, names)} addiert und noch einmal vergleichbar gemacht. Das ist der Statusindex: hoch ist ungünstig. "
        f"{dynamics}Unter 20 Gebieten gibt es keine Klassen. ",
        "Für eine geheime Kennzahl steht der Wert der Kommune, damit der Index nichts Geheimes verrät.",
    )


def _significance(rule: SignificanceRule, names: Mapping[str, str]) -> tuple[str, str]:
    if rule.method == "bh":
        secured = (
            "gesichert ist. Gesichert heißt nach Benjamini und Hochberg: Von allen Gebieten, deren Abstand so genannt wird, "
            f"verdanken ihn im Mittel höchstens **{german_exact(rule.false_discovery * 100)} %** dem Zufall"
        )
    else:
        secured = f"mit **{german_exact(rule.confidence)} %** Sicherheit gesichert ist"
    return (
        "Für jede Kennzahl wird gemessen, wie weit das Gebiet vom Wert des ganzen Kreises entfernt liegt, in Standardfehlern: "
        f"dem Abstand, den der Zufall bei so vielen Menschen macht. Diese Abstände werden {_weighted(rule, names)} zu einem "
        "zusammengefasst; dass Kennzahlen miteinander zusammenhängen, ist dabei berücksichtigt. Besonderen Aufmerksamkeitsbedarf "
        f"hat ein Gebiet, wenn der gemeinsame Abstand ungünstig und {secured}. "
        f"Kennzahlen: {_listed(rule.indicators, names)}. ",
        "Für eine geheime Kennzahl steht der Wert der Kommune mit dem größten Standardfehler aller Gebiete, damit der Abstand "
        "nichts Geheimes verrät.",
    )


def _left_out(rule: Rule, minimum: int) -> str:
    small = f"Gebiete mit weniger als {minimum} Einwohnerinnen und Einwohnern werden nicht bewertet"
    if not isinstance(rule, MssRule):
        return f"{small}."
    named = f" Ebenso namentlich ausgenommene: {', '.join(rule.outliers)}." if rule.outliers else ""
    return f"{small} und gehen auch nicht in das Mittel ein.{named}"


def _weighted(rule: Rule, names: Mapping[str, str]) -> str:
    weights = {name: weight for name, weight in rule.weights if weight != 1}
    if not weights:
        return "mit gleichem Gewicht"
    named = ", ".join(f"{names[name]} {german_exact(weight)}" for name, weight in weights.items())
    return f"mit Gewichten ({named}, alle anderen 1)"


def _listed(indicators: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[each] for each in indicators)
