"""Words for an area with a measure beside areas alike without one: a difference, and never its cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indicators.catalogue import Indicator
from indicators.difference_in_differences import LEAST_COMPARED
from texts.numbers import german

CAUSE = (
    "Das zeigt einen Unterschied, aber nicht seine Ursache: Auch Zuzug und Fortzug, ein Neubau oder anderes, das nur hier "
    "geschah, kann dahinterstehen."
)
NOT_SEEN = "Das heißt nicht, dass es keinen Unterschied gibt: Bei kleinen Zahlen fallen nur große Unterschiede auf."
CHOICE = (
    "Nicht mitgezählt ist die Zeit von der Auswahl bis zum Beginn der Maßnahme ({years}): Wer nach einem zufällig schlechten "
    "Jahr ausgewählt wird, steht danach von allein besser da. Wurde nach mehreren Jahren ausgewählt, kann der Vergleich "
    "deshalb trotzdem zu günstig ausfallen."
)
NO_OTHERS = "Kein Vergleich: Neben dem ganzen Kreis gibt es kein Gebiet, das mit ihm zu vergleichen wäre."
NOT_BEGUN = "Kein Vergleich: Noch hat keine Maßnahme begonnen, oder ihr Beginn ist nicht eingetragen."
NO_INTERVAL = "Kein Vergleich: Diese Kennzahl hat keinen Vertrauensbereich."
NO_YEARS = (
    "Kein Vergleich: Dafür braucht es gezeigte Werte, die gleich weit vor dem Ausgangsjahr und nach dem Beginn der Maßnahme "
    "liegen. Die gibt es hier nicht oder noch nicht."
)
NO_CHOICE = (
    "Kein Vergleich: Der Wert {years} wird nicht gezeigt, und damit fehlt das Maß, welche Gebiete vergleichbar sind."
)


class Apart(NamedTuple):
    """Difference in differences and its 95 % limits, in the unit of the indicator."""

    value: float
    lower: float
    upper: float


def difference_sentence(indicator: Indicator, name: str, apart: Apart, compared: int, plural: str) -> str:
    """ "Troisdorf 07 hat sich um 1,2 Punkte günstiger entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme …".

    plural: of the level's areas. Where no direction is favourable it goes "weiter nach oben" and "weiter nach unten".
    """
    others = f"{compared} ähnliche {plural} ohne eingetragene Maßnahme"
    lower, upper = sorted((apart.lower, apart.upper), key=abs)
    if is_secured(apart):
        interval = f"95-%-Bereich {german(abs(lower), indicator.decimals)} bis {_size(indicator, upper)}"
        return f"{name} hat sich um {_told(indicator, apart.value)} entwickelt als {others} ({interval})."
    ends = [_told(indicator, end) for end in _from_unfavourable(indicator, apart)]
    mean = _told(indicator, apart.value) if round(apart.value, indicator.decimals) else "gleich"
    return (
        f"{name} hat sich nicht erkennbar anders entwickelt als {others}: im Mittel {mean}, 95-%-Bereich von {ends[0]} bis "
        f"{ends[1]}."
    )


def what_it_says(apart: Apart) -> str:
    """What may be concluded of it and what not."""
    return CAUSE if is_secured(apart) else NOT_SEEN


def is_secured(apart: Apart) -> bool:
    """0 lies outside the interval; False where there is none."""
    return apart.lower > 0 or apart.upper < 0


def years_sentence(before: Sequence[int], after: Sequence[int], pool: int) -> str:
    """ "Verglichen ist der Mittelwert für 2022–2024 mit dem für 2018–2020, hier wie dort."."""
    kind = "Wert" if len(after) == 1 else "Mittelwert"
    return f"Verglichen ist der {kind} für {years_words(after, pool)} mit dem für {years_words(before, pool)}, hier wie dort."


def choice_sentence(choice: int, begun: int, pool: int) -> str:
    return CHOICE.format(years=years_words(range(choice, begun + 1), pool))


def too_few_sentence(compared: int, plural: str) -> str:
    return (
        f"Kein Vergleich: Dafür braucht es mindestens {LEAST_COMPARED} ähnliche {plural} ohne eingetragene Maßnahme, deren "
        f"Werte im Ausgangsjahr ähnlich hoch waren und in allen verglichenen Jahren gezeigt werden. Vorhanden: {compared}."
    )


def years_words(years: Sequence[int], pool: int) -> str:
    """ "2018–2020", "2018, 2020", "2015–2017" for one value of three pooled years."""
    covered = sorted({year - back for year in years for back in range(pool)})
    if len(covered) > 1 and covered[-1] - covered[0] == len(covered) - 1:
        return f"{covered[0]}–{covered[-1]}"
    return ", ".join(map(str, covered))


def _from_unfavourable(indicator: Indicator, apart: Apart) -> tuple[float, float]:
    return (apart.upper, apart.lower) if indicator.polarity < 0 else (apart.lower, apart.upper)


def _told(indicator: Indicator, value: float) -> str:
    """ "1,2 Punkte günstiger"."""
    if indicator.polarity == 0:
        side = "weiter nach oben" if value > 0 else "weiter nach unten"
    else:
        side = "günstiger" if value * indicator.polarity > 0 else "ungünstiger"
    return f"{_size(indicator, value)} {side}"


def _size(indicator: Indicator, value: float) -> str:
    unit = "Punkte" if indicator.unit == "%" else indicator.unit
    return f"{german(abs(value), indicator.decimals)} {unit}".rstrip()
