"""Words of the slides of a meeting."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from texts.attention import NO_RULE
from texts.numbers import german_int
from texts.reports import PROGRAM

BUTTON = "Als Präsentation (PPTX)"
BUTTON_NOTE = (
    "Eine Folie je Schritt, mit Texten, Legenden und Tabellen zum Weiterbearbeiten. Quellen und Verfahren stehen in den Notizen "
    "jeder Folie."
)
TITLE = f"Sitzung zum {PROGRAM}"
METHODS = "Quellen und Verfahren"
SOURCE, SOURCES, PROCEDURE = "Quelle", "Quellen", "Verfahren"
WHOLE = (
    "Herausgeber",
    "Stand der Daten",
    "Freigabe",
    "Verfahren",
    "Berechnet mit",
)  # what a report says of itself as a whole
MAP, LEGEND, TABLE, NOTICE, LOGO, OUTLINE = "Karte", "Legende", "Tabelle", "Hinweis", "Logo", "Umriss"
VALUE, CHANGE, MEASURED, INTERVAL, REASONS = "Wert", "Veränderung", "gemessen", "95-%-Bereich", "Stärkste Gründe"
SMOOTHED = "Wert, geglättet"
NOBODY = "Hier ist kein Gebiet auffällig."
NOT_JUDGED = "Hier ist kein Gebiet bewertet: Die Regel lässt sich nicht anwenden."
NO_NUMBER = "Für keines dieser Gebiete wird ein Wert gezeigt."
PROTECTED = "Wo eine Zahl geheim ist, steht auch in dieser Datei keine. Eine fehlende Zahl ist nie eine Null."

# placeholders of the layouts, as they stand in an empty slide
PROMPTS = {"title": "Titel", "ctrTitle": "Titel", "subTitle": "Untertitel", "body": "Text", "ftr": "", "dt": ""}
FOOT_NAMES = {"ftr": "Fußzeile", "sldNum": "Foliennummer"}
NOTES = "Notizen"
LAYOUTS = ("Titelfolie", "Schritt", METHODS)


def nothing_words(page: str) -> str:
    """Why a step of a page shows nothing."""
    if page == "karte":
        return "Für keine Kennzahl liegen hier Zahlen vor."
    return NO_RULE


def made_words(day: dt.date) -> str:
    """ "erstellt am 27.11.2026"."""
    return f"erstellt am {day:%d.%m.%Y}"


def data_words(as_of: str) -> str:
    """as_of: years and day of the areas."""
    return f"Daten {as_of}"


def outline_words(county: str, plural: str) -> str:
    """What the drawing on the first slide shows. plural: of the areas that are drawn."""
    return f"{OUTLINE}: {county}, {plural}"


def title_of_file(county: str) -> str:
    return f"{county}: {TITLE}"


def more_words(more: int, without: int = 0) -> str:
    """What a table leaves out: "und 148 weitere, davon 2 ohne Wert"; without: those that have no number.

    >>> more_words(148, 2), more_words(2, 2), more_words(5), more_words(0)
    ('und 148 weitere, davon 2 ohne Wert', 'und 2 ohne Wert', 'und 5 weitere', '')
    """
    if not more:
        return ""
    if more == without:
        return f"und {german_int(without)} ohne Wert"
    some = f", davon {german_int(without)} ohne Wert" if without else ""
    return f"und {german_int(more)} weitere{some}"


def unbroken(reason: str) -> str:
    """ "31,2 %" and "(Kreis 11,0 %)" stay in one line, as on the screen (`ui/map/reasons.js`).

    >>> unbroken("Kinderarmut 31,2 % (Kreis 11,0 %)").split(" ")
    ['Kinderarmut', '31,2\\xa0%', '(Kreis\\xa011,0\\xa0%)']
    """
    return re.sub(r"(\([^ ]+) (?=[\d−])", "\\1\u00a0", re.sub(r" (?=%)", "\u00a0", reason))


def order_words(*, lowest_first: bool) -> str:
    """How a table of values is ordered, as the list beside the map says it."""
    return "niedrigste zuerst" if lowest_first else "höchste zuerst"


def told_apart(titles: Sequence[str]) -> list[str]:
    """The titles, each once: the second of two alike gets a number.

    >>> told_apart(["Wo?", "Warum?", "Wo?"])
    ['Wo?', 'Warum?', 'Wo? (2)']
    """
    taken: set[str] = set()
    found = []
    for title in titles:
        name, number = title, 1
        while name.casefold() in taken:
            number += 1
            name = f"{title} ({number})"
        taken.add(name.casefold())
        found.append(name)
    return found
