"""What may vary from draw to draw, in words."""

from __future__ import annotations

from collections.abc import Sequence

WORDS = {
    "zufall": "der Zufall kleiner Zahlen",
    "gewichte": "die Gewichte, jedes um bis zu ein Viertel",
    "alle-gewichte": "die Gewichte, beliebig",
    "massstab": "der Maßstab (Rang oder Prozentrang statt z-Wert)",
    "weglassen": "die Auswahl (eine Kennzahl fehlt)",
    "mindestzahl": "die Mindestzahl (eine mehr oder weniger)",
    "einwohner": "Mittel und Streuung (nach Einwohnern gewichtet)",
}
LABEL = "Was sich von Durchgang zu Durchgang ändert"
OTHERS_THAN_USUAL = "Andere Annahmen als üblich"


def varied_words(names: Sequence[str]) -> str:
    """ "Von Durchgang zu Durchgang ändert sich: der Zufall kleiner Zahlen; die Gewichte, beliebig." """
    return f"Von Durchgang zu Durchgang ändert sich: {'; '.join(WORDS[name] for name in names)}."
