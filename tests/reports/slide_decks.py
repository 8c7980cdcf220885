"""Decks of slides that tests read, and the steps they are made of."""

import datetime as dt

from monitor.story import MOST_SENTENCE, MOST_TITLE, Step
from reports.frame import Options
from reports.slides import slides
from tests.reports.slide_reading import (
    opened,
)  # fmt: skip

DAY = dt.date(2026, 3, 9)
ADDRESS = "https://monitor.example.de"
TROISDORF = "05382068"
PRINTED = Options(day=DAY, address=ADDRESS)
INVENTED = "Beispieldaten: Die Grenzen sind schematisch"
COUNTY = "Kreis \"Nord\" & 'Süd' <Mitte>"
STEP_ORDER = ["Titel", "Text", "Karte", "Karte", "Legende", "Tabelle", "Tabelle", "Hinweis", "Fußzeile", "Foliennummer"]
LONG = [
    Step("karte", "W" * MOST_TITLE, "W" * MOST_SENTENCE, {"kennzahl": "A2"}),
    Step("karte", ("Wie viele Kinder leben in Armut und wo sind es am meisten? " * 2)[:MOST_TITLE],
         ("Erreicht die Früherkennung auch dort die Kinder, wo Kinderarmut häufig ist? " * 5)[:MOST_SENTENCE],
         {"kennzahl": "A2", "zweite": "kennzahl", "kennzahl2": "G5", "seit": "2019", "kommune": TROISDORF}),
    Step("aufmerksamkeit", "Eine Schwangerschaftskonfliktberatungsstellenübersichtskarte"[:MOST_TITLE],
         "Donaudampfschifffahrtsgesellschaft " * 8, {"einig": "1"}),
]  # fmt: skip


def deck_of(shown, *steps, options=PRINTED):
    return opened(slides(shown, steps, options))


def karte(title="Titel", sentence="Ein Satz.", **view):
    return Step("karte", title, sentence, view)


def regel(title="Titel", sentence="Ein Satz.", **view):
    return Step("aufmerksamkeit", title, sentence, view)


def ids_of(shown, level):
    return {name: area for area, name in shown.release.hierarchy.areas(level)["name"].items()}


STEPS = {
    "Werte": karte(kennzahl="A2"),
    "geheime": karte(kennzahl="G5", jahr="2024"),
    "Veränderung": karte(kennzahl="A2", seit="2019"),
    "Kommune": karte(kennzahl="A2", kommune=TROISDORF),
    "Kacheln": karte(kennzahl="A2", flaeche="kacheln"),
    "zwei Karten": karte(kennzahl="A2", zweite="kennzahl", kennzahl2="G5"),
    "Regel": regel(),
    "Einigkeit": regel(einig="1"),
}
