"""Words of `python -m monitor entries`."""

from __future__ import annotations

from collections.abc import Mapping

from texts.entries import KINDS

HELP = {
    "entries": "Einträge sichern und zurückspielen, Konten ansehen und löschen",
    "backup": "alle Einträge mit Verlauf und Konten in eine Datei sichern, auch während andere arbeiten",
    "restore": "eine Sicherung in eine leere Ablage zurückspielen",
    "account": "alles zu einem Konto ausgeben, oder Name und Kennung löschen",
    "accounts": "alle Konten auflisten",
    "folder": "Datenordner",
    "out": "Datei der Sicherung",
    "from": "Datei der Sicherung",
    "subject": "Kennung des Kontos beim Anmeldedienst (siehe accounts)",
    "export": "Datei für die Auskunft (JSON)",
    "erase": "Name und Kennung löschen; im Verlauf bleiben Rolle und Stelle",
}
TABLES = {**KINDS, "history": "Zeilen Verlauf", "accounts": "Konten"}
NO_ACCOUNT = "Dieses Konto gibt es nicht."
NO_ACCOUNTS = "Es gibt noch kein Konto."
NOTHING_ASKED = "Bitte --export DATEI oder --erase angeben, oder beides."
ERASED = (
    "Name und Kennung sind gelöscht. Im Verlauf bleiben Rolle und Stelle. Ältere Sicherungen enthalten den Namen noch: Bitte "
    "löschen Sie sie, sobald es eine neue gibt."
)
UNAVAILABLE = (
    "Die Ablage der Einträge ist nicht erreichbar, oder sie gehört zu einer neueren Fassung des Programms. Bitte prüfen: Läuft "
    "die Datenbank, stimmt MONITOR_STORE, ist der Ordner beschreibbar?"
)
HEADINGS = ("Kennung", "Name", "Rolle", "Stelle", "Zuerst", "Zuletzt")


def rows_words(rows: Mapping[str, int]) -> str:
    """ "Strategie: 2, Zeilen Verlauf: 3": the tables that are not empty."""
    return ", ".join(f"{TABLES.get(name, name)}: {count}" for name, count in rows.items() if count) or "nichts"


def backed_up_words(rows: Mapping[str, int], file: str) -> str:
    return f"Sicherung geschrieben: {file}\n{rows_words(rows)}"


def restored_words(rows: Mapping[str, int], file: str) -> str:
    return f"Sicherung zurückgespielt: {file}\n{rows_words(rows)}"


def exported_words(file: str) -> str:
    return f"Auskunft geschrieben: {file}"


def file_words(file: str) -> str:
    return f"{file}: Diese Datei lässt sich nicht lesen oder schreiben."
