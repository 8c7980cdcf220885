"""German sentences of the page Steuerung, its calendar and the report to the committee."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.kinds.strategy import Phase
from store.levels import Level
from texts.entries import day_words, word
from texts.numbers import german_exact, german_int

SORTS = {
    "meilenstein": "Meilenstein",
    "aufgabe": "Aufgabe",
    "massnahme": "Maßnahme",
    "ziel": "Ziel",
    "sitzung": "Sitzung",
}
HAPPENINGS = {
    "beschluss": "Beschluss",
    "strategie": "Strategie begonnen",
    "meilenstein": "Meilenstein erledigt",
}
PHASES = {
    Phase.ANALYSIS: "Wo fällt etwas auf, und warum?",
    Phase.GOALS: "Was soll sich bis wann ändern?",
    Phase.MEASURES: "Was wird dafür geplant?",
    Phase.ACTION: "Was wird getan?",
    Phase.REPORT: "Was ist erreicht, was folgt daraus?",
}
NO_STRATEGY = "In dieser Phase steht nichts."
NOTHING_DUE = "Nichts ist überfällig, und in den nächsten 30 Tagen wird nichts fällig."
ONLY_SHOWN = "Gezeigt wird, was für Ihre Rolle freigegeben ist."
NO_TIME = "In diesem Zeitraum ist nichts mit einem Datum eingetragen, das für Ihre Rolle freigegeben ist."
NO_MEETING = "Für Ihre Rolle ist noch keine Sitzung freigegeben."
NO_NEXT = "Eine kommende Sitzung ist nicht eingetragen."
NO_AGENDA = "Eine Tagesordnung ist noch nicht eingetragen."
NO_DECISION = "Zu dieser Sitzung ist kein Beschluss eingetragen, der für Ihre Rolle freigegeben ist."
NO_OPEN_TASK = "Aus dieser Sitzung ist keine Aufgabe offen."
NO_TASK = "Zu dieser Auswahl gibt es keine Aufgabe, die für Ihre Rolle freigegeben ist."
CALENDAR = (
    "Die Kalenderdatei (iCalendar) lässt sich in jedem Kalenderprogramm öffnen. Darin steht, was für Ihre Rolle freigegeben "
    "ist; bitte geben Sie sie nur an Menschen weiter, die das lesen dürfen."
)
DRAFTED = (
    "Der Entwurf entsteht aus dem, was eingetragen und freigegeben ist. Alle Zahlen stammen aus den Daten, die gerade gezeigt "
    "werden; geheim zu haltende Werte bleiben auch hier geheim."
)
NOT_KEPT = "Einleitung und Schluss werden nur für diesen Bericht gebraucht und nicht gespeichert."
REPORT = "Bericht an den Ausschuss"
REPORT_TITLE = "Sozialraumplanung: Bericht an den Ausschuss"
REPORT_FILE = "Ausschussbericht"
LEVELS = {
    Level.COMMITTEES: "alles, was für die Gremien freigegeben ist",
    Level.PUBLIC: "nur öffentliche Eintragungen",
}
NO_DECIDED = "In dieser Zeit ist kein Beschluss eingetragen, der dafür freigegeben ist."
NO_REACHED = "Es ist noch keine Strategie mit einem Ziel freigegeben."
NOTHING_YET = "Zu dieser Strategie sind noch kein Ziel und keine Maßnahme eingetragen."
NO_STEPS = "Offene Aufgaben, Meilensteine oder Ziele mit einem Datum sind nicht freigegeben."
NO_STATEMENTS = "In dieser Zeit ist keine Stellungnahme freigegeben."
NO_HISTORY = "Noch ist nichts freigegeben, was zur Vorgeschichte gehört."
NO_CAUSE = (
    "Die Zahlen zeigen, wie sich die Gebiete verändert haben. Woran das liegt, sagen sie nicht. „Nicht unterscheidbar“ heißt: "
    "Die Veränderung kann allein Zufall sein."
)
STARTED = "Als Beginn einer Strategie gilt der Tag, an dem ihre erste Maßnahme begonnen hat."


def due_words(day: date | None, today: date, is_done: bool = False) -> str:
    """ "überfällig seit 3.5.2025", "heute fällig", "fällig am 3.5.2025", "ohne Datum", "erledigt"."""
    if is_done:
        return "erledigt"
    if day is None:
        return "ohne Datum"
    if day < today:
        return f"überfällig seit {day_words(day)}"
    return "heute fällig" if day == today else f"fällig am {day_words(day)}"


def when_words(sort: str, day: date | None, today: date) -> str:
    """As `due_words`, but a meeting takes place and is not due: "am 3.5.2025"; of a goal the day has come, reached or not:
    "Datum erreicht (3.5.2025)"."""
    if sort == "ziel" and day and day < today:
        return f"Datum erreicht ({day_words(day)})"
    return f"am {day_words(day)}" if sort == "sitzung" and day else due_words(day, today)


def happening_words(kind: str, day: date) -> str:
    """ "Beschluss"; of a milestone, whose day is the one it was due: "Meilenstein erledigt (fällig am 3.5.2025)"."""
    return f"{HAPPENINGS[kind]} (fällig am {day_words(day)})" if kind == "meilenstein" else HAPPENINGS[kind]


def measure_words(title: str, state: str, outputs: Sequence[str]) -> str:
    """ "Familienzentrum (läuft; Beratungen 2024: 231, geplant 200)"."""
    return f"{title} ({'; '.join((state, *outputs))})"


def output_words(name: str, year: int | None, reached: float | None, planned: float | None) -> str:
    """ "Beratungen 2024: 231, geplant 200"; a number nobody knows is said to be missing."""
    figure = "noch nicht gezählt" if reached is None else german_exact(reached)
    aim = "" if planned is None else f", geplant {german_exact(planned)}"
    return f"{name} {year or ''}".rstrip() + f": {figure}{aim}"


def only_municipality(name: str) -> str:
    return f"Nur {name}: Strategien, die dort ansetzen, und was zu keiner Strategie gehört."


def reminder_heading(office: str) -> str:
    return f"Fällig für Ihr Amt ({office})"


def count_words(overdue: int, soon: int, at_their_day: int = 0) -> str:
    """ "2 überfällig, 3 in den nächsten 30 Tagen". at_their_day: goals whose day is over."""
    parts = []
    if overdue:
        parts.append(f"{german_int(overdue)} überfällig")
    if soon:
        parts.append(f"{german_int(soon)} in den nächsten 30 Tagen")
    if at_their_day:
        parts.append(
            f"bei {german_int(at_their_day)} {'Ziel' if at_their_day == 1 else 'Zielen'} ist das Datum erreicht"
        )
    return ", ".join(parts)


def done_words(count: int) -> str:
    """ "3 erledigt"."""
    return f"{german_int(count)} erledigt"


def next_words(phase: Phase) -> str:
    """Words of the button that moves a strategy on; `phase`: where it goes."""
    if phase is Phase.ANALYSIS:
        return "Neuer Kreislauf: Analyse"
    return f"Weiter zu {word(phase)}"


def meeting_words(body: str, day: date | None, begins: str, place: str) -> str:
    """ "Lenkungsgruppe · 3.5.2025 · 14:00 Uhr · Kreishaus"."""
    clock = f"{begins} Uhr" if begins and begins[-1].isdigit() else begins
    return " · ".join(each for each in (body, day_words(day), clock, place) if each)


def span_words(since: date, today: date, level: Level) -> str:
    """What a report is about, and what went into it."""
    return f"Zeitraum: {day_words(since)} bis {day_words(today)} · enthalten: {LEVELS[level]}"


def statuses_sentence(statuses: Sequence[str]) -> str:
    """ "Je Ziel und Gebiet gezählt, gibt es 3 Ergebnisse: 2 × auf dem Weg, 1 × erreicht."; "" for none.

    statuses: one per goal and area.
    """
    if not statuses:
        return ""
    order = list(dict.fromkeys(statuses))
    counted = ", ".join(f"{german_int(statuses.count(each))} × {each}" for each in order)
    results = "ein Ergebnis" if len(statuses) == 1 else f"{german_int(len(statuses))} Ergebnisse"
    return f"Je Ziel und Gebiet gezählt, gibt es {results}: {counted}."
