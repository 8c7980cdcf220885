"""What is said of a rule's results: how sure, since when, by how many rules."""

import math
from pathlib import Path

from texts.attention import (
    KINDS,
    agreement_sentence,
    changed_sentence,
    decided_words,
    influence_words,
    rank_words,
    rules_words,
    share_words,
    since_flagged,
)

ROOT = Path(__file__).resolve().parents[2]


def test_a_share_claims_no_more_than_is_known():
    assert [share_words(share) for share in (0, 0.004, 0.86, 0.995, 1)] == [
        "0 %",
        "unter 1 %",
        "86 %",
        "über 99 %",
        "100 %",
    ]
    assert share_words(math.nan) == "–"


def test_what_moves_a_result_most():
    assert (
        influence_words("k", 0.5)
        == "Am ehesten ändert es: eine Kennzahl mehr oder weniger verlangen (in 50 % der Fälle)."
    )
    assert influence_words("", 0.0) == "Keine der geprüften Annahmen ändert dieses Ergebnis."


def test_a_rank_has_its_interval():
    assert rank_words(3, 1, 7) == "Rang 3, mit Unsicherheit 1 bis 7"
    assert rank_words(1, 1, 1) == "Rang 1, mit Unsicherheit 1"
    assert rank_words(4, math.nan, math.nan) == "Rang 4"


def test_since_when_an_area_is_flagged():
    assert since_flagged(2024, 2017, entered=True) == "neu"
    assert since_flagged(2019, 2017, entered=False) == "seit 2019"
    assert since_flagged(2017, 2017, entered=False) == "seit mindestens 2017"  # before, there are no numbers
    assert since_flagged(math.nan, 2017, entered=False) == ""


def test_agreement_of_rules():
    assert [rules_words(number, 3) for number in range(4)] == [
        "keine Regel",
        "eine Regel",
        "zwei Regeln",
        "alle drei Regeln",
    ]
    assert rules_words(2, 2) == "alle zwei Regeln" and rules_words(1, 1) == "eine Regel"
    assert agreement_sentence([133, 8, 9, 8], "Quartiere") == (
        "Besonderen Aufmerksamkeitsbedarf sehen **alle drei Regeln** bei 8, **zwei Regeln** bei 9 und **eine Regel** bei 8 Quartieren."
    )


def test_who_came_and_who_left():
    assert changed_sentence("Neu", ["A", "B"]) == "Neu (2): A, B"
    assert changed_sentence("Neu", []) == "Neu: keine"
    assert changed_sentence("Neu", [str(n) for n in range(14)]).endswith("10, 11 und 2 weitere")


def test_the_decided_procedure_in_one_line():
    said = decided_words("county", "mindestens 4 von 8 Kennzahlen", "Kreistag", "12.3.2025", 2)
    assert said == "Verfahren 2 des Kreises: Kreisregel, mindestens 4 von 8 Kennzahlen · Kreistag, 12.3.2025"
    assert decided_words("mss", "x", "", "", 1) == "Verfahren 1 des Kreises: MSS-Regel, x"
    assert len(set(KINDS.values())) == 3


def test_fair_words():
    """Places have living conditions; nobody is a problem."""
    for file in (*(ROOT / "texts").rglob("*.py"), *(ROOT / "ui").glob("*.py")):
        words = file.read_text(encoding="utf-8").lower()
        assert not any(bad in words for bad in ("problemviertel", "problemgebiet", "brennpunkt", "sozial schwach")), (
            file
        )
