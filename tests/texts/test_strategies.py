"""One, none and several, as one says it in German."""

import pytest

from texts.strategies import because, county_sentence, more_words, offers_read, offers_taken, parts_words

RULE = "nach der Regel des Kreises"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 0), f"2024 fällt {RULE} kein Gebiet auf."),
        ((1, 0, 0), f"1 Quartier fällt 2024 {RULE} auf. Dafür gibt es noch keine Strategie."),
        ((1, 1, 0), f"1 Quartier fällt 2024 {RULE} auf. Dafür gibt es eine Strategie, aber noch keine laufende oder "
                    "abgeschlossene Maßnahme."),
        ((1, 1, 1), f"1 Quartier fällt 2024 {RULE} auf. Dafür gibt es eine Strategie, und eine laufende oder abgeschlossene "
                    "Maßnahme."),
        ((2, 0, 0), f"2 Quartiere fallen 2024 {RULE} auf. Für keines dieser Gebiete gibt es eine Strategie."),
        ((11, 1, 0), f"11 Quartiere fallen 2024 {RULE} auf. 1 davon hat eine Strategie; dort gibt es noch keine laufende oder "
                     "abgeschlossene Maßnahme."),
        ((11, 4, 3), f"11 Quartiere fallen 2024 {RULE} auf. 4 davon haben eine Strategie; in 3 gibt es eine laufende oder "
                     "abgeschlossene Maßnahme."),
    ],
)  # fmt: skip
def test_the_county_in_one_sentence(counts, words):
    assert county_sentence("Quartier", "Quartiere", 2024, *counts) == words


def test_goals_and_measures_of_a_card():
    assert parts_words(1, 2) == "1 Ziel, 2 Maßnahmen"
    assert parts_words(2, 1) == "2 Ziele, 1 Maßnahme"
    assert parts_words(0, 0) == "kein Ziel, keine Maßnahme"


def test_offers_of_a_table():
    assert (offers_read(1), offers_read(1200)) == (
        "1 Angebot gelesen, ohne Fehler.",
        "1.200 Angebote gelesen, ohne Fehler.",
    )
    assert offers_taken(1) == "1 Angebot ist als Entwurf eingetragen."
    assert offers_taken(2) == "2 Angebote sind als Entwürfe eingetragen."


def test_areas_that_are_not_named():
    assert more_words(1) == "und ein weiteres; alle stehen auf der Seite Aufmerksamkeit"
    assert more_words(7) == "und 7 weitere; alle stehen auf der Seite Aufmerksamkeit"


def test_reasons_are_a_list_and_may_be_none():
    flagged = "Mitte fällt 2024 nach der Regel „Kreisregel“ auf."
    assert because("Kreisregel", 2024, "Mitte", ["A", "B"]) == f"{flagged} Dafür sprechen:\n– A\n– B"
    assert because("Kreisregel", 2024, "Mitte", ["A"]) == f"{flagged} Dafür spricht:\n– A"
    assert because("Kreisregel", 2024, "Mitte", []) == flagged
