"""Words of the page Steuerung."""

from datetime import date

import pytest

from store.kinds.strategy import Phase
from store.levels import Level
from texts.steering import (
    HAPPENINGS,
    PHASES,
    SORTS,
    count_words,
    due_words,
    happening_words,
    measure_words,
    meeting_words,
    next_words,
    output_words,
    span_words,
    statuses_sentence,
    when_words,
)  # fmt: skip
from views.steering.chronology import Kind
from views.steering.dated import Sort

TODAY = date(2025, 6, 1)


def test_everything_that_can_be_told_has_words():
    assert set(SORTS) == set(Sort)
    assert set(HAPPENINGS) == set(Kind)
    assert set(PHASES) == set(Phase)


@pytest.mark.parametrize(
    ("day", "is_done", "words"),
    [
        (date(2025, 5, 31), False, "überfällig seit 31.5.2025"),
        (date(2025, 6, 1), False, "heute fällig"),
        (date(2025, 6, 2), False, "fällig am 2.6.2025"),
        (date(2025, 5, 31), True, "erledigt"),
        (None, False, "ohne Datum"),
    ],
)
def test_when_something_is_due(day, is_done, words):
    assert due_words(day, TODAY, is_done) == words


def test_a_meeting_is_not_due():
    assert when_words("sitzung", date(2025, 6, 2), TODAY) == "am 2.6.2025"
    assert when_words("aufgabe", date(2025, 6, 2), TODAY) == "fällig am 2.6.2025"


def test_the_day_of_a_goal_comes_and_is_not_overdue():
    assert when_words("ziel", date(2025, 5, 31), TODAY) == "Datum erreicht (31.5.2025)"
    assert when_words("ziel", date(2025, 6, 1), TODAY) == "heute fällig"
    assert when_words("ziel", date(2025, 6, 2), TODAY) == "fällig am 2.6.2025"


def test_a_milestone_is_told_with_the_day_it_was_due():
    assert happening_words("meilenstein", date(2026, 1, 2)) == "Meilenstein erledigt (fällig am 2.1.2026)"
    assert happening_words("beschluss", date(2026, 1, 2)) == "Beschluss"


@pytest.mark.parametrize(
    ("overdue", "soon", "words"),
    [
        (2, 3, "2 überfällig, 3 in den nächsten 30 Tagen"),
        (0, 1, "1 in den nächsten 30 Tagen"),
        (1, 0, "1 überfällig"),
        (0, 0, ""),
    ],
)
def test_counts(overdue, soon, words):
    assert count_words(overdue, soon) == words


@pytest.mark.parametrize(
    ("begins", "place", "words"),
    [
        ("14:00", "Kreishaus", "Gruppe · 3.5.2025 · 14:00 Uhr · Kreishaus"),
        ("14 Uhr", "", "Gruppe · 3.5.2025 · 14 Uhr"),
        ("", "", "Gruppe · 3.5.2025"),
    ],
)
def test_a_meeting(begins, place, words):
    assert meeting_words("Gruppe", date(2025, 5, 3), begins, place) == words


def test_the_next_phase():
    assert next_words(Phase.MEASURES) == "Weiter zu Maßnahmen"
    assert next_words(Phase.ANALYSIS) == "Neuer Kreislauf: Analyse"


@pytest.mark.parametrize(
    ("reached", "planned", "words"),
    [
        (231, 200, "Beratungen 2024: 231, geplant 200"),
        (0, None, "Beratungen 2024: 0"),
        (None, 200, "Beratungen 2024: noch nicht gezählt, geplant 200"),  # missing is never 0
    ],
)
def test_output_figures(reached, planned, words):
    assert output_words("Beratungen", 2024, reached, planned) == words


def test_a_measure_with_its_figures():
    assert measure_words("Treff", "läuft", ["A 2024: 1", "B 2024: 2"]) == "Treff (läuft; A 2024: 1; B 2024: 2)"
    assert measure_words("Treff", "geplant", []) == "Treff (geplant)"


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([], ""),
        (["erreicht"], "Je Ziel und Gebiet gezählt, gibt es ein Ergebnis: 1 × erreicht."),
        (
            ["auf dem Weg", "erreicht", "auf dem Weg"],
            "Je Ziel und Gebiet gezählt, gibt es 3 Ergebnisse: 2 × auf dem Weg, 1 × erreicht.",
        ),
    ],
)
def test_how_goals_stand(statuses, words):
    assert statuses_sentence(statuses) == words


def test_what_a_report_is_about():
    words = span_words(date(2024, 11, 1), date(2025, 11, 1), Level.PUBLIC)
    assert words == "Zeitraum: 1.11.2024 bis 1.11.2025 · enthalten: nur öffentliche Eintragungen"


def test_goals_at_their_day_are_counted_apart():
    assert count_words(1, 2, 1) == "1 überfällig, 2 in den nächsten 30 Tagen, bei 1 Ziel ist das Datum erreicht"
