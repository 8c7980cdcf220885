"""Words for a goal: how it stands, and the path needed."""

from __future__ import annotations

from indicators.benchmark import Target
from indicators.catalogue import Indicator
from indicators.progress import Goal, Pace, Progress, Status, Why
from texts.change import change_interval, change_value
from texts.numbers import german, german_exact
from texts.reasons import with_unit

WORDS = {
    Status.REACHED: "erreicht",
    Status.ON_THE_WAY: "auf dem Weg",
    Status.OPEN: "nicht unterscheidbar",
    Status.MOVING_AWAY: "entfernt sich",
    Status.NO_STATEMENT: "keine Aussage",
}
PACE = {
    Pace.BEHIND: "Der Wert bleibt statistisch gesichert dahinter zurück.",
    Pace.WITHIN: "Der Wert ist davon nicht zu unterscheiden.",
    Pace.AHEAD: "Der Wert ist dem statistisch gesichert voraus.",
    Pace.NOT_COMPARED: "",
}
AREA_NOT_SHOWN = "Für das Gebiet {area} werden keine Zahlen gezeigt: Seine Ebene wird nicht veröffentlicht."
NO_CAUSE = "Woran das liegt, sagt die Zahl nicht."
NOT_NOTHING = "Das heißt nicht, dass sich nichts verändert hat."
NO_STATEMENT: dict[Why, str] = {
    "": "",
    "value_missing": "Keine Aussage: Der Wert {now} wird nicht gezeigt ({sign}).",
    "baseline_missing": "Keine Aussage: Der Ausgangswert {start} wird nicht gezeigt ({sign}).",
    "no_interval": "Keine Aussage: Diese Kennzahl hat keinen Vertrauensbereich und wird nicht beurteilt.",
    "no_direction": "Keine Aussage: Ausgangswert und Ziel sind gleich, und für diese Kennzahl ist keine Richtung günstig.",
    "too_early": "Noch keine Aussage: Seit dem Ausgangsjahr gibt es noch keinen neuen Wert, der sich vergleichen lässt.",
}


def status_words(status: int) -> str:
    """ "erreicht", "auf dem Weg", "nicht unterscheidbar", "entfernt sich", "keine Aussage"."""
    return WORDS[Status(status)]


def goal_words(indicator: Indicator, goal: Goal, direction: int) -> str:
    """ "höchstens 20 % bis 2028"."""
    limit = {-1: "höchstens ", 1: "mindestens ", 0: ""}[direction]
    return f"{limit}{german_exact(goal.target)} {indicator.unit}".rstrip() + f" bis {goal.target_year}"


def status_sentence(indicator: Indicator, found: Progress, now: str, start: str, sign: str = "") -> str:
    """What is told of the status, with the interval it rests on.

    now, start: years of the value and of the baseline ("2024", "2022–2024"). sign: why the value or the baseline is not
    shown.
    """
    if found.status == Status.NO_STATEMENT:
        return NO_STATEMENT[found.why].format(now=now, start=start, sign=sign)
    if found.status == Status.REACHED:
        reached = f"Das Ziel ist erreicht: Der Wert {now} liegt mit seinem ganzen 95-%-Bereich im Ziel."
        return " ".join(filter(None, (reached, _but(indicator, found, start), NO_CAUSE)))
    if found.status == Status.OPEN:
        change = _change(indicator, found, ", 95-%-Bereich {}")
        return f"Die Veränderung seit {start} ({change}) kann allein Zufall sein. {NOT_NOTHING}"
    where = "zum Ziel hin" if found.status == Status.ON_THE_WAY else "vom Ziel weg"
    return f"Seit {start} hat sich der Wert statistisch gesichert {where} verändert: {_change(indicator, found)}. {NO_CAUSE}"


def path_sentence(indicator: Indicator, found: Progress, goal: Goal, now: str) -> str:
    """What the straight line asks for and how the value stands to it; "" where there is no line, nothing new or no need."""
    if found.needed != found.needed or found.status == Status.REACHED or found.why == "too_early":
        return ""
    needed = with_unit(indicator, found.needed)
    if round(found.needed - goal.target, 9) == 0:
        return f"Nötig ist {now} der Zielwert selbst: {needed}. {PACE[found.pace]}".rstrip()
    return (
        f"Auf gerader Linie vom Ausgangswert zum Ziel wäre {now} ein Wert von {needed} nötig. {PACE[found.pace]}"
    ).rstrip()


def due_sentence(found: Progress, goal: Goal) -> str:
    """ "Das Zieljahr 2023 ist da, das Ziel ist nicht erreicht."; "" before that and where it is reached."""
    if not found.overdue:
        return ""
    if found.reaches == Target.MISSED:
        return f"Das Zieljahr {goal.target_year} ist da, das Ziel ist nicht erreicht."
    return f"Das Zieljahr {goal.target_year} ist da; ob das Ziel erreicht ist, lässt sich mit diesen Zahlen nicht unterscheiden."


def value_words(indicator: Indicator, value: float, lower: float, upper: float) -> str:
    """ "24,1 % (95-%-Bereich 21,0 bis 27,5 %)", without the bracket where there is no interval."""
    if lower != lower:
        return with_unit(indicator, value)
    return f"{with_unit(indicator, value)} (95-%-Bereich {german(lower, indicator.decimals)} bis {with_unit(indicator, upper)})"


def _change(indicator: Indicator, found: Progress, limits: str = " (95-%-Bereich {})") -> str:
    interval = change_interval(indicator, found.lower95, found.upper95)
    return f"{change_value(indicator, found.change)}{limits.format(interval)}"


def _but(indicator: Indicator, found: Progress, start: str) -> str:
    """A target that was fulfilled from the beginning can be reached although the value moved away from it."""
    if not found.secured or found.change * found.direction > 0:
        return ""
    return f"Seit {start} hat er sich allerdings vom Ziel weg verändert: {_change(indicator, found)}."
