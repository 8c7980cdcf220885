"""The attention rules, each stated completely in German."""

from __future__ import annotations

from monitor.county import AttentionSpec
from texts.numbers import german

RULE_NAMES = {"county": "Kreisregel", "mss": "MSS-Regel"}


def rule_sentence(spec: AttentionSpec, rule: str, names: dict[str, str], minimum_inhabitants: int) -> str:
    """What the rule does, so that anyone could apply it. names: indicator id → name."""
    return {"county": _county, "mss": _mss}[rule](spec, names, minimum_inhabitants)


def _county(spec: AttentionSpec, names: dict[str, str], minimum: int) -> str:
    confidence = german(spec.county.confidence, 1 if spec.county.confidence % 1 else 0)
    return (
        f"Ein Gebiet hat besonderen Aufmerksamkeitsbedarf, wenn mindestens **{spec.county.k} von "
        f"{len(spec.county.indicators)}** Kennzahlen ungünstiger sind als der Wert des ganzen Kreises und der Abstand "
        f"statistisch gesichert ist ({confidence} % Sicherheit). Kennzahlen: {_listed(spec.county.indicators, names)}. "
        f"Gebiete mit weniger als {minimum} Einwohnerinnen und Einwohnern werden nicht bewertet. "
        "Eine geheime Kennzahl zählt weder dafür noch dagegen."
    )


def _mss(spec: AttentionSpec, names: dict[str, str], minimum: int) -> str:
    return (
        "Alle Kennzahlen werden vergleichbar gemacht (Abstand vom Mittel der Gebiete in Standardabweichungen), mit "
        "gleichem Gewicht addiert und noch einmal vergleichbar gemacht. Das ist der Statusindex: hoch ist ungünstig. "
        "Der Dynamikindex entsteht ebenso aus der Veränderung über "
        f"{spec.mss.dynamics_years} Jahre. Besonderen Aufmerksamkeitsbedarf haben Gebiete mit **sehr niedrigem Status** "
        "(Index über 1,5) und Gebiete mit **niedrigem Status** (über 1 bis 1,5) **und negativer Dynamik** (über 1). "
        f"Status: {_listed(spec.mss.status, names)}. Dynamik: {_listed(spec.mss.dynamics, names)}. "
        f"Gebiete mit weniger als {minimum} Einwohnerinnen und Einwohnern bleiben außer Betracht. "
        "Für eine geheime Kennzahl steht der Wert der Kommune, damit der Index nichts Geheimes verrät."
    )


def _listed(indicators: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names[each] for each in indicators)
