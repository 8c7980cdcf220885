"""What is said of one municipality beside its county."""

import math

import pytest

from texts.municipality import (
    classes_of_county_words,
    field_words,
    first_rank_words,
    flagged_of,
    no_deviation_words,
    only_words,
    rank_in_county_words,
    rank_within_words,
)
from texts.municipality import municipality_sentence as sentence

COUNTY = (11, 156)
REST = "Im ganzen Kreis sind es 11 von 156."


@pytest.mark.parametrize(
    ("flagged", "evaluated", "words"),
    [
        (2, 12, "In Troisdorf brauchen **2 von 12** bewerteten Quartieren besondere Aufmerksamkeit."),
        (1, 5, "In Troisdorf braucht **1 von 5** bewerteten Quartieren besondere Aufmerksamkeit."),
        (1, 1, "In Troisdorf braucht das **einzige** bewertete Gebiet besondere Aufmerksamkeit."),
        (0, 6, "In Troisdorf braucht keines der 6 bewerteten Gebiete besondere Aufmerksamkeit."),
        (0, 1, "In Troisdorf braucht das einzige bewertete Gebiet keine besondere Aufmerksamkeit."),
        (0, 0, "In Troisdorf ist kein Gebiet bewertet."),
    ],
)
def test_how_many_need_attention(flagged, evaluated, words):
    told = sentence(
        "Troisdorf", "Quartiere", flagged=flagged, evaluated=evaluated, inhabitants=0, everyone=0, county=COUNTY
    )
    assert told == f"{words} {REST}"


def test_how_many_people_live_there():
    told = sentence(
        "Troisdorf", "Quartiere", flagged=5, evaluated=20, inhabitants=20_870, everyone=77_300, county=COUNTY
    )
    assert (
        "Dort leben rund **20.900** Menschen, 27 % der Bevölkerung von Troisdorf." in told
    )  # 20,870 of 77,300: 27.0 %
    hidden = sentence("A", "Quartiere", flagged=1, evaluated=2, inhabitants=math.nan, everyone=100, county=COUNTY)
    assert "Menschen" not in hidden


def test_flagged_of_all():
    words = "bewerteten Quartieren in Troisdorf"
    assert flagged_of("Troisdorf", "Quartiere", 5, 20, COUNTY) == (
        f"**5 von 20** {words} sind hervorgehoben, im ganzen Kreis 11 von 156."
    )
    assert f"**1 von 20** {words} ist hervorgehoben" in flagged_of("Troisdorf", "Quartiere", 1, 20, COUNTY)


def test_ranks():
    assert rank_within_words(2, 12, "Troisdorf") == "Rang 2 von 12 in Troisdorf"
    assert rank_in_county_words(5, 1156) == "Rang 5 von 1.156 im Kreis"
    assert (
        rank_within_words(1, 1, "Much") == "" == rank_within_words(math.nan, 12, "Much")
    )  # nobody to be ranked against
    assert rank_in_county_words(math.nan, 12) == ""
    assert first_rank_words(-1) == first_rank_words(1) == "1 = am ungünstigsten"
    assert first_rank_words(0) == "1 = höchster Wert"


def test_classes_are_the_county_s_and_why():
    county = "Die Klassen sind die des Kreises (158 Quartiere), damit eine Farbe überall dasselbe bedeutet"
    assert classes_of_county_words("Troisdorf", "Quartiere", 20, 158) == f"{county}."
    why = "allein werden keine gebildet, denn dafür sind mindestens 20 Gebiete nötig."
    assert classes_of_county_words("Much", "Quartiere", 19, 158) == f"{county}; aus 19 Quartieren in Much {why}"
    assert classes_of_county_words("Much", "Quartiere", 3, 158) == f"{county}; aus 3 Quartieren in Much {why}"
    assert classes_of_county_words("Much", "Quartiere", 1, 158) == f"{county}; für Much {why}"
    assert "von 19 Gebieten" in no_deviation_words(19) and "mindestens 20" in no_deviation_words(19)
    assert "weniger als 20 Gebieten" in field_words("Much", "Quartiere", 3, 158)
    assert "weniger als" not in field_words("Troisdorf", "Quartiere", 20, 158)


def test_a_file_says_what_it_holds():
    assert only_words("Troisdorf") == "Nur Gebiete in Troisdorf."
