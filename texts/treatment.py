"""What was done to a value, named beside it and explained in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import Indicator, Method, Smoothing
from indicators.plan import Plan

SMOOTHED = {Smoothing.GLOBAL: "geglättet", Smoothing.LOCAL: "geglättet mit den Nachbarn"}
FROM_WHOM = {Smoothing.GLOBAL: "zum Mittel aller Gebiete", Smoothing.LOCAL: "zum Mittel der Nachbargebiete"}
NUMBERS = {2: "zwei", 3: "drei", 4: "vier", 5: "fünf"}


def period(year: int, pool: int) -> str:
    """ "2024", or "2022–2024" where three years are pooled."""
    return str(year) if pool == 1 else f"{year - pool + 1}–{year}"


def treatment(indicator: Indicator, plan: Plan, year: int) -> list[str]:
    """ "3 Jahrgänge zusammengefasst, 2022–2024", "altersstandardisiert (ESP2013)", "Anzahl auf 10 gerundet", "auf der
    Karte geglättet"."""
    named = []
    if plan.pool > 1:
        named.append(f"{plan.pool} Jahrgänge zusammengefasst, {period(year, plan.pool)}")
    if indicator.method is Method.STANDARDISED:
        named.append(f"altersstandardisiert ({indicator.standard})")
    if indicator.rounding:
        named.append(f"Anzahl auf {indicator.rounding} gerundet{_except(indicator)}")
    if plan.smoothing is not Smoothing.NONE:
        named.append(f"auf der Karte {SMOOTHED[plan.smoothing]}")
    return named


def why_treated(indicator: Indicator, plan: Plan, plural: str) -> Sequence[str]:
    """One sentence for each treatment. plural: of the level's areas ("Quartiere")."""
    sentences = []
    if plan.pool > 1:
        sentences.append(_why_pooled(indicator, plan, plural))
    if indicator.method is Method.STANDARDISED:
        sentences.append("Altersstandardisiert heißt: so gerechnet, als wären alle Gebiete gleich alt.")
    if indicator.rounding:
        sentences.append(
            "Gerundet heißt: Die genaue Anzahl bleibt geheim; Anteile, Vertrauensbereich und Vergleich sind aus der "
            "gerundeten gerechnet. Jede Zahl ist für sich gerundet, darum müssen Teile nicht genau ihre Summe ergeben."
        )
    if plan.smoothing is not Smoothing.NONE:
        sentences.append(
            "Geglättet heißt: Werte, die auf wenigen Personen beruhen, rücken auf der Karte "
            f"{FROM_WHOM[plan.smoothing]}, weil sie sonst vor allem den Zufall zeigen; die gemessenen Werte stehen daneben."
        )
    return sentences


def _except(indicator: Indicator) -> str:
    return f" (außer: {', '.join(indicator.exact_at)})" if indicator.exact_at else ""


def _why_pooled(indicator: Indicator, plan: Plan, plural: str) -> str:
    years = NUMBERS.get(plan.pool, str(plan.pool))
    if indicator.pool_below is None:
        return f"Die Zahlen eines Jahres sind zu klein; darum werden {years} Jahrgänge addiert und dann geteilt."
    return (
        f"In einem Jahr sind es je Gebiet ({plural}) meist weniger als {indicator.pool_below:g} Personen; darum werden "
        f"{years} Jahrgänge addiert und dann geteilt."
    )
