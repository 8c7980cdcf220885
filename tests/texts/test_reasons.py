"""A reason in words: value, county, whether chance could have made the distance, and how it has changed."""

import math

import pytest

from indicators.catalogue import Indicator, Method
from texts.reasons import (
    alone_words,
    deviation_words,
    full_reason,
    hidden_words,
    jump_words,
    missing_words,
    reason,
    since_words,
)

POOR = Indicator("A2", "Kinderarmut", "", Method.PROPORTION, "x", "X", unit="%", polarity=-1)
DEATHS = Indicator("T1", "Gestorbene", "", Method.RATE, "x", "X", unit="je 1.000", polarity=-1)
RISE = {"secured": True, "tested": True, "since": "2021"}


def test_a_full_reason_is_one_sentence():
    said = full_reason(reason(POOR, 31.2, 11.0, "Kreis"), deviation_words(2, -1, 1), since_words(POOR, 4.1, **RISE))
    assert said == "Kinderarmut 31,2 % (Kreis 11,0 %), gesichert, seit 2021 um 4,1 Punkte gestiegen"
    assert full_reason("Kinderarmut 31,2 %", "", "") == "Kinderarmut 31,2 %"


@pytest.mark.parametrize(
    ("comparison", "polarity", "speaks", "words"),
    [
        (2, -1, 1, "gesichert"),
        (-2, 1, 1, "gesichert"),  # few vaccinations are unfavourable
        (1, -1, 1, "zu 95 % gesichert"),
        (-2, -1, -1, "gesichert"),
        (-2, -1, 1, "günstiger als der Kreis, gesichert"),
        (2, -1, -1, "ungünstiger als der Kreis, gesichert"),
        (1, -1, 0, "ungünstiger, nur zu 95 % gesichert"),
        (1, 1, 0, "günstiger, nur zu 95 % gesichert"),
        (0, -1, 0, "nicht gesichert"),
        (9, -1, 1, ""),
    ],
)
def test_whether_the_distance_is_secured(comparison, polarity, speaks, words):
    from indicators.benchmark import Comparison

    code = Comparison.NOT_COMPARED if comparison == 9 else comparison
    assert deviation_words(code, polarity, speaks) == words


def test_a_change_is_told_only_where_chance_alone_did_not_make_it():
    assert since_words(POOR, -2.0, **RISE) == "seit 2021 um 2,0 Punkte gesunken"
    assert since_words(DEATHS, 0.4, **RISE | {"since": "2019–2021"}) == "seit 2019–2021 um 0,4 je 1.000 gestiegen"
    assert since_words(POOR, 4.1, **RISE | {"secured": False}) == ""
    assert since_words(POOR, 4.1, secured=False, tested=False, since="2021") == "seit 2021 um 4,1 Punkte gestiegen"
    assert since_words(POOR, 0.04, **RISE) == since_words(POOR, math.nan, **RISE) == ""


def test_hidden_values_are_named_and_never_told():
    assert hidden_words(["Kinderarmut"], stand_in=False) == "Kinderarmut: Wert geheim, zählt weder dafür noch dagegen"
    assert hidden_words(["A", "B"], stand_in=True) == "A, B: Wert geheim, dafür steht der Wert der Kommune"
    assert missing_words(["A", "B"]) == "A, B: kein Wert"
    assert hidden_words([], stand_in=True) == missing_words([]) == ""


def test_what_should_be_checked():
    assert jump_words(POOR, 9.1, "2023", 31.2, "2024") == "Kinderarmut springt von 9,1 % (2023) auf 31,2 % (2024)."
    assert alone_words(POOR, only=True) == "Allein Kinderarmut macht hier die Hervorhebung aus."
    assert "Kinderarmut liegt viel weiter außerhalb" in alone_words(POOR, only=False)
