"""Sentences about what somebody has entered, and about backups of it."""

from __future__ import annotations

from problem import Problem
from store.kinds.indicator_status import Stage
from texts.entries import FIELDS, WORDS
from texts.problem_words import words_of


def _field(problem: Problem) -> str:
    return f"„{FIELDS.get(str(problem.facts.get('field')), 'Ein Feld')}“"


def needed(problem: Problem) -> str:
    return f"{_field(problem)} fehlt. Bitte ausfüllen."


def too_long(problem: Problem) -> str:
    longest = words_of(problem)["longest"]
    return f"{_field(problem)} ist zu lang: Möglich sind {longest} Zeichen. Bitte kürzen; der Text steht noch im Feld."


def no_number(problem: Problem) -> str:
    return f"{_field(problem)} ist keine Zahl, die hier möglich ist. Bitte berichtigen."


def no_day(problem: Problem) -> str:
    return f"{_field(problem)} ist kein Tag zwischen 1900 und 2200. Bitte berichtigen."


def no_choice(problem: Problem) -> str:
    return f"{_field(problem)}: Diese Wahl gibt es nicht. Bitte eine aus der Liste nehmen."


def reference_unknown(problem: Problem) -> str:
    return f"{_field(problem)}: Diesen Eintrag gibt es nicht, oder er ist für Ihre Rolle nicht freigegeben."


def step_unknown(problem: Problem) -> str:
    known = {stage.value: told for stage, told in WORDS[Stage].items()}
    first, then = (known.get(str(problem.facts.get(name)), "?") for name in ("from", "to"))
    return f"Von „{first}“ führt kein Schritt zu „{then}“. Bitte den Weg einhalten: {' → '.join(known.values())}."


SENTENCES = {
    "store_unavailable": (
        "Die Ablage der Eintragungen ist nicht erreichbar. Ohne sie ist nicht bekannt, welche Kennzahlen für Sie beschlossen "
        "sind; deshalb wird nichts gezeigt. Bitte später noch einmal versuchen."
    ),
    "entry_needed": needed,
    "entry_too_long": too_long,
    "entry_no_number": no_number,
    "entry_no_day": no_day,
    "entry_no_choice": no_choice,
    "entry_reference_unknown": reference_unknown,
    "entry_parent_fixed": "Ein Eintrag bleibt bei dem, zu dem er gehört. Bitte dort einen neuen anlegen.",
    "entry_area_unknown": "Diese Gebiete gibt es nicht (mehr): {areas}. Bitte andere wählen.",
    "indicator_step_unknown": step_unknown,
    "indicator_undecided": "Es fehlt, wer wann beschlossen hat. Bitte Gremium und Tag eintragen.",
    "statement_about_nothing": (
        "Es fehlt, wozu Stellung genommen wird. Bitte eine Kennzahl, ein Gebiet oder eine Strategie wählen."
    ),
    "offer_area_unknown": (
        "Das Gebiet {written} gibt es hier nicht, oder der Name ist nicht eindeutig. Bitte den Schlüssel oder den genauen Namen "
        "schreiben."
    ),
    "offer_kind_unknown": "Die Art {written} gibt es nicht. Möglich sind: {known}.",
    "entries_not_empty": (
        "Die Ablage enthält schon Einträge. Eine Sicherung wird nur in eine leere Ablage zurückgespielt, damit nichts "
        "überschrieben wird. Bitte die alte Datei zur Seite legen oder eine neue Datenbank angeben."
    ),
    "backup_broken": "Die Sicherung ist unvollständig oder verändert (Prüfsumme). Nichts wurde eingelesen.",
    "backup_of_other_version": (
        "Die Sicherung stammt von einer anderen Fassung des Programms (Stand {migration}, gebraucht wird {needed}). Bitte mit "
        "der damaligen Fassung einspielen und dann das Programm erneuern."
    ),
}
