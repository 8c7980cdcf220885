"""Who is asked to release what, and how far."""

from __future__ import annotations

from datetime import date

import pytest

from store.actor import COUNTY, PUBLIC, Actor, Role
from store.kinds import LocalKnowledge, Question, Statement
from store.levels import Level
from views.participation.moderation import next_levels, waiting_first, waits
from views.participation.questions import Group, grouped

COORDINATION = Actor(Role.COORDINATION, COUNTY)
OFFICE = Actor(Role.OFFICE, COUNTY, "Sozialamt")
TOWN = Actor(Role.MUNICIPALITY, "0101")
FACTION = Actor(Role.POLITICS, "Fraktion A")
OTHER = Actor(Role.POLITICS, "Fraktion B")


def said(level, kind=Statement, owner="politik:Fraktion A", entry_id="1", **more):
    return kind(id=entry_id, owner=owner, municipality="", release_level=level, **more)


@pytest.mark.parametrize("level", Level)
def test_what_is_handed_in_waits_for_the_coordination_alone(level):
    assert waits(COORDINATION, said(level)) is (level is Level.ADMINISTRATION)
    assert not any(waits(actor, said(level)) for actor in (OFFICE, TOWN, FACTION, PUBLIC))


def test_a_municipality_is_not_asked_to_moderate_its_own():
    assert not waits(TOWN, said(Level.ADMINISTRATION, LocalKnowledge, "kommune:0101"))


def test_what_is_released_with_an_embargo_waits_for_nobody():
    assert not waits(COORDINATION, said(Level.COMMITTEES, embargo=date(2099, 1, 1)))


def test_what_waits_comes_first():
    entries = [said(Level.PUBLIC, entry_id="1"), said(Level.ADMINISTRATION, entry_id="2")]
    waiting, rest = waiting_first(COORDINATION, entries)
    assert ([each.id for each in waiting], [each.id for each in rest]) == (["2"], ["1"])
    assert waiting_first(OFFICE, entries) == ([], entries)


@pytest.mark.parametrize(
    ("actor", "level", "expected"),
    [
        (FACTION, Level.DRAFT, [Level.ADMINISTRATION]),
        (FACTION, Level.ADMINISTRATION, []),
        (OTHER, Level.ADMINISTRATION, []),
        (OFFICE, Level.ADMINISTRATION, []),
        (COORDINATION, Level.ADMINISTRATION, [Level.COMMITTEES, Level.PUBLIC]),
        (COORDINATION, Level.COMMITTEES, [Level.PUBLIC]),
        (COORDINATION, Level.PUBLIC, []),
        (PUBLIC, Level.PUBLIC, []),
    ],
)
def test_next_levels(actor, level, expected):
    assert next_levels(actor, said(level)) == expected


def question(entry_id, level=Level.PUBLIC, answer="", day=None):
    return said(level, Question, entry_id=entry_id, text="?", answer=answer, answered_on=day)


QUESTIONS = [
    question("open"),
    question("old", answer="Ja", day=date(2024, 1, 1)),
    question("new", answer="Nein", day=date(2025, 1, 1)),
    question("waiting", Level.ADMINISTRATION, "Vielleicht", date(2025, 6, 1)),
    question("blank", answer="  "),
]


def ids(groups):
    return {group: [each.id for each in found] for group, found in groups.items()}


def test_those_who_answer_see_first_what_is_open():
    assert list(ids(grouped(COORDINATION, QUESTIONS)).items()) == [
        (Group.OPEN, ["open", "blank"]), (Group.WAITING, ["waiting"]), (Group.ANSWERED, ["new", "old"]),
    ]  # fmt: skip
    assert list(grouped(OFFICE, QUESTIONS)) == [Group.OPEN, Group.ANSWERED]


def test_others_see_the_answers_first():
    assert list(ids(grouped(FACTION, QUESTIONS)).items()) == [
        (Group.ANSWERED, ["waiting", "new", "old"]), (Group.OPEN, ["open", "blank"]),
    ]  # fmt: skip
