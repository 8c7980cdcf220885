"""Words of the page Beteiligung."""

from __future__ import annotations

from datetime import date

from store.kinds.indicator_status import Stage
from store.levels import Level, level_on
from texts.entries import day_words, word

VIEWS = {
    "kennzahlen": "Kennzahlen",
    "stellungnahmen": "Stellungnahmen",
    "fragen": "Fragen und Antworten",
    "beschluesse": "Beschlüsse",
    "rechte": "Wer darf was",
    "daten": "Was gespeichert wird",
}
INTRO = (
    "Hier steht, welche Zahlen zu welchem Zweck erhoben werden, wer das wann beschlossen hat, und was Fraktionen, Verbände und "
    "Kommunen dazu sagen."
)

# Kennzahlen
NO_STATEMENTS = "keine"
NO_STATUS = "ohne eingetragenen Stand"
STAGES = {
    Stage.PROPOSED: "Jemand wünscht diese Kennzahl. Noch wurde nicht darüber gesprochen.",
    Stage.DISCUSSED: "Ein Gremium befasst sich damit.",
    Stage.DECIDED: "Die Kennzahl soll kommen. Ihre Zahlen werden noch nicht gezeigt.",
    Stage.IN_USE: "Die Zahlen werden denen gezeigt, für die es beschlossen wurde.",
    Stage.SUSPENDED: "Die Zahlen werden zurzeit nicht gezeigt.",
    None: "Diese Kennzahlen stehen im Katalog. Einen Stand hat hier noch niemand eingetragen; es gilt, was der Katalog sagt.",
}
HIDES = (
    "Sobald ein Stand eingetragen ist, zeigt der Monitor die Zahlen erst wieder allen, für die es beschlossen wurde, wenn die "
    "Kennzahl „in Nutzung“ ist. Bis dahin sehen sie nur Koordination und Fachämter."
)
PROPOSE = "Kennzahl vorschlagen"
PROPOSAL_TOLD = (
    "Ein Vorschlag ist zuerst ein Entwurf, den nur Ihre Stelle liest. Öffnen Sie ihn dann unter „Kennzahl ansehen“, und reichen "
    "Sie ihn ein."
)
ENTER_STATUS = "Stand eintragen"
STEP_TITLE = "Nächster Schritt"
STEP = "Eintragen"
STEP_NEEDS = "Für „beschlossen“, „in Nutzung“ und „ausgesetzt“ sind Gremium und Tag nötig."
NO_INDICATOR = "Für Ihre Rolle ist noch keine Kennzahl da."


CATALOGUE = "Laut Katalog"
STAND_TOLD = (
    "Alle Kennzahlen des Katalogs und alle Vorschläge, nach ihrem Stand auf dem Weg vorgeschlagen → beraten → beschlossen → "
    "in Nutzung. Unter „Kennzahl ansehen“ steht mehr zu jeder."
)


def stage_words(stage: Stage | None) -> str:
    return word(stage) if stage else NO_STATUS


def stage_heading(stage: Stage | None) -> str:
    """ "In Nutzung" """
    told = stage_words(stage)
    return told[0].upper() + told[1:]


def decided_words(body: str, day: date | None) -> str:
    """ "Kreistag, 1.12.2025", "" where nobody has decided."""
    return ", ".join(part for part in (body, day_words(day)) if part)


# Stellungnahmen
STATES = {
    Level.DRAFT: "Entwurf",
    Level.ADMINISTRATION: "eingereicht",
    Level.COMMITTEES: "in den Gremien",
    Level.PUBLIC: "veröffentlicht",
}
STEPS = {
    Level.ADMINISTRATION: "Einreichen",
    Level.COMMITTEES: "Für die Gremien freigeben",
    Level.PUBLIC: "Veröffentlichen",
}
BODY_SPEAKS = (
    "Eine Stellungnahme spricht für eine Stelle, nie für eine Person: Als Absender steht dort: {body}. Sie ist zuerst ein "
    "Entwurf, den nur Ihre Stelle liest. Mit „Einreichen“ geht sie an die Verwaltung; die Koordination gibt sie frei. Bitte "
    "nennen Sie eine Kennzahl, ein Gebiet oder eine Strategie, und keine Namen von Privatpersonen."
)
KNOWLEDGE = (
    "Was eine Kommune über ein Gebiet weiß und keine Zahl sagt: ein Neubaugebiet, ein geschlossenes Angebot, eine Unterkunft. "
    "Bitte nichts, woran man einzelne Menschen erkennt."
)
WRITE_STATEMENT = "Stellungnahme schreiben"
WRITE_KNOWLEDGE = "Ortskenntnis eintragen"
NO_STATEMENT = "Dazu ist für Ihre Rolle keine Stellungnahme freigegeben."
NO_KNOWLEDGE = "Dazu ist für Ihre Rolle keine Ortskenntnis freigegeben."
WAITING = "Wartet auf Ihre Moderation"
WITHDRAWN = "Zurückgezogene Einträge Ihrer Stelle"


def state_words(level: Level, embargo: date | None, today: date) -> str:
    """ "eingereicht", or "in den Gremien, veröffentlicht ab 1.12.2025"."""
    now = level_on(level, embargo, today)
    return STATES[now] if now is level else f"{STATES[now]}, {STATES[level]} ab {day_words(embargo)}"


def waiting_words(number: int) -> str:
    """ "Wartet auf Ihre Moderation (2)" """
    return f"{WAITING} ({number})"


def only_municipality_words(name: str) -> str:
    return f"Gezeigt wird, was {name} oder den ganzen Kreis betrifft. Die Wahl „Meine Kommune“ oben ändert das."


# Fragen
ASK = "Frage stellen"
ANSWER = "Antworten"
CHANGE_ANSWER = "Antwort ändern"
OPEN_QUESTION = "Noch nicht beantwortet"
ANSWERED = "Beantwortet"
NO_QUESTION = "Für Ihre Rolle ist noch keine Frage freigegeben."
ASK_WORDS = (
    "Fragen zu den Zahlen beantworten Koordination und Fachämter. Ihre Frage ist zuerst ein Entwurf, den nur Ihre Stelle liest. "
    "Mit „Einreichen“ geht sie an die Verwaltung. Wird sie freigegeben, lesen auch andere Frage und Antwort."
)


def answered_words(who: str, day: date | None) -> str:
    """ "Antwort: Sozialamt, 1.12.2025" """
    return f"Antwort: {decided_words(who, day)}" if who or day else "Antwort"


# Beschlüsse
REGISTER = "Alle Beschlüsse zum Monitor mit ihrer Begründung. Was öffentlich ist, liest jeder, auch ohne Anmeldung."
ENTER_DECISION = "Beschluss eintragen"
NO_DECISION = "Kein Beschluss gefunden, der für Ihre Rolle freigegeben ist."
REASONS = "Begründung"
SEARCH = "Worte in Titel, Beschluss, Begründung oder Gremium"


def found_words(found: int, all_: int) -> str:
    """ "3 von 12 Beschlüssen" """
    return (
        f"{found} von {all_} Beschlüssen" if found != all_ else f"{all_} {'Beschluss' if all_ == 1 else 'Beschlüsse'}"
    )


def all_words(number: int, most: int) -> str:
    return f"Alle {number} zeigen, nicht nur die ersten {most}"
