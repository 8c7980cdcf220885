"""Whose numbers an indicator's are: as it was decided, and nobody else's."""

from itertools import product

import pytest

from store.actor import Role
from store.audience import hidden_indicators
from store.kinds import IndicatorStatus
from store.kinds.indicator_status import Stage
from store.levels import Level
from tests.store.made import made
from tests.store.people import CHARITY, COORDINATION, EVERYBODY, FACTION, OFFICE, PUBLIC, TOWN

# In use, for this circle: who does not see it.
LEFT_OUT = {
    Level.DRAFT: {Role.MUNICIPALITY, Role.POLITICS, Role.ASSOCIATION, Role.PUBLIC},
    Level.ADMINISTRATION: {Role.POLITICS, Role.ASSOCIATION, Role.PUBLIC},
    Level.COMMITTEES: {Role.PUBLIC},
    Level.PUBLIC: set(),
}
DECIDED = {"decided_by": "Sozialausschuss", "decided_on": None}


@pytest.mark.parametrize(("stage", "audience"), list(product(Stage, Level)))
def test_what_was_not_decided_for_a_reader_is_hidden(memory, stage, audience):
    made(memory, IndicatorStatus, COORDINATION, Level.PUBLIC, indicator="A1", stage=stage, audience=audience)
    everybody_else = {Role.MUNICIPALITY, Role.POLITICS, Role.ASSOCIATION, Role.PUBLIC}
    left_out = LEFT_OUT[audience] if stage is Stage.IN_USE else everybody_else
    for actor in EVERYBODY:
        assert hidden_indicators(memory, actor) == ({"A1"} if actor.role in left_out else set()), actor


def test_without_a_status_the_catalogue_decides(memory):
    made(memory, IndicatorStatus, COORDINATION, Level.DRAFT, indicator="")  # a proposal that is in no catalogue yet
    assert {hidden_indicators(memory, actor) for actor in (COORDINATION, OFFICE, TOWN, FACTION, CHARITY, PUBLIC)} == {
        frozenset()
    }


def test_of_two_statuses_the_stricter_counts(memory):
    for audience in (Level.PUBLIC, Level.ADMINISTRATION):
        made(memory, IndicatorStatus, COORDINATION, Level.PUBLIC, indicator="A1", stage=Stage.IN_USE, audience=audience)
    assert hidden_indicators(memory, PUBLIC) == {"A1"}


def test_a_draft_of_a_status_counts_too(memory):
    """What it says is for few; that its numbers are not decided holds for all."""
    made(memory, IndicatorStatus, COORDINATION, Level.DRAFT, indicator="A1")
    assert hidden_indicators(memory, PUBLIC) == {"A1"}
