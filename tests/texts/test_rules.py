"""A rule is stated completely: every parameter is in its sentence, and another value makes another sentence."""

from dataclasses import fields, replace

import pytest

from indicators.certainty import WORDS
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from texts.rules import CERTAINTY_SENTENCE, DISTANCE_UNITS, INFLUENCES, RULE_NAMES, rule_sentence

NAMES = {"A": "Kinderarmut", "B": "Altersarmut", "C": "Übergewicht"}
RULES = (
    CountyRule(("A", "B", "C"), 2),
    MssRule(("A", "B"), ("A",), 2, ("G9",), (("B", 2.0),)),
    SignificanceRule(("A", "B"), weights=(("B", 2.0),)),
    SignificanceRule(("A", "B"), method="bh"),
)
OTHERS = {
    "indicators": ("A",), "k": 3, "confidence": 95, "status": ("C",), "dynamics": ("B",), "dynamics_years": 4,
    "outliers": ("G8",), "weights": (("A", 3.0),), "low": 1.1, "very_low": 1.7, "negative": 0.9, "method": "bh",
    "false_discovery": 0.1,
}  # fmt: skip


def _said(rule, minimum=300):
    return rule_sentence(rule, NAMES, minimum)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{getattr(rule, 'method', '')}")
def test_every_parameter_changes_the_sentence(rule):
    unused = {"confidence"} if rule.name == "significance" and rule.method == "bh" else {"false_discovery"}
    for field in fields(rule):
        if field.name != "version" and field.name not in unused:
            value = "confidence" if getattr(rule, field.name) == "bh" else OTHERS[field.name]
            assert _said(replace(rule, **{field.name: value})) != _said(rule), field.name
    assert "weniger als 300 Einwohnerinnen" in _said(rule) and _said(rule, 200) != _said(rule)
    assert "geheime Kennzahl" in _said(rule)


def test_a_county_rule_in_full():
    assert _said(RULES[0]) == (
        "Ein Gebiet hat besonderen Aufmerksamkeitsbedarf, wenn mindestens **2 von 3** Kennzahlen ungünstiger sind als der Wert des "
        "ganzen Kreises und der Abstand statistisch gesichert ist (99,8 % Sicherheit). Kennzahlen: Kinderarmut, Altersarmut, "
        "Übergewicht. Gebiete mit weniger als 300 Einwohnerinnen und Einwohnern werden nicht bewertet. Eine geheime Kennzahl zählt "
        "weder dafür noch dagegen."
    )


def test_weights_and_outliers_are_named():
    said = _said(RULES[1])
    assert "mit Gewichten (Altersarmut 2, alle anderen 1)" in said and "Ebenso namentlich ausgenommene: G9." in said
    assert "höchstens **5 %** dem Zufall" in _said(RULES[3])


def test_every_rule_and_every_assumption_has_its_words():
    assert set(RULE_NAMES) == set(DISTANCE_UNITS) == {rule.name for rule in RULES}
    assert {""}.union(*(rule.knows for rule in RULES)) == set(INFLUENCES)
    assert all(f"„{word}“" in CERTAINTY_SENTENCE for word in WORDS)
