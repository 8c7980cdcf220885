"""Sentences about files and tables: what cannot be read, and what to do."""

from __future__ import annotations

from problem import Problem
from texts.problem_words import words_of

FOUND = {
    "excel": "Die Datei ist in Wahrheit eine Excel-Mappe oder ein Archiv. Bitte die Endung in .xlsx ändern oder die "
    "Tabelle aus Excel als CSV speichern.",
    "excel_old": "Die Datei ist eine alte Excel-Mappe (.xls) oder mit einem Kennwort geschützt. Bitte ohne Kennwort "
    "als .xlsx speichern.",
    "excel_damaged": "Die Excel-Mappe ist beschädigt. Bitte in Excel öffnen und neu als .xlsx speichern.",
    "no_excel": "Die Datei heißt .xlsx, ist aber keine Excel-Mappe. Bitte in Excel als .xlsx speichern.",
    "parquet": "Die Datei ist in Wahrheit eine Parquet-Datei. Bitte die Endung in .parquet ändern.",
    "parquet_damaged": "Die Parquet-Datei ist beschädigt. Bitte neu erzeugen oder neu übertragen.",
    "no_parquet": "Die Datei heißt .parquet, ist aber keine Parquet-Datei. Bitte als Parquet oder CSV neu erzeugen.",
    "pdf": "Die Datei ist in Wahrheit ein PDF. Bitte die Tabelle als CSV oder Excel-Mappe liefern.",
    "archive": "Die Datei ist in Wahrheit ein Archiv. Bitte auspacken und die Tabelle darin liefern.",
    "web_page": "Die Datei ist in Wahrheit eine Internetseite (HTML), vermutlich eine Fehlermeldung beim "
    "Herunterladen. Bitte noch einmal herunterladen.",
    "binary": "Die Datei enthält keinen lesbaren Text. Bitte als CSV (UTF-8), Excel-Mappe oder Parquet liefern.",
}


def content_unexpected(problem: Problem) -> str:
    return FOUND.get(str(problem.facts.get("found")), FOUND["binary"])


def column_missing(problem: Problem) -> str:
    words = words_of(problem)
    seen = f" Vorhanden sind: {words['found']}." if problem.facts.get("found") else ""
    return (
        f"Die Spalte „{words['column']}“ fehlt.{words['hint']}{seen} Die erste Zeile muss die Spaltennamen enthalten."
    )


SENTENCES = {
    "folder_missing": "Den Datenordner „{folder}“ gibt es nicht. Bitte den Pfad prüfen.",
    "file_missing": "Diese Datei fehlt. Bitte in den Datenordner legen oder den Dateinamen prüfen.",
    "file_unreadable": "Diese Datei lässt sich nicht öffnen. Bitte prüfen, ob sie gesperrt ist oder "
    "die Leserechte fehlen.",
    "file_empty": "Diese Datei ist leer. Bitte noch einmal liefern.",
    "file_type_unknown": "Dieser Dateityp wird nicht gelesen. Bitte als CSV, Excel-Mappe (.xlsx) oder Parquet liefern.",
    "file_content_unexpected": content_unexpected,
    "file_without_rows": "Die Datei enthält nur Spaltennamen und keine Zahlen. Bitte die Daten ergänzen oder die Datei "
    "entfernen.",
    "file_not_read": "Diese Datei wird nicht gelesen, weil nichts sie nennt.{hint} Bitte umbenennen oder entfernen.",
    "sheets_ignored": "Nur das erste Tabellenblatt wird gelesen. Weitere Blätter mit Inhalt: {sheets}. Bitte als "
    "eigene Dateien liefern, wenn sie gebraucht werden.",
    "column_missing": column_missing,
    "release_file_damaged": "Diese Datei ist beschädigt oder von Hand geändert. In ihr steht, was schon gezeigt wurde; ohne sie "
    "ist die Geheimhaltung nicht sicher. Bitte aus der Sicherung zurückholen.",
    "column_duplicate": "Die Spalte „{column}“ kommt mehrmals vor. Bitte jede Spalte nur einmal liefern.",
    "column_unnamed": "Die {position}. Spalte hat keinen Namen. Die erste Zeile muss die Spaltennamen "
    "enthalten: gebiet, jahr, merkmal, gruppe, wert.",
    "column_type_unexpected": "Die Spalte „{column}“ enthält weder Text noch Zahlen. Bitte als Text oder Zahl liefern.",
    "columns_ignored": "Diese Spalten werden nicht gelesen: {columns}. Gelesen werden gebiet, jahr, merkmal, gruppe "
    "und wert.",
    "row_ragged": "Hier stehen {fields} statt {expected} Felder. Bitte prüfen, ob ein Trennzeichen fehlt oder zu viel "
    "ist; ein Dezimalkomma in einer Datei mit Komma als Trennzeichen braucht Anführungszeichen.",
    "quote_unbalanced": "Ab hier ist ein Anführungszeichen nicht geschlossen oder steht an falscher Stelle. Bitte "
    "berichtigen; die Zeilen danach konnten nicht gelesen werden.",
}
