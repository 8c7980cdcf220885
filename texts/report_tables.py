"""Words of the tables people take along: the Excel workbook and the map as a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.signs import Sign
from monitor.county import Source
from texts.backcast import HEADING
from texts.municipality import only_words
from texts.rules import DISTANCE_UNITS
from texts.signs import MEANING, SYMBOL

ABOUT_SHEET = "Über diese Datei"
ATTENTION_SHEET = "Aufmerksamkeit"
ABOUT_TABLE = "ueber_diese_datei"  # in a GeoPackage
MAP_BUTTON = "Karte als GeoPackage"
NOTICE = "Hinweis"
KEY, AREA = "Schlüssel", "Gebiet"
NOT_JUDGED = "nicht bewertet"

# column of `monitor.results.value_rows` → heading
NUMBERS = {
    "zaehler": "Anzahl",
    "nenner": "Grundgesamtheit",
    "wert": "Wert",
    "unten95": "Untere Grenze 95 %",
    "oben95": "Obere Grenze 95 %",
    "unten998": "Untere Grenze 99,8 %",
    "oben998": "Obere Grenze 99,8 %",
    "geglaettet": "Geglättet",
}
WORDS = {
    "vergleich": "Vergleich",
    "zielwert": "Zielwert",
    "trend": "Trend",
    "zeichen": "Zeichen",
    "bedeutung": "Bedeutung",
    "zuschnitt": HEADING,
}

# column of `monitor.results.attention_rows` → heading; those of the index and the distance depend on the rule
ATTENTION = {
    "auffaellig": "Auffällig",
    "index": "",
    "status": "Status",
    "dynamik": "Dynamik",
    "abstand": "",
    "wahrscheinlichkeit": "Wahrscheinlichkeit der Hervorhebung",
    "sicherheit": "Sicherheit",
    "rang_von": "Rang von",
    "rang_bis": "Rang bis",
    "einfluss": "Größter Einfluss",
    "annahmen": "Von Durchgang zu Durchgang ändert sich",
    "gruende": "Gründe",
    "verfahren": "Verfahren Nr.",
    "verfahrensart": "Art des Verfahrens",
    "zuschnitt": HEADING,
}
INDEX = {"county": "Ungünstige Kennzahlen", "mss": "Index", "significance": "Abstand vom Kreis in Standardfehlern"}

INDICATORS = "Kennzahlen in dieser Datei"
INDICATOR_HEADINGS = (
    "Kennzahl", "Name", "Thema", "Einheit", "Zähler", "Nenner", "Quelle", "Stand", "Verfahren", "Zeitraum",
)  # fmt: skip
LEFT_OUT = "Auf dieser Ebene ohne Zahlen"
SIGNS = "Zeichen"
SIGN_HEADINGS = ("Zeichen", "Bedeutung")
ATTRIBUTION = "Quellenangaben"


def title_words(county: str, plural: str, year: int) -> str:
    """ "Rhein-Sieg-Kreis: Kennzahlen der Ebene „Quartiere“, 2024"."""
    return f"{county}: Kennzahlen der Ebene „{plural}“, {year}"


def distance_heading(rule: str) -> str:
    """ "Abstand zur Schwelle in Standardfehlern" — in the unit of the rule."""
    unit = DISTANCE_UNITS[rule]
    return f"Abstand zur Schwelle ({unit})"


def contents_words(plural: str, areas: int) -> str:
    """What the rows of the sheets are."""
    return f"Ein Blatt je Thema, eine Zeile je Gebiet und Kennzahl. Ebene: {plural} ({areas} Gebiete in dieser Datei)."


def reading_words() -> str:
    """How numbers and signs are to be read."""
    return "Wo keine Zahl steht, sagt ein Zeichen, warum; eine fehlende Zahl ist nie eine Null."


def as_of_words(day: date | None) -> str:
    """ "31.12.2024"."""
    return f"{day:%d.%m.%Y}" if day else "nicht angegeben"


def source_words(source: Source | None) -> str:
    """ "Schulstatistik (IT.NRW)"."""
    if source is None:
        return "–"
    return f"{source.name} ({source.office})" if source.office else source.name


def sign_rows() -> list[tuple[str, str]]:
    """Every sign with its meaning, each once."""
    return list(dict.fromkeys((SYMBOL[sign], MEANING[sign]) for sign in Sign if sign is not Sign.SHOWN))


def narrowed_to(municipality: str) -> Sequence[str]:
    """What narrows a file in words. municipality: its name, "" for all of them.

    >>> narrowed_to("Troisdorf"), narrowed_to("")
    (['nur Gebiete in Troisdorf'], [])
    """
    if not municipality:
        return []
    words = only_words(municipality).rstrip(".")
    return [words[:1].lower() + words[1:]]
