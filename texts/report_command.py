"""Words of `python -m monitor report`."""

from __future__ import annotations

FILE_NAMES = {"county": "Kreisbericht", "municipality": "Kommunenbericht", "profile": "Steckbrief"}
HELP = {
    "report": "Berichte, Steckbriefe, Präsentationen und Tabellen schreiben",
    "kind": "county: Kreisbericht, municipality: Bericht einer Kommune, profile: Steckbrief eines Gebiets, "
    "committee: Bericht an den Ausschuss",
    "area": "Schlüssel des Gebiets, zum Beispiel 05382068-07; mehrfach möglich",
    "all": "alle Kommunen, oder Steckbriefe aller Gebiete der feinsten Ebene",
    "format": "pdf (üblich), pptx oder xlsx",
    "year": "bis zu diesem Jahr (üblich: das letzte)",
    "landscape": "Querformat",
    "without": "Teile weglassen, mit Komma",
    "since": "nur committee: Beschlüsse und Stellungnahmen seit diesem Tag (üblich: seit dem letzten Bericht)",
    "level": "nur committee: gremien (üblich) oder oeffentlich",
    "out": "Ordner, in den geschrieben wird",
}
DAY_UNREADABLE = "„{text}“ ist kein Tag. Bitte als JJJJ-MM-TT angeben, zum Beispiel 2025-11-01."
BAR = "Berichte"


def written_words(files: int, folder: str) -> str:
    return f"{files} {'Datei' if files == 1 else 'Dateien'} geschrieben: {folder}"
