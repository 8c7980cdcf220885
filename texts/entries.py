"""German words for what people enter: kinds, fields, states, levels, roles."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from store.actor import COUNTY, Role
from store.history import What
from store.kinds.goal import Effect
from store.kinds.indicator_status import Stage
from store.kinds.measure import Progress
from store.kinds.offer import OfferKind
from store.kinds.strategy import Phase
from store.kinds.task import TaskKind, TaskState
from store.levels import Level

KINDS = {
    "strategies": "Strategie",
    "goals": "Ziel",
    "measures": "Maßnahme",
    "outputs": "Leistungszahl",
    "offers": "Angebot",
    "meetings": "Sitzung",
    "agenda_items": "Tagesordnungspunkt",
    "decisions": "Beschluss",
    "tasks": "Aufgabe",
    "indicator_statuses": "Stand einer Kennzahl",
    "statements": "Stellungnahme",
    "local_knowledge": "Ortskenntnis",
    "questions": "Frage",
}

FIELDS = {
    "strategies.title": "Titel",
    "strategies.areas": "Gebiete",
    "strategies.reasons": "Anlass und Begründung",
    "strategies.flag_rule": "Aufgefallen nach der Regel",
    "strategies.flag_year": "Aufgefallen im Jahr",
    "strategies.phase": "Phase",
    "goals.strategy_id": "Strategie",
    "goals.text": "Ziel",
    "goals.effect": "Stelle in der Wirkungskette",
    "goals.indicator": "Kennzahl",
    "goals.baseline_year": "Ausgangsjahr",
    "goals.target": "Zielwert",
    "goals.due": "Zu erreichen bis",
    "measures.strategy_id": "Strategie",
    "measures.goal_id": "Zu welchem Ziel",
    "measures.title": "Maßnahme",
    "measures.description": "Beschreibung",
    "measures.place": "Ort",
    "measures.responsible": "Zuständiges Amt oder Träger",
    "measures.starts": "Beginn",
    "measures.ends": "Ende",
    "measures.resources": "Mittel",
    "measures.state": "Stand",
    "outputs.measure_id": "Maßnahme",
    "outputs.name": "Was gezählt wird",
    "outputs.year": "Jahr",
    "outputs.planned": "Geplant",
    "outputs.reached": "Erreicht",
    "offers.name": "Name",
    "offers.offer_kind": "Art",
    "offers.provider": "Träger",
    "offers.areas": "Gebiete",
    "offers.address": "Anschrift",
    "offers.latitude": "Breite (Grad)",
    "offers.longitude": "Länge (Grad)",
    "offers.since": "Seit",
    "offers.until": "Bis",
    "offers.note": "Bemerkung",
    "meetings.body": "Gremium",
    "meetings.title": "Titel",
    "meetings.day": "Tag",
    "meetings.begins": "Beginn (Uhrzeit)",
    "meetings.place": "Ort",
    "meetings.note": "Bemerkung",
    "agenda_items.meeting_id": "Sitzung",
    "agenda_items.position": "Nummer",
    "agenda_items.title": "Titel",
    "agenda_items.text": "Text",
    "decisions.title": "Titel",
    "decisions.body": "Gremium",
    "decisions.day": "Tag",
    "decisions.text": "Beschluss",
    "decisions.reasons": "Begründung",
    "decisions.meeting_id": "Sitzung",
    "decisions.strategy_id": "Strategie",
    "decisions.indicator": "Kennzahl",
    "tasks.title": "Titel",
    "tasks.task_kind": "Art",
    "tasks.phase": "Phase",
    "tasks.office": "Zuständiges Amt",
    "tasks.due": "Fällig am",
    "tasks.state": "Stand",
    "tasks.note": "Bemerkung",
    "tasks.strategy_id": "Strategie",
    "tasks.meeting_id": "Sitzung",
    "indicator_statuses.indicator": "Kennzahl (Kürzel)",
    "indicator_statuses.name": "Name",
    "indicator_statuses.stage": "Stand",
    "indicator_statuses.audience": "Beschlossen für",
    "indicator_statuses.purpose": "Zweck",
    "indicator_statuses.legal_basis": "Rechtsgrundlage",
    "indicator_statuses.source": "Quelle",
    "indicator_statuses.decided_by": "Beschlossen von",
    "indicator_statuses.decided_on": "Beschlossen am",
    "indicator_statuses.decision_id": "Beschluss",
    "statements.text": "Stellungnahme",
    "statements.day": "Vom",
    "statements.indicator": "Kennzahl",
    "statements.area": "Gebiet",
    "statements.strategy_id": "Strategie",
    "local_knowledge.text": "Ortskenntnis",
    "local_knowledge.areas": "Gebiete",
    "local_knowledge.flag_rule": "Zur Auffälligkeit nach der Regel",
    "local_knowledge.flag_year": "Zur Auffälligkeit im Jahr",
    "questions.text": "Frage",
    "questions.indicator": "Kennzahl",
    "questions.area": "Gebiet",
    "questions.answer": "Antwort",
    "questions.answered_by": "Beantwortet von",
    "questions.answered_on": "Beantwortet am",
}

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Role: {
        Role.COORDINATION: "Koordination",
        Role.OFFICE: "Fachamt",
        Role.MUNICIPALITY: "Kommune",
        Role.POLITICS: "Politik",
        Role.ASSOCIATION: "Wohlfahrtsverband",
        Role.PUBLIC: "Öffentlichkeit",
    },
    Level: {
        Level.DRAFT: "Entwurf",
        Level.ADMINISTRATION: "Verwaltung",
        Level.COMMITTEES: "Gremien",
        Level.PUBLIC: "öffentlich",
    },
    Phase: {
        Phase.ANALYSIS: "Analyse",
        Phase.GOALS: "Ziele",
        Phase.MEASURES: "Maßnahmen",
        Phase.ACTION: "Umsetzung",
        Phase.REPORT: "Bericht",
    },
    Effect: {
        Effect.INPUT: "Input (Mittel)",
        Effect.OUTPUT: "Output (Leistung)",
        Effect.OUTCOME: "Outcome (Wirkung bei Menschen)",
        Effect.IMPACT: "Impact (Wirkung im Gebiet)",
    },
    Progress: {
        Progress.PLANNED: "geplant",
        Progress.RUNNING: "läuft",
        Progress.DONE: "abgeschlossen",
        Progress.STOPPED: "abgebrochen",
    },
    OfferKind: {
        OfferKind.ADVICE: "Beratung",
        OfferKind.DAY_CARE: "Kindertagesbetreuung",
        OfferKind.SCHOOL: "Schule",
        OfferKind.YOUTH: "Jugend",
        OfferKind.FAMILY: "Familie",
        OfferKind.SENIORS: "Ältere Menschen",
        OfferKind.HEALTH: "Gesundheit",
        OfferKind.MEETING: "Treffpunkt",
        OfferKind.INTEGRATION: "Integration",
        OfferKind.OTHER: "Sonstiges",
    },
    TaskKind: {TaskKind.TASK: "Aufgabe", TaskKind.MILESTONE: "Meilenstein"},
    TaskState: {TaskState.OPEN: "offen", TaskState.RUNNING: "in Arbeit", TaskState.DONE: "erledigt"},
    Stage: {
        Stage.PROPOSED: "vorgeschlagen",
        Stage.DISCUSSED: "beraten",
        Stage.DECIDED: "beschlossen",
        Stage.IN_USE: "in Nutzung",
        Stage.SUSPENDED: "ausgesetzt",
    },
    What: {
        What.CREATED: "angelegt",
        What.CHANGED: "geändert",
        What.WITHDRAWN: "zurückgezogen",
        What.BROUGHT_BACK: "zurückgeholt",
        What.PUT_BACK: "früherer Stand wiederhergestellt",
        What.RELEASED: "Freigabe geändert",
        What.BELOW: "Zugehöriges geändert (Ziel, Maßnahme, Tagesordnung)",
    },
}

EFFECT_CHAIN = {
    Effect.INPUT: "Was eingesetzt wird: Geld, Personal, Räume.",
    Effect.OUTPUT: "Was damit angeboten und genutzt wird: Beratungen, Plätze, Teilnehmende.",
    Effect.OUTCOME: "Was sich bei den Menschen ändert, die erreicht werden: Wissen, Verhalten, Lebenslage.",
    Effect.IMPACT: "Was sich im Gebiet insgesamt ändert; daran haben viele Ursachen Anteil.",
}


def word(value: StrEnum) -> str:
    """The German word of a state, a level, a role, a kind."""
    return WORDS[type(value)][value]


def home_words(owner: str, names: dict[str, str]) -> str:
    """Who stands behind an entry: "Kreisverwaltung", "Siegburg", "Fraktion A". owner: as the store keeps it; names: of areas."""
    if owner == COUNTY:
        return "Kreisverwaltung"
    home = owner.partition(":")[2]
    return names.get(home, home)


def level_words(level: Level, embargo: date | None, today: date) -> str:
    """ "öffentlich", or "öffentlich ab 1.12.2025 (bis dahin Gremien)"."""
    if embargo is None or today >= embargo or level is Level.DRAFT:
        return word(level)
    narrower = word(list(Level)[list(Level).index(level) - 1])
    return f"{word(level)} ab {day_words(embargo)} (bis dahin {narrower})"


def day_words(day: date | None) -> str:
    """ "1.12.2025", "" for none."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""
