"""German words for every right, every step, every level of the page Beteiligung."""

from __future__ import annotations

from datetime import date

import pytest

from store.actor import Role
from store.kinds.indicator_status import Stage
from store.levels import Level
from store.rights import ACTIONS, Scope
from texts import participation, rights, stored_data
from views.participation.rights import actions_by_subject


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_has_words(action):
    assert rights.action_words(action)
    assert rights.SUBJECTS[action.partition(" ")[0]]


def test_no_words_for_what_nobody_may_do():
    assert {action.partition(" ")[0] for action in ACTIONS} == set(rights.SUBJECTS)
    assert {action.partition(" ")[2] for action in ACTIONS} == set(rights.VERBS)


def test_the_table_shows_every_action_once():
    assert [action for actions in actions_by_subject().values() for action in actions] == list(ACTIONS)


def test_every_role_level_scope_and_stage_is_explained():
    assert set(rights.ROLES) == set(Role)
    assert set(rights.LEVELS) == set(Level)
    assert set(rights.SCOPES) == set(Scope)
    assert set(participation.STAGES) == {*Stage, None}
    assert set(participation.STATES) == set(Level)
    assert set(participation.STEPS) == set(Level) - {Level.DRAFT}


@pytest.mark.parametrize(
    ("level", "embargo", "told"),
    [
        (Level.DRAFT, None, "Entwurf"),
        (Level.ADMINISTRATION, None, "eingereicht"),
        (Level.COMMITTEES, None, "in den Gremien"),
        (Level.PUBLIC, None, "veröffentlicht"),
        (Level.PUBLIC, date(2025, 6, 1), "veröffentlicht"),
        (Level.PUBLIC, date(2025, 6, 2), "in den Gremien, veröffentlicht ab 2.6.2025"),
    ],
)
def test_how_far_a_statement_has_come(level, embargo, told):
    assert participation.state_words(level, embargo, date(2025, 6, 1)) == told


def test_small_words():
    assert participation.found_words(1, 1) == "1 Beschluss"
    assert participation.found_words(3, 3) == "3 Beschlüsse"
    assert participation.found_words(1, 3) == "1 von 3 Beschlüssen"
    assert participation.decided_words("Kreistag", date(2024, 12, 5)) == "Kreistag, 5.12.2024"
    assert participation.decided_words("", None) == ""
    assert participation.answered_words("", None) == "Antwort"
    assert participation.stage_heading(Stage.IN_USE) == "In Nutzung"


def test_who_is_responsible():
    assert stored_data.responsible_words("Musterkreis", "") == (
        "Verantwortlich: Musterkreis. Bitte wenden Sie sich an seine Verwaltung."
    )
    assert stored_data.responsible_words("", "die Sozialplanung") == (
        "Verantwortlich: der Kreis, der diesen Monitor betreibt. Bitte wenden Sie sich an die Sozialplanung."
    )
