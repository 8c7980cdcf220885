"""Words of `python -m monitor report`."""

from __future__ import annotations

FILE_NAMES = {"county": "Kreisbericht", "municipality": "Kommunenbericht", "profile": "Steckbrief"}
HELP = {
    "report": "Berichte, Steckbriefe, Präsentationen und Tabellen schreiben",
    "kind": "county: Kreisbericht, municipality: Bericht einer Kommune, profile: Steckbrief eines Gebiets",
    "area": "Schlüssel des Gebiets, zum Beispiel 05382068-07; mehrfach möglich",
    "all": "alle Kommunen, oder Steckbriefe aller Gebiete der feinsten Ebene",
    "format": "pdf (üblich), pptx oder xlsx",
    "year": "bis zu diesem Jahr (üblich: das letzte)",
    "landscape": "Querformat",
    "without": "Teile weglassen, mit Komma",
    "out": "Ordner, in den geschrieben wird",
}
BAR = "Berichte"


def written_words(files: int, folder: str) -> str:
    return f"{files} {'Datei' if files == 1 else 'Dateien'} geschrieben: {folder}"
