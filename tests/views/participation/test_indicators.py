"""Indicators by their place on the way into use."""

from __future__ import annotations

from indicators.catalogue import Indicator, Method
from store.kinds import Decision, IndicatorStatus, Statement
from store.kinds.indicator_status import Stage
from views.participation.indicators import by_stage, ways_of

CATALOGUE = {
    each: Indicator(each, name, "Armut", Method.COUNT, "ew", "Einwohner", purpose=f"Zweck {each}", legal_basis="SGB")
    for each, name in (("A1", "SGB-II-Quote"), ("A2", "Kinderarmut"), ("A3", "Altersarmut"))
}


def status(entry_id, indicator="", name="", stage=Stage.PROPOSED, **more):
    return IndicatorStatus(id=entry_id, indicator=indicator, name=name, stage=stage, purpose="Eingetragen", **more)


def test_every_indicator_and_every_proposal_is_there_once():
    statuses = [status("s1", "A2", "Kinderarmut", Stage.IN_USE), status("s2", name="Wohngeld")]
    ways = ways_of(CATALOGUE, statuses, [], [])
    assert [(way.id, way.name) for way in ways] == [
        ("s2", "Wohngeld"), ("A1", "SGB-II-Quote"), ("A2", "Kinderarmut"), ("A3", "Altersarmut"),
    ]  # fmt: skip


def test_without_an_entry_the_catalogue_speaks():
    silent, entered, _ = ways_of(CATALOGUE, [status("s1", "A2", "Kinderarmut")], [], [])
    assert (silent.purpose, silent.legal_basis, silent.status) == ("Zweck A1", "SGB", None)
    assert entered.purpose == "Eingetragen"


def test_decision_and_statements_belong_to_it():
    statements = [Statement(id=str(each), indicator="A2") for each in range(3)] + [Statement(id="9", indicator="")]
    decision = Decision(id="d1", title="So soll es sein")
    [_, way, _] = ways_of(CATALOGUE, [status("s1", "A2", "Kinderarmut", decision_id="d1")], statements, [decision])
    assert (way.statements, way.decision) == (3, decision)


def test_a_proposal_without_an_indicator_has_no_statements_of_others():
    [way, *_] = ways_of(CATALOGUE, [status("s1", name="Wohngeld")], [Statement(id="9", indicator="")], [])
    assert way.statements == 0


def test_two_entries_on_one_indicator_are_told_apart():
    ways = ways_of(CATALOGUE, [status("s1", "A2", "Kinderarmut"), status("s2", "A2", "Kinderarmut neu")], [], [])
    assert [way.id for way in ways] == ["A1", "A2", "s2", "A3"]


def test_an_indicator_this_reader_does_not_see_keeps_its_entry():
    [way, *_] = ways_of(CATALOGUE, [status("s1", "Z9", "Geheim")], [], [])
    assert (way.id, way.name, way.indicator) == ("Z9", "Geheim", None)


def test_stages_come_in_their_order_and_those_without_one_last():
    statuses = [status("s1", "A1", "a", Stage.SUSPENDED), status("s2", "A2", "b", Stage.PROPOSED)]
    found = by_stage(ways_of(CATALOGUE, statuses, [], []))
    assert list(found) == [Stage.PROPOSED, Stage.SUSPENDED, None]
    assert [way.id for way in found[None]] == ["A3"]
