"""The table of rights in German: what it is about, what can be done with it, and how far."""

from __future__ import annotations

from store.actor import Role
from store.levels import Level
from store.rights import Scope

SUBJECTS = {
    "strategie": "Strategien",
    "angebot": "Angebote",
    "aufgabe": "Aufgaben und Meilensteine",
    "sitzung": "Sitzungen",
    "beschluss": "Beschlüsse",
    "kennzahl": "Kennzahlen",
    "stellungnahme": "Stellungnahmen",
    "ortskenntnis": "Ortskenntnis",
    "frage": "Fragen",
    "verlauf": "Verlauf der Einträge",
    "konto": "Konten",
    "sozialraum": "Sozialräume",
}
VERBS = {
    "anlegen": "neu eintragen",
    "ändern": "ändern und zurückziehen",
    "entscheiden": "Stand ändern: beraten, beschlossen, in Nutzung, ausgesetzt",
    "antworten": "beantworten",
    "lesen": "lesen",
    "verwalten": "Liste der Konten ansehen",
    "zeichnen": "zeichnen und gültig setzen",
    Level.ADMINISTRATION.value: "für die Verwaltung freigeben (einreichen)",
    Level.COMMITTEES.value: "für die Gremien freigeben",
    Level.PUBLIC.value: "veröffentlichen",
}
SCOPES = {Scope.ALL: "alle", Scope.OWN: "eigene", Scope.NONE: "–"}
ROLES = {
    Role.COORDINATION: "steuert den Monitor für den Kreis, moderiert und veröffentlicht",
    Role.OFFICE: "ein Amt des Kreises, etwa das Sozialamt oder das Gesundheitsamt",
    Role.MUNICIPALITY: "eine Stadt oder Gemeinde des Kreises",
    Role.POLITICS: "eine Fraktion des Kreistags",
    Role.ASSOCIATION: "ein Verband der freien Wohlfahrtspflege",
    Role.PUBLIC: "alle, die nicht angemeldet sind",
}
LEVELS = {
    Level.DRAFT: (
        "Nur die Stelle, die es geschrieben hat. Plant der Kreis für eine einzige Kommune (Strategie, Angebot, Aufgabe), liest "
        "auch diese mit."
    ),
    Level.ADMINISTRATION: (
        "Koordination, Fachämter und alle Kommunen. Was Fraktionen und Verbände einreichen, liegt hier zur Moderation."
    ),
    Level.COMMITTEES: "Zusätzlich Fraktionen und Wohlfahrtsverbände.",
    Level.PUBLIC: "Alle, auch ohne Anmeldung.",
}
OWN = (
    "**alle**: jeder Eintrag, den man lesen darf. **eigene**: Einträge der eigenen Stelle, also der eigenen Kommune, der "
    "eigenen Fraktion, des eigenen Verbands. Koordination und Fachämter sind zusammen eine Stelle, der Kreis. Für eine Kommune "
    "zählen auch Strategien, Angebote und Aufgaben als eigen, die der Kreis allein für sie eingetragen hat. **–**: geht nicht."
)
EMBARGO = (
    "**Sperrfrist:** Eine Freigabe kann erst ab einem Tag gelten. Bis dahin gilt die nächste engere Stufe: „öffentlich ab "
    "1.12.“ lesen bis dahin die Gremien."
)
CHECKED = (
    "Geprüft wird bei jedem Lesen und Schreiben, nicht auf der Seite. Ein Link gibt niemandem ein Recht. Ändert jemand einen "
    "freigegebenen Text, den er nicht selbst freigeben darf, geht er zurück zur Moderation."
)


def action_words(action: str) -> str:
    """A line of the table without its subject: "beschluss anlegen" → "neu eintragen". KeyError for one without words."""
    return VERBS[action.partition(" ")[2]]
